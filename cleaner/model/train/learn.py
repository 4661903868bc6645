"""From pages with their truth to weights: odds of names, features, network, whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.boxes import Odds
from cleaner.model.features import features
from cleaner.model.hints import Hints, hints
from cleaner.model.scale import FULL
from cleaner.model.score import SCORES
from cleaner.model.train import kinds, names, sayings
from cleaner.model.train.labels import labels, teaches, words
from cleaner.model.train.network import Lesson, fit
from cleaner.model.train.odds import Counted, Counts, together
from cleaner.model.train.pages import Example
from cleaner.model.train.quantise import layers
from cleaner.model.weights import Weights

_DRAWS, _PARTS = 3, 4
"""The odds of words that a page is shown come from sites that were drawn without its own, which would tell it the
answer: each of three draws parts the sites in four."""
_AS_IT_IS = 4
"""Of six forms of a page: one more has no address, as many callers have none, and another neither that nor words that
tell, as names made by machine do not, nor text in other languages."""


class Prepared(NamedTuple):
    """A page with what does not change from fold to fold."""

    example: Example
    labels: NDArray[np.float32]
    words: NDArray[np.float32]
    counts: tuple[Counts, ...]
    hints: frozenset[str]


def prepare(example: Example) -> Prepared:
    """Labels the page's blocks and counts the names of its boxes, or what it says."""
    page = example.page
    body = labels(page.original, "\n".join([example.body, *example.optional]))
    sizes = [len(words(block.text)) for block in page.original]
    counts = sayings.count(page, body) if page.plain else names.count(page, body, sizes)
    return Prepared(example, body, np.array(sizes, np.float32), counts, hints(page))


def learn(pages: Sequence[Prepared], seed: int) -> Weights:
    """The weights, still without chances and confidence. Pages of one id are forms of one page."""
    forms: dict[str, list[Lesson]] = {page.example.id: [] for page in pages}
    counted = _counted(pages)
    for draw in range(_DRAWS):
        parts = np.array([_part(page, draw) for page in pages])
        for part in range(_PARTS):
            odds = together(of.odds(parts != part) for of in counted)
            telling = _hints(page for page, of in zip(pages, parts, strict=True) if of != part)
            for page in (page for page, of in zip(pages, parts, strict=True) if of == part):
                forms[page.example.id] += _forms(page, odds, telling)
    first, *convolutions, state, kind, mix, last = layers(fit(list(forms.values()), seed))
    return Weights(
        first=first,
        convolutions=tuple(convolutions),
        page=state,
        kind=kind,
        mix=mix,
        last=last,
        odds=together(of.odds(np.ones(len(pages), np.bool_)) for of in counted),
        hints=_hints(pages),
        chances=np.zeros(len(SCORES), np.int64),
        confidence=np.zeros((len(KINDS), FULL + 1)),
        digest="",
    )


def _forms(page: Prepared, odds: Odds, telling: Hints) -> list[Lesson]:
    """The page in six forms, of which four are one."""
    shown, kind = page.example.page, page.example.kind
    weight = np.where(teaches(shown, kind), page.words, 0).astype(np.float32)

    def lesson(shown: Page, odds: Odds) -> Lesson:
        return Lesson(features(shown, odds, telling), page.labels, weight, kind)

    anywhere, nameless = replace(shown, url=None), Odds({}, odds.table[:1])
    return [*[lesson(shown, odds)] * _AS_IT_IS, lesson(anywhere, odds), lesson(anywhere, nameless)]


def _counted(pages: Sequence[Prepared]) -> list[Counted]:
    """The counts of all pages, one for each of the parts in which a page is counted."""
    prior = sayings.PRIOR if pages[0].example.page.plain else names.PRIOR
    of = [(page.example.domain, page.example.kind) for page in pages]
    parts = zip(*(page.counts for page in pages), strict=True)
    return [Counted([(one, *where) for one, where in zip(part, of, strict=True)], prior) for part in parts]


def _hints(pages: Iterable[Prepared]) -> Hints:
    return kinds.hints((page.hints, page.example.domain, page.example.kind) for page in pages)


def _part(page: Prepared, draw: int) -> int:
    return crc32(f"{draw} {page.example.domain}".encode()) % _PARTS
