"""The report of many pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from cleaner import Article, CleanerError, Document, Removal, Result, TextBlock, clean_many
from cleaner.report import render_index
from report.hostile import TEXTS, article
from report.looked_at import check_harmless, parsed, text


def page(number: int, confidence: float | None = 0.5, removed: int = 0) -> Result:
    found = Article(
        title=f"Page {number}",
        blocks=(TextBlock(index=0, kind="paragraph", text="one two three"),),
        removed=(Removal(index=1, filter="teasers", reason="a card", text="x" * removed, kind="other"),),
        removed_words={"teasers": removed},
        confidence=confidence,
        page_type="article" if number % 2 else None,
    )
    return Result(f"id-{number}", f"https://skaal.example/{number}", None, found, None, "ok")


def failed(number: int) -> Result:
    return Result(number, None, None, None, CleanerError("It took more than 30 seconds."), "timeout")


def order(html: str) -> list[str]:
    """The names of the rows' pages."""
    rows = html[html.index("<tbody>") : html.index("</tbody>")].split("<tr>")[1:]
    found = [re.search(r'data-sort="(.*?)"', row) for row in rows]
    return [match[1] for match in found if match]


def test_the_pages_most_worth_a_look_come_first() -> None:
    pages = [page(1, 0.9), page(2, 0.2), page(3, None), page(4, 0.2, removed=9), failed(5)]
    assert order(render_index(pages)) == ["5", "Page 3", "Page 4", "Page 2", "Page 1"]


def test_a_row_leads_to_the_pages_report() -> None:
    content = render_index([failed(0), page(1), page(2)])
    ids = [attributes["id"] for _, attributes in parsed(content).elements if "id" in attributes]
    links = [attributes["href"] for tag, attributes in parsed(content).elements if tag == "a"]
    assert ids == ["index", "page-2", "page-3"]
    assert links == ["#page-2", "#page-3", "#index", "#index"]


def test_a_page_that_failed_says_why() -> None:
    shown = text(render_index([failed(7), page(1)]))
    assert "7 timeout It took more than 30 seconds." in shown
    assert "1 timeout" in shown


def test_all_pages_are_counted_and_some_are_shown() -> None:
    content = render_index((page(n, 0.5, removed=600) for n in range(5)), most=2)
    shown = text(content)
    assert "5 pages 5 ok" in shown
    assert "The 2 most worth a look" in shown
    assert "Removed characters by filter" in shown
    assert "teasers 3,000" in shown
    assert len(order(content)) == 2


def test_it_is_read_once_and_lazily() -> None:
    def pages() -> Iterator[Result]:
        yield page(1)

    assert "1 page 1 ok" in text(render_index(pages()))
    assert "0 pages" in text(render_index([]))


def test_results_of_a_batch() -> None:
    content = render_index(clean_many([Document("<p>Hello", id="a"), Document(b"%PDF-1.4", id="b")], workers=0))
    assert "The input is a PDF" in text(content)
    check_harmless(content)


def test_hostile_pages_are_harmless() -> None:
    bad = [Result(one, one, None, article(), None, "ok") for one in TEXTS]
    bad += [Result(one, one, None, None, CleanerError(one), "timeout") for one in TEXTS]
    check_harmless(render_index(bad))


def test_what_is_no_result_is_said() -> None:
    with pytest.raises(TypeError, match=r"^render_index takes Results; item 0 is Article\(.*what clean_many"):
        render_index([Article()])  # type: ignore[list-item]
