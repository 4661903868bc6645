"""Where documents come from: a path, a glob, a folder or an open binary stream, compressed or not."""

from __future__ import annotations

import glob
import gzip
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, cast

from cleaner.errors import shown
from cleaner.extras import extra
from cleaner.io.damage import OnError, RecordError

Source: TypeAlias = str | PathLike[str] | BinaryIO
"""A path, a glob ("crawl/*.warc.gz", "**" for folders of any depth), a folder, or an open binary stream."""

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_CHUNK = 1 << 18
_WINDOW = 1 << 31
"""The widest window that zstd writes, with `--long=31`."""


def inputs(source: Source, endings: Sequence[str]) -> list[str | BinaryIO]:
    """The files that are meant, sorted, a folder standing for the files of these endings in it; or the stream.

    Raises FileNotFoundError where there is none, TypeError for what is neither path nor stream.
    """
    if callable(getattr(source, "read", None)) and not isinstance(source, io.TextIOBase):
        return [cast(BinaryIO, source)]
    if not isinstance(source, str | PathLike):
        raise TypeError(f"A path, a glob or an open binary stream is needed, not {type(source).__name__}.")
    path = os.fspath(source)
    found = [path] if os.path.lexists(path) else sorted(glob.glob(path, recursive=True))
    if not found:
        raise FileNotFoundError(f"There is no file {shown(path)}; give the path or the glob of files that exist.")
    files = (file for one in found for file in (walk(one, endings) if os.path.isdir(one) else [one]))
    return list(dict.fromkeys(files))  # "**" gives a folder and what is in it


def walk(folder: str, endings: Sequence[str]) -> Iterator[str]:
    """The files of these endings in a folder and the folders below it, in the same order on every machine."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(parent, name)
            if name.lower().endswith(tuple(endings)) and os.path.isfile(path):
                yield path


def name_of(file: str | BinaryIO) -> str:
    """What an error calls the file, and what its records are known to come from."""
    if isinstance(file, str):
        return Path(file).as_posix()
    name = getattr(file, "name", None)
    return name if isinstance(name, str) else "the stream"


@contextmanager
def opened(file: str | BinaryIO, on_error: OnError) -> Iterator[BinaryIO | None]:
    """The file's bytes as they are, or None where it cannot be opened; a stream of the caller's stays open."""
    if not isinstance(file, str):
        yield file
        return
    try:
        stream = open(file, "rb")  # noqa: SIM115  # closed below
    except OSError as error:
        on_error(RecordError(name_of(file), "", f"cannot be opened ({error.strerror})"))
        yield None
        return
    with stream:
        yield stream


def check_zstd(files: Sequence[str | BinaryIO]) -> None:
    """Raises ImportError at once where a name says that zstandard will be needed."""
    if any(isinstance(file, str) and file.lower().endswith(".zst") for file in files):
        _zstandard()


def decompressed(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or what is in it where it begins as gzip or zstd does. Ends early with EOFError only."""
    buffered: Any = stream if hasattr(stream, "peek") else io.BufferedReader(_Lent(stream))
    head = buffered.peek(len(_ZSTD))
    if head.startswith(_GZIP):
        return cast(BinaryIO, gzip.GzipFile(fileobj=buffered))
    if head.startswith(_ZSTD):
        return cast(BinaryIO, io.BufferedReader(_Zstd(buffered), _CHUNK))
    return cast(BinaryIO, buffered)


def _zstandard() -> Any:
    with extra("zstd", "Reading or writing .zst files"):
        import zstandard  # noqa: PLC0415  # loaded when asked for
    return zstandard


def zstd_writer(stream: BinaryIO) -> BinaryIO:
    """A stream that compresses into another, which it leaves open."""
    return cast(BinaryIO, _zstandard().ZstdCompressor().stream_writer(stream, closefd=False))


class _Lent(io.RawIOBase):
    """The bytes of a stream that stays open when this goes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = self._stream.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)


class _Zstd(io.RawIOBase):
    """Frame by frame; unlike zstandard's own reader it says where a file ends within a frame."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._library = _zstandard()
        self._decompressor = self._library.ZstdDecompressor(max_window_size=_WINDOW)
        self._frame: Any = None
        self._left = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            compressed = self._left or self._stream.read(_CHUNK)
            if not compressed:
                if self._frame is not None:
                    raise EOFError("Compressed file ended before the end of its last frame")
                return 0
            self._ready = memoryview(self._decompress(compressed))
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _decompress(self, compressed: bytes) -> bytes:
        if self._frame is None:
            self._frame = self._decompressor.decompressobj()
        try:
            plain: bytes = self._frame.decompress(compressed)
        except self._library.ZstdError as error:
            raise OSError(str(error)) from error
        self._left = b""
        if self._frame.eof:
            self._left = self._frame.unused_data
            self._frame = None
        return plain
