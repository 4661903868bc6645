"""Cookie and privacy banners."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Drop, Page
from cleaner.signs import around, in_named_boxes, saying

_NAMES = (
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "cookiebanner",
    "cookiebar",
    "cookieconsent",
    "onetrust",
    "privacy",
    "ccpa",
)
_BANNER = 1500
_LONGEST = 500


def consent(page: Page, *, banner: int = _BANNER, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named after cookies or consent, and short blocks that ask for it, with the box of at most `banner`
    characters around them.

    Leaves alone: a story that quotes a cookie notice, for its box is larger than a banner; a privacy policy.
    """
    for block, why in in_named_boxes(page, _NAMES):
        yield Drop(block.index, why)
    for block, phrase in saying(page, "consent", longest):
        company = around(page, block, banner)
        if not any(other.prose and other.index != block.index for other in company):
            for other in company:
                yield Drop(
                    other.index, f"says {phrase!r}" if other is block else f"beside a block that says {phrase!r}"
                )
