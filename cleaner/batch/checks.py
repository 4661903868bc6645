"""Checks what `clean_many` is given, so that a mistake is a sentence at the call and not an error in the stream."""

from __future__ import annotations

import io
import math
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.batch.memory import HELD
from cleaner.block import Filter
from cleaner.errors import shown
from cleaner.pipeline import Cleaner

_MAIN = ("__main__", "__mp_main__")


class Freight(NamedTuple):
    """A Cleaner as workers get it, and whether they need the main module to understand it."""

    content: bytes
    main: bool


def check_cleaner(given: object) -> None:
    """TypeError unless it is a Cleaner."""
    if not isinstance(given, Cleaner):
        raise TypeError(f"cleaner={shown(given)} is no Cleaner; pass one, as Cleaner(ledger='counts'), or None.")


def check_numbers(workers: object, timeout: object, max_memory: object, ordered: object) -> None:
    """TypeError for another type than each must have, ValueError for a number that makes no sense."""
    if workers is not None:
        _check_whole("workers", workers, "a number of processes, 0 to clean in this one, or None for one a core")
        if workers < 0:  # type: ignore[operator]  # it is an int
            raise ValueError(f"workers={workers} is less than none; give 0 to clean in this process, or more.")
    if timeout is not None:
        if isinstance(timeout, bool) or not isinstance(timeout, int | float):
            raise TypeError(f"timeout={shown(timeout)} is no number; give seconds, as 30.0, or None for no limit.")
        if not (timeout > 0 and math.isfinite(timeout)):
            raise ValueError(f"timeout={timeout} is no time for a page; give seconds, as 30.0, or None for no limit.")
    if max_memory is not None:
        _check_whole("max_memory", max_memory, "a number of bytes, as 1_000_000_000, or None for no limit")
        _check_max_memory(max_memory, workers)
    if not isinstance(ordered, bool):
        raise TypeError(f"ordered={shown(ordered)} is neither True nor False; give one of them.")


def _check_max_memory(max_memory: Any, workers: object) -> None:
    if max_memory <= 0:
        raise ValueError(f"max_memory={max_memory} leaves none; give a number of bytes, as 1_000_000_000.")
    if workers == 0:
        raise ValueError(
            f"max_memory={max_memory} needs a worker process, and workers=0 has none; give one of them up."
        )
    if not HELD:
        raise ValueError(f"max_memory={max_memory} cannot be held on {sys.platform}, only on Linux; leave it out.")


def freight(cleaner: Cleaner) -> Freight:
    """The Cleaner as bytes. ValueError where a worker could not make it out again."""
    try:
        content = pickle.dumps(cleaner, pickle.HIGHEST_PROTOCOL)
        main = _names_main(content)
    except Exception as error:
        culprit = next(filter(None, (_culprit(name, filter) for name, filter in cleaner.filters)), "This Cleaner")
        raise ValueError(
            f"{culprit} does not pickle, so that it cannot go to worker processes ({error}); define filters with def "
            f"at the top of a module, or pass workers=0."
        ) from error
    if main and not _importable_main():
        culprit = next(name for name, filter in cleaner.filters if _names_main(pickle.dumps(filter)))
        raise ValueError(
            f"The filter {culprit!r} is defined at a prompt or in a notebook, where worker processes cannot find it; "
            f"define it in a module, or pass workers=0."
        )
    return Freight(content, main)


def _culprit(name: str, filter: Filter) -> str:
    try:
        pickle.loads(pickle.dumps(filter))
    except Exception:
        return f"The filter {name!r}, {shown(filter)},"
    return ""


def _names_main(content: bytes) -> bool:
    """Whether it takes the main module to unpickle this. Raises what unpickling raises."""
    names = _Names(io.BytesIO(content))
    names.load()
    return names.main


class _Names(pickle.Unpickler):
    """Notes whether anything comes from the main module."""

    main = False

    def find_class(self, module: str, name: str) -> Callable[..., Any]:
        self.main |= module in _MAIN
        return super().find_class(module, name)  # type: ignore[no-any-return]


def _importable_main() -> bool:
    main = sys.modules["__main__"]
    return getattr(main, "__spec__", None) is not None or Path(getattr(main, "__file__", "")).is_file()


def _check_whole(name: str, given: object, what: str) -> None:
    if not isinstance(given, int) or isinstance(given, bool):
        raise TypeError(f"{name}={shown(given)} is no int; give {what}.")
