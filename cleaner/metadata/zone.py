"""The lines around the headline and below the story, where pages say who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cleaner.block import Block, Box, Page
from cleaner.metadata.dates import Found, find_date
from cleaner.metadata.language import normalise

_ABOVE = 6
_BELOW = 15
_INTO_BODY = 4
_BELOW_STORY = 10
_LONGEST = 200
_MOST_DATES = 3
_ELSEWHERE = frozenset(
    "comment comments related teaser teasers reply commenter recent popular testimonial testimonials recirc "
    "breadcrumb breadcrumbs".split()
)
_PARTS = re.compile(r"[|•·●⋅▪►»]|\s[-–—]\s")
_OPEN_SUFFIXES = frozenset("ai co cc fm gg gl io it ly me sh so to tv ws xyz".split())
"""Country domains that sites of any country use."""


class Line(NamedTuple):
    """A short block, its dates with the text in front of each, and what is left between dates, bars and dots."""

    block: Block
    dates: tuple[tuple[str, Found], ...]
    parts: tuple[str, ...]


def around(page: Page, body: Sequence[Block], title: Block | None) -> list[Line]:
    """The lines below the headline, down to the first paragraphs of the story, then the few above it, nearest first."""
    start = title.index if title else body[0].index if body else 0
    first = next((block.index for block in body if block.index > start), start)
    last = body[-1].index if body else first
    near = {
        *range(start + 1, min(first, start + _BELOW)),
        *range(max(start, first - _ABOVE), min(first + _INTO_BODY, last) + 1),
    }
    places = [*sorted(near), *range(start - 1, max(start - _ABOVE, 0) - 1, -1)]
    blocks = (page.original[at] for at in places if 0 <= at < len(page.original))
    return lines((block for block in blocks if block is not title), page)


def below(page: Page, body: Sequence[Block]) -> list[Line]:
    """The lines right below the story."""
    after = body[-1].index + 1 if body else 0
    return lines(page.original[after : after + _BELOW_STORY], page)


def lines(blocks: Iterable[Block], page: Page) -> list[Line]:
    """Those of the blocks that are short, seen by a reader, and about this page."""
    language = _date_language(page)
    return [
        _line(block, language)
        for block in blocks
        if len(block.text) <= _LONGEST
        and is_seen(block)
        and block.box.tag != "nav"
        and not stands_in(block, _ELSEWHERE)
    ]


def stands_in(block: Block, words: frozenset[str]) -> bool:
    """One of its three innermost boxes has one of these words."""
    box: Box | None = block.box
    for _ in range(3):
        if box is None:
            break
        if not box.words.isdisjoint(words):
            return True
        box = box.parent
    return False


def _line(block: Block, language: str | None) -> Line:
    text, label = block.text, ""
    rest: list[str] = []
    dates: list[tuple[str, Found]] = []
    while len(dates) < _MOST_DATES and (found := find_date(text, language=language)):
        label, text = text[: found.start], text[found.end :]
        rest.append(label)
        dates.append((label, found))
    parts = [part for piece in (*rest, text) for part in _PARTS.split(piece)]
    return Line(block, tuple(dates), tuple(part for piece in parts if (part := piece.strip(" ,.:"))))


def is_seen(block: Block) -> bool:
    """A reader sees it, at the latest when an animation has faded it in."""
    return not block.hidden or block.hidden.startswith("opacity")


def _date_language(page: Page) -> str | None:
    """The declared language, with the country of the page's host where that decides how dates are written."""
    language = normalise(page.facts.lang)
    if language != "en":
        return language
    suffix = page.host.rpartition(".")[2]
    if suffix in ("edu", "gov", "mil", "us"):
        return "en-US"
    return f"en-{suffix.upper()}" if len(suffix) == 2 and suffix not in _OPEN_SUFFIXES else "en"
