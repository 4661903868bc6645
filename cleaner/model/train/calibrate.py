"""What the scores are worth: how much of a block to expect to be body, and the F1 to expect of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.model import KINDS
from cleaner.model.scale import FULL
from cleaner.model.score import SCORES, Scored
from cleaner.model.stakes import at_stake, choose, promise
from cleaner.model.train.labels import teaches, word_f1, words
from cleaner.model.train.pages import Example
from cleaner.wording import size

_SHORT = 50
"""Characters; a page of fewer tells less, and counts by its length."""
_WIDTH = 6
"""Percent: pages that promise about as much are averaged, each weighted by its distance."""


class Tried(NamedTuple):
    """A page with what a network that had not seen it said."""

    example: Example
    labels: NDArray[np.float32]
    """(blocks,): how much of each is body, 0 to 1."""
    scored: Scored


class Came(NamedTuple):
    """What came of a page."""

    kind: int
    """That it was taken for."""
    f1: float
    promised: int
    """F1, in percent."""


def came(tried: Tried, chances: NDArray[np.int64]) -> Came:
    """The word F1 of the body that promises most by these chances."""
    page, scored = tried.example.page, tried.scored
    stakes = at_stake(page, scored, chances)
    way, threshold = choose(stakes)
    body = way.reached >= threshold
    text = "\n".join(block.text for block, kept in zip(page.original, body, strict=True) if kept)
    said = words(text)
    true = words("\n".join([tried.example.body, *_present(tried.example.optional, said)]))
    return Came(way.kind, word_f1(said, true), promise(stakes, body))


def chances(pages: Sequence[Tried]) -> NDArray[np.int64]:
    """(256,): how much of a block of each level was body, in thousandths; never falling. All pages count the same.

    Only blocks that teach, if the page is of its likeliest kind, tell of scores.
    """
    body, whole = np.zeros(len(SCORES)), np.zeros(len(SCORES))
    for tried in pages:
        page = tried.example.page
        sizes = np.array([size(block.text) for block in page.original], np.float64)
        share = np.where(teaches(page, tried.scored.kind), sizes / max(_SHORT, sizes.sum()), 0)
        body += np.bincount(tried.scored.levels, share * tried.labels, len(SCORES))
        whole += np.bincount(tried.scored.levels, share, len(SCORES))
    table: NDArray[np.int64] = (1000 * _rising(body / (whole + 1e-9), whole + 1e-9)).round().astype(np.int64)
    return table


def confidence(pages: Sequence[Tried], likely: NDArray[np.int64]) -> NDArray[np.float64]:
    """(len(KINDS), 101): the mean F1 of pages taken for a kind whose scores promised about so much; never falling."""
    measured = [came(tried, likely) for tried in pages]
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
