"""A standfirst is what the page states as its description, between headline and story; all else is left alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest
from by_hand import STORY, Child, Line, box, h, link, page

from cleaner.block import Page
from cleaner.standfirst import standfirst

SUMMARY = "After a winter on the mainland, the four hundred islanders get their ferry back on Friday."
TITLE = h(1, "Ferry runs again")
ARTICLE = box("article", *STORY)


def made(
    *children: Child, described: str = SUMMARY, name: str = "og:description", titles: Collection[int] = (0,)
) -> Page:
    """A page whose blocks of these numbers `headline` has taken for its title."""
    return page(*children, meta={name: (described,)}).without(dict.fromkeys(titles, "headline"))


@pytest.mark.parametrize(
    "stated",
    [
        SUMMARY,
        SUMMARY.upper(),
        SUMMARY.replace(" ", "\n  "),
        f"{SUMMARY[:70]}…",  # cut, as for cards
        f"{SUMMARY} The harbour office expects crowds.",
    ],
)
def test_the_paragraph_that_the_page_states_as_its_description(stated: str) -> None:
    assert standfirst(made(TITLE, "By Ana Lopes", SUMMARY, ARTICLE, described=stated)) == [2]


@pytest.mark.parametrize("name", ["description", "twitter:description"])
def test_wherever_a_meta_element_states_it(name: str) -> None:
    assert standfirst(made(TITLE, SUMMARY, ARTICLE, name=name)) == [1]


def test_structured_data_states_it_of_a_story_and_not_of_who_wrote_it() -> None:
    story: dict[str, Any] = {"@type": "NewsArticle", "headline": "Ferry runs again", "description": SUMMARY}
    for item, found in (
        (story, [1]),
        ({"@type": "Person", "description": SUMMARY}, []),
        (story | {"description": [1]}, []),
    ):
        told = page(TITLE, SUMMARY, ARTICLE, json_ld=(item,)).without({0: "headline"})
        assert standfirst(told) == found


@pytest.mark.parametrize("stated", ["…", "After a winter", "Timetables, fares and news of all ferries."])
def test_a_page_that_states_nothing_or_little_or_something_else_has_none(stated: str) -> None:
    assert standfirst(made(TITLE, SUMMARY, ARTICLE, described=stated)) == []


def test_a_heading_a_link_an_item_and_what_is_short_are_none() -> None:
    for line in (h(2, SUMMARY), link(SUMMARY), Line(SUMMARY, "list_item")):
        assert standfirst(made(TITLE, line, ARTICLE)) == []
    assert standfirst(made(TITLE, "By Ana Lopes, Northport", ARTICLE, described="By Ana Lopes, Northport")) == []


def test_what_stands_above_the_headline_or_in_the_story_is_none() -> None:
    assert standfirst(made(SUMMARY, TITLE, ARTICLE, titles=(1,))) == []
    assert standfirst(made(TITLE, ARTICLE, SUMMARY)) == []
    slogan = (h(1, "Coast Log"), SUMMARY, h(2, "Ferry runs again"), ARTICLE)
    assert standfirst(made(*slogan, titles=(0, 2))) == []
    assert standfirst(made(SUMMARY, ARTICLE, titles=())) == []  # nothing tells a slogan from a standfirst


def test_what_the_page_says_again_is_none() -> None:
    again = f"On Thursday: {SUMMARY} {STORY[0]}"
    assert standfirst(made(TITLE, SUMMARY, box("article", again, *STORY))) == []
    assert standfirst(made(TITLE, box("article", SUMMARY, STORY[0], again))) == []
    assert standfirst(made(TITLE, box("div", SUMMARY), box("div", SUMMARY), ARTICLE)) == []
    late = f"{STORY[0]} {STORY[1]} {STORY[2]} {SUMMARY}"
    assert standfirst(made(TITLE, SUMMARY, box("article", late, *STORY))) == []


def test_a_paragraph_of_the_length_of_a_story_is_none() -> None:
    for length, found in ((600, [1]), (601, [])):
        long = f"{SUMMARY} {'x' * (length - len(SUMMARY) - 1)}"
        assert standfirst(made(TITLE, long, ARTICLE)) == found


def test_only_the_last_paragraphs_above_the_story_are_looked_at() -> None:
    other = "A paragraph of fifty characters that says no more."
    for lines, found in ((48, [1]), (49, [])):  # the story's first paragraph is the last of fifty, or one more
        assert standfirst(made(TITLE, SUMMARY, *[other] * lines, ARTICLE)) == found


def test_what_a_rule_took_is_none() -> None:
    assert standfirst(made(TITLE, SUMMARY, ARTICLE).without({0: "headline", 1: "repeats"})) == []
