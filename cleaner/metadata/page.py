"""What the page shows: its byline and dateline, its tags and section, and the language it is marked with."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache, partial

from cleaner.block import Block, Page, Role
from cleaner.metadata import zone
from cleaner.metadata.byline import above_story, authors
from cleaner.metadata.dateline import dates
from cleaner.metadata.fields import Fields
from cleaner.metadata.language import normalise
from cleaner.metadata.tidy import line, lines, split_list

_MOST_BYLINES = 20
_INTRO_WORDS = 5
_TAG_WORDS = 6
_LABELS = frozenset("tags tag topics topic keywords categories category labels schlagwörter themen etiquetas".split())


def describe(
    page: Page, roles: Mapping[Role, tuple[Block, ...]], body: Sequence[Block], title: Block | None, *, signed: bool
) -> Fields:
    """The fields that the page shows, near its headline `title` or where the filters found them.

    `signed`: the page declares its authors, so that only the byline above the story is of interest.
    """
    near, below = zone.around(page, body, title), cache(partial(zone.below, page, body))
    indices = {block.index for block in roles.get("byline", ())[:_MOST_BYLINES]}
    published, modified = dates(page, near, below)
    return Fields(
        authors=above_story(near, indices)
        if signed
        else authors(page, near, below, _and_next(indices, page), indices, title),
        tags=_tags(roles.get("tags", ())),
        section=next((line(block.text, 100) for block in roles.get("section", ())), None),
        published=published,
        modified=modified,
        language=normalise(page.facts.lang),
    )


def _and_next(indices: Collection[int], page: Page) -> list[zone.Line]:
    """The lines at these places and those right behind them, where a name may follow "Written by"."""
    places = sorted({*indices, *(index + 1 for index in indices)})
    return zone.lines((page.original[at] for at in places if at < len(page.original)), page)


def _tags(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The members of tag lists, without the words that introduce them."""
    found: list[str] = []
    for block in blocks:
        intro, colon, rest = block.text.partition(":")
        text = rest if colon and len(intro.split()) <= _INTRO_WORDS else block.text
        for tag in re.split(r"[•·#/]", text):
            found += split_list(tag)
    return tuple(
        tag for tag in lines(found, limit=80) if tag.casefold() not in _LABELS and len(tag.split()) <= _TAG_WORDS
    )
