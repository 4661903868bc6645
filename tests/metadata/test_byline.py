"""Who signs the story: the byline above it, below it, and names that something else bears out."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from by_hand import STORY, Child, box, h, img, link, page

from cleaner.metadata import zone
from cleaner.metadata.byline import above_story, authors, begins_as_byline

JANE = ("Jane Doe",)


def signed(*above: Child, below: tuple[Child, ...] = (), marked: Collection[int] = ()) -> tuple[str, ...]:
    """The authors of a page; the blocks with the numbers in `marked` are those that filters call bylines."""
    made = page(h(1, "Ferry runs again"), *above, *STORY, *below)
    body = [block for block in made.blocks if block.text in STORY]
    near = zone.around(made, body, made.blocks[0])
    lines = zone.lines([made.blocks[index] for index in sorted(marked)], made)
    return authors(made, near, lambda: zone.below(made, body), lines, marked, made.blocks[0])


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


def test_a_biography_bears_a_name_out() -> None:
    assert signed("Jane Doe", below=("Jane Doe is a reporter who has covered bridges for many years.",)) == JANE
    assert signed("Jane Doe", below=("Jane Doe island is a rock in the north, where nobody lives.",)) == ()


def test_a_portrait_bears_a_name_out() -> None:
    assert signed(img(alt="Photo of Jane Doe", **{"class": "author-photo"}), "Jane Doe") == JANE
    assert signed(img(alt="Photo of Jane Doe", **{"class": "wide"}), "Jane Doe") == ()
    assert signed(img(alt="Photo of John Roe", **{"class": "avatar"}), "Jane Doe") == ()


def test_an_authors_box_signs() -> None:
    assert signed(box("div.byline", "Jane Doe")) == JANE
    assert signed(box("div.intro", "Jane Doe")) == ()


def test_a_team_signs_below_the_headline() -> None:
    assert signed("The Example Team") == ("The Example Team",)


def test_a_strong_lead_signs_wherever_it_stands() -> None:
    far = ["Line"] * 20
    assert signed(below=(*far, "Written by Jane Doe")) == JANE
    assert signed(below=(*far, "By Jane Doe")) == ()


def test_only_the_byline_above_the_story() -> None:
    made = page("By Jane Doe", "John Roe", box("div.author", "Mary Major"))
    first, second, third = zone.lines(made.blocks, made)
    assert above_story([first, second, third], ()) == JANE
    assert above_story([second, third], ()) == ("Mary Major",)
    assert above_story([second], ()) == ()
    assert above_story([second, third], {1}) == ("John Roe",)


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
