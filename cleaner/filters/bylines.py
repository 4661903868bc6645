"""Who wrote it and when: bylines, datelines, reading times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from cleaner.block import Block, Drop, Page, Role, trimmed
from cleaner.languages import months
from cleaner.signs import declared_authors, named_boxes, phrase_of
from cleaner.story import Span, span

_AUTHOR_NAMES = frozenset(("byline", "author", "authors", "writer", "reporter", "contributors"))
_DATE_NAMES = frozenset(
    ("dateline", "published", "pubdate", "datepublished", "datemodified", "timestamp", "date", "posted", "time")
)
_META_NAMES = frozenset(("meta", "postmeta", "metadata", "entrymeta", "info"))
_KEPT_KINDS = frozenset(("heading", "code", "table", "quote"))
_LONGEST = 140
_ENTRIES = 3
_SENTENCE = 4
"""Words."""
_ENDS = ".!?。！？"
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:[ ,&]+(?:and |und |et |y |e |och |en |i )?[^\W\d_][\w.'’-]*){0,9}$")
_CLOCK = re.compile(
    r"\b(?:a\.?m|p\.?m|gmt|utc|bst|e[sd]?t|c[sd]?t|p[sd]?t|cest|cet|ist|uhr|at|of|the|th|st|nd|rd|de|del|à|um|kl|h)\b\.?",
    re.I,
)
_NUMERIC_DATE = re.compile(r"(?:19|20)\d\d[-./年]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d|\d{1,2}:\d\d")
_DATE_TAIL = re.compile(r"[\s,|•·–-]+(?:\w{3,12}\.?\s+)?\d.*$")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"[\d\W_年月日時时分년월일시]+")

_Verdict: TypeAlias = tuple[str, Role | None]


def bylines(page: Page, *, longest: int = _LONGEST) -> Iterator[Drop]:
    """Short blocks that name the author or the date.

    They are known by their box, by how they begin, by the names that the page declares, or by being a date alone.

    Leaves alone: sentences that begin with "By"; headings; datelines inside a paragraph; the dates over the entries
    of a live blog; texts over `longest` characters.
    """
    story = span(page)
    declared = declared_authors(page)
    named = _named_blocks(page, longest)
    entries = _entries(page, story)
    for position, block in enumerate(page.blocks):
        if len(block.text) > longest or block.kind in _KEPT_KINDS or (block.prose and block.index > story.first):
            continue
        if block.index in entries or (block.index > story.last and is_dated(page, block)):
            continue
        verdict = _judge(page, block, declared, named)
        if verdict is None and page.plain:
            verdict = _beside_label(page, position, story.first)
        if verdict:
            yield Drop(block.index, *verdict)


def _entries(page: Page, story: Span) -> frozenset[int]:
    """The dates over the entries of a live blog or a chronicle; a story with fewer dates in it has none."""
    near = [block for block in page.blocks if story.first - _ENTRIES < block.index < story.last]
    dates = frozenset(block.index for block in near if is_date(block.text))
    return dates if len(dates) >= _ENTRIES else frozenset()


def _judge(page: Page, block: Block, declared: frozenset[str], named: dict[int, Role]) -> _Verdict | None:
    """The reason why the block is a byline or a date, and the field it belongs to."""
    key = block.key
    if is_date(block.text):
        return "nothing but a date", "date"
    if key in declared:
        return "the name of the author", "byline"
    if phrase := phrase_of(page, "by", block):
        rest = trimmed(trimmed(block.text)[len(phrase) :])
        is_name = len(rest) <= 80 and not rest[:1].islower() and _NAME.match(_DATE_TAIL.sub("", rest))
        if is_name or not rest or (len(phrase.split()) > 1 and not block.prose):
            return f"begins with {phrase.strip()!r}", "byline"
    if not block.prose and (phrase := phrase_of(page, "dated", block)):
        return f"begins with {phrase!r}", "date"
    if not block.prose and (phrase := phrase_of(page, "reading_time", block)):
        return f"says {phrase!r}", None
    if len(key.split()) <= 5 and block.text[-1] not in ".!?" and (phrase := phrase_of(page, "ago", block)):
        return f"says {phrase!r}", "date"
    if block.index in named and not block.prose and not _is_sentence(block):
        return "in a box named as byline or date", named[block.index]
    return None


def _is_sentence(block: Block) -> bool:
    return block.text[-1] in _ENDS and len(block.text.split()) >= _SENTENCE


def _named_blocks(page: Page, longest: int) -> dict[int, Role]:
    named: dict[int, Role] = {}
    roles: tuple[tuple[frozenset[str], Role], ...] = (
        (_META_NAMES, "date"),
        (_DATE_NAMES, "date"),
        (_AUTHOR_NAMES, "byline"),
    )
    for names, role in roles:
        for box, _ in named_boxes(page, names):
            if box.chars <= 2 * longest and not box.prose:
                for block in page.inside(box):
                    named[block.index] = role
    for block in page.blocks:
        if block.marks and len(block.text) <= longest:
            if not block.marks.isdisjoint(_AUTHOR_NAMES):
                named[block.index] = "byline"
            elif not block.marks.isdisjoint(_DATE_NAMES):
                named[block.index] = "date"
    return named


def is_date(text: str) -> bool:
    """Whether the text is a date or a time and nothing else, in any of the languages that we know months of."""
    if len(text) > 60 or not _DIGIT.search(text):
        return False
    numeric = _NUMERIC_DATE.search(text)
    words = _DIGITS.sub(" ", _CLOCK.sub(" ", text.casefold())).split()
    named = [word for word in words if word in months()]
    return bool(numeric or named) and len(words) - len(named) <= (1 if named else 0)


def is_dated(page: Page, block: Block) -> bool:
    """Whether the block is a date or says how long ago: after the story that is a teaser's."""
    return is_date(block.text) or phrase_of(page, "ago", block) is not None


def _beside_label(page: Page, position: int, story_first: int) -> _Verdict | None:
    """In plain text: a short line right before a label such as "Published", or beside "Written by"."""
    block = page.blocks[position]
    if len(block.text.split()) > 5 or block.text[-1] in ".!?:":
        return None
    after = page.blocks[position + 1] if position + 1 < len(page.blocks) else None
    before = page.blocks[position - 1] if position else None
    for label in (before, after):
        if label and phrase_of(page, "by", label) and len(label.text) <= 20:
            return "beside a byline's label", "byline"
    if after and block.index < story_first and len(after.text) <= 20 and phrase_of(page, "dated", after):
        return "above the label of a date", "byline"
    return None
