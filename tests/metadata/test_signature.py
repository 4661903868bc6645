"""Which lines may sign, and what names look like there."""

from __future__ import annotations

import pytest
from by_hand import STORY, Child, Line, box, button, page

from cleaner.block import Page
from cleaner.metadata import zone
from cleaner.metadata.signature import is_full, is_phrase, is_sentence, may_sign, signed, stands_beside_date

JANE = ("Jane Doe",)


def lines(*children: Child) -> list[zone.Line]:
    made = page(*children)
    return zone.lines(made.blocks, made)


def test_the_names_in_a_line() -> None:
    assert signed(lines("World | By Jane Doe | 5 min read")[0]) == JANE
    assert signed(lines("Jane Doe and John Roe, September 17, 2023")[0]) == ("Jane Doe", "John Roe")
    assert signed(lines("A line that says so much that it cannot be the byline of any story")[0]) == ()


@pytest.mark.parametrize(
    "child",
    [
        button("Jane Doe"),
        Line("Jane Doe", "caption"),
        Line("Jane Doe", "quote"),
        Line("Jane Doe", marks=frozenset(("tag",))),
        Line("Jane Doe", marks=frozenset(("byline", "category"))),
        box("div.author.description", "Jane Doe"),
        box("p.job.title", "Jane Doe"),
    ],
)
def test_what_does_not_sign(child: Child) -> None:
    [block] = page(child).blocks
    assert not may_sign(block)


@pytest.mark.parametrize(
    "child", ["Jane Doe", box("div.author", "Jane Doe"), Line("Jane Doe", marks=frozenset(("author", "category")))]
)
def test_what_may_sign(child: Child) -> None:
    [block] = page(child).blocks
    assert may_sign(block)


def test_full_names() -> None:
    assert is_full("Jane Doe")
    assert is_full("Jane Doe, MD, PhD")
    assert not is_full("Jane")
    assert not is_full("Senior Editor")


def test_a_phrase_of_the_page_is_no_name() -> None:
    made: Page = page(*STORY)
    assert is_phrase("Mail Boat", made)
    assert not is_phrase("Jane Doe", made)


def test_sentences() -> None:
    made = page(STORY[0], "Is that so?", "Jane Doe")
    assert [is_sentence(block) for block in made.blocks] == [True, True, False]


@pytest.mark.parametrize(
    ("before", "after", "beside"),
    [
        ((), ("September 17, 2023",), True),
        ((), ("02-12-2025",), True),
        ((), ("Topic", "September 17, 2023"), True),
        (("September 17, 2023",), (), True),
        (("September 17, 2023", "Topic"), (), False),
        ((), ("One", "Two", "Three", "September 17, 2023"), False),
        ((), (), False),
    ],
)
def test_a_date_beside_a_line(before: tuple[str, ...], after: tuple[str, ...], beside: bool) -> None:
    assert stands_beside_date(lines(*before, "Jane Doe", *after), len(before)) is beside


def test_a_line_of_another_page_does_not_sign() -> None:
    [line] = lines("By Jane Doe")
    assert signed(line._replace(may_sign=False)) == ()
