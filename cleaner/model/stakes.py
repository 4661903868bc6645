"""What a body promises, by what its scores let expect: which rules have a say on a page, and the score to ask for."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.characters import sizes
from cleaner.model.needs import NEVER, is_one_text, level, needed, notes, ways
from cleaner.model.scale import FULL, Ints
from cleaner.model.score import SCORES, Scored
from cleaner.standfirst import standfirst

_LOWEST, _HIGHEST = 96, 130
"""Levels between which a page's threshold lies, scores of 0.12 and 0.53: what scores more is body also where it is as
little as a subhead. Out of fold, of pages with a true text, 122 comes to 0.8900, this to 0.8906, 134 and 138 to 0.8907;
trafilatura's snippets to 0.935 with this and 0.934 with 134."""
_HIGHEST_OF_PARTS = 122
"""The same where a text has many parts, as pages of these kinds have, of which the scores are less sure. Out of fold it
brings 0.0004, and 0.0024 on pages of products and of services; 116 brings as much."""
_OF_PARTS = ("product", "documentation", "service")
_NEARLY = 0.015
"""Of F1. Readers would rather miss a line than read another's: by this news comes out better, and all pages out of fold
lose 0.001."""
_CLEARLY = 0.03
"""Of F1. Out of fold 0 here comes to 0.8809, 0.015 to 0.8810, this to 0.8815, 0.05 to 0.8811, and the likeliest kind
whatever it promises to 0.8784."""
_LIKELY = 0.3
"""The score that is enough for a footnote."""

Promises = NDArray[np.float64]


class Way(NamedTuple):
    """How rules have their say on a page of n blocks, if it is of this kind."""

    kind: int
    """The likeliest of those on which rules have this say."""
    likely: int
    """Thousandths: that the page is of one of these."""
    needs: Ints
    """(n,): the level that each block needs beside the threshold."""
    reached: Ints
    """(n,): the highest threshold, as a level, at which each block is body; -1 where it is at none."""
    chances: Ints
    """(n,): how much of each to expect in the body, in thousandths of a character."""


class Stakes(NamedTuple):
    """What there is to win on a page of n blocks."""

    sizes: Ints
    """(n,): in thousandths of a character."""
    ways: tuple[Way, ...]
    """That of the likeliest kind first."""


class Choice(NamedTuple):
    """The way that rules have their say, and the level that is asked of blocks."""

    way: Way
    threshold: int


def at_stake(page: Page, scored: Scored, chances: Ints) -> Stakes:
    """`chances` has the thousandths of each level, (256,), that were body."""
    expected = chances[scored.levels] * sizes(page)
    found = []
    summary = standfirst(page)
    for kind, likely in ways(scored.kinds):
        needs = needed(page, kind)
        reached = np.where(scored.levels >= needs, scored.levels, -1)
        if not page.plain and is_one_text(kind):
            reached[notes(page) & (scored.levels >= level(_LIKELY))] = len(SCORES) - 1
            reached[summary] = len(SCORES) - 1
        found.append(Way(kind, likely, needs, reached, np.where(needs == NEVER, 0, expected)))
    return Stakes(1000 * sizes(page), tuple(sorted(found, key=lambda way: way.kind != scored.kind)))


def choose(stakes: Stakes) -> Choice:
    """The way of the likeliest kind, unless the best body of another promises clearly more; and its threshold.

    That is the one whose body promises the best F1; of those that promise nearly as much the highest.
    """
    promised = [_promises(stakes, way)[_LOWEST : _highest(way) + 1] for way in stakes.ways]
    most = [float(among.max()) for among in promised]
    chosen = 0 if most[0] >= max(most) - _CLEARLY else most.index(max(most))
    threshold = _LOWEST + int(np.flatnonzero(promised[chosen] >= most[chosen] - _NEARLY)[-1])
    return Choice(stakes.ways[chosen], threshold)


def _highest(way: Way) -> int:
    return _HIGHEST_OF_PARTS if KINDS[way.kind] in _OF_PARTS else _HIGHEST


def promise(stakes: Stakes, body: NDArray[np.bool_]) -> int:
    """The F1 that a body promises, in percent."""
    said = int(stakes.sizes[body].sum())
    right = [int(way.chances[body].sum()) for way in stakes.ways]
    return int(FULL * _expected(stakes, np.array([said]), [np.array([of]) for of in right])[0])


def _promises(stakes: Stakes, way: Way) -> Promises:
    """(256,): what the body at each threshold promises, if rules have their say in this way."""

    def over(of: Ints) -> Ints:
        sums: Ints = np.bincount(way.reached + 1, of, len(SCORES) + 1)[:0:-1].cumsum()[::-1]
        return sums

    return _expected(stakes, over(stakes.sizes), [over(world.chances) for world in stakes.ways])


def _expected(stakes: Stakes, said: Ints, right: list[Ints]) -> Promises:
    """The F1 of bodies of these sizes: 2 * right / (said + true), the mean over what the page may be."""
    f1s = [
        way.likely * 2 * of / np.maximum(said + int(way.chances.sum()), 1)
        for way, of in zip(stakes.ways, right, strict=True)
    ]
    mean: Promises = sum(f1s[1:], f1s[0]) / sum(way.likely for way in stakes.ways)
    return mean
