"""The standfirst: what sums the story up, between the headline and its first paragraph."""

from __future__ import annotations

from cleaner.block import Block, Page
from cleaner.folding import spaced
from cleaner.story import span
from cleaner.wording import key_of, size

_DESCRIPTION = ("og:description", "description", "twitter:description")
_SHORTEST = 50
"""Characters, as `wording` measures them; less is a slogan, a place or a name."""
_LONGEST = 600
"""Characters; more is the story itself."""
_MOST = 50
"""Paragraphs that are looked at, the story's first prose the last of them."""
_WHOLE = 60
"""Characters that a description and a paragraph have in common where one of them is cut, or goes on."""
_LINKED = 0.5
_LOOKED_AT = 50


def standfirst(page: Page) -> list[int]:
    """The index of the block, in a list, or none: the paragraph that rules left and the page states as its description.

    Leaves alone: headings and links; what stands above the headline, as a site's slogan does, or below the story's
    first prose; what the page says again.
    """
    title = _headline(page)
    first = span(page).first
    above = [block for block in page.blocks if title < block.index <= first and _may_be(block)][-_MOST:]
    stated = _stated(page) if above else set()
    for block in above:
        if _is_stated(block.key, stated):
            again = any(block.key in below.text.casefold() for below in page.blocks if below.index > block.index)
            return [] if again else [block.index]
    return []


def _headline(page: Page) -> int:
    """The index of the last block above the story that says the title; that of the story's first prose without any."""
    first = span(page).first
    return max((index for index, name in page.removed.items() if name == "headline" and index < first), default=first)


def _may_be(block: Block) -> bool:
    is_line = block.kind == "paragraph" and block.link_share < _LINKED
    return is_line and size(block.text) >= _SHORTEST and len(block.text) <= _LONGEST


def _stated(page: Page) -> set[str]:
    """The keys of the descriptions that the page states of itself and of stories: not of an author or a publisher."""
    told: list[object] = [page.facts.first_meta(name) for name in _DESCRIPTION]
    told += [item.get("description") for item in page.facts.json_ld[:_LOOKED_AT] if item.get("headline")]
    return {key_of(spaced(text[:_LONGEST])) for text in told if isinstance(text, str)} - {""}


def _is_stated(key: str, stated: set[str]) -> bool:
    return key in stated or any(
        (len(text) >= _WHOLE and key.startswith(text)) or (len(key) >= _WHOLE and text.startswith(key))
        for text in stated
    )
