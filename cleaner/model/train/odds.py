"""How much words tell for the body, names of boxes or what text says: smoothed log odds, as whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.model import KINDS
from cleaner.model.boxes import TABLES, Odds
from cleaner.model.scale import FULL, NEUTRAL

_SITES = 4
"""A word counts when it stands on pages of this many sites; a name of fewer is theirs alone."""
_STEP = 12
"""Of a unit of log odds, so that four units either way fill the scale."""
_LITTLE = 3
"""Of that scale; a word that tells no more has no row."""
_NEXT_TO_NOTHING = 1e-6
"""What each table begins with: pages may be of one kind alone, or all body."""

Floats = NDArray[np.float64]


class Counts(NamedTuple):
    """Of one page: how much of its text is body and how much is not, by the words that stand around it, and in all."""

    words: dict[str, tuple[float, float]]
    body: float
    rest: float


class Counted:
    """The counts of many pages side by side, since odds are asked of several choices of them."""

    def __init__(self, pages: Iterable[tuple[Counts, str, int]], prior: float) -> None:
        """Pages, each with its domain and kind; `prior` is how much text on average odds each word begins with."""
        all_counts, domains, kinds = zip(*pages, strict=True)
        self._prior = prior
        rows: dict[str, int] = {}
        words = [rows.setdefault(word, len(rows)) for counts in all_counts for word in counts.words]
        self._words = np.array(words, np.int64)
        self._names = list(rows)
        self._of = np.repeat(np.arange(len(all_counts)), [len(counts.words) for counts in all_counts])
        self._pairs = np.array([pair for counts in all_counts for pair in counts.words.values()]).reshape(-1, 2)
        self._totals = np.array([(counts.body, counts.rest) for counts in all_counts])
        sites = {domain: number for number, domain in enumerate(sorted(set(domains)))}
        self._sites = np.array([sites[domain] for domain in domains])
        self._articles = np.array([KINDS[kind] == "article" for kind in kinds])

    def odds(self, chosen: NDArray[np.bool_]) -> Odds:
        """The table from those pages that are chosen, (pages,)."""
        known = self._known(chosen[self._of])
        everywhere = self._sums(chosen, known)
        usual = everywhere.body / (everywhere.body + everywhere.rest)
        more, less = everywhere.yes + self._prior * usual, everywhere.no + self._prior * (1 - usual)
        tables = [_scaled(more, less, everywhere)]
        share = more / (more + less)  # articles and other pages begin with what all pages say
        for pages in (chosen & self._articles, chosen & ~self._articles):
            here = self._sums(pages, known)
            tables.append(_scaled(here.yes + self._prior * share, here.no + self._prior * (1 - share), here))
        table = np.stack(tables, axis=1)
        telling = np.flatnonzero((np.abs(table - NEUTRAL) > _LITTLE).any(axis=1))
        names = [self._names[known[row]] for row in telling]
        rows = np.vstack([np.full(TABLES, NEUTRAL), table[telling]]).astype(np.uint8)
        return Odds({name: row for row, name in enumerate(names, 1)}, rows)

    def _known(self, here: NDArray[np.bool_]) -> list[int]:
        """The numbers of the words that stand on enough sites, in their order, and are one line, as in the file."""
        count = int(self._sites.max()) + 1
        seen = np.unique(self._words[here] * count + self._sites[self._of[here]]) // count
        enough = np.flatnonzero(np.bincount(seen, minlength=len(self._names)) >= _SITES).tolist()
        return sorted((word for word in enough if "\n" not in self._names[word]), key=self._names.__getitem__)

    def _sums(self, pages: NDArray[np.bool_], known: list[int]) -> _Sums:
        here = pages[self._of]
        words = self._words[here]
        yes, no = (np.bincount(words, side[here], len(self._names)).astype(np.float64) for side in self._pairs.T)
        return _Sums(yes[known], no[known], *(self._totals[pages].sum(axis=0) + _NEXT_TO_NOTHING).tolist())


class _Sums(NamedTuple):
    """How much is body and how much is not over some pages: by the words that are known, and in all."""

    yes: Floats
    no: Floats
    body: float
    rest: float


def _scaled(more: Floats, less: Floats, among: _Sums) -> Floats:
    away = np.log(more / less) - np.log(among.body / among.rest)
    scaled: Floats = np.round(np.clip(NEUTRAL + _STEP * away, 0, FULL))
    return scaled


def together(tables: Iterable[Odds]) -> Odds:
    """One table of several that have no word in common."""
    rows: dict[str, int] = {}
    parts = [np.full((1, TABLES), NEUTRAL, np.uint8)]
    for odds in tables:
        parts.append(odds.table[1:])
        rows.update({word: row for row, word in enumerate(odds.rows, len(rows) + 1)})
    return Odds(rows, np.vstack(parts))
