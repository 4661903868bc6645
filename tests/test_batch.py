"""`clean_many` as its callers see it."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Generator, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import pytest

sys.path.append(str(Path(__file__).parent / "batch"))  # where workers find the filters of these tests

from misdeeds import CLEANER, STORY, document
from processes import children

from cleaner import Cleaner, Document, Result, clean, clean_many, clean_text
from cleaner.batch import parcels, window
from cleaner.errors import FilterError, PageMemoryError, PageTimeoutError, PageTooLargeError, WorkerDiedError
from cleaner.filters import DEFAULT

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, or sets a limit that Linux has")


class Text(str):
    """As numpy and others have them."""

    __slots__ = ()


@linux
def test_two_thousand_pages_of_which_five_are_bad() -> None:
    bad = {203: "kill", 507: "exit", 911: "hang", 1402: "eat", 1777: "raise"}
    documents = (document(number, bad.get(number, "")) for number in range(2000))
    results = list(clean_many(documents, cleaner=CLEANER, workers=2, timeout=4.0, max_memory=100_000_000))
    assert [result.id for result in results] == list(range(2000))
    assert {result.id: (result.status, type(result.error)) for result in results if result.status != "ok"} == {
        203: ("worker_died", WorkerDiedError),
        507: ("worker_died", WorkerDiedError),
        911: ("timeout", PageTimeoutError),
        1402: ("memory", PageMemoryError),
        1777: ("filter_error", FilterError),
    }
    assert all(result.article and result.article.title == str(result.id) for result in results if result.error is None)
    assert str(results[203].error).startswith("The page ended its worker process by SIGKILL")
    assert "exit status 0" in str(results[507].error)
    assert "longer than 4 seconds" in str(results[911].error)
    assert "more than 100,000,000 bytes" in str(results[1402].error)
    assert cast(FilterError, results[1777].error).filter == "misdeed"
    assert children() == []


GOOD = [
    Document(f"<title>One</title><p>{STORY}</p>", url="https://a.example/1", meta={"kept": "as it is"}),
    Document(f"<p>Zażółć gęślą jaźń. {STORY}</p>".encode("cp1250"), charset="cp1250", id="two"),
    Document(
        bytearray(f"<p>{STORY}</p>", "utf-8"), crawled=date(2024, 3, 2), id=Text("three"), url=Text("https://b.example")
    ),
    Document(text=f"{STORY}\n{STORY[::-1]}", crawled=datetime(2024, 3, 2, 8)),
    Document(f"<p>{STORY}</p>", url="https://a.example/\udc80"),
    Document("", url="https://a.example/nothing"),
]
BAD: list[Any] = [
    Document(b"%PDF-1.7"),
    Document(text="%PDF-1.7"),
    Document("x" * 10_001),
    Document("\u20ac" * 4_000),
    Document(cast(Any, 12)),
    Document(text=cast(Any, b"bytes")),
    Document(f"<p>{STORY}</p>", url=cast(Any, float("nan"))),
    Document(f"<p>{STORY}</p>", charset=cast(Any, 5)),
    Document(f"<p>{STORY}</p>", crawled=cast(Any, "2024-03-02")),
]


def alone(document: Document) -> object:
    if document.html is None:
        return clean_text(document.text or "", url=document.url, crawled=document.crawled)
    return clean(document.html, url=document.url, charset=document.charset, crawled=document.crawled)


@pytest.mark.parametrize("workers", [0, 2])
def test_each_document_has_the_result_that_it_has_alone(workers: int) -> None:
    results = list(clean_many([*GOOD, *BAD], cleaner=Cleaner(max_bytes=10_000), workers=workers))
    assert [result.id for result in results] == [0, "two", "three", *range(3, 15)]
    assert [result.status for result in results[: len(GOOD)]] == ["ok"] * 5 + ["empty"]
    for given, result in zip(GOOD, results, strict=False):
        assert result.article is not None
        assert result.article.model_dump(exclude={"pipeline"}) == cast(Any, alone(given)).model_dump(
            exclude={"pipeline"}
        )
        assert (result.url, result.meta, result.crawled) == (given.url, given.meta, given.crawled)
        assert result.meta is given.meta
        assert result.error is None
        assert result.seconds is not None
    failed = results[len(GOOD) :]
    assert [result.status for result in failed] == ["not_html"] * 2 + ["too_large"] * 2 + ["not_html"] * 5
    assert all(result.article is None and result.error is not None for result in failed)
    assert vars(failed[3].error) == vars(PageTooLargeError(12_000, 10_000))
    assert [str(result.error) for result in failed[4:]] == [
        "The page must be a str, bytes or bytearray, not int; read its content first.",
        "clean_text takes a str, not bytes; decode bytes first, or use clean.",
        "url must be a str or None, not float; pass the page's address, as 'https://...'.",
        "charset must be a str or None, not int; pass its name, as 'utf-8'.",
        "crawled must be a date or None, not str; pass a day, as date(2024, 3, 2).",
    ]


def test_out_of_order_none_waits_for_a_slow_one() -> None:
    documents = [document(0, "slow"), *map(document, range(1, 60))]
    results = list(clean_many(documents, cleaner=CLEANER, workers=2, ordered=False))
    assert sorted(cast(int, result.id) for result in results) == list(range(60))
    assert results[0].id != 0


class Source:
    """An endless input that counts what is read of it, and has what its reader has not given back."""

    def __init__(self, text: str) -> None:
        self.read, self.text = 0, text

    def __iter__(self) -> Iterator[Document]:
        for self.read in itertools.count(1):
            yield Document(text=self.text)


def stream(*arguments: Any, **named: Any) -> Generator[Result, None, None]:
    return cast(Generator[Result, None, None], clean_many(*arguments, **named))


@linux
@pytest.mark.parametrize(
    ("text", "most"),
    [(STORY, 2 * window.PAGES + parcels.PAGES), (f"{STORY}\n" * 1000, 2 * (1 << 20) // (1000 * len(STORY)) + 4)],
    ids=["pages", "bytes"],
)
def test_an_endless_input_is_read_a_little_ahead_and_leaving_it_leaves_no_process(
    text: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "BYTES", 1 << 20)
    source = Source(text)
    results = stream(source, workers=2, cleaner=Cleaner([]))
    assert (source.read, children()) == (0, [])
    for number in range(3):
        assert next(results).id == number
        assert source.read <= most + number
    assert 1 <= len(children()) <= 2
    results.close()
    assert children() == []


@pytest.mark.parametrize("workers", [0, 1])
def test_what_the_input_raises_comes_after_the_results_of_what_came_before(workers: int) -> None:
    def documents() -> Iterator[Document]:
        yield from map(document, range(20))
        raise LookupError("no more")

    results = clean_many(documents(), workers=workers)
    assert [next(results).id for _ in range(20)] == list(range(20))
    with pytest.raises(LookupError, match="no more"):
        next(results)
    assert list(results) == []


@pytest.mark.parametrize("workers", [0, 1])
def test_an_item_that_is_no_document_is_shown(workers: int) -> None:
    results = clean_many(cast(Any, [document(0), "<p>a page</p>"]), workers=workers)
    assert next(results).id == 0
    with pytest.raises(TypeError, match=r"takes Documents; item 1 is '<p>a page</p>'\. Make it one, as Document"):
        next(results)


@linux
def test_no_more_workers_start_than_there_is_work_for() -> None:
    results = stream(map(document, range(5)), workers=20)
    next(results)
    assert len(children()) == 1
    results.close()


def test_nothing_gives_nothing() -> None:
    assert list(clean_many([])) == []
    assert list(clean_many(iter(()), workers=0)) == []


@pytest.mark.parametrize(("misdeed", "status"), [("raise", "filter_error"), ("leave", "worker_died")])
def test_in_this_process_a_page_may_raise(misdeed: str, status: str) -> None:
    [bad, good] = clean_many([document(0, misdeed), document(1)], cleaner=CLEANER, workers=0)
    assert (bad.status, good.status) == (status, "ok")


def test_in_this_process_an_interrupt_is_the_users() -> None:
    results = clean_many([document(0, "interrupt")], cleaner=CLEANER, workers=0)
    with pytest.raises(KeyboardInterrupt):
        next(results)


def test_in_this_process_a_filter_need_not_pickle() -> None:
    [result] = clean_many([document(0)], cleaner=Cleaner([*DEFAULT, ("mine", lambda page: [])]), workers=0)
    assert result.status == "ok"
