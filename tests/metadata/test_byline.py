"""Who signs the story: the byline above it, below it, and where it is better than what the page declares."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from by_hand import STORY, Child, box, h, link, page

from cleaner.metadata import zone
from cleaner.metadata.byline import Place, authors, begins_as_byline, better

JANE = ("Jane Doe",)


def place(*above: Child, below: tuple[Child, ...] = (), marked: Collection[int] = ()) -> Place:
    """A page, with the numbers of the blocks that filters call bylines in `marked`."""
    made = page(h(1, "Ferry runs again"), *above, *STORY, *below)
    body = [block for block in made.blocks if block.text in STORY]
    near = zone.around(made, body, made.blocks[0])
    return Place(made, body, made.blocks[0], near, lambda: zone.below(made, body), marked)


def signed(*above: Child, below: tuple[Child, ...] = (), marked: Collection[int] = ()) -> tuple[str, ...]:
    return authors(place(*above, below=below, marked=marked), ("Example Times",))


@pytest.mark.parametrize(
    "line", ["By Jane Doe", "World | By Jane Doe | 5 min read", "Von Jane Doe, 17.09.2023", "Sep 17, 2023 by Jane Doe"]
)
def test_the_byline_above_the_story(line: str) -> None:
    assert signed(line) == JANE


def test_the_byline_above_the_story_comes_before_that_below() -> None:
    assert signed("By Jane Doe", below=("By John Roe",)) == JANE
    assert signed(below=("Share this", "Posted by Jane Doe")) == JANE


def test_a_label_and_its_name_on_two_lines() -> None:
    assert signed("Written by", "Jane Doe") == JANE
    sentence = "An agency with reporters in two hundred cities of the world."
    assert signed(below=("AFP", "Written By", sentence)) == ("AFP",)
    assert signed("Written by", sentence) == ()


@pytest.mark.parametrize("line", ["By size", "by size", "By time of day"])
def test_what_follows_by_in_lower_case_is_no_name(line: str) -> None:
    assert signed(line) == ()


def test_a_login_is_a_name_only_where_a_filter_says_so() -> None:
    assert signed("by jane") == ()
    assert signed("by jane", marked={1}) == ("jane",)


@pytest.mark.parametrize("line", [h(2, "By Size"), link("By Size")])
def test_a_heading_or_a_link_is_a_byline_only_where_a_filter_says_so(line: Child) -> None:
    assert signed(line) == ()
    assert signed(line, marked={1}) == ("Size",)


def test_a_bare_name_needs_to_be_borne_out() -> None:
    assert signed("Jane Doe") == ()
    assert signed("Example Topics") == ()
    assert signed("Jane Doe", "September 17, 2023") == JANE
    assert signed("Jane Doe | Senior Writer") == JANE
    assert signed("Jane Doe", marked={1}) == JANE


def test_an_authors_box_signs() -> None:
    assert signed(box("div.byline", "Jane Doe")) == JANE
    assert signed(box("div.intro", "Jane Doe")) == ()


def test_a_team_signs_below_the_headline() -> None:
    assert signed("The Example Team") == ("The Example Team",)


def test_a_strong_lead_signs_wherever_it_stands() -> None:
    far = ["Line"] * 20
    assert signed(below=(*far, "Written by Jane Doe")) == JANE
    assert signed(below=(*far, "By Jane Doe")) == ()


def test_a_name_in_the_block_behind_a_marked_label() -> None:
    far = ("Line",) * 12
    assert signed(below=(*far, "Written by", "Jane Doe"), marked={19}) == JANE
    assert signed(below=(*far, "Contact", "Jane Doe")) == ()


def test_boxes_of_one_kind_sign_together() -> None:
    boxes = box("div.author.name", "Jane Doe"), box("p.job", "Editor"), box("div.author.name", "John Roe")
    assert signed(*boxes) == ("Jane Doe", "John Roe")
    assert signed(box("div.author.name", "Jane Doe"), box("div.editor.name", "John Roe")) == JANE


def test_an_authors_box_below_the_story() -> None:
    assert signed(below=(box("div.author", "Jane Doe"),)) == JANE
    assert signed(below=(box("div.author", "More stories"),)) == ()


def test_a_day_in_numbers_before_the_byline() -> None:
    assert signed("03/01/2017 by Jane Doe, Representative to the Committee of the Harbour") == JANE
    assert signed("12/19 — 2025", "by jane") == ("jane",)


def test_a_label_far_away_and_its_name() -> None:
    far = ("Line",) * 20
    assert signed(below=(*far, h(2, "Article written by:"), h(3, "Jane Doe, MD"))) == ("Jane Doe, MD",)
    assert signed(below=(*far, "Written by", "Cookies")) == ()


def test_where_the_site_signs_somebody_else_may_be_borne_out() -> None:
    bio = "Jane Doe is a freelance writer who lives in the north."
    assert signed("By Example Times", below=(bio,)) == JANE
    assert signed("By John Roe", below=(bio,)) == ("John Roe",)
    assert signed("By Example Times") == ("Example Times",)


def test_words_of_the_headline_are_nobody() -> None:
    assert signed("Ferry Runs", "September 17, 2023") == ()


DECLARED = ("Jane Doe",)


@pytest.mark.parametrize(
    ("above", "shown"),
    [
        (("By Jane Doe",), ()),
        (("By Jane M. Doe",), ()),
        (("By Jane Doe and John Roe",), ("Jane Doe", "John Roe")),
        (("Jane Doe & John Roe",), ("Jane Doe", "John Roe")),
        (("Jane Doe, storm damage, harbour",), ()),
        (("By John Roe",), ("John Roe",)),
        (("By John Roe, MD",), ("John Roe, MD",)),
        (("By size",), ()),
        (("By Roe",), ()),
        (("John Roe", "September 17, 2023"), ()),
        ((box("div.author", "The Example Team"),), ("The Example Team",)),
        (("The Example Team",), ()),
        ((h(3, "By John Roe"),), ("John Roe",)),
        ((h(3, "By Mail Boat"),), ()),
    ],
)
def test_what_is_better_than_a_declared_name(above: tuple[Child, ...], shown: tuple[str, ...]) -> None:
    assert better(place(*above), DECLARED) == shown


def test_a_byline_above_the_headline_or_below_the_story_is_no_better() -> None:
    assert better(place(below=("Posted by John Roe",)), DECLARED) == ()
    made = page("By John Roe", h(1, "Ferry runs again"), *STORY)
    body = [block for block in made.blocks if block.text in STORY]
    near = zone.around(made, body, made.blocks[1])
    assert better(Place(made, body, made.blocks[1], near, lambda: (), ()), DECLARED) == ()


@pytest.mark.parametrize(
    ("text", "marked", "begins"),
    [
        ("By Jane Doe", False, True),
        ("作者:王小明", False, True),
        ("By size", False, False),
        ("by jane", False, False),
        ("by jane", True, True),
        ("by jane of the north", True, False),
        ("Jane Doe", True, False),
        ("By Jane " + "and so on " * 20, False, False),
    ],
)
def test_how_a_byline_begins(text: str, marked: bool, begins: bool) -> None:
    assert begins_as_byline(text, marked=marked) is begins
