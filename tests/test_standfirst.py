"""A standfirst is what the page states as its description, between headline and story; all else is left alone."""

from __future__ import annotations

import pytest
from by_hand import STORY, Line, box, h, link, page

from cleaner.block import Page
from cleaner.standfirst import standfirst

SUMMARY = "After a winter on the mainland, the four hundred islanders get their ferry back on Friday."
ARTICLE = box("article", *STORY)


def described(text: str = SUMMARY, name: str = "og:description") -> Page:
    return page(h(1, "Ferry runs again"), "By Ana Lopes", SUMMARY, ARTICLE, meta={name: (text,)})


@pytest.mark.parametrize(
    "stated",
    [
        SUMMARY,
        SUMMARY.upper(),
        f"{SUMMARY[:70]}…",  # cut, as for cards
        f"{SUMMARY} The harbour office expects crowds.",
    ],
)
def test_the_paragraph_that_the_page_states_as_its_description(stated: str) -> None:
    assert standfirst(described(stated)) == [2]


@pytest.mark.parametrize("name", ["description", "twitter:description"])
def test_wherever_it_is_stated(name: str) -> None:
    assert standfirst(described(name=name)) == [2]
    lines = (h(1, "Ferry runs again"), SUMMARY, ARTICLE)
    assert standfirst(page(*lines, json_ld=({"description": SUMMARY}, {"description": ["no text"]}))) == [1]


@pytest.mark.parametrize("stated", ["", "…", "After a winter", "Timetables, fares and news of all ferries."])
def test_a_page_that_states_nothing_or_little_or_something_else_has_none(stated: str) -> None:
    assert standfirst(described(stated)) == []


def test_a_heading_and_a_link_are_none() -> None:
    meta = {"description": (SUMMARY,)}
    for line in (h(2, SUMMARY), link(SUMMARY), Line(SUMMARY, "list_item")):
        assert standfirst(page(h(1, "Ferry runs again"), line, ARTICLE, meta=meta)) == []


def test_what_stands_above_the_headline_or_in_the_story_is_none() -> None:
    meta = {"description": (SUMMARY,)}
    assert standfirst(page(SUMMARY, h(1, "Ferry runs again"), ARTICLE, meta=meta)) == []
    assert standfirst(page(h(1, "Ferry runs again"), ARTICLE, SUMMARY, meta=meta)) == []
    assert standfirst(page(SUMMARY, ARTICLE, meta=meta)) == [0]  # no headline to stand above


def test_what_the_first_paragraph_says_again_is_none() -> None:
    meta = {"description": (SUMMARY,)}
    again = f"On Thursday: {SUMMARY} {STORY[0]}"
    assert standfirst(page(h(1, "Ferry"), SUMMARY, box("article", again, *STORY), meta=meta)) == []
    assert standfirst(page(h(1, "Ferry"), box("article", SUMMARY, again, *STORY), meta=meta)) == []
    assert standfirst(page(h(1, "Ferry"), SUMMARY, box("article", STORY[0], again), meta=meta)) == [1]


def test_only_the_last_paragraphs_above_the_story_are_looked_at() -> None:
    meta = {"description": (SUMMARY,)}
    for lines, found in ((48, [1]), (49, [])):  # the story's first paragraph is the last of fifty, or one more
        assert standfirst(page(h(1, "Ferry"), SUMMARY, *["Islands"] * lines, ARTICLE, meta=meta)) == found


def test_what_a_rule_took_is_none() -> None:
    assert standfirst(described().without({2: "repeats"})) == []
