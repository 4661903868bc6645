"""What the boxes of a page tell the model: a row a box, so that blocks that share one need no second look."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np

from cleaner.block import Page
from cleaner.model.scale import FULL, NEUTRAL, Bytes, Ints, log, share
from cleaner.story import PARTS


class Odds(NamedTuple):
    """How much words tell for the body.

    Those of class, id and the like, and roles as "[navigation]"; in text without markup those that it says.
    """

    rows: Mapping[str, int]
    """By the word: its row in `table`."""
    table: Bytes
    """(words + 1, TABLES): from 0 (never) over 50 to 100 (always) on all pages, on articles, and on other pages.
    The first row is neutral."""


TABLES = 3
TAGS = (
    "article", "main", "nav", "header", "footer", "aside", "section", "form", "ul", "ol", "dl", "table", "td", "th",
    "li", "blockquote", "figure", "p", "details", "a", "button", "label", "h2", "h3", "body",
)  # fmt: skip
SIZES = (
    "chars", "blocks", "chars a block", "boxes like it beside it", "boxes in it", "chars of those like it",
    "share linked", "share prose", "share of the page's chars", "share of the page's prose",
    "share of the page's chars in those like it", "depth",
)  # fmt: skip
_TAG = {tag: number for number, tag in enumerate(TAGS)}
_MARKED = np.eye(len(TAGS) + 1, len(TAGS), dtype=np.uint8) * FULL
"""A row a tag, and at last one for all others."""
_DEEP = 3
"""A level of depth is worth this much, so that 33 levels are the most."""
_ALIKE = 3
"""Boxes of one tag and one set of words in one box: this many are a list of items (cards, posts, comments)."""


class Table(NamedTuple):
    """Of the boxes that hold blocks, in the order of their start tags. Whole numbers, most of them from 0 to 100."""

    rows: Mapping[int, int]
    """By `Box.number`: the row."""
    home: Ints
    """The row of the box in which the blocks of this one stand in sequence."""
    around: Ints
    """The row of the home around the home."""
    item: Ints
    """The row of the nearest of several boxes that are alike; 0 without any."""
    list: Ints
    """The same around the item."""
    name: Ints
    """A number that boxes of one tag, role and set of words share."""
    first: Ints
    blocks: Ints
    sizes: Bytes
    """(boxes, len(SIZES))"""
    tags: Bytes
    """(boxes, len(TAGS)): 100 for a tag that the box has, or one around it."""
    words: Bytes
    """(boxes, 4 * TABLES): lowest and highest odds of the words on its path, then of the nearest box with any."""


def table(page: Page, odds: Odds) -> Table:
    """The page's boxes; a single one for a page that has none, such as plain text."""
    boxes = page.boxes or (page.root,)
    row = np.arange(len(boxes))
    rows = {box.number: row for row, box in enumerate(boxes)}
    up = np.array([rows.get(box.parent.number, 0) if box.parent else 0 for box in boxes], np.int64)
    names: dict[tuple[str, frozenset[str], str], int] = {}
    name = np.array([names.setdefault((box.tag, box.words, box.role), len(names)) for box in boxes], np.int64)
    _, alike, times = np.unique(up * len(names) + name, return_inverse=True, return_counts=True)
    totals = np.array(
        [
            [box.chars for box in boxes],
            [box.linked for box in boxes],
            [box.prose for box in boxes],
            [box.blocks for box in boxes],
            [box.first for box in boxes],
            [box.depth for box in boxes],
        ],
        np.int64,
    )
    home = _ends(np.where(np.array([tag in PARTS for tag, _, _ in names])[name], up, row))
    item = _ends(np.where(times[alike] >= _ALIKE, row, up))
    tags = _MARKED.take([_TAG.get(tag, -1) for tag, _, _ in names], axis=0)
    told = odds_of([words | {f"[{role}]"} if role else words for _, words, role in names], odds)
    # The lowest odds are the highest of their complements.
    path = _path(np.hstack([tags, ~told[:, :TABLES], told[:, TABLES:]]).take(name, axis=0), up)
    nearest = _ends(np.where((told == NEUTRAL).all(axis=1)[name], up, row))
    return Table(
        rows=rows,
        home=home,
        around=home[up[home]],
        item=item,
        list=item[up[item]],
        name=name,
        first=totals[4],
        blocks=totals[3],
        sizes=_sizes(totals, up, alike, times),
        tags=path[:, : len(TAGS)],
        words=np.hstack([~path[:, len(TAGS) : -TABLES], path[:, -TABLES:], told.take(name[nearest], axis=0)]),
    )


def odds_of(names: Sequence[Collection[str]], odds: Odds) -> Bytes:
    """(names, 2 * TABLES): for each set of words the lowest odds in each table, then the highest."""
    known, starts = _rows(names, odds)
    return _extremes(odds.table.take(known, axis=0), starts)


def odds_of_all(names: Sequence[Collection[str]], odds: Odds) -> Bytes:
    """(names, 3 * TABLES): the same, and what all words of a set tell together.

    That is how far from neutral they are, summed up, over the root of how many are known.
    """
    known, starts = _rows(names, odds)
    told = odds.table.take(known, axis=0)
    away = np.add.reduceat(told.astype(np.int64) - NEUTRAL, starts)
    many = np.maximum(np.add.reduceat(known > 0, starts, dtype=np.int64), 1)
    together = (NEUTRAL + away / np.sqrt(many)[:, None]).clip(0, FULL).astype(np.uint8)
    return np.hstack([_extremes(told, starts), together])


def _extremes(told: Bytes, starts: Ints) -> Bytes:
    return np.hstack([np.minimum.reduceat(told, starts), np.maximum.reduceat(told, starts)])


def _rows(names: Sequence[Collection[str]], odds: Odds) -> tuple[Ints, Ints]:
    """The rows of all words, a neutral one before those of each set, and where each set begins."""
    all_words: list[str] = []
    starts = []
    for words in names:
        starts.append(len(all_words))
        all_words.append("")
        all_words += words
    rows = map(odds.rows.get, all_words, repeat(0))
    return np.fromiter(rows, np.int64, len(all_words)), np.array(starts)


def _sizes(totals: Ints, up: Ints, alike: Ints, times: Ints) -> Bytes:
    chars, linked, prose, blocks, _, depth = totals
    inside = np.bincount(up, minlength=len(up))
    mass = np.bincount(alike, chars).astype(np.int64)[alike]
    page, told = np.full_like(chars, chars[0]), np.full_like(chars, prose[0])
    counts = np.array([chars, blocks, chars // np.maximum(blocks, 1), times[alike], inside, mass])
    shares = share(np.array([linked, prose, chars, prose, mass]), np.array([chars, chars, page, told, page]))
    deep = np.minimum(depth * _DEEP, FULL).astype(np.uint8)
    return np.concatenate([log(counts), shares, deep[None]]).T.copy()


def _ends(steps: Ints) -> Ints:
    """For each row the one at which it comes to rest, going from row to row by these steps."""
    while (steps != (further := steps[steps])).any():
        steps = further
    return steps


def _path(rows: Bytes, up: Ints) -> Bytes:
    """For each row the highest numbers of all on its path to the first."""
    while up.any():
        rows, up = np.maximum(rows, rows.take(up, axis=0)), up[up]
    highest: Bytes = np.maximum(rows, rows[0])
    return highest
