"""WARC files made by hand, sound and damaged."""

from __future__ import annotations

import gzip
from collections.abc import Iterable


def record(
    body: bytes,
    *,
    type_: str = "response",
    id: str = "<urn:uuid:1>",
    url: str | None = "https://skaal.example/ferry",
    content_type: str = "application/http; msgtype=response",
    headers: str = "",
    length: int | str | None = None,
) -> bytes:
    """A record; `headers` are further lines, each with its end, and `length` is what it says of its length."""
    lines = [
        *("WARC/1.0", f"WARC-Type: {type_}", f"WARC-Record-ID: {id}", "WARC-Date: 2024-03-02T23:30:00Z"),
        *([f"WARC-Target-URI: {url}"] if url else ()),
        *(f"Content-Type: {content_type}", f"Content-Length: {len(body) if length is None else length}"),
    ]
    return "\r\n".join(lines).encode() + b"\r\n" + headers.encode() + b"\r\n" + body + b"\r\n\r\n"


def http(
    body: bytes, *, content_type: str | None = "text/html", status: str = "200 OK", headers: str = "", end: str = "\r\n"
) -> bytes:
    """A server's answer."""
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {content_type}"] if content_type else ())]
    return (end.join(lines) + end + headers + f"Content-Length: {len(body)}" + end * 2).encode() + body


def page(number: int) -> bytes:
    """A response with a page that has a text of its own."""
    return record(http(text(number).encode()), id=f"<urn:uuid:{number}>", url=f"https://skaal.example/{number}")


def text(number: int) -> str:
    return f"<p>The ferry number {number} has been cancelled for the third day.</p>" * 9


def members(records: Iterable[bytes]) -> bytes:
    """Each record a member of its own, as the standard asks."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)
