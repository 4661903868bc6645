"""How much the words that boxes are named with tell for the body: smoothed log odds, as whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Box, Page
from cleaner.model import KINDS
from cleaner.model.boxes import TABLES, Odds
from cleaner.model.scale import FULL, NEUTRAL

_SITES = 4
"""A word counts when it stands on pages of this many sites; a name of fewer is theirs alone."""
_PRIOR = 4.0
"""Pages' worth of text on average odds that each word begins with."""
_STEP = 12
"""Of a unit of log odds, so that four units either way fill the scale."""
_NEXT_TO_NOTHING = 1e-6
"""What each table begins with: pages may be of one kind alone, or all body."""
_LONG = 40
"""Words; more of one block count for no more."""


class Counts(NamedTuple):
    """Of one page: how much of its text is body and how much is not, by the words on the path to it, and in all."""

    words: dict[str, tuple[float, float]]
    body: float
    rest: float


def count(page: Page, body: NDArray[np.float32], sizes: Sequence[int]) -> Counts:
    """`body` has for each of the page's blocks how much of it is, from 0 to 1; `sizes` how many words it has."""
    mass: dict[tuple[Box, frozenset[str]], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for block, share, size in zip(page.original, body.tolist(), sizes, strict=True):
        weight = min(size, _LONG)
        pair = mass[block.box, block.marks]
        pair[0] += share * weight
        pair[1] += (1 - share) * weight
    # Long pages count for more than short ones, but by the root of their length.
    scale = 1 / (sum(map(sum, mass.values())) ** 0.5 + 10)
    paths: dict[Box, frozenset[str]] = {}
    words: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for (box, marks), (yes, no) in mass.items():
        for word in _path(box, paths) | marks:
            words[word][0] += yes * scale
            words[word][1] += no * scale
    yes, no = (scale * sum(pair[side] for pair in mass.values()) for side in (0, 1))
    return Counts({word: (pair[0], pair[1]) for word, pair in words.items()}, yes, no)


def odds(pages: Iterable[tuple[Counts, str, int]]) -> Odds:
    """The table from pages, each with its domain and kind."""
    yes, no = [[defaultdict[str, float](float) for _ in range(TABLES)] for _ in range(2)]
    body, rest = [_NEXT_TO_NOTHING] * TABLES, [_NEXT_TO_NOTHING] * TABLES
    sites: dict[str, set[str]] = defaultdict(set)
    for counts, domain, kind in pages:
        for table in (0, 1 if KINDS[kind] == "article" else 2):
            body[table] += counts.body
            rest[table] += counts.rest
            for word, (one, other) in counts.words.items():
                yes[table][word] += one
                no[table][word] += other
        for word in counts.words:
            sites[word].add(domain)
    rows = [[NEUTRAL] * TABLES]
    known = sorted(word for word, where in sites.items() if len(where) >= _SITES)
    for word in known:
        share = body[0] / (body[0] + rest[0])
        row = []
        for table in range(TABLES):
            usual = np.log(body[table] / rest[table])
            more, less = yes[table][word] + _PRIOR * share, no[table][word] + _PRIOR * (1 - share)
            row.append(round(float(np.clip(NEUTRAL + _STEP * (np.log(more / less) - usual), 0, FULL))))
            if table == 0:  # the tables of articles and of others begin with what all pages say
                share = more / (more + less)
        rows.append(row)
    return Odds({word: row for row, word in enumerate(known, 1)}, np.array(rows, np.uint8))


def _path(box: Box, known: dict[Box, frozenset[str]]) -> frozenset[str]:
    """The words and roles of the box and of those around it."""
    if box not in known:
        own = box.words | {f"[{box.role}]"} if box.role else box.words
        known[box] = own | _path(box.parent, known) if box.parent else own
    return known[box]
