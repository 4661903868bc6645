"""Which records are pages, and what a Document has of them."""

from __future__ import annotations

import gzip
import io
import logging
import sys
import zlib
from datetime import date
from pathlib import Path

import pytest
import zstandard
from archives import http, members, page, record
from results import stop

from cleaner import Cleaner, PageTooLargeError, clean, clean_many
from cleaner.document import Document
from cleaner.io import RecordError, read_warc

BODY = "<p>The ferry to Skål has been cancelled</p>".encode()


def read(*records: bytes, max_bytes: int = 1000) -> list[Document]:
    """The pages of records that are all in order."""
    return list(read_warc(io.BytesIO(b"".join(records)), max_bytes=max_bytes, on_error=stop))


def bodies(*records: bytes) -> list[str | bytes | bytearray | None]:
    return [document.html for document in read(*records)]


def test_what_a_document_has_of_its_record(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    body = BODY.decode().encode("latin-1")
    one = record(http(body, content_type="text/html; charset=ISO-8859-1"), id="<urn:uuid:7>")
    path.write_bytes(members([record(b"software: x", type_="warcinfo", content_type="application/warc-fields"), one]))
    [document] = read_warc(path)
    assert document.meta == {
        "file": path.as_posix(),
        "offset": len(path.read_bytes()) - len(members([one])),
        "truncated": None,
    }
    assert (document.html, document.text, document.id) == (body, None, "<urn:uuid:7>")
    assert (document.url, document.crawled) == ("https://skaal.example/ferry", date(2024, 3, 2))
    assert document.charset is not None
    assert document.charset.lower() == "iso-8859-1"


def test_a_charset_in_quotes_and_none() -> None:
    quoted, none = read(
        record(http(BODY, content_type='text/html; charset="Shift_JIS"')), record(http(BODY, content_type="text/html"))
    )
    assert (str(quoted.charset).lower(), none.charset) == ("shift_jis", None)


def test_a_charset_that_there_is_not_costs_nothing() -> None:
    [document] = read(record(http(BODY, content_type="text/html; charset=klingon-8")))
    assert isinstance(document.html, bytes)
    assert clean(document.html, charset=document.charset).text == "The ferry to Skål has been cancelled"


def test_what_the_crawler_cut_is_given_and_said() -> None:
    [document] = read(record(http(BODY), headers="WARC-Truncated: length\r\n"))
    assert document.meta["truncated"] == "length"


def test_an_address_in_angle_brackets() -> None:
    [document] = read(record(http(BODY), url="<https://skaal.example/ferry>"))
    assert document.url == "https://skaal.example/ferry"


def test_a_record_without_address_or_sound_date() -> None:
    sound = record(http(BODY), url=None)
    for one in (sound, sound.replace(b"2024-03-02T23:30:00Z", b"yesterday")):
        [document] = read(one)
        assert document.url is None
    assert document.crawled is None


@pytest.mark.parametrize("type_", ["text/html", "TEXT/HTML;charset=utf-8", "application/xhtml+xml"])
def test_pages_by_their_content_type(type_: str) -> None:
    assert bodies(record(http(BODY, content_type=type_))) == [BODY]


@pytest.mark.parametrize("type_", ["image/png", "application/json", "text/plain", "application/octet-stream"])
def test_other_content_types_are_left_out(type_: str) -> None:
    assert bodies(record(http(b"<html>" + BODY, content_type=type_))) == []


def test_without_a_content_type_the_body_says() -> None:
    for body in (b"  <!DOCTYPE html><p>x", b"<!-- hello -->\n<HTML>", b"<head>"):
        assert bodies(record(http(body, content_type=None))) == [body]
    for body in (b"\x89PNG\r\n", b"{}", b"", b"plain"):
        assert bodies(record(http(body, content_type=None))) == []


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved", "500 Oh", "206 Partial Content", "204 No Content"])
def test_other_statuses_are_left_out(status: str) -> None:
    assert bodies(record(http(BODY, status=status))) == []


@pytest.mark.parametrize(
    "type_", ["request", "metadata", "revisit", "resource", "conversion", "warcinfo", "unheard-of"]
)
def test_other_records_are_left_out(type_: str) -> None:
    assert bodies(record(http(BODY), type_=type_), page(1))[1:] == []


def test_a_response_to_another_protocol_is_left_out() -> None:
    assert bodies(record(b"skaal.example. 60 IN A 192.0.2.1", content_type="text/dns", url="dns:skaal.example")) == []


def test_headers_with_line_feeds_alone() -> None:
    assert bodies(record(http(BODY, end="\n"))) == [BODY]


CHUNKED = b"%x\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY)


def test_transfer_and_content_encoding() -> None:
    both = gzip.compress(BODY)
    deflate = zlib.compressobj(wbits=-15)
    for body, headers in (
        (CHUNKED, "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(BODY), "Content-Encoding: gzip\r\n"),
        (gzip.compress(BODY), "Content-Encoding: x-gzip\r\n"),
        (zlib.compress(BODY), "Content-Encoding: deflate\r\n"),
        (deflate.compress(BODY) + deflate.flush(), "Content-Encoding: deflate\r\n"),
        (zstandard.compress(BODY), "Content-Encoding: ZSTD\r\n"),
        (gzip.compress(gzip.compress(BODY)), "Content-Encoding: gzip, gzip\r\n"),
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(both), both), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (BODY, "Content-Encoding: identity\r\n"),
    ):
        assert bodies(record(http(body, headers=headers))) == [BODY], headers


def test_brotli() -> None:
    packed = b"\x0b\x02\x80hello\x03"
    assert bodies(record(http(packed, headers="Content-Encoding: br\r\n"))) == [b"hello"]


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd", "chunked", "unheard-of"])
def test_a_body_that_is_not_encoded_as_its_header_says(name: str) -> None:
    for header in (f"Content-Encoding: {name}\r\n", f"Transfer-Encoding: {name}\r\n"):
        assert bodies(record(http(BODY, headers=header)), page(1))[0] == BODY
    assert bodies(record(http(b"", headers=f"Content-Encoding: {name}\r\n"))) == [b""]


def test_an_encoding_that_breaks_off_gives_what_there_is() -> None:
    noise = b"<p>" + bytes(range(32, 127)) * 50
    [document] = read(record(http(gzip.compress(noise)[:-20], headers="Content-Encoding: gzip\r\n")), max_bytes=9000)
    assert isinstance(document.html, bytes)
    assert noise.startswith(document.html)


def test_no_more_is_read_than_may_be_cleaned() -> None:
    bomb = gzip.compress(bytes(10_000_000))
    for one in (record(http(bomb, headers="Content-Encoding: gzip\r\n")), record(http(b"<p>" * 30_000))):
        [document] = read(one, max_bytes=20_000)
        assert (len(document.html or b""), document.cut_at) == (20_001, 20_000)
    assert [document.id for document in read(record(http(b"<p>" * 999)), page(1), max_bytes=500)][1] == "<urn:uuid:1>"


def test_damage_is_a_warning(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(page(0) + b"nonsense\r\n\r\n" + page(1))
    with caplog.at_level(logging.WARNING, "cleaner"):
        assert len(list(read_warc(path))) == 2
    [line] = caplog.messages
    assert line.startswith(f"{path.as_posix()}, byte 0 to byte ")


def test_damage_ends_the_reading_where_that_is_asked_for() -> None:
    documents = read_warc(io.BytesIO(page(0) + b"nonsense"), on_error=stop)
    assert next(documents).id == "<urn:uuid:0>"
    with pytest.raises(RecordError, match="byte 0 to the end"):
        next(documents)


def test_files_by_a_glob_and_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.warc").write_bytes(page(2))
    (tmp_path / "a.warc.gz").write_bytes(members([page(1)]))
    (tmp_path / "c.warc.zst").write_bytes(zstandard.compress(page(3)))
    (tmp_path / "notes.txt").write_text("not an archive")
    for source in (tmp_path, str(tmp_path / "*.warc*")):
        assert [document.id for document in read_warc(source)] == [f"<urn:uuid:{number}>" for number in (1, 2, 3)]


def test_without_the_extra_the_call_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    with pytest.raises(ImportError, match=r"needs fastwarc, .*`pip install 'article-cleaner\[warc\]'`"):
        read_warc("nowhere.warc")


def test_a_page_that_is_too_large_says_so_when_it_is_cleaned() -> None:
    [document] = read(record(http(b"<p>" * 400)), max_bytes=100)
    assert document.html
    with pytest.raises(PageTooLargeError):
        Cleaner(max_bytes=100).clean(document.html)


def test_a_page_that_was_cut_is_too_large_for_a_cleaner_that_would_take_it() -> None:
    documents = read(record(http(BODY * 3)), page(1), max_bytes=len(BODY) * 3 - 1)
    statuses = [result.status for result in clean_many(documents, cleaner=Cleaner(max_bytes=10_000), workers=0)]
    assert statuses == ["too_large", "too_large"]


def test_a_page_that_was_cut_as_it_was_sent_is_known_though_what_is_left_is_short() -> None:
    """Without the header of gzip it has fewer bytes than may be read, but not all of its own."""
    sent = gzip.compress(BODY * 50, compresslevel=0)
    [document] = read(record(http(sent, headers="Content-Encoding: gzip\r\n")), max_bytes=1000)
    assert isinstance(document.html, bytes)
    assert (BODY * 50).startswith(document.html)
    assert 0 < len(document.html) <= 1000
    assert document.cut_at == 1000
