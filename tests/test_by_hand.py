"""Pages made by hand are those that `parse` makes of the same markup: else tests on them would prove nothing."""

from __future__ import annotations

from typing import Any

from by_hand import STORY, box, h, img, li, link, page

from cleaner.block import Page
from cleaner.parse import parse

MARKUP = f"""<html><body><h1>Ferry runs again</h1>
<article class="story"><p>{STORY[0]}</p><div class="empty"></div><img alt="The pier"><p>{STORY[1]}</p>
<ul class="related links"><li><a href="/a">The storm in January</a></li><li>The pier in figures</li></ul></article>
<aside role="complementary" hidden><p>{STORY[2]}</p></aside></body></html>"""
BY_HAND = page(
    h(1, "Ferry runs again"),
    box(
        "article.story",
        STORY[0],
        box("div.empty"),
        img(alt="The pier"),
        STORY[1],
        box("ul.related.links", li(link("The storm in January")), li("The pier in figures")),
    ),
    box("aside[complementary]", STORY[2], hidden="hidden attribute"),
)


def test_the_boxes_and_their_totals() -> None:
    assert _boxes(BY_HAND) == _boxes(parse(MARKUP))


def test_the_blocks() -> None:
    assert _blocks(BY_HAND) == _blocks(parse(MARKUP))


def test_the_pictures() -> None:
    [by_hand], [parsed] = BY_HAND.facts.pictures, parse(MARKUP).facts.pictures
    assert (by_hand.alt, by_hand.index, by_hand.box.words) == (parsed.alt, parsed.index, parsed.box.words)


def _boxes(page: Page) -> list[Any]:
    return [
        (box.tag, box.words, box.role, box.hidden, box.depth, box.chars, box.linked, box.prose, box.blocks, box.first)
        for box in page.boxes
    ]


def _blocks(page: Page) -> list[Any]:
    """The blocks with their boxes by tag, and without markup, which by hand there is none of."""
    bare = [block._replace(markup=None) for block in page.blocks]
    return [(*block[:3], block.box.tag, *block[4:]) for block in bare]
