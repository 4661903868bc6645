"""Text that a crawl's owner has made."""

from __future__ import annotations

import io
import sys
from datetime import date

import pytest
from archives import members, page, record
from results import stop

from cleaner import clean_text
from cleaner.document import Document
from cleaner.io import read_wet

TEXT = "No ferry to Skål\nThe ferry has been cancelled for the third day.\n"


def conversion(body: bytes, *, content_type: str = "text/plain", length: int | None = None) -> bytes:
    return record(body, type_="conversion", content_type=content_type, length=length)


def read(*records: bytes, max_bytes: int = 1000) -> list[Document]:
    return list(read_wet(io.BytesIO(members(records)), max_bytes=max_bytes, on_error=stop))


def test_what_a_document_has_of_its_record() -> None:
    info = record(b"software: x", type_="warcinfo", content_type="application/warc-fields")
    [document] = read(info, conversion(TEXT.encode()))
    assert (document.text, document.html, document.id) == (TEXT, None, "<urn:uuid:1>")
    assert (document.url, document.crawled) == ("https://skaal.example/ferry", date(2024, 3, 2))
    assert document.meta == {"file": "the stream", "offset": len(members([info]))}


def test_other_records_are_left_out() -> None:
    assert read(page(1), conversion(b"{}", content_type="application/json")) == []


def test_the_content_type_may_have_a_charset() -> None:
    assert len(read(conversion(TEXT.encode(), content_type="text/plain; charset=UTF-8"))) == 1


def test_a_byte_that_is_no_utf_8_costs_itself_and_is_said() -> None:
    [document] = read(conversion(b"The ferry to Sk\xe5l has been cancelled for the third day."))
    article = clean_text(document.text or "")
    assert article.text == "The ferry to Sk\ufffdl has been cancelled for the third day."
    assert article.warnings == ("replaced_bytes",)


def test_no_more_is_read_than_may_be_cleaned() -> None:
    first, second = read(conversion(b"word " * 900), conversion(b"word"), max_bytes=20)
    assert (len(first.text or ""), second.text) == (21, "word")
    assert (first.cut_at, second.cut_at) == (20, None)


def test_a_record_that_is_cut_short_is_reported() -> None:
    errors: list[object] = []
    found = read_wet(io.BytesIO(conversion(TEXT.encode()) + conversion(b"word", length=99)), on_error=errors.append)
    assert ([document.text for document in found], len(errors)) == ([TEXT], 1)


def test_without_the_extra_the_call_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    with pytest.raises(ImportError, match=r"`pip install 'article-cleaner\[warc\]'`"):
        read_wet("nowhere.wet")
