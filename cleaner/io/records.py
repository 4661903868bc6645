"""The records of a WARC file, also of a damaged one: what lies behind the damage is found again.

FastWARC ends at the first byte that is no record. Here a stretch that cannot be read is reported once, with its
place, and the reading goes on where the next record begins: at a member of its own in a file that is compressed as
the standard asks, at a line "WARC/1.x" in one that is not. In a file that is one single member, and in a stream that
cannot be searched, what is behind the damage is lost, and reported as such.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from cleaner.extras import extra
from cleaner.io.damage import OnError, RecordError
from cleaner.io.sources import name_of, opened

_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
_LINE = re.compile(rb"(?<=\n)WARC/\d\.\d\r?\n")
_WINDOW = 1 << 20
_OVERLAP = 512
"""Bytes of a window that the next one has too, so that none hides a start that it cuts in two."""

Take: TypeAlias = Callable[[Any], bytes | None]
"""Reads a record's body, or None where it is not wanted. Raises ValueError where nothing can be made of it."""


class Record(NamedTuple):
    """A record as FastWARC has it, the body that was taken of it, and the byte of the file at which it begins."""

    record: Any
    body: bytes
    at: int


def fastwarc() -> Any:
    """The library. Raises ImportError without the extra [warc]."""
    with extra("warc", "Reading WARC and WET files"):
        import fastwarc.stream_io  # noqa: PLC0415  # loaded when asked for
        import fastwarc.warc  # noqa: PLC0415  # loaded when asked for
    return fastwarc


def records(file: str | BinaryIO, take: Take, on_error: OnError) -> Iterator[Record]:
    """The records of which `take` takes the body."""
    with opened(file, on_error) as stream:
        if stream is not None:
            yield from _Archive(stream, name_of(file), on_error).records(take)


class _Archive:
    """One file, and the stretch of it that could not be read: where it begins, and why."""

    def __init__(self, stream: BinaryIO, name: str, on_error: OnError) -> None:
        self._stream = stream
        self._name = name
        self._on_error = on_error
        self._damage: tuple[int, str] | None = None

    def records(self, take: Take) -> Iterator[Record]:
        start: int | None = self._stream.tell() if self._stream.seekable() else 0
        while start is not None:
            at = start
            try:
                for record in fastwarc().warc.ArchiveIterator(_Forward(self._stream, start), parse_http=False):
                    at = record.stream_pos
                    body = self._body(record, at, take)
                    self._report(at)
                    if body is not None:
                        yield Record(record, body, at)
                start = None
            except OSError as error:
                self._damage = self._damage or (at, str(error))
                start = _next_start(self._stream, at + 1) if self._stream.seekable() else None
        self._report(None)

    def _body(self, record: Any, at: int, take: Take) -> bytes | None:
        """What is taken of the record. Raises OSError where it is shorter than it says."""
        if "Content-Length" not in record.headers:
            raise OSError("the header of a record is cut short")
        try:
            body = take(record)
        except ValueError as error:
            self._on_error(RecordError(self._name, f"record at byte {at:,}", str(error)))
            return None
        if len(body or b"") + record.consume() < record.content_length:
            raise OSError("a record is cut short")
        return body

    def _report(self, until: int | None) -> None:
        """Says what could not be read, once it is known where reading goes on."""
        if self._damage:
            start, reason = self._damage
            self._damage = None
            end = "to the end" if until is None else f"to byte {until:,}"
            self._on_error(RecordError(self._name, f"byte {start:,} {end}", f"not all of it can be read ({reason})"))


class _Forward:
    """What FastWARC asks of a stream, and places to count by, which a pipe does not have."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self._at = start
        if stream.seekable():
            stream.seek(start)

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read(size)
        self._at += len(found)
        return found

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError("the stream is read forward only")

    def close(self) -> None:
        """Leaves the stream open: it is its owner's."""


def _next_start(stream: BinaryIO, offset: int) -> int | None:
    """The byte at or after `offset` where the next record begins, None where there is none."""
    stream.seek(0)
    magic = stream.read(len(_ZSTD))
    stream.seek(offset - 1)  # a line is known by the end of the one before
    window, at = stream.read(_WINDOW), offset - 1
    while len(window) > 1:
        for place in _candidates(magic, window):
            if place > 0:
                return at + place
        ahead = stream.read(_WINDOW)
        if not ahead:
            return None
        tail = window[-_OVERLAP:]
        at += len(window) - len(tail)
        window = tail + ahead
    return None


def _candidates(magic: bytes, window: bytes) -> Iterator[int]:
    """The places in a window that look like the start of a record, in a file that begins with `magic`."""
    if magic.startswith(_GZIP):
        for found in re.finditer(re.escape(_GZIP), window):
            if _holds_record(window[found.start() : found.start() + _OVERLAP]):
                yield found.start()
    else:
        pattern = re.compile(re.escape(_ZSTD)) if magic == _ZSTD else _LINE
        yield from (found.start() for found in pattern.finditer(window))


def _holds_record(member: bytes) -> bool:
    """Whether these first bytes of a gzip member are those of a record; the three of its mark occur by chance too."""
    try:
        return zlib.decompressobj(31).decompress(member, 5) == b"WARC/"
    except zlib.error:
        return False
