"""Which lines may sign a story, and the names in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.block import Block, Page
from cleaner.metadata.names import lead_in, looks_like_name, names
from cleaner.metadata.zone import Line, stands_in

AUTHOR_WORDS = frozenset("author authors byline bylines writer contributor contributors authorname writtenby".split())
_SIGNING_WORDS = AUTHOR_WORDS - {"byline", "bylines"}
_TOPIC_WORDS = frozenset("category categories tag tags topic topics section".split())
_ABOUT_WORDS = frozenset("description role job jobtitle position".split())
_UNSIGNED_KINDS = frozenset(("other", "caption", "quote", "code", "table"))
BYLINE_WORDS = 12
_BESIDE = 3
"""Blocks from a name to the date that stands beside it."""
DAY = re.compile(r"\d{1,4}\s?[-–—/.]\s?\d{1,2}(?:\s?[-–—/.]\s?\d{2,4})?[\s|•·,–—-]*")
"""A day written in numbers: beside a name, it need not be known which of them is the month."""


def signed(line: Line) -> tuple[str, ...]:
    """The names in the first part of the line that has any; parts that say "by" come first."""
    if not (line.may_sign and may_sign(line.block)):
        return ()
    ordered = sorted(line.parts, key=lambda part: not lead_in(part))
    return next((found for part in ordered if len(part.split()) <= BYLINE_WORDS and (found := names(part))), ())


def may_sign(block: Block) -> bool:
    """It is not a button or a caption, the name of a section, or what somebody does."""
    if block.kind in _UNSIGNED_KINDS or not block.box.words.isdisjoint(_ABOUT_WORDS):
        return False
    words = block.marks | block.box.words
    return words.isdisjoint(_TOPIC_WORDS) or not words.isdisjoint(_SIGNING_WORDS)


def is_authors_box(block: Block) -> bool:
    """It, or a box around it, is named for an author."""
    return stands_in(block, AUTHOR_WORDS) or not block.marks.isdisjoint(AUTHOR_WORDS)


def is_sentence(block: Block) -> bool:
    """It is prose, or ends as a sentence does."""
    return block.prose or block.text.endswith((".", "!", "?"))


def is_full(name: str) -> bool:
    """It looks like a full name, with or without credentials behind it."""
    return looks_like_name(name.partition(",")[0])


def is_phrase(name: str, page: Page) -> bool:
    """Its last word is one that the page's prose also writes in lower case: it is a topic rather than a name."""
    word = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1].lower())}\b")
    return any(word.search(block.text) for block in page.original if block.prose)


def stands_beside_date(near: Sequence[Line], position: int) -> bool:
    """There is a date in the line, in the one before it, or in one of the next few."""
    index = near[position].block.index
    return any(
        -1 <= line.block.index - index <= _BESIDE and (line.dates or any(map(DAY.match, line.parts)))
        for line in near[max(0, position - 1) : position + _BESIDE + 1]
    )
