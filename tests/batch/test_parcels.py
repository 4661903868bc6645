"""Documents become parcels, parcels chunks."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from cleaner import Article, Cleaner, Document, Result
from cleaner.batch import parcels
from cleaner.batch.outcome import Outcome, Page, outcome_of, packed
from cleaner.batch.parcels import BYTES, PAGES, Parcel, chunks, parcels_of
from cleaner.errors import PageTimeoutError


def parcel(number: int, size: int = 1) -> Parcel:
    return Parcel(number, None, None, None, b"", size)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([1] * (2 * PAGES + 1), [PAGES, PAGES, 1]),
        ([BYTES // 2] * 5, [2, 2, 1]),
        ([BYTES * 9, 1, 1], [1, 2]),
    ],
)
def test_chunks_are_many_small_pages_or_one_large(sizes: list[int], expected: list[int]) -> None:
    made = list(chunks(map(parcel, itertools.count(), sizes)))
    assert list(map(len, made)) == expected
    assert [one.id for chunk in made for one in chunk] == list(range(len(sizes)))


def test_a_chunk_does_not_wait_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "_SECONDS", -1)
    assert list(map(len, chunks(map(parcel, range(3))))) == [1, 1, 1]


def test_what_came_before_an_error_is_given_first() -> None:
    def broken() -> Iterator[Parcel]:
        yield parcel(0)
        raise LookupError("no more")

    made = chunks(broken())
    assert [one.id for one in next(made)] == [0]
    with pytest.raises(LookupError, match="no more"):
        next(made)


class Text(str):
    __slots__ = ()


class Bytes(bytes):
    pass


class Day(datetime):
    pass


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (Document(Text("<p>a")), Page("<p>a", None, None, None, None)),
        (Document(Bytes(b"<p>a"), charset=Text("utf-8")), Page(b"<p>a", None, None, "utf-8", None)),
        (Document(bytearray(b"<p>a")), Page(b"<p>a", None, None, None, None)),
        (
            Document(text=Text("a"), url=Text("https://a.example"), crawled=Day(2024, 3, 2, 8)),
            Page(None, "a", "https://a.example", None, date(2024, 3, 2)),
        ),
    ],
)
def test_a_page_travels_in_types_that_every_process_has(document: Document, expected: Page) -> None:
    [made] = parcels_of([document], Cleaner())
    travelled = Page(*pickle.loads(made.content))
    assert travelled == expected
    assert all(type(value) in (str, bytes, date, type(None)) for value in travelled)
    assert made.size == len(made.content)


@pytest.mark.parametrize("html", ["x" * 101, b"x" * 101])
def test_what_is_too_large_does_not_travel(html: Any) -> None:
    [made] = parcels_of([Document(html, id="a")], Cleaner(max_bytes=100))
    assert (made.content, made.size) == (b"", 0)
    assert made.result().status == "too_large"


@pytest.mark.parametrize("page", [{"html": b"<p>half a pa"}, {"text": "half a pa"}])
def test_what_a_reader_cut_is_too_large_and_does_not_travel(page: Any) -> None:
    [made] = parcels_of([Document(**page, cut_at=11)], Cleaner(max_bytes=10**9))
    assert (made.content, made.size) == (b"", 0)
    assert made.result().status == "too_large"


def test_a_parcel_becomes_a_result() -> None:
    meta: dict[str, object] = {}
    made = Parcel("a", "https://a.example", meta, date(2024, 3, 2), b"page", 4)
    made.end(Outcome("ok", Article(title="T"), 0.5))
    assert made.content == b""
    assert made.result() == Result(
        "a", "https://a.example", meta, Article(title="T"), None, "ok", crawled=date(2024, 3, 2), seconds=0.5
    )
    made.end(Outcome("timeout", error := PageTimeoutError(3.0)))
    assert made.result() == Result("a", "https://a.example", meta, None, error, "timeout", crawled=date(2024, 3, 2))


def test_an_article_gets_its_url_back() -> None:
    page = Page("<p>The lamp turned.", None, "https://a.example/\ud83d", None, None)
    made = Parcel(0, page.url, None, None, b"", 0)
    made.end(packed(outcome_of(Cleaner(), page)))
    assert made.result().article == Cleaner().clean("<p>The lamp turned.", url=page.url)
