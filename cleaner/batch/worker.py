"""What runs in a worker process: it is set up once, and then cleans chunk after chunk."""

from __future__ import annotations

import gc
import os
import pickle
import time
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.batch.outcome import Packed, Page, failure, outcome_of, packed
from cleaner.batch.parent import end_with_parent
from cleaner.pipeline import Cleaner

_ONE_THREAD = ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB_MAXIMUM", "NUMEXPR")
_LEAST = "<p>The first page is slow, since much is loaded for it.</p>"


class _Work(NamedTuple):
    cleaner: Cleaner
    max_memory: int | None


_work: _Work | None = None


def start(cleaner: bytes, max_memory: int | None) -> None:
    """Sets the process up. `cleaner` is a pickle, opened only when numpy has been told to use one thread."""
    global _work  # noqa: PLW0603  # a process of the pool has no other place to remember by
    end_with_parent()
    for library in _ONE_THREAD:
        os.environ[f"{library}_NUM_THREADS"] = "1"
    _work = _Work(pickle.loads(cleaner), max_memory)
    Cleaner().clean(_LEAST)
    gc.freeze()


def run(pages: Sequence[bytes], seconds: float) -> list[Packed]:
    """Cleans the pages, but begins with none after so many seconds: its answers may be fewer, never none."""
    assert _work is not None
    answers = []
    end = time.monotonic() + seconds
    for page in pages:
        answers.append(_answer(_work, page))
        if time.monotonic() > end:
            break
    return answers


def _answer(work: _Work, page: bytes) -> Packed:
    try:
        return packed(outcome_of(work.cleaner, Page(*pickle.loads(page)), work.max_memory))
    except BaseException as error:  # the KeyboardInterrupt of a page: SIGINT does not reach a worker
        return packed(failure(error, work.max_memory))
