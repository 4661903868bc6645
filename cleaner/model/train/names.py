"""How much of a page's text is body, by the names of the boxes that it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Box, Page
from cleaner.model.train.odds import Counts

PRIOR = 4.0
"""Pages' worth of text on average odds that each name begins with."""
_LONG = 40
"""Words; more of one block count for no more."""


def count(page: Page, body: NDArray[np.float32], sizes: Sequence[int]) -> tuple[Counts, ...]:
    """One for all, since names share a base rate.

    `body` has for each of the page's blocks how much of it is, from 0 to 1; `sizes` how many words it has.
    """
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
    for (box, own), (yes, no) in mass.items():
        for word in _path(box, paths) | own:
            words[word][0] += yes * scale
            words[word][1] += no * scale
    yes, no = (scale * sum(pair[side] for pair in mass.values()) for side in (0, 1))
    return (Counts({word: (pair[0], pair[1]) for word, pair in words.items()}, yes, no),)


def _path(box: Box, known: dict[Box, frozenset[str]]) -> frozenset[str]:
    """The words and roles of the box and of those around it."""
    if box not in known:
        own = box.words | {f"[{box.role}]"} if box.role else box.words
        known[box] = own | _path(box.parent, known) if box.parent else own
    return known[box]
