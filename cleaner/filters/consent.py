"""Cookie and privacy banners."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Drop, Page
from cleaner.signs import around, in_named_boxes, phrases_of, saying, with_company

_NAMES = "cookie cookies consent gdpr cookiebanner cookiebar cookieconsent onetrust privacy ccpa".split()
_BANNER = 1500
_LONGEST = 500


def consent(page: Page, *, banner: int = _BANNER, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named after cookies or consent, and short blocks that ask for it.

    Those go with the box of at most `banner` characters around them.

    Leaves alone: a notice in one box with prose, as in a story that quotes it, unless a button of the box asks too, or
    it is a heading over the prose of its banner; a privacy policy.
    """
    for block, why in in_named_boxes(page, _NAMES):
        yield Drop(block.index, why)
    said = phrases_of(page, "consent")
    for block, phrase in saying(page, "consent", longest):
        company = around(page, block, banner)
        # Also what is gone by now: `navigation` has taken the buttons.
        others = [b for b in page.original[company[0].index : company[-1].index + 1] if b.index != block.index]
        told = any(other.prose and page.at(other.index) for other in others)
        asks = any(other.kind == "other" and other.index in said for other in others)
        if block.kind == "heading" or asks or not told:
            yield from with_company(block, phrase, company)
