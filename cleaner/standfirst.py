"""The standfirst: what sums the story up, between the headline and its first paragraph."""

from __future__ import annotations

from cleaner.block import Block, Page
from cleaner.story import span
from cleaner.wording import key_of

_DESCRIPTION = ("og:description", "description", "twitter:description")
_LONGEST = 600
_MOST = 50
"""Paragraphs next above the story that are looked at."""
_WHOLE = 60
"""Characters; a description that was cut there or later tells as much as a whole one."""
_LINKED = 0.5
_LOOKED_AT = 50
_CUT = ".… "


def standfirst(page: Page) -> list[int]:
    """The indices of its blocks: paragraphs that rules left and that the page states as its description.

    Leaves alone: headings and links; what stands above the headline or below the story's first prose; what that says
    again.
    """
    title = next((block.index for block in page.original if block.kind == "heading" and block.level == 1), -1)
    first = span(page).first
    above = [block for block in page.blocks if title < block.index <= first and _may_be(block)][-_MOST:]
    stated = _stated(page) if above else set()
    return [
        block.index
        for block in above
        if _is_stated(block.key.rstrip(_CUT), stated) and block.key.rstrip(_CUT) not in _after(page, block)
    ]


def _after(page: Page, block: Block) -> str:
    """The key of the paragraph below the block."""
    return next((below.key for below in page.blocks if below.index > block.index and below.prose), "")


def _may_be(block: Block) -> bool:
    return block.kind == "paragraph" and block.link_share < _LINKED and len(block.text) <= _LONGEST


def _stated(page: Page) -> set[str]:
    """The keys of the descriptions that the page states of itself."""
    facts = page.facts
    told = [facts.first_meta(name) for name in _DESCRIPTION]
    told += [text for item in facts.json_ld[:_LOOKED_AT] if isinstance(text := item.get("description"), str)]
    return {key_of(text[:_LONGEST]).rstrip(_CUT) for text in told if text} - {""}


def _is_stated(key: str, stated: set[str]) -> bool:
    return key in stated or any(
        (len(text) >= _WHOLE and key.startswith(text)) or (len(key) >= _WHOLE and text.startswith(key))
        for text in stated
    )
