"""From pages with their truth to weights: odds of names, features, network, whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from cleaner.model import KINDS
from cleaner.model.boxes import Odds
from cleaner.model.features import features
from cleaner.model.hints import Hints, hints
from cleaner.model.judge import closed
from cleaner.model.scale import FULL
from cleaner.model.train import kinds, names
from cleaner.model.train.labels import labels, words
from cleaner.model.train.network import Lesson, fit
from cleaner.model.train.pages import Example
from cleaner.model.train.quantise import layers
from cleaner.model.weights import Weights

_PARTS = 4
"""The odds of names that a page is shown come from the other parts of the sites: its own would tell it the answer."""


_ALL, _WITHOUT_ADDRESS, _WITHOUT_NAMES = 6, 2, 1
"""Of six pages two are shown without their address, as many callers have none, and one of them without the names of its
boxes, as style sheets made by machine have none that tell."""


class Prepared(NamedTuple):
    """A page with what does not change from fold to fold."""

    example: Example
    labels: NDArray[np.float32]
    words: NDArray[np.float32]
    counts: names.Counts
    hints: frozenset[str]


def prepare(example: Example) -> Prepared:
    """Labels the page's blocks and counts the names of its boxes."""
    body = labels(example.page.original, "\n".join([example.body, *example.optional]))
    sizes = [len(words(block.text)) for block in example.page.original]
    return Prepared(
        example, body, np.array(sizes, np.float32), names.count(example.page, body, sizes), hints(example.page)
    )


def learn(pages: Sequence[Prepared], seed: int) -> Weights:
    """The weights, still without thresholds and confidence."""
    lessons: list[Lesson] = []
    for part in range(_PARTS):
        others = [page for page in pages if _part(page) != part]
        odds, telling = _odds(others), _hints(others)
        lessons += [_lesson(page, odds, telling) for page in pages if _part(page) == part]
    first, *convolutions, state, kind, mix, last = layers(fit(lessons, seed))
    return Weights(
        first=first,
        convolutions=tuple(convolutions),
        page=state,
        kind=kind,
        mix=mix,
        last=last,
        odds=_odds(pages),
        hints=_hints(pages),
        thresholds=np.full(len(KINDS), 128),
        confidence=np.zeros((len(KINDS), FULL + 1)),
        digest="",
    )


def _lesson(page: Prepared, odds: Odds, telling: Hints) -> Lesson:
    kind = page.example.kind
    weight = np.where(closed(page.example.page, kind), 0, page.words).astype(np.float32)
    shown = page.example.page
    share = crc32(page.example.id.encode()) % _ALL
    if share < _WITHOUT_ADDRESS:
        shown = replace(shown, url=None)
    if share < _WITHOUT_NAMES:
        odds = Odds({}, odds.table[:1])
    return Lesson(features(shown, odds, telling), page.labels, weight, kind)


def _odds(pages: Iterable[Prepared]) -> Odds:
    return names.odds((page.counts, page.example.domain, page.example.kind) for page in pages)


def _hints(pages: Iterable[Prepared]) -> Hints:
    return kinds.hints((page.hints, page.example.domain, page.example.kind) for page in pages)


def _part(page: Prepared) -> int:
    return crc32(page.example.domain.encode()) % _PARTS
