"""Other whole articles on the page: endless scroll, and the text once more in a second copy."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Block, Box, Drop, Page, plain_words

_ARTICLE = 400
_NAMES = frozenset(("article", "post", "hentry", "entry", "story", "blogpost"))
_TOP = 4
"""Blocks that may stand above the heading of an article: a kicker, a date."""


def appended(page: Page, *, article: int = _ARTICLE) -> Iterator[Drop]:
    """Boxes after the story that are articles of their own, with a heading like the story's and at least `article`
    characters of prose each. The story is the one that holds the page's headline.

    Leaves alone: entries of a live blog and posts of a thread, whose page has its headline outside of them; sections.
    """
    title = _headline_block(page)
    if title is None:
        return
    for heading in page.blocks:
        if heading.kind == "heading" and heading.level == title.level and heading.index > title.index:
            box = _own_box(heading, title)
            if box and box.prose >= article and box.first + _TOP >= heading.index:
                for block in page.inside(box):
                    yield Drop(block.index, "in another article after the story")


def _own_box(heading: Block, title: Block) -> Box | None:
    """The largest box around the heading that has no part in the story: it does not hold the page's headline."""
    around_title = {box.number for box in title.box.path()}
    own = None
    for box in heading.box.path():
        if box.number in around_title:
            break
        own = box
    return own if own and (own.tag == "article" or not own.words.isdisjoint(_NAMES)) else None


def _headline_block(page: Page) -> Block | None:
    """The h1 or, without one, the heading that says the page's title."""
    headings = [block for block in page.original if block.kind == "heading" and not block.hidden]
    stated = " | ".join((*page.facts.meta.get("og:title", ()), page.facts.title or ""))
    told = " ".join(plain_words(stated))
    return next((block for block in headings if " ".join(plain_words(block.text)) in told), None)
