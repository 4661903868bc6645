"""Copyright lines and other legal notices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.block import Block, Drop, Page
from cleaner.languages import Topic
from cleaner.signs import saying
from cleaner.story import home, homes, span

_LONGEST = 300
_KINDS = frozenset(("heading", "code", "table"))
_SIGNS = ("©", "(c)", "(C)", "opyright", "OPYRIGHT")
_TOPICS: tuple[Topic, ...] = ("copyright", "standards")
_MARK = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d|^\W*(?:©|copyright ©)", re.IGNORECASE)


def copyright(page: Page, *, longest: int = _LONGEST) -> Iterator[Drop]:
    """Short blocks that claim the rights ("© 2024 The Example", "All rights reserved").

    Lines about standards, corrections and where the text first stood go too.

    Leaves alone: a story about copyright, whose sentences name no year and owner; texts over `longest` characters.
    """
    for topic in _TOPICS:
        for block, phrase in saying(page, topic, longest):
            yield Drop(block.index, f"says {phrase!r}")
    for block in page.blocks:
        if len(block.text) <= longest and block.kind not in _KINDS and _claims(block.text) and not _tells(page, block):
            yield Drop(block.index, "a copyright line")


def _tells(page: Page, block: Block) -> bool:
    """Whether the block is a sentence of the story, and not its last."""
    return block.prose and home(block).number in homes(page) and block.index < span(page).last


def _claims(text: str) -> bool:
    return any(sign in text for sign in _SIGNS) and _MARK.search(text) is not None
