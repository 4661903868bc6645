"""What stands outside the story, or does not read like it, is told; its own sequence is left alone."""

from __future__ import annotations

import pytest
from by_hand import STORY, Line, box, button, h, li, link, page, plain

from cleaner.block import Block, Page
from cleaner.outline import outside

ARTICLE = box("article", *STORY)
ELSEWHERE = "outside the box that holds the story"


def told(page: Page) -> list[tuple[int, str]]:
    return sorted(outside(page))


def test_what_stands_outside_the_box_of_the_story() -> None:
    made = page(box("div", "Pier Street 3"), ARTICLE, box("div", "Tides of the week", STORY[0]))
    assert told(made) == [(0, ELSEWHERE), (7, ELSEWHERE), (8, ELSEWHERE)]


def test_scraps_before_and_after_the_story() -> None:
    made = page(box("article", box("div", "Islands"), box("div", *STORY), box("div", "Pier Street 3")), *STORY[:1])
    assert told(made)[:2] == [(0, ELSEWHERE), (7, ELSEWHERE)]
    assert told(plain("Islands", *STORY, "Pier Street 3")) == [(0, "before the story"), (7, "after the story")]


def test_blocks_that_are_mostly_links() -> None:
    made = page(box("article", *STORY[:3], link("The storm of 1954", share=0.8), *STORY[3:]))
    assert told(made) == [(3, "mostly links")]


def test_blocks_that_are_hardly_links_are_left_alone() -> None:
    assert told(page(box("article", *STORY[:3], link("The storm of 1954", share=0.6), *STORY[3:]))) == []


def test_links_and_controls_on_a_page_without_prose() -> None:
    made = page("Tide table", "Friday: 6 am", link("Saturday"), button("Print"))
    why = "links or controls on a page without prose"
    assert told(made) == [(2, why), (3, why)]


def test_what_stands_in_one_sequence_with_the_story_is_left_alone() -> None:
    end = (h(2, "Fares"), "Adults 4.50", box("ul", li("Goats 2.00"), li("Mail free")))
    assert told(page(box("article", "Islands", *STORY, *end), box("div", "Pier Street 3"))) == [(11, ELSEWHERE)]


def test_a_standfirst_between_headline_and_story_is_left_alone() -> None:
    standfirst = box("div", "After a winter on the mainland, the islands get their ferry back.")
    assert told(page(h(1, "Ferry runs again"), standfirst, ARTICLE)) == [(0, ELSEWHERE)]


def test_a_heading_with_a_link_over_a_review_is_left_alone() -> None:
    review = f"{STORY[0]} {STORY[1]}"
    assert told(page(box("article", Line("The Ferryman", "heading", 2, 1.0, 1), review, *STORY))) == []


@pytest.mark.parametrize("announcing", [h(2, "More from the islands"), "More from the islands:"])
def test_what_announces_a_removed_block(announcing: Line | str) -> None:
    made = page(box("article", *STORY, announcing, link("The storm of 1954")))
    assert told(made) == [(6, "announces what was removed"), (7, "mostly links")]


def test_a_heading_over_what_is_left_is_left_alone() -> None:
    assert told(page(box("article", *STORY[:3], h(2, "Fares"), *STORY[3:]))) == []


def test_only_what_is_left_is_told_of() -> None:
    made = page(box("div", "Pier Street 3"), ARTICLE, box("div", "Tides of the week"))
    assert told(made.without({0: "copyright"})) == [(7, ELSEWHERE)]


def test_nothing_is_told_of_a_page_without_blocks() -> None:
    assert told(Page(())) == []
    assert told(Page((Block(0, "Islands"),)).without({0: "tags"})) == []
