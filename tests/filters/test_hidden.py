"""What a reader cannot see goes, unless it is the story."""

from __future__ import annotations

from by_hand import STORY, Line, box, page, verdicts

from cleaner.block import Drop
from cleaner.filters.hidden import hidden


def test_a_block_that_is_hidden_goes_with_the_reason_that_hides_it() -> None:
    made = page(Line("Skip to the story", hidden="for screen readers only"), *STORY)
    assert verdicts(hidden, made) == [Drop(0, "for screen readers only")]


def test_all_that_stands_in_a_hidden_box_goes() -> None:
    made = page(*STORY, box("div", "Loading", box("div", "Next"), hidden="display: none"))
    assert verdicts(hidden, made) == [Drop(6, "display: none"), Drop(7, "display: none")]


def test_hidden_prose_goes_where_there_is_as_much_that_is_visible() -> None:
    made = page(STORY[0], box("div", STORY[1], hidden="hidden attribute"))
    assert verdicts(hidden, made) == [Drop(1, "hidden attribute")]


def test_a_page_without_anything_hidden_is_left_alone() -> None:
    assert verdicts(hidden, page("Menu", *STORY)) == []


def test_a_hidden_story_stays_since_scripts_show_it() -> None:
    made = page("Loading", box("div", *STORY, hidden="opacity: 0"), Line("Close", hidden="closed dialog"))
    assert verdicts(hidden, made) == [Drop(7, "closed dialog")]


def test_noscript_stays_where_the_page_has_no_other_prose() -> None:
    made = page("Example Times", box("noscript", *STORY, hidden="in noscript"))
    assert verdicts(hidden, made) == []


def test_how_much_hidden_prose_is_a_story() -> None:
    made = page(STORY[0], box("div", *STORY[1:3] * 20, hidden="display: none"))
    assert verdicts(hidden, made) == []
    assert len(verdicts(hidden, made, shown_later=60)) == 40


def test_little_hidden_prose_is_no_story_where_some_is_shown() -> None:
    made = page(STORY[0], box("div", *STORY[1:3] * 5, hidden="display: none"))
    assert len(verdicts(hidden, made)) == 10


def test_what_is_hidden_is_the_page_where_there_is_no_prose_and_hardly_another_word() -> None:
    names = [f"Blue teapot, number {number}" for number in range(200)]
    made = page("Menu", box("div", *names, hidden="display: none"), Line("Close", hidden="closed dialog"))
    assert verdicts(hidden, made) == [Drop(201, "closed dialog")]
    assert len(verdicts(hidden, page(*names[:100], box("div", *names, hidden="display: none")))) == 200
    assert len(verdicts(hidden, page("Menu", box("div", *names[:50], hidden="display: none")))) == 50


def test_a_closed_panel_goes_unless_the_story_is_in_it() -> None:
    made = page(*STORY, box("div", "Dimensions", hidden="display: none, until a click"))
    assert verdicts(hidden, made) == [Drop(6, "display: none, until a click")]
    assert verdicts(hidden, page("Tabs", box("div", *STORY, hidden="display: none, until a click"))) == []
