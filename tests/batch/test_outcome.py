"""What a page came to, and the way from the worker to the caller."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from cleaner import Article, Cleaner, Removal
from cleaner.batch.outcome import Outcome, Page, failure, outcome_of, packed, unpacked
from cleaner.errors import CleanerError, FilterError, NotHTMLError, PageMemoryError, PageTooLargeError, WorkerDiedError
from cleaner.filters import Drop
from cleaner.filters import Page as FilterPage

STORY = "<p>The keeper climbed the stairs every evening.</p>"


def raising(error: BaseException) -> Cleaner:
    def broken(page: FilterPage) -> Iterator[Drop]:
        raise error
        yield

    return Cleaner([("broken", broken)])


def page(html: Any = STORY, **given: Any) -> Page:
    return Page(*({"html": html, "text": None, "url": None, "charset": None, "crawled": None} | given).values())


def test_a_page() -> None:
    made = outcome_of(Cleaner(), page(url="https://a.example", crawled=date(2024, 3, 2)))
    assert made.status == "ok"
    assert made.found == Cleaner().clean(STORY, url="https://a.example", crawled=date(2024, 3, 2))
    assert made.seconds is not None
    assert made.seconds > 0


def test_a_text() -> None:
    assert outcome_of(Cleaner(), page(None, text="The lamp turned.")).found == Cleaner().clean_text("The lamp turned.")


def test_what_a_reader_left_of_a_page_is_too_large_under_any_limit() -> None:
    made = outcome_of(Cleaner(max_bytes=10**9), page(cut_at=20))
    assert made.status == "too_large"
    assert "more than 20 bytes" in str(made.found)


def test_a_page_without_blocks_is_empty() -> None:
    assert outcome_of(Cleaner(), page("")).status == outcome_of(Cleaner(), page(None, text="")).status == "empty"


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        (KeyError("a"), "filter_error", FilterError),
        (NotHTMLError("PDF"), "filter_error", FilterError),
        (MemoryError(), "memory", PageMemoryError),
        (SystemExit(0), "worker_died", WorkerDiedError),
    ],
)
def test_what_a_filter_raises(error: BaseException, status: str, kind: type[CleanerError]) -> None:
    made = outcome_of(raising(error), page())
    assert (made.status, type(made.found)) == (status, kind)
    assert made.seconds is not None


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotHTMLError("PDF"), "not_html"),
        (PageTooLargeError(2, 1), "too_large"),
        (FilterError("a", "raised"), "filter_error"),
        (MemoryError(), "memory"),
        (IndexError("of our own"), "worker_died"),
        (KeyboardInterrupt(), "worker_died"),
    ],
)
def test_every_exception_has_its_status(error: BaseException, status: str) -> None:
    assert failure(error).status == status


def test_the_limit_is_told() -> None:
    assert str(failure(MemoryError(), 12_000).found).startswith("Cleaning the page took more than 12,000 bytes")
    assert str(failure(MemoryError()).found).startswith("There was not enough memory")


def test_an_interrupt_is_the_callers() -> None:
    with pytest.raises(KeyboardInterrupt):
        outcome_of(raising(KeyboardInterrupt()), page())


HTML = f"""<title>Lamp</title><meta property="article:published_time" content="2024-03-02T08:30:00Z">
<meta property="article:modified_time" content="2024-03-05">{STORY * 3}<table><tr><th>a<th>b<tr><td>1<td>2</table>
<figure><img src="a.jpg" alt="A lamp"><figcaption>A lamp.</figcaption></figure><nav><a href=/>Home</a></nav>"""


@pytest.mark.parametrize("url", [None, "https://a.example/\ud83d"])
def test_an_article_is_the_same_at_the_other_end(url: str | None) -> None:
    made = outcome_of(Cleaner(), page(HTML, url=url))
    assert isinstance(made.found, Article)
    again = unpacked(pickle.loads(pickle.dumps(packed(made))), url)
    assert again == made
    assert isinstance(again.found, Article)
    assert again.found.published == made.found.published
    assert type(again.found.modified) is type(made.found.modified)


def test_so_is_one_that_json_of_pydantic_cannot_hold() -> None:
    removed = (Removal(index=0, filter="own", reason="half a \ud83d", text="a", kind="other"),)
    article = Article(removed=removed, published=date(2024, 3, 2))
    with pytest.raises(ValueError, match="surrogates"):
        article.model_dump_json()
    assert unpacked(packed(Outcome("empty", article)), None).found == article


@pytest.mark.parametrize(
    "error", [NotHTMLError("PDF"), PageTooLargeError(2, 1), PageMemoryError(12), WorkerDiedError("ended")], ids=repr
)
def test_an_error_is_the_same_at_the_other_end(error: CleanerError) -> None:
    again = unpacked(packed(Outcome("memory", error, 0.5)), None)
    assert (type(again.found), str(again.found), again.seconds) == (type(error), str(error), 0.5)


def test_the_cause_of_a_filters_error_comes_as_text() -> None:
    class Local(Exception):  # which no pickle can hold
        pass

    made = unpacked(packed(outcome_of(raising(Local("deep down")), page())), None)
    assert isinstance(made.found, FilterError)
    assert made.found.__cause__ is None
    [note] = made.found.__notes__
    assert note.startswith("In the worker:\nTraceback")
    assert note.endswith("Local: deep down")
