"""Texts with spans as lines of Markdown."""

from __future__ import annotations

import pytest

from cleaner.article import Span
from cleaner.markdown.inline import inline


def span(text: str, part: str, kind: str, target: str | None = None) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), kind, target)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("emphasis", "the *old* oak"),
        ("strong", "the **old** oak"),
        ("code", "the `old` oak"),
        ("sub", "the <sub>old</sub> oak"),
        ("sup", "the <sup>old</sup> oak"),
        ("link", "the [old](https://a.example/b) oak"),
        ("back", "the old oak"),
    ],
)
def test_each_kind_of_span(kind: str, expected: str) -> None:
    assert inline("the old oak", [span("the old oak", "old", kind, "https://a.example/b")], {}) == expected


def test_spans_in_spans() -> None:
    text = "see the old oak now"
    spans = [
        span(text, "the old oak", "link", "https://a.example"),
        span(text, "old", "strong"),
        span(text, "old", "code"),
    ]
    assert inline(text, spans, {}) == "see [the **`old`** oak](https://a.example) now"
    assert inline(text, [span(text, "the old", "strong"), span(text, "the", "emphasis")], {}) == (
        "see ***the* old** oak now"
    )


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("unbelievable", "believ", "un**believ**able"),
        ("x“a”y", "“a”", "x“a”y"),
        ("say “a”.", "“a”", "say **“a”**."),
        ("漢「字」漢", "「字」", "漢「字」漢"),
        ("漢字漢", "字", "漢**字**漢"),
        ("€5", "5", "€**5**"),
    ],
)
def test_emphasis_stands_where_it_can_be_said(text: str, part: str, expected: str) -> None:
    assert inline(text, [span(text, part, "strong")], {}) == expected


def test_emphasis_inside_a_word_does_not_stand_in_other_emphasis() -> None:
    text = "all unbelievable trees"
    assert inline(text, [span(text, text, "strong"), span(text, "believ", "emphasis")], {}) == f"**{text}**"


def test_emphasis_right_behind_emphasis_is_left_out() -> None:
    assert inline("ab", [span("ab", "a", "strong"), span("ab", "b", "emphasis")], {}) == "**a**b"


def test_code_right_behind_code_is_one_or_text() -> None:
    assert inline("ab", [span("ab", "a", "code"), span("ab", "b", "code")], {}) == "`ab`"


def test_lines_break_where_the_page_breaks_them() -> None:
    text = "roses are - red"
    assert inline(text, [Span(9, 10, "break")], {}) == "roses are\\\n\\- red"
    assert inline(text, [Span(9, 10, "break")], {}, "heading") == text


def test_links_lead_to_addresses_alone() -> None:
    for target in ("javascript:x", "data:x", "/b", None):
        assert inline("an oak", [span("an oak", "oak", "link", target)], {}) == "an oak"


def test_signs_of_footnotes_that_are_there() -> None:
    text = "oak1: the tree"
    spans = [span(text, "1", "sup"), span(text, "1", "note", "fn1")]
    assert inline(text, spans, {"fn1": 3}) == r"oak[^3]\: the tree"
    assert inline(text, spans, {}) == "oak<sup>1</sup>: the tree"


def test_an_exclamation_mark_makes_no_image_of_a_link() -> None:
    assert inline("Oh!oak", [span("Oh!oak", "oak", "link", "https://a.example")], {}) == r"Oh\![oak](https://a.example)"


def test_pipes_in_the_code_of_a_cell() -> None:
    assert inline("a|b", [span("a|b", "a|b", "code")], {}, "cell") == r"`a\|b`"
    assert inline("a|b", [span("a|b", "a|b", "code")], {}) == "`a|b`"


def test_white_space_is_single_characters() -> None:
    assert inline(" a\n- b\t", [], {}) == "a - b"
