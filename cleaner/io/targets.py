"""Where tables go: an open binary stream, or a path under which they appear when they are complete."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import PathLike
from typing import BinaryIO, TypeAlias, cast

from cleaner.errors import shown

Target: TypeAlias = str | PathLike[str] | BinaryIO


@contextmanager
def written(target: Target) -> Iterator[BinaryIO]:
    """A stream to write to; a stream of the caller's stays open.

    Raises TypeError for what is neither path nor binary stream, and for a path what `check_path` does.
    """
    if callable(getattr(target, "write", None)) and not isinstance(target, io.TextIOBase):
        yield cast(BinaryIO, target)
    elif isinstance(target, str | PathLike):
        check_path(os.fspath(target))
        with _whole(os.fspath(target)) as stream:
            yield stream
    else:
        raise TypeError(f"A path or an open binary stream is needed, not {type(target).__name__}.")


def check_path(path: str) -> None:
    """Raises OSError, with a sentence, where no file can be written under this name.

    That is FileNotFoundError without its folder, IsADirectoryError where it is a folder, PermissionError where its
    folder takes no file.
    """
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        raise FileNotFoundError(f"There is no folder {shown(folder)}; make it first.")
    if os.path.isdir(path):
        raise IsADirectoryError(f"{shown(path)} is a folder; give the name of a file to write.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(f"Nothing may be written into the folder {shown(folder)}; give another.")


@contextmanager
def _whole(path: str) -> Iterator[BinaryIO]:
    """A file beside `path` that takes its place when all is written, and is on the disk by then."""
    if os.path.exists(path) and not os.path.isfile(path):  # a pipe or a device, as /dev/stdout: it stays what it is
        with open(path, "wb") as stream:
            yield stream
        return
    path = os.path.realpath(path)
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


def clear_partial(path: str) -> None:
    """Removes what writers of this path left that were killed. Only for who knows that no other is writing it now."""
    folder, name = os.path.split(os.path.realpath(path))
    for left in os.listdir(folder):
        if re.fullmatch(rf"\.{re.escape(name)}\.\d+\.partial", left):
            os.remove(os.path.join(folder, left))


def _sync(folder: str) -> None:
    """Puts the names in a folder on the disk, where the system knows how."""
    with suppress(OSError):
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
