"""Whole other articles go; entries, posts and sections stay."""

from __future__ import annotations

from by_hand import STORY, box, h, page, verdicts

from cleaner.block import Drop
from cleaner.filters.appended import appended

WHY = "in another article after the story"
TITLE = "Ferry to the islands runs again"
OTHER = "Larch or oak, asks the harbour office"


def test_an_article_after_the_story_goes() -> None:
    made = page(box("article", h(1, TITLE), *STORY), box("article", "Timber", h(1, OTHER), *STORY[:4]), title=TITLE)
    assert verdicts(appended, made) == [Drop(index, WHY) for index in range(7, 13)]


def test_a_box_named_as_article_goes_with_all_the_boxes_inside_it() -> None:
    next_story = box("div.post", box("header", h(2, OTHER)), box("div", *STORY[:4]))
    made = page(box("div.post", h(2, TITLE), *STORY), next_story, meta={"og:title": (TITLE,)})
    assert verdicts(appended, made) == [Drop(index, WHY) for index in range(7, 12)]


def test_a_live_blogs_entries_are_left_alone_for_the_headline_stands_outside() -> None:
    entries = [box("article", h(2, f"Day {number}"), *STORY[:4]) for number in (1, 2, 3)]
    assert verdicts(appended, page(h(1, TITLE), *entries, title=TITLE)) == []


def test_sections_of_the_story_are_left_alone() -> None:
    made = page(box("article", h(1, TITLE), *STORY, box("section", h(1, OTHER), *STORY[:4])), title=TITLE)
    assert verdicts(appended, made) == []


def test_a_page_that_states_no_title_is_left_alone() -> None:
    made = page(box("article", h(1, TITLE), *STORY), box("article", h(1, OTHER), *STORY[:4]))
    assert verdicts(appended, made) == []


def test_how_much_prose_is_an_article() -> None:
    made = page(box("article", h(1, TITLE), *STORY), box("article", h(1, OTHER), *STORY[:2]), title=TITLE)
    assert verdicts(appended, made) == []
    assert verdicts(appended, made, article=200) == [Drop(index, WHY) for index in (7, 8, 9)]
