"""Lists of tags go, into their field; prose stays whatever its box is called."""

from __future__ import annotations

from by_hand import STORY, Line, box, h, li, link, page, plain, verdicts

from cleaner.block import Drop
from cleaner.filters.tags import tags


def test_a_box_named_so_goes() -> None:
    made = page(*STORY, box("ul.tags", li(link("Ferries")), li(link("Islands"))))
    assert verdicts(tags, made) == [
        Drop(6, "in a box named as tags", "tags"),
        Drop(7, "in a box named as tags", "tags"),
    ]


def test_a_line_that_begins_like_one_goes() -> None:
    made = page(*STORY, "In this article: Ferries, Islands")
    assert verdicts(tags, made) == [Drop(6, "begins with 'in this article:'", "tags")]


def test_in_plain_text_such_a_line_goes_too() -> None:
    assert verdicts(tags, plain(*STORY, "Tags: Ferries, Islands")) == [Drop(6, "begins with 'tags:'", "tags")]


def test_links_to_tags_and_hashtags_go() -> None:
    made = page(
        *STORY, Line("Ferries Islands", link_share=0.9, links=2, marks=frozenset(("tag",))), "#ferries #islands"
    )
    assert verdicts(tags, made) == [Drop(6, "links to tags", "tags"), Drop(7, "nothing but hashtags", "tags")]


def test_prose_in_a_box_named_so_is_left_alone() -> None:
    assert verdicts(tags, page(*STORY[:3], box("div.category", STORY[3]), *STORY[4:])) == []


def test_a_sentence_with_a_hashtag_is_left_alone() -> None:
    assert verdicts(tags, page(*STORY[:3], "#ferry was the word of the winter.", *STORY[3:])) == []


def test_prose_that_begins_like_one_is_left_alone() -> None:
    told = "In this article: how the pier was lost in one night, how it came back, and what the islands did without it."
    assert verdicts(tags, page(told, *STORY)) == []


def test_a_heading_over_a_list_of_the_story_is_left_alone() -> None:
    made = page(*STORY[:3], box("div.topics", h(2, "Timber"), li("Oak"), li("Larch")), *STORY[3:])
    assert Drop(3, "in a box named as tags", "tags") not in verdicts(tags, made)


def test_how_long_a_list_may_be() -> None:
    made = page(*STORY, box("ul.tags", li(link("Ferries")), li(link("Islands"))))
    assert verdicts(tags, made, longest=10) == []
