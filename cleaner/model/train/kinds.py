"""How much each hint tells for each kind of page: smoothed log odds, as whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from cleaner.model import KINDS
from cleaner.model.hints import Hints
from cleaner.model.scale import FULL, NEUTRAL

_SITES = 4
"""A hint counts when pages of this many sites have it (and it is one line, as in the file of weights)."""
_PRIOR = 2.0
"""Pages that each kind begins with, on which hints are as frequent as on all."""
_STEP = 12


def hints(pages: Iterable[tuple[frozenset[str], str, int]]) -> Hints:
    """The table from pages, each with its hints, domain and kind."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * len(KINDS))
    sites: dict[str, set[str]] = defaultdict(set)
    total = np.zeros(len(KINDS))
    for found, domain, kind in pages:
        total[kind] += 1
        for hint in found:
            counts[hint][kind] += 1
            sites[hint].add(domain)
    known = sorted(hint for hint, where in sites.items() if len(where) >= _SITES and "\n" not in hint)
    rows = [np.full(len(KINDS), NEUTRAL)]
    for hint in known:
        seen = np.array(counts[hint])
        usual = _PRIOR * seen.sum() / total.sum()
        among = (seen + usual) / (total + _PRIOR)
        others = (seen.sum() - seen + usual) / (total.sum() - total + _PRIOR)
        rows.append(np.clip(np.round(NEUTRAL + _STEP * np.log(among / others)), 0, FULL))
    return Hints({hint: row for row, hint in enumerate(known, 1)}, np.array(rows, np.uint8))
