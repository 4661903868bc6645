"""WARC files to Documents: the HTML pages that a crawler was given."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO

from cleaner.document import Document
from cleaner.io.damage import OnError, log_error
from cleaner.io.records import Record, fastwarc, records
from cleaner.io.sources import Source, inputs, name_of
from cleaner.pipeline import MAX_BYTES

ENDINGS = (".warc", ".warc.gz", ".warc.zst")
_HTML = ("text/html", "application/xhtml+xml")
_LOOKS_LIKE_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|iframe|h1|div|font|table|a|style|b|br|p)\b", re.IGNORECASE
)
"""The tags by which browsers sniff HTML (https://mimesniff.spec.whatwg.org/), and two more."""
_HEAD = 1024


def read_warc(source: Source, *, max_bytes: int = MAX_BYTES, on_error: OnError = log_error) -> Iterator[Document]:
    """A Document for every HTML page in a WARC file, compressed or not.

    A page is a `response` with the HTTP status 200 and the content type text/html or application/xhtml+xml, or none
    and a body that begins as HTML does. It is given without its transfer and content encoding, with the `charset` of
    its HTTP header, `id` the WARC-Record-ID, `url` the WARC-Target-URI, `crawled` the day of the WARC-Date (UTC), and
    in `meta` the `file`, the `offset` of the record, and `truncated`: why the crawler did not take it all, or None.
    No more than `max_bytes` + 1 are read of a page, as it was sent and as it is; the Document of one that has more says
    so in `cut_at`, and `clean_many` makes it `too_large`.

    All other records are left out without a word: requests, metadata, revisits (which have no body), redirects and
    HTTP errors, images. What goes to `on_error` is a response without an HTTP header, and a stretch of the file that
    cannot be read: a damaged member, a record that is cut short, what is no record. The reading goes on behind it.
    A body that is not encoded as its header says is taken as it is. Raises ImportError without the extra [warc].
    """
    fastwarc()
    found = inputs(source, ENDINGS)
    return (document for file in found for document in _documents(file, max_bytes, on_error))


def _documents(file: str | BinaryIO, max_bytes: int, on_error: OnError) -> Iterator[Document]:
    for record in records(file, partial(_page, max_bytes=max_bytes), on_error):
        body = _decoded(record, max_bytes)
        if _content_type(record.record) or _LOOKS_LIKE_HTML.search(body[:_HEAD]):
            charset = record.record.http_charset
            yield Document(
                body,
                charset=charset and charset.strip("\"' "),
                meta={**origin(file, record), "truncated": record.record.headers.get("WARC-Truncated")},
                cut_at=max_bytes if max(len(record.body), len(body)) > max_bytes else None,
                **named(record),
            )


def named(record: Record) -> dict[str, Any]:
    """The fields of a Document that every record has."""
    headers = record.record.headers
    url = headers.get("WARC-Target-URI")
    day = record.record.record_date
    return {
        "id": headers.get("WARC-Record-ID"),
        "url": url and url.strip("<> "),  # which older tools write around it
        "crawled": day and day.date(),
    }


def origin(file: str | BinaryIO, record: Record) -> dict[str, Any]:
    """Where to find the record again."""
    return {"file": name_of(file), "offset": record.at}


def _page(record: Any, max_bytes: int) -> bytes | None:
    """The body, as it was sent, of what may be an HTML page."""
    if record.headers.get("WARC-Type") != "response" or not record.is_http:
        return None
    try:
        record.parse_http(quirks_mode=True)
    except OSError as error:
        raise ValueError(f"its HTTP header cannot be read ({error})") from error
    if record.http_headers.status_code is None:
        raise ValueError("it has no HTTP header")
    if record.http_headers.status_code != 200 or _content_type(record) not in (*_HTML, ""):
        return None
    body: bytes = record.reader.read(max_bytes + 1)
    return body


def _content_type(record: Any) -> str:
    return (record.http_content_type or "").strip().lower()


def _decoded(record: Record, max_bytes: int) -> bytes:
    """The body without its encodings; as it is where it does not have those that the header names."""
    headers = record.record.http_headers
    applied = f"{headers.get('Content-Encoding') or ''},{headers.get('Transfer-Encoding') or ''}".lower()
    body = record.body
    for encoding in reversed(applied.split(",")):
        decode = _decoder(encoding.strip())
        if decode:
            # Crawlers that decode a body leave its header as it was: then there is nothing to decode.
            with suppress(OSError, zlib.error):
                body = decode(body, max_bytes + 1) or body
    return body


def _decoder(encoding: str) -> Callable[[bytes, int], bytes] | None:
    readers = fastwarc().stream_io
    if encoding in ("gzip", "x-gzip"):
        return lambda body, size: bytes(readers.GzipReader(BytesIO(body)).read(size))
    if encoding == "deflate":
        return _inflated
    reader = {"chunked": readers.ChunkedReader, "br": readers.BrotliReader, "zstd": readers.ZstdReader}.get(encoding)
    return reader and (lambda body, size: bytes(reader(BytesIO(body)).read(size)))


def _inflated(body: bytes, size: int) -> bytes:
    """With the header of zlib, which the standard asks for, or without it, as some servers understood it."""
    try:
        return zlib.decompressobj().decompress(body, size)
    except zlib.error:
        return zlib.decompressobj(-15).decompress(body, size)
