"""What the page shows: its byline and dateline, its tags and section, and the language it is marked with."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import partial

from cleaner.block import Block, Page, Role
from cleaner.metadata import zone
from cleaner.metadata.byline import Place, authors, better
from cleaner.metadata.dateline import dates
from cleaner.metadata.dates import find_date
from cleaner.metadata.fields import Fields
from cleaner.metadata.language import normalise
from cleaner.metadata.tidy import line, lines, split_list

_MOST_BYLINES = 20
_FIRST = 12
"""Blocks of the story among which its date may stand."""
_DATED: tuple[Role, ...] = ("date", "byline")
_NAMED = frozenset(("published", "datepublished", "pubdate"))
_INTRO_WORDS = 5
_TAG_WORDS = 6
_TAGS = 300
"""Characters of a list of tags in which a date shows that it is none."""
_LABELS = frozenset("tags tag topics topic keywords categories category labels schlagwörter themen etiquetas".split())


def describe(
    page: Page,
    roles: Mapping[Role, tuple[Block, ...]],
    body: Sequence[Block],
    title: Block | None,
    *,
    declared: Sequence[str] = (),
    sites: Collection[str] = (),
) -> Fields:
    """The fields that the page shows, near its headline `title` or where the filters found them.

    `declared`: the authors that the page declares; what it shows counts only where it says more, or something else;
    `sites`: what the site is called.
    """
    near, below = zone.around(page, body, title), zone.below(page, body)
    indices = {block.index for block in roles.get("byline", ())[:_MOST_BYLINES]}
    place = Place(page, body, title, _signing(near), partial(_signing, below), indices)
    marked, unseen = partial(_marked, page, roles, body), partial(zone.unseen, page, body, title)
    published, modified = dates(page, body, near, marked, below, unseen)
    return Fields(
        authors=better(place, declared) if declared else authors(place, sites),
        tags=_tags(roles.get("tags", ())),
        section=next((line(block.text, 100) for block in roles.get("section", ())), None),
        published=published,
        modified=modified,
        language=normalise(page.facts.lang),
    )


def _marked(page: Page, roles: Mapping[Role, tuple[Block, ...]], body: Sequence[Block]) -> list[zone.Line]:
    """The lines of the story that filters took for its date or byline: the first, and those named so further on."""
    story = range(body[0].index, body[-1].index) if body else range(0)
    blocks = (block for role in _DATED for block in roles.get(role, ()) if block.index in story)
    first = story[:_FIRST]
    return zone.lines(
        (block for block in blocks if block.index in first or not block.box.words.isdisjoint(_NAMED)), page
    )


def _signing(lines: Sequence[zone.Line]) -> list[zone.Line]:
    """Those that may be bylines."""
    return [line for line in lines if line.may_sign]


def _tags(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The members of tag lists, without the words that introduce them, up to one with a date, which is a story."""
    found: list[str] = []
    for block in blocks:
        if find_date(block.text[:_TAGS]):
            break
        intro, colon, rest = block.text.partition(":")
        text = rest if colon and len(intro.split()) <= _INTRO_WORDS else block.text
        for tag in re.split(r"[•·#/]", text):
            found += split_list(tag)
    return tuple(
        tag for tag in lines(found, limit=80) if tag.casefold() not in _LABELS and len(tag.split()) <= _TAG_WORDS
    )
