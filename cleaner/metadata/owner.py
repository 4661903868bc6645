"""Whose page it is, where one person keeps it and signs nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner.block import Block, Page
from cleaner.metadata.names import looks_like_name, names
from cleaner.metadata.words import AFFILIATION, COPYRIGHT, MYSELF
from cleaner.wording import plain_words

_TOP, _FOOTER = 3, 10
"""Blocks at the ends of a page in which it is named."""
_LONGEST = 200
_MYSELF = 0.006
"""Share of the words."""
_TWICE = 2
_PARTS = re.compile(r"\s[|–—·-]\s|/+")
_NO_NAMES = frozenset(
    "the about blog contact discussion docs forum forums home lab labs magazine media meet menu news team".split()
)


def owner(page: Page, body: Sequence[Block]) -> tuple[str, ...]:
    """The full name that the page has in two of its title, head, foot and address, if its story speaks of "I".

    Not one of which a word is written in lower case on the page: that is a name for a thing.
    """
    places = Counter(text for text in map(str.strip, _places(page)) if _may_be_persons(text))
    address = "".join(plain_words(page.host))
    for name, times in places.items():
        words = plain_words(name)
        in_address = any(len(word) > 3 and word in address for word in words)
        if times + in_address >= _TWICE and not _is_written_small(words, page):
            return names(name) if _speaks_of_itself(body) else ()
    return ()


def _speaks_of_itself(body: Sequence[Block]) -> bool:
    prose = " ".join(block.text for block in body if block.prose)
    return len(MYSELF.findall(prose)) > _MYSELF * len(prose.split())


def _is_written_small(words: Sequence[str], page: Page) -> bool:
    small = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
    return any(small.search(block.text) for block in page.original if block.prose)


def _places(page: Page) -> Iterator[str]:
    """The texts where a page may say whose it is."""
    yield from set(_PARTS.split((page.facts.title or "")[:_LONGEST])[1:])
    yield page.facts.first_meta("og:site_name") or ""
    yield from {block.text.strip(" /|") for block in page.original[:_TOP] if len(block.text) <= _LONGEST}
    for block in page.original[-_FOOTER:]:
        if len(block.text) <= _LONGEST and (line := COPYRIGHT.search(block.text)):
            yield line[1]


def _may_be_persons(text: str) -> bool:
    words = plain_words(text)
    return len(words) <= 3 and looks_like_name(text) and _NO_NAMES.isdisjoint(words) and not AFFILIATION.search(text)
