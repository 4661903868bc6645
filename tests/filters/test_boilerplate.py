"""What stands outside the story, or does not read like it, goes; its own sequence stays."""

from __future__ import annotations

from by_hand import STORY, Line, box, button, h, li, link, page, plain, verdicts

from cleaner.block import Drop
from cleaner.filters.boilerplate import boilerplate

ARTICLE = box("article", *STORY)


def test_what_stands_outside_the_box_of_the_story_goes() -> None:
    made = page(box("div", "Pier Street 3"), ARTICLE, box("div", "Tides of the week", STORY[0]))
    why = "outside the box that holds the story"
    assert verdicts(boilerplate, made) == [Drop(0, why), Drop(7, why), Drop(8, why)]


def test_scraps_before_and_after_the_story_go() -> None:
    made = page(box("article", box("div", "Islands"), box("div", *STORY), box("div", "Pier Street 3")), *STORY[:1])
    assert verdicts(boilerplate, made)[:2] == [
        Drop(0, "outside the box that holds the story"),
        Drop(7, "outside the box that holds the story"),
    ]
    assert verdicts(boilerplate, plain("Islands", *STORY, "Pier Street 3")) == [
        Drop(0, "before the story"),
        Drop(7, "after the story"),
    ]


def test_blocks_that_are_mostly_links_go() -> None:
    made = page(box("article", *STORY[:3], link("The storm of 1954", share=0.8), *STORY[3:]))
    assert verdicts(boilerplate, made) == [Drop(3, "mostly links")]


def test_links_and_controls_go_on_a_page_without_prose() -> None:
    made = page("Tide table", "Friday: 6 am", link("Saturday"), button("Print"))
    why = "links or controls on a page without prose"
    assert verdicts(boilerplate, made) == [Drop(2, why), Drop(3, why)]


def test_what_stands_in_one_sequence_with_the_story_is_left_alone() -> None:
    end = (h(2, "Fares"), "Adults 4.50", box("ul", li("Goats 2.00"), li("Mail free")))
    assert verdicts(boilerplate, page(box("article", "Islands", *STORY, *end), box("div", "Pier Street 3"))) == [
        Drop(11, "outside the box that holds the story"),
    ]


def test_a_standfirst_between_headline_and_story_is_left_alone() -> None:
    standfirst = box("div", "After a winter on the mainland, the islands get their ferry back.")
    assert verdicts(boilerplate, page(h(1, "Ferry runs again"), standfirst, ARTICLE)) == [
        Drop(0, "outside the box that holds the story"),
    ]


def test_a_heading_with_a_link_over_a_review_is_left_alone() -> None:
    review = f"{STORY[0]} {STORY[1]}"
    made = page(box("article", Line("The Ferryman", "heading", 2, 1.0, 1), review, *STORY))
    assert verdicts(boilerplate, made) == []


def test_how_linked_a_block_may_be() -> None:
    made = page(box("article", *STORY[:3], link("The storm of 1954", share=0.8), *STORY[3:]))
    assert verdicts(boilerplate, made, linked=0.9) == []
