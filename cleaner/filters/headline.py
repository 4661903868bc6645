"""The page's title, said again above the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.block import Block, Drop, Page
from cleaner.signs import phrase_of
from cleaner.story import span
from cleaner.wording import plain_words

_SEPARATOR = re.compile(r"(?<!\s)\s++(?:[|\-–—·•»:/]++\s+|[|»]\s*)|[|»]\s*")
_ABOVE = 40
"""Lines above the story among which a headline is looked for."""
_MOST = 20
"""Headings of the first level that are asked whether they are the headline."""
_LONGEST = 300
_AGREEMENT = 0.8


def headline(page: Page, *, agreement: float = _AGREEMENT) -> Iterator[Drop]:
    """Blocks that say the title: the first h1, and headings or short lines equal to what the page states as title.

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
    for title in titles:
        for part in (title, *_SEPARATOR.split(title[:_LONGEST])):
            words = tuple(plain_words(part[:_LONGEST]))
            if len(words) >= 3 or len(part) >= 8:
                stated.add(words)
    return stated


def _agrees(block: Block, stated: set[tuple[str, ...]], agreement: float) -> bool:
    words = set(plain_words(block.text[:_LONGEST]))
    return any(len(words & set(title)) >= agreement * max(1, min(len(words), len(title))) for title in stated)


def _in_plain_text(page: Page) -> Iterator[Drop]:
    """Without markup, the headline is the first short line before the story whose words come back in the story.

    Else it is the line right above the first byline.
    """
    story = span(page)
    told = set(plain_words(" ".join(b.text for b in page.blocks if story.first <= b.index <= story.last)))
    before = [block for block in page.blocks if block.index < story.first][-_ABOVE:]
    for block in before:
        if _could_be_headline(block, before) and _told_share(block, told) >= 0.5:
            yield Drop(block.index, "a line above the story whose words come back in it", "title")
            yield from _kicker(block, before)
            return
    for block, after in pairwise(before):
        if phrase_of(page, "by", after):
            if _could_be_headline(block, before) and not phrase_of(page, "by", block):
                yield Drop(block.index, "the line above the byline", "title")
            return


def _could_be_headline(block: Block, before: list[Block]) -> bool:
    words = plain_words(block.text)
    alone = sum(block.text in other.text for other in before) == 1
    long_enough = len(words) >= 3 or not block.text.isascii()
    return alone and long_enough and block.kind == "paragraph" and len(block.text) <= 200


def _told_share(block: Block, told: set[str]) -> float:
    words = [word for word in plain_words(block.text) if len(word) > 3] or plain_words(block.text)
    return sum(word in told for word in words) / max(1, len(words))


def _kicker(title: Block, before: list[Block]) -> Iterator[Drop]:
    """The section's name, where it stands alone right above the headline."""
    for block in before:
        if block.index == title.index - 1 and len(block.text.split()) <= 3 and block.text[-1].isalnum():
            yield Drop(block.index, "a section's name above the headline", "section")
