"""What is said twice goes once; refrains and cells stay."""

from __future__ import annotations

from by_hand import STORY, Line, box, page, verdicts

from cleaner.block import Drop
from cleaner.filters.repeats import repeats

PULLED = "Who had slept in the tool shed since the middle of May"


def test_a_paragraph_that_stands_earlier_goes() -> None:
    made = page(*STORY, STORY[1], STORY[2].upper())
    assert verdicts(repeats, made) == [Drop(6, "says what block 1 says"), Drop(7, "says what block 2 says")]


def test_a_quote_that_a_paragraph_contains_goes() -> None:
    made = page(*STORY, Line(PULLED, "quote"))
    assert verdicts(repeats, made) == [Drop(6, "block 2 says it again in its place")]


def test_a_pull_quote_by_name_goes() -> None:
    made = page(STORY[0], box("aside.pullquote", PULLED), *STORY[1:])
    assert verdicts(repeats, made) == [Drop(1, "block 3 says it again in its place")]


def test_a_standfirst_that_opens_the_story_again_goes() -> None:
    made = page(STORY[0], f"{STORY[0]} {STORY[1]}", *STORY[2:])
    assert verdicts(repeats, made) == [Drop(0, "block 1 says it again in its place")]


def test_refrains_and_short_lines_are_left_alone() -> None:
    assert verdicts(repeats, page(STORY[0], "Row, row, row.", STORY[1], "Row, row, row.", *STORY[2:])) == []


def test_code_and_cells_are_left_alone() -> None:
    code, table = Line(STORY[0], "code"), Line(STORY[1], "table")
    assert verdicts(repeats, page(code, code, table, table, *STORY[2:])) == []


def test_a_sentence_that_a_later_paragraph_contains_is_left_alone() -> None:
    assert verdicts(repeats, page(STORY[0], PULLED, *STORY[1:])) == []


def test_how_short_a_repeat_may_be() -> None:
    made = page(*STORY, STORY[1])
    assert verdicts(repeats, made, shortest=200) == []
