"""HTML files and folders of them to Documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cleaner.decode import decode
from cleaner.document import Document
from cleaner.errors import CleanerError
from cleaner.io.damage import OnError, RecordError, log_error
from cleaner.io.sources import Source, inputs, name_of, opened
from cleaner.pipeline import MAX_BYTES

ENDINGS = (".html", ".htm", ".xhtml", ".txt")


def read_files(source: Source, *, max_bytes: int = MAX_BYTES, on_error: OnError = log_error) -> Iterator[Document]:
    """A Document a file: HTML, or text where its name ends in .txt.

    Of a folder (and the folders below it) the files that end in .html, .htm, .xhtml or .txt, in sorted order. A
    Document's `id` is the path as it was given, extended by the way down; a stream is one page without an id.
    `crawled` is None: a file's date says when it was copied. No more than `max_bytes` + 1 are read of a file; the
    Document of one that has more says so in `cut_at`, and `clean_many` makes it `too_large`.

    A file that cannot be opened or read goes to `on_error`, and costs itself only. What is no page at all (an image
    by the name of a page) is a Document: cleaning it says so.
    """
    found = inputs(source, ENDINGS)
    return (document for file in found for document in _document(file, max_bytes, on_error))


def _document(file: str | BinaryIO, max_bytes: int, on_error: OnError) -> Iterator[Document]:
    with opened(file, on_error) as stream:
        if stream is None:
            return
        try:
            content = stream.read(max_bytes + 1)
        except OSError as error:
            on_error(RecordError(name_of(file), "", f"cannot be read ({error.strerror})"))
            return
    id = name_of(file) if isinstance(file, str) else None
    cut_at = max_bytes if len(content) > max_bytes else None
    if name_of(file).lower().endswith(".txt"):
        yield Document(text=_text(content, max_bytes), id=id, cut_at=cut_at)
    else:
        yield Document(content, id=id, cut_at=cut_at)


def _text(content: bytes, max_bytes: int) -> str:
    try:
        text, warnings = decode(content, None, max_bytes)
        # As in a WET file, a lone surrogate stands for what is no character: cleaning replaces it, and says so.
        return text.replace("\ufffd", "\udcff") if warnings else text
    except CleanerError:  # which cleaning will raise again, and account for
        return content.decode("latin-1")
