"""Advertisements, their labels, and the notices that go with them."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Drop, Page
from cleaner.signs import in_named_boxes, saying

_NAMES = (
    "ad", "ads", "advert", "advertisement", "advertising", "adsbygoogle", "adunit", "adslot", "sponsored", "sponsor",
    "paid", "dfp", "gpt", "commercial", "partner", "adwrapper", "adbox",
)  # fmt: skip
_LONGEST = 200
_PHRASE = 25
"""Characters: a long phrase is no accident even in a sentence."""


def advertisements(page: Page, *, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named as advertisement, labels such as "Advertisement", and notices about affiliate links.

    Leaves alone: a story about advertising; blocks of over `longest` characters that merely mention it.
    """
    for block, why in in_named_boxes(page, _NAMES, share=0.2):
        if block.kind != "heading" or block.level != 1:
            yield Drop(block.index, why)
    for block, phrase in saying(page, "advertisement", longest):
        if not block.prose or len(phrase) > _PHRASE:
            yield Drop(block.index, f"says {phrase!r}")
