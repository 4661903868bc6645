"""Who wrote it and when: bylines, datelines, reading times."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import TypeAlias

from cleaner.block import Block, Drop, Page, Role
from cleaner.languages import Topic, months
from cleaner.signs import declared_authors, named_boxes, phrase_of, phrases_of
from cleaner.story import Span, span
from cleaner.wording import trimmed

_AUTHOR_NAMES = frozenset(("byline", "author", "authors", "writer", "reporter", "contributors"))
_DATE_NAMES = frozenset(
    ("dateline", "published", "pubdate", "datepublished", "datemodified", "timestamp", "date", "posted", "time")
)
_META_NAMES = frozenset(("meta", "postmeta", "metadata", "entrymeta"))
_INFO = "info"
_KEPT_KINDS = frozenset(("heading", "code", "table", "quote"))
_LONGEST = 140
_ENTRIES = 3
_SEVERAL = 3
"""Boxes; a story says who wrote it and when above or below it."""
_AGO = 5
_SENTENCE = 4
"""Words."""
_ENDS = ".!?。！？"
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:[ ,&]+(?:and |und |et |y |e |och |en |i )?[^\W\d_][\w.'’-]*){0,9}$")
_CLOCK = re.compile(
    r"\b(?:a\.?m|p\.?m|gmt|utc|bst|e[sd]?t|c[sd]?t|p[sd]?t|cest|cet|ist|uhr|at|of|the|th|st|nd|rd|de|del|à|um|kl|h)\b\.?"
)
_NUMERIC_DATE = re.compile(r"(?:19|20)\d\d[-./年]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d|\d{1,2}:\d\d")
_DATE_TAIL = re.compile(r"(?<![\s,|•·–-])[\s,|•·–-]++(?:\w{3,12}\.?\s+)?\d.*$", re.DOTALL)
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"[\d\W_年月日時时分년월일시]+")

_TOPICS: tuple[Topic, ...] = ("by", "dated", "reading_time", "ago")

_Verdict: TypeAlias = tuple[str, Role | None]
_Clue: TypeAlias = tuple[str, str]


def bylines(page: Page, *, longest: int = _LONGEST) -> Iterator[Drop]:
    """Short blocks that name the author or the date.

    They are known by their box, by how they begin, by the names that the page declares, or by being a date alone.

    Leaves alone: sentences that begin with "By"; headings; datelines inside a paragraph; the dates over the entries
    of a live blog; texts over `longest` characters.
    """
    story = span(page)
    dates = frozenset(block.index for block in page.blocks if is_date(block.text))
    entries = _entries(dates, story)
    clues = _clues(page, dates, longest)
    for position, block in enumerate(page.blocks):
        if not (page.plain or block.index in clues) or len(block.text) > longest or block.kind in _KEPT_KINDS:
            continue
        if (block.prose and block.index > story.first) or block.index in entries:
            continue
        verdict = None if _is_teasers(page, block, dates, story) else _judge(block, clues.get(block.index, ()))
        if verdict is None and page.plain:
            verdict = _beside_label(page, position, story.first)
        if verdict:
            yield Drop(block.index, *verdict)


def _entries(dates: frozenset[int], story: Span) -> frozenset[int]:
    """The dates over the entries of a live blog or a chronicle; a story with fewer dates in it has none."""
    near = frozenset(index for index in dates if story.first - _ENTRIES < index < story.last)
    return near if len(near) >= _ENTRIES else frozenset()


def _is_teasers(page: Page, block: Block, dates: frozenset[int], story: Span) -> bool:
    """Whether the block is a date, or says how long ago, after the story: that is a teaser's."""
    return block.index > story.last and (block.index in dates or phrase_of(page, "ago", block) is not None)


def _clues(page: Page, dates: frozenset[int], longest: int) -> dict[int, list[_Clue]]:
    """What speaks for a byline or a date, by the index of the block; the strongest clue first."""
    clues: dict[int, list[_Clue]] = {index: [("date", "")] for index in dates}
    declared = declared_authors(page)
    for block in page.blocks:
        if block.key in declared:
            clues.setdefault(block.index, []).append(("declared", ""))
    for topic in _TOPICS:
        for index, phrase in phrases_of(page, topic).items():
            clues.setdefault(index, []).append((topic, phrase))
    for index, role in _named_blocks(page, clues, longest).items():
        clues.setdefault(index, []).append(("named", role))
    return clues


def _judge(block: Block, clues: Iterable[_Clue]) -> _Verdict | None:
    """The reason why the block is a byline or a date, and the field it belongs to."""
    for clue, detail in clues:
        if clue == "date":
            return "nothing but a date", "date"
        if clue == "declared":
            return "the name of the author", "byline"
        if clue == "by" and _names_somebody(block, detail):
            return f"begins with {detail.strip()!r}", "byline"
        if clue == "dated" and not block.prose:
            return f"begins with {detail!r}", "date"
        if clue == "reading_time" and not block.prose:
            return f"says {detail!r}", None
        if clue == "ago" and len(block.key.split()) <= _AGO and block.text[-1] not in _ENDS:
            return f"says {detail!r}", "date"
        if clue == "named" and not block.prose and not _is_sentence(block):
            return "in a box named as byline or date", "byline" if detail == "byline" else "date"
    return None


def _names_somebody(block: Block, phrase: str) -> bool:
    """Whether a name follows the phrase, or nothing, or the phrase is long enough to speak for itself."""
    rest = trimmed(trimmed(block.text)[len(phrase) :])
    is_name = len(rest) <= 80 and not rest[:1].islower() and _NAME.match(_DATE_TAIL.sub("", rest)) is not None
    return is_name or not rest or (len(phrase.split()) > 1 and not block.prose)


def _is_sentence(block: Block) -> bool:
    return block.text[-1] in _ENDS and len(block.text.split()) >= _SENTENCE


def _named_blocks(page: Page, clues: Container[int], longest: int) -> dict[int, Role]:
    """By the index of the block: the field that the name of its box, or of what stands in it, tells."""
    named: dict[int, Role] = {block.index: "date" for inside in _infos(page, clues, longest) for block in inside}
    roles: tuple[tuple[frozenset[str], Role], ...] = (
        (_META_NAMES, "date"),
        (_DATE_NAMES, "date"),
        (_AUTHOR_NAMES, "byline"),
    )
    for names, role in roles:
        for inside in _small_boxes(page, names, longest):
            named.update(dict.fromkeys((block.index for block in inside), role))
    for block in page.blocks:
        if block.marks and len(block.text) <= longest:
            if not block.marks.isdisjoint(_AUTHOR_NAMES):
                named[block.index] = "byline"
            elif not block.marks.isdisjoint(_DATE_NAMES):
                named[block.index] = "date"
    return named


def _infos(page: Page, clues: Container[int], longest: int) -> Iterator[tuple[Block, ...]]:
    """What boxes named "info" hold; if there are several, as in cards of products, of those that say who or when."""
    boxes = list(_small_boxes(page, (_INFO,), longest))
    for inside in boxes:
        if len(boxes) < _SEVERAL or any(block.index in clues for block in inside):
            yield inside


def _small_boxes(page: Page, names: Iterable[str], longest: int) -> Iterator[tuple[Block, ...]]:
    """The blocks of each box with one of these names that has room for a byline and no story in it."""
    for box, _ in named_boxes(page, names):
        if box.chars <= 2 * longest and not box.prose:
            yield page.inside(box)


def is_date(text: str) -> bool:
    """Whether the text is a date or a time and nothing else, in any of the languages that we know months of."""
    if len(text) > 60 or not _DIGIT.search(text):
        return False
    numeric = _NUMERIC_DATE.search(text)
    words = _DIGITS.sub(" ", _CLOCK.sub(" ", text.casefold())).split()
    named = [word for word in words if word in months()]
    return bool(numeric or named) and len(words) - len(named) <= (1 if named else 0)


def _beside_label(page: Page, position: int, story_first: int) -> _Verdict | None:
    """In plain text: a short line right before a label such as "Published", or beside "Written by"."""
    block = page.blocks[position]
    if len(block.text.split()) > 5 or block.text[-1] in ".!?:":
        return None
    after = page.blocks[position + 1] if position + 1 < len(page.blocks) else None
    before = page.blocks[position - 1] if position else None
    for label in (before, after):
        phrase = phrase_of(page, "by", label) if label else None
        if label and phrase and label.key == trimmed(phrase):  # and nobody's name in it
            return "beside a byline's label", "byline"
    if after and block.index < story_first and len(after.text) <= 20 and phrase_of(page, "dated", after):
        return "above the label of a date", "byline"
    return None
