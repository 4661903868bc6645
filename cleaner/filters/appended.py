"""Other whole articles on the page: endless scroll, and the text once more in a second copy."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Block, Box, Drop, Page
from cleaner.wording import plain_words

_ARTICLE = 300
_NAMES = frozenset(("article", "post", "hentry", "entry", "blogpost"))
_LEVEL = 2
_TOP = 4
"""Blocks that may stand above the heading of an article: a kicker, a date."""
_LONGEST_TITLE = 2_000
"""Characters of all the titles that a page states."""


def appended(page: Page, *, article: int = _ARTICLE) -> Iterator[Drop]:
    """Boxes after the story that are articles of their own; the story is the one that holds the page's headline.

    They have a heading like the story's and at least `article` characters of prose each.

    Leaves alone: entries of a live blog and posts of a thread, whose page has its headline outside of them; sections.
    """
    title = _headline_block(page)
    if title is None:
        return
    after_story = _after_story(page, title, article)
    for heading in page.original[title.index + 1 :]:
        if heading.kind == "heading" and _is_like(heading, title):
            box = _own_box(heading, title)
            if box is None or box.prose < article or box.first + _TOP < heading.index:
                continue
            if box.first >= after_story:
                for block in page.inside(box):
                    yield Drop(block.index, "in another article after the story")


def _is_like(heading: Block, title: Block) -> bool:
    """Whether the heading is of a rank with the page's headline, or a link to the article below it."""
    return (heading.level or 9) <= _LEVEL and (heading.level == title.level or heading.link_share > 0.5)


def _after_story(page: Page, title: Block, article: int) -> int:
    """The first number by which the prose since the headline is an article's."""
    told = 0
    for block in page.original[title.index + 1 :]:
        if block.prose:
            told += len(block.text)
            if told >= article:
                return block.index + 1
    return len(page.original)


def _own_box(heading: Block, title: Block) -> Box | None:
    """The largest box around the heading without the page's headline, where it is an article or the story's twin."""
    around_title = {box.number: box for box in title.box.path()}
    own = None
    for box in heading.box.path():
        if box.number in around_title:
            break
        own = box
    if own is None or own.tag == "article" or not own.words.isdisjoint(_NAMES):
        return own
    twins = (box for box in around_title.values() if box.parent is own.parent)
    return own if own.words and any(twin.tag == own.tag and twin.words == own.words for twin in twins) else None


def _headline_block(page: Page) -> Block | None:
    """The longest heading that says the page's title or most of it."""
    headings = [block for block in page.original if block.kind == "heading" and not block.hidden]
    headings.sort(key=lambda block: len(block.text), reverse=True)
    stated = " | ".join((*page.facts.meta.get("og:title", ()), page.facts.title or ""))
    told = " ".join(plain_words(stated[:_LONGEST_TITLE]))
    return next((block for block in headings if " ".join(plain_words(block.text)) in told), None)
