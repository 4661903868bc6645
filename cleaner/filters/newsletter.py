"""Boxes that ask the reader for something: subscribe, donate, download the app, follow us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.block import Block, Drop, Page
from cleaner.languages import Topic
from cleaner.signs import around, in_named_boxes, saying, with_company

_NAMES = (
    "newsletter", "newsletters", "subscribe", "subscription", "signup", "mailchimp", "mailinglist", "donate",
    "donation", "paywall", "optin", "regwall", "meter", "piano", "membership",
)  # fmt: skip
_BOX = 500
_LONGEST = 300
_LINKED = 0.5
_TOPICS: tuple[Topic, ...] = ("newsletter", "support")


def newsletter(page: Page, *, box: int = _BOX, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named so, and short blocks that ask to subscribe or to support.

    Those go with the box of at most `box` characters around them. A link or a button to subscribe, beside prose, goes
    alone.

    Leaves alone: a story about newsletters or donations; blocks of over `longest` characters.
    """
    for block, why in in_named_boxes(page, _NAMES, share=0.15):
        yield Drop(block.index, why)
    for topic in _TOPICS:
        for block, phrase in saying(page, topic, longest):
            company = around(page, block, box)
            alone = topic == "newsletter" and _is_door(block, company)
            yield from with_company(block, phrase, (block,) if alone else company)


def _is_door(block: Block, company: Sequence[Block]) -> bool:
    """Whether the block is a link or a button beside prose, such as "Sign up": that may tell what there is to join."""
    leads = block.link_share > _LINKED or block.kind == "other"
    return leads and any(other.prose and other is not block for other in company)
