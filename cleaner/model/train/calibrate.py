"""What the scores are worth: the threshold that suits each kind of page, and the F1 to expect of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.model import KINDS
from cleaner.model.judge import needed, promise
from cleaner.model.scale import FULL
from cleaner.model.score import SCORES, Scored
from cleaner.model.train.labels import word_f1, words
from cleaner.model.train.pages import Example

_CANDIDATES = tuple(
    next(level for level, score in enumerate(SCORES) if score >= least / FULL) for least in range(30, 71, 4)
)
_SHRINK = 100
"""Pages of its kind at which a kind's own optimum counts for as much as that of all pages."""
_ALIKE = 0.001
"""Of F1; a difference that another draw of pages would turn round."""
_WIDTH = 6
"""Percent: pages that promise about as much are averaged, each weighted by its distance."""


class Tried(NamedTuple):
    """A page with what a network that had not seen it said."""

    example: Example
    scored: Scored


def f1(tried: Tried, threshold: int) -> tuple[float, int]:
    """The word F1 of the body at this threshold, and what its scores promise, in percent."""
    page = tried.example.page
    body = tried.scored.levels >= needed(page, tried.scored.kind, threshold)
    text = "\n".join(block.text for block, kept in zip(page.original, body, strict=True) if kept)
    said = words(text)
    true = words("\n".join([tried.example.body, *_present(tried.example.optional, said)]))
    return word_f1(said, true), promise(page, tried.scored.levels, body)


def thresholds(pages: Sequence[Tried]) -> NDArray[np.int64]:
    """(len(KINDS),): for pages that are taken for each kind the level with the best F1, drawn towards that of all.

    Of levels that do as well the highest: where recall is worth no more, readers would rather miss a line than read
    another's.
    """
    measured = np.array([[f1(tried, level)[0] for level in _CANDIDATES] for tried in pages])
    overall = measured.mean(axis=0)
    best = []
    for kind in range(len(KINDS)):
        mine = measured[[tried.scored.kind == kind for tried in pages]]
        curve = (mine.sum(axis=0) + _SHRINK * overall) / (len(mine) + _SHRINK)
        best.append(_CANDIDATES[int(np.flatnonzero(curve >= curve.max() - _ALIKE)[-1])])
    return np.array(best, np.int64)


def confidence(pages: Sequence[Tried], levels: NDArray[np.int64]) -> NDArray[np.float64]:
    """(len(KINDS), 101): the mean F1 of pages taken for a kind whose scores promised about so much; never falling."""
    measured = [(tried.scored.kind, *f1(tried, int(levels[tried.scored.kind]))) for tried in pages]
    kinds, actual, promised = (np.array(column) for column in zip(*measured, strict=True))
    near = np.exp(-(((np.arange(FULL + 1)[:, None] - promised) / _WIDTH) ** 2) / 2)
    table = []
    for kind in range(len(KINDS)):
        weight = near * np.where(kinds == kind, 1.0, 0.1)
        table.append(_rising((weight @ actual + 1e-9) / (weight.sum(axis=1) + 1e-9), weight.sum(axis=1) + 1e-9))
    rounded: NDArray[np.float64] = np.array(table).round(3)
    return rounded


def _rising(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The nearest sequence that never falls (pool adjacent violators)."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        pools.append((value, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (left, light, few), (right, heavy, many) = pools[-2:]
            pools[-2:] = [((left * light + right * heavy) / (light + heavy), light + heavy, few + many)]
    return np.concatenate([np.full(size, value) for value, _, size in pools])


def _present(optional: Sequence[str], said: Sequence[str]) -> list[str]:
    """The optional paragraphs most of whose shingles were said."""
    have = set(zip(said, said[1:], said[2:], strict=False))
    found = []
    for paragraph in optional:
        told = words(paragraph)
        shingles = set(zip(told, told[1:], told[2:], strict=False))
        if shingles and len(shingles & have) > 0.6 * len(shingles):
            found.append(paragraph)
    return found
