"""Which blocks of a page are body, by its true text, which of them teach, and how much a text agrees with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Block, Page
from cleaner.model.needs import NEVER, needed

_WORD = re.compile(r"\w+")
_LONG = 4
"""Words; a shorter block is body where its line is, not where its words are."""


def words(text: str) -> list[str]:
    """The text's words, in lower case."""
    return _WORD.findall(text.lower())


def word_f1(said: Sequence[str], true: Sequence[str]) -> float:
    """F1 of two bags of words, as WCXB measures it; 1 where both are empty."""
    if not said or not true:
        return float(not said and not true)
    same = sum((Counter(said) & Counter(true)).values())
    return 2 * same / (len(said) + len(true))


def labels(blocks: Iterable[Block], body: str) -> NDArray[np.float32]:
    """(blocks,): the share of each block's shingles of three words that the body has.

    For short blocks whether they are a line of it (1), or their words follow each other in it two by two (one half).
    """
    true = words(body)
    threes = set(zip(true, true[1:], true[2:], strict=False))
    twos = set(pairwise(true))
    lines = {tuple(words(line)) for line in body.split("\n")}
    return np.array([_label(words(block.text), threes, twos, lines) for block in blocks], np.float32)


def teaches(page: Page, kind: int) -> NDArray[np.bool_]:
    """(blocks,): those that are seen, and on which rules leave the word to the scores if the page is of this kind.

    Whether a true text has what `hidden` takes depends on the tool that it was made with.
    """
    told: NDArray[np.bool_] = needed(page, kind) != NEVER
    told[[index for index, name in page.removed.items() if name == "hidden"]] = False
    return told


def _label(
    said: list[str], threes: set[tuple[str, str, str]], twos: set[tuple[str, str]], lines: set[tuple[str, ...]]
) -> float:
    if not said:
        return 0.0
    if len(said) >= _LONG:
        shingles = list(zip(said, said[1:], said[2:], strict=False))
        return sum(shingle in threes for shingle in shingles) / len(shingles)
    if tuple(said) in lines:
        return 1.0
    pairs = list(pairwise(said))
    return 0.5 if pairs and all(pair in twos for pair in pairs) else 0.0
