"""WET files to Documents: the plain text that a crawl's owner has already made of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from cleaner.document import Document
from cleaner.io.damage import OnError, log_error
from cleaner.io.records import fastwarc, records
from cleaner.io.sources import Source, inputs
from cleaner.io.warc import named, origin
from cleaner.pipeline import MAX_BYTES

ENDINGS = (".wet", ".wet.gz", ".wet.zst")


def read_wet(source: Source, *, max_bytes: int = MAX_BYTES, on_error: OnError = log_error) -> Iterator[Document]:
    """A Document with `text` for every `conversion` record of plain text; other records are left out.

    `id`, `url`, `crawled`, `meta` and `cut_at` are those of `read_warc`, and so is what becomes of damage. The text is
    UTF-8, as the format has it; a byte that is none costs itself, and the Article the warning `replaced_bytes`. Raises
    ImportError without the extra [warc].
    """
    fastwarc()
    found = inputs(source, ENDINGS)
    return (document for file in found for document in _documents(file, max_bytes, on_error))


def _documents(file: str | BinaryIO, max_bytes: int, on_error: OnError) -> Iterator[Document]:
    for record in records(file, partial(_text, max_bytes=max_bytes), on_error):
        yield Document(
            # Surrogates stand for bytes that are no UTF-8: cleaning replaces them, and says so.
            text=record.body.decode("utf-8", "surrogateescape"),
            meta=origin(file, record),
            cut_at=max_bytes if len(record.body) > max_bytes else None,
            **named(record),
        )


def _text(record: Any, max_bytes: int) -> bytes | None:
    content_type = (record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    if record.headers.get("WARC-Type") != "conversion" or content_type != "text/plain":
        return None
    body: bytes = record.reader.read(max_bytes + 1)
    return body
