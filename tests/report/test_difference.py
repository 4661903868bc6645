"""Two bodies, paragraph by paragraph."""

from __future__ import annotations

import pytest

from cleaner import Article, Removal, TextBlock
from cleaner.report import difference as module
from cleaner.report.difference import difference


def body(texts: str, removed: str = "") -> Article:
    """A paragraph a letter."""
    return Article(
        blocks=tuple(TextBlock(index=n, kind="paragraph", text=text) for n, text in enumerate(texts)),
        removed=tuple(
            Removal(index=99, filter="teasers", reason="a card", text=text, kind="other") for text in removed
        ),
    )


def fates(old: Article | None, new: Article | None) -> list[tuple[str, str]]:
    return [(one.fate, "".join(part.text for part in one.paragraphs)) for one in difference(old, new)]


def test_what_went_and_what_came() -> None:
    assert fates(body("abcd"), body("axcde")) == [
        *(("same", "a"), ("gone", "b"), ("new", "x"), ("same", "cd"), ("new", "e")),
    ]
    assert fates(body("ab"), body("ab")) == [("same", "ab")]
    assert fates(body("a"), None) == [("gone", "a")]
    assert fates(None, None) == []


def test_the_filter_that_made_the_difference_is_named() -> None:
    gone, new = difference(body("a", removed="b"), body("b", removed="a"))
    assert [(part.filter, part.reason) for part in (*gone.paragraphs, *new.paragraphs)] == [("teasers", "a card")] * 2
    [_, [unknown]] = [one.paragraphs for one in difference(body("a"), body("ab"))]
    assert (unknown.filter, unknown.reason) == ("", "")


def test_of_very_many_paragraphs_the_beginning_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_PAIRS", 3)
    assert fates(body("abc"), body("axc")) == [("same", "a"), ("gone", "bc"), ("new", "xc")]
    assert fates(body("ab"), body("abc")) == [("same", "ab"), ("new", "c")]
    assert fates(body("ab"), body("ab")) == [("same", "ab")]
