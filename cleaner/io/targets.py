"""Where tables go: an open binary stream, or a path under which they appear when they are complete."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import PathLike
from typing import BinaryIO, TypeAlias, cast

Target: TypeAlias = str | PathLike[str] | BinaryIO


@contextmanager
def written(target: Target) -> Iterator[BinaryIO]:
    """A stream to write to; a stream of the caller's stays open. Raises TypeError for what is neither."""
    if callable(getattr(target, "write", None)):
        yield cast(BinaryIO, target)
    elif isinstance(target, str | PathLike):
        with _whole(os.fspath(target)) as stream:
            yield stream
    else:
        raise TypeError(f"A path or an open binary stream is needed, not {type(target).__name__}.")


@contextmanager
def _whole(path: str) -> Iterator[BinaryIO]:
    """A file beside `path` that takes its place when all is written, and is on the disk by then."""
    folder, name = os.path.split(path)
    partial = os.path.join(folder, f".{name}.{os.getpid()}.partial")
    try:
        with open(partial, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(partial, path)
    except BaseException:
        with suppress(OSError):
            os.remove(partial)
        raise
    _sync(folder or ".")


def _sync(folder: str) -> None:
    """Puts the names in a folder on the disk, where the system knows how."""
    with suppress(OSError):
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
