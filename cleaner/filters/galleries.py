"""Galleries in text without markup: pictures in a row that are counted, "Image 1 of 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.block import Block, Drop, Role
from cleaner.filters.credit import ends_in_credit, is_signed

_COUNTER = re.compile(
    r"(?:(?P<word>image|photo|picture|bild|foto|imagen|imagem|immagine|obraz|zdjęcie|фото) ?)?"
    r"(?P<number>\d{1,3}) ?(?:of|von|de|di|sur|van|av|z|из|/) ?(?P<total>\d{1,3})(?!\w)[ :.|–-]*",
    re.IGNORECASE,
)
_APART = 3
"""Lines from one counter to the next: a caption and its credit may stand between."""


class _Counted(NamedTuple):
    at: int
    number: int
    total: int
    named: bool
    """The counter says that it counts pictures."""
    caption: str
    """What the line says behind the counter."""


def galleries(blocks: Sequence[Block], longest: int) -> Iterator[Drop]:
    """The counters of pictures that are counted from the first one on, two or more, and the captions beside them.

    A caption stands in the counter's line, or below it with a credit. Counters that do not say what they count need
    captions in their lines, and one with a credit among them.

    Leaves alone: texts over `longest` characters; steps, ratings and slides, which nobody credits.
    """
    for series in _series(list(_counted(blocks))):
        captions = [one.caption for one in series]
        if not series[0].named and not (all(captions) and any(map(_is_credited, captions))):
            continue
        for one in series:
            role: Role | None = "caption" if one.caption else None
            for block in (blocks[one.at], *_below(blocks, one.at)):
                if len(block.text) <= longest:
                    yield Drop(block.index, "in a gallery that counts its pictures", role)
                role = "caption"


def _counted(blocks: Sequence[Block]) -> Iterator[_Counted]:
    for at, block in enumerate(blocks):
        if match := _COUNTER.match(block.text):
            caption = block.text[match.end() :]
            if not caption[:1].islower():  # "1 of 5 people"
                yield _Counted(at, int(match["number"]), int(match["total"]), match["word"] is not None, caption)


def _series(counted: list[_Counted]) -> Iterator[list[_Counted]]:
    """Those that count on from the first picture, each within a few lines."""
    series: list[_Counted] = []
    for one, after in pairwise([*counted, _Counted(0, 0, 0, False, "")]):
        if series or one.number == 1:
            series.append(one)
        goes_on = (after.number, after.total, after.named) == (one.number + 1, one.total, one.named)
        if not goes_on or after.at - one.at > _APART:
            if len(series) > 1:
                yield series
            series = []


def _below(blocks: Sequence[Block], counter: int) -> Sequence[Block]:
    """The caption below a counter: one or two lines, the last of which has the credit."""
    lines = blocks[counter + 1 : counter + _APART]
    for size, block in enumerate(lines, 1):
        if _COUNTER.match(block.text):
            break
        if _is_credited(block.text):
            return lines[:size]
    return ()


def _is_credited(text: str) -> bool:
    return ends_in_credit(text) or is_signed(text)
