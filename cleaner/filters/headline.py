"""The page's title, said again above the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.block import Block, Drop, Page, Share
from cleaner.filters.plain_headline import is_end, kicker, plain_headline
from cleaner.wording import plain_words

_SEPARATOR = re.compile(r"(?<!\s)\s++(?:[|\-–—·•»:/]++\s+|[|»]\s*)|[|»]\s*")
_MOST = 20
"""Headings of the first level that are asked whether they are the headline."""
_LONGEST = 300
_AGREEMENT = 0.8


def headline(page: Page, *, agreement: Share = _AGREEMENT) -> Iterator[Drop]:
    """Blocks that say the title: the first h1, and headings or short lines equal to what the page states as title.

    In plain text, the line above the story for which most speaks, and what says it again above.

    Leaves alone: subheads; a paragraph that merely contains the title; further h1 with words of their own.
    """
    if page.plain:
        yield from _in_plain_text(page)
        return
    stated = _stated(page)
    h1 = [block for block in page.blocks if block.kind == "heading" and block.level == 1][:_MOST]
    agreeing = [block for block in h1 if _agrees(block, stated, agreement)]
    first = max(agreeing, key=_length, default=h1[0] if len(h1) == 1 else None)
    if first:
        yield Drop(first.index, "the page's headline", "title")
    known = set(stated)
    if first:
        known.add(tuple(plain_words(first.text)))
    openings = tuple({words[0] for words in known if words})
    for block in page.blocks:
        if block is first or block.prose or len(block.text) > _LONGEST or not block.key.startswith(openings):
            continue
        if tuple(plain_words(block.text)) in known:
            yield Drop(block.index, "the title again", None if first else "title")
            first = first or block


def _length(block: Block) -> int:
    return len(plain_words(block.text))


def _stated(page: Page) -> set[tuple[str, ...]]:
    """The words of each title that the page states, whole and without the site's name."""
    facts = page.facts
    titles = [facts.title or "", *facts.meta.get("og:title", ())[:2], *facts.meta.get("twitter:title", ())[:2]]
    titles += [headline for item in facts.json_ld[:50] if isinstance(headline := item.get("headline"), str)]
    stated = set()
    for title in set(titles):
        for part in {title, *_SEPARATOR.split(title[:_LONGEST])}:
            words = tuple(plain_words(part[:_LONGEST]))
            if len(words) >= 3 or len(part) >= 8:
                stated.add(words)
    return stated


def _agrees(block: Block, stated: set[tuple[str, ...]], agreement: float) -> bool:
    words = set(plain_words(block.text[:_LONGEST]))
    return any(len(words & set(title)) >= agreement * max(1, min(len(words), len(title))) for title in stated)


def _in_plain_text(page: Page) -> Iterator[Drop]:
    """The headline, and what stands above it: the title of the page, the headline said before, the section's name."""
    found = plain_headline(page)
    if not found:
        return
    first, reason = found
    yield Drop(first.index, reason, "title")
    known = plain_words(first.text)
    for block in page.blocks:
        if block.index >= first.index:
            break
        said = plain_words(block.text[:_LONGEST])
        if said == known or (not block.index and not block.prose and is_end(known, said)):
            yield Drop(block.index, "the title again")
    section = kicker(page, first)
    if section and plain_words(section.text) != known:
        yield Drop(section.index, "a section's name above the headline", "section")
