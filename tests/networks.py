"""Weights made by hand or by chance, so that no test depends on what was learned."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cleaner.model import KINDS
from cleaner.model.boxes import TABLES, Odds
from cleaner.model.features import COLUMNS, PAGE_COLUMNS, Features
from cleaner.model.hints import Hints
from cleaner.model.scale import NEUTRAL
from cleaner.model.score import SCORES
from cleaner.model.weights import Layer, Weights

HIGH = 0.982
LOW = 0.018
"""The scores that `telling` gives."""


def odds(**words: int | tuple[int, int, int]) -> Odds:
    """A table of odds: one number for all pages, articles and others, or one for each."""
    rows = [told if isinstance(told, tuple) else (told,) * TABLES for told in words.values()]
    return Odds({word: row for row, word in enumerate(words, 1)}, np.array([(NEUTRAL,) * TABLES, *rows], np.uint8))


def hints(**of: tuple[int, ...]) -> Hints:
    """A table of hints, `path_blog` for "path blog"."""
    names = {name.replace("_", " "): row for row, name in enumerate(of, 1)}
    return Hints(names, np.array([(NEUTRAL,) * len(KINDS), *of.values()], np.uint8))


def telling(
    column: str, kind: str = "article", of: Odds | None = None, confidence: float = 0.5, more: float = 0
) -> Weights:
    """Weights for which a block is body where this column is 100, and every page of this kind.

    `more` is added to the log odds of every block.
    """
    network = _network(1, 1)
    network["first"].weights[COLUMNS.index(column), 0] = 1
    network["mix"].weights[0, 0] = 1
    network["last"].weights[0, 0] = 1
    network["last"].scale[0], network["last"].bias[0] = 0.08, more - 4
    network["kind"].bias[KINDS.index(kind)] = 20
    return _weights(network, of or odds(), confidence)


def random(seed: int, hidden: int = 64, state: int = 32) -> Weights:
    """A network of random weights whose activations are neither all 0 nor all 255."""
    rng = np.random.default_rng(seed)
    network = _network(hidden, state)
    for name, layer in network.items():
        layer.weights[:] = rng.integers(-127, 128, layer.weights.shape)
        size = (0.02 if name in ("kind", "last") else 1.0) / np.sqrt(len(layer.weights)) / 64
        layer.scale[:] = rng.uniform(0.5, 1.5, layer.scale.shape) * size
        layer.bias[:] = rng.uniform(-20, 20, layer.bias.shape) * (0.1 if name in ("kind", "last") else 1)
    table = rng.integers(0, 101, (3, TABLES), np.uint8)
    table[0] = NEUTRAL
    return _weights(network, Odds({"story": 1, "[main]": 2}, table), 0.5)


def some_features(seed: int, size: int) -> Features:
    """Of a page that never was."""
    rng = np.random.default_rng(seed)
    home, around, item, alike, sibling = (rng.integers(0, size // 3 + 1, size) for _ in range(5))
    blocks = rng.integers(0, 101, (size, len(COLUMNS)), np.uint8)
    return Features(blocks, rng.integers(0, 101, len(PAGE_COLUMNS), np.uint8), home, around, item, alike, sibling)


def _network(hidden: int, state: int) -> dict[str, Layer]:
    sizes = {
        "first": (len(COLUMNS), hidden),
        **{f"convolution{number}": (3 * hidden, hidden) for number in range(3)},
        "page": (len(PAGE_COLUMNS) + 2 * hidden, state),
        "kind": (state, len(KINDS)),
        "mix": (6 * hidden + state, hidden),
        "last": (hidden, 1),
    }
    return {name: Layer(_zeros(*size), _zeros(size[1]) + 1, _zeros(size[1])) for name, size in sizes.items()}


def _zeros(*shape: int) -> NDArray[np.float32]:
    return np.zeros(shape, np.float32)


def _weights(network: dict[str, Layer], of: Odds, confidence: float) -> Weights:
    first, *convolutions, page, kind, mix, last = network.values()
    return Weights(
        first=first,
        convolutions=tuple(convolutions),
        page=page,
        kind=kind,
        mix=mix,
        last=last,
        odds=of,
        hints=hints(),
        chances=np.array([round(1000 * score) for score in SCORES]),
        confidence=np.full((len(KINDS), 101), confidence),
        digest="",
    )
