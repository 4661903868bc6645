"""How much of a text without markup is body, by the words that its blocks begin with."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Page
from cleaner.model.train.odds import Counts
from cleaner.model.vocabulary import LENGTHS, sayings

PRIOR = 1.0
"""Pages' worth of blocks on average odds that each word begins with."""


def count(page: Page, body: NDArray[np.float32]) -> tuple[Counts, ...]:
    """By the length of blocks, as in `LENGTHS`, since long ones are body more often: each has odds of its own.

    `body` has for each of the page's blocks how much of it is, from 0 to 1. Blocks of one length count the same.
    """
    of: dict[str, list[tuple[frozenset[str], float]]] = {length: [] for length in LENGTHS}
    for block, share in zip(page.original, body.tolist(), strict=True):
        words = sayings(block.key)
        for length in {word[0] for word in words}:
            of[length].append((words, share))
    return tuple(map(_counts, of.values()))


def _counts(blocks: list[tuple[frozenset[str], float]]) -> Counts:
    scale = 1 / (len(blocks) ** 0.5 + 3)  # pages of many blocks count for more, but by the root of their number
    words: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for said, share in blocks:
        for word in said:
            words[word][0] += share * scale
            words[word][1] += (1 - share) * scale
    yes = sum(share for _, share in blocks) * scale
    return Counts({word: (pair[0], pair[1]) for word, pair in words.items()}, yes, len(blocks) * scale - yes)
