"""How likely each block is body, what kind of page it is, and how sure that is: a small network over the features.

    features -> dense -> three dilated convolutions over the sequence of blocks -> h
    page features, mean of h over the page -> dense -> the page's state -> its kind
    h, means of h over the block's home, the one around, its item and all homes of one name, the page's state
        -> dense -> score

Same bits everywhere: weights are whole numbers of 8 bits, activations whole numbers from 0 to 255, so that a dot
product in float32 is exact, in whatever order a BLAS adds it up, as long as it stays under 2**24 (416 inputs * 255 *
127 is the most). Scales and biases are applied number by number, which IEEE 754 rounds in one way only.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.model import KINDS
from cleaner.model.features import Features
from cleaner.model.scale import Bytes, Ints
from cleaner.model.weights import LEVELS, Layer, Weights

Floats = NDArray[np.float32]

DILATIONS = (1, 2, 4)
MOST = 255
"""The largest activation."""
UNIT = 32
"""Activations, and features, that make one."""
_CHUNK = 1024
"""Rows that a layer takes at once, so that a page of a million blocks needs no gigabytes."""
_COLUMNS = 8
"""Of which means are taken at once, of more rows than that."""
_ROWS = 8
"""Rows of one matrix product. A BLAS splits larger ones among threads, which cost far more here than they bring."""
_LEVELS = 16
"""Steps of the score's log odds a unit."""
SCORES = tuple(round(1 / (1 + math.exp((128 - level) / _LEVELS)), 4) for level in range(LEVELS))
"""The score of each level from 0 to 255."""

_PARTS = np.array([round(10**6 * math.exp(-step / _LEVELS)) for step in range(LEVELS)], np.int64)
"""By how many steps its odds are less than the highest: a kind's part, in millionths of the likeliest one's."""


class Scored(NamedTuple):
    """What the network says of a page with n blocks."""

    levels: Ints
    """(n,): 0 to 255; `SCORES` has the score of each. Siblings have one, the mean of theirs by size: one decision."""
    kinds: Ints
    """(kinds,): thousandths, how likely the page is of each of `cleaner.model.KINDS`."""

    @property
    def kind(self) -> int:
        """The number of the likeliest, the first of several."""
        return int(np.argmax(self.kinds))


def score(found: Features, weights: Weights) -> Scored:
    """Runs the network. A page needs at least one block."""
    first = _dense(weights.first, found.blocks)
    hidden = first
    for layer, step in zip(weights.convolutions, DILATIONS, strict=True):
        more = _dense(layer, _shifted(hidden, step), hidden, _shifted(hidden, -step))
        hidden = hidden + np.minimum(more, MOST - hidden)
    mass = found.blocks[:, :1].astype(np.uint16) + 1
    mean = (hidden * mass).sum(axis=0, keepdims=True, dtype=np.int64) // mass.sum(dtype=np.int64)
    mean_of_first = first.sum(axis=0, keepdims=True, dtype=np.int64) // len(first)
    state = _dense(weights.page, found.page[None], mean.astype(np.uint8), mean_of_first.astype(np.uint8))
    kinds = _shares(_linear(weights.kind, state)[0])
    near = [_means(hidden, mass, of) for of in (found.home, found.around, found.item, found.alike)]
    mixed = _dense(weights.mix, hidden, *near, first, np.broadcast_to(state, (len(hidden), state.shape[1])))
    odds = _linear(weights.last, mixed)
    levels = (odds * np.float32(_LEVELS) + np.float32(128.5)).clip(0, MOST).astype(np.uint8)
    return Scored(_means(levels, mass, found.sibling)[:, 0].astype(np.int64), kinds)


def surely(kind: str) -> Ints:
    """What `Scored.kinds` is of a page that is of this kind."""
    return np.array([1000 * (name == kind) for name in KINDS])


def _shares(odds: Floats) -> Ints:
    """The softmax, in thousandths: by steps that are rounded once, so that no processor's `exp` has a say."""
    steps = np.minimum((odds.max() - odds) * np.float32(_LEVELS) + np.float32(0.5), len(_PARTS) - 1).astype(np.int64)
    parts = _PARTS[steps]
    shares: Ints = 1000 * parts // parts.sum()
    return shares


def _dense(layer: Layer, *inputs: Bytes) -> Bytes:
    """The layer over these inputs side by side, rectified and rounded down to whole numbers."""
    out = np.empty((len(inputs[0]), layer.weights.shape[1]), np.uint8)
    for at in range(0, len(out), _CHUNK):
        sums = _linear(layer, *[one[at : at + _CHUNK] for one in inputs])
        sums.clip(0, MOST, out=out[at : at + _CHUNK], casting="unsafe")
    return out


def _linear(layer: Layer, *inputs: Bytes) -> Floats:
    size, width = len(inputs[0]), len(layer.weights)
    stacked = np.zeros((-(-size // _ROWS), _ROWS, width), np.float32)
    rows = stacked.reshape(-1, width)
    np.concatenate(inputs, axis=1, out=rows[:size])
    sums: Floats = (stacked @ layer.weights).reshape(len(rows), -1)[:size]
    sums *= layer.scale
    sums += layer.bias
    return sums


def _shifted(rows: Bytes, step: int) -> Bytes:
    """The row `step` before each, zeros where there is none; after each for a negative step."""
    moved = np.zeros_like(rows)
    if step > 0:
        moved[step:] = rows[:-step]
    else:
        moved[:step] = rows[-step:]
    return moved


def _means(rows: Bytes, mass: NDArray[np.uint16], groups: Ints) -> Bytes:
    """For each row the mean over its group, rounded down, each weighed by its mass; a row alone is its own mean.

    The sums stay under 2**53, so that float64 divides them as whole numbers are divided.
    """
    order, starts, group = _shared(groups)
    some, weights = rows.take(order, axis=0), mass.take(order, axis=0)
    total = np.add.reduceat(weights, starts, dtype=np.int64)
    means = rows.copy()
    step = rows.shape[1] if len(rows) <= _CHUNK else _COLUMNS
    for at in range(0, rows.shape[1], step):
        columns = slice(at, at + step)
        sums = np.add.reduceat(some[:, columns] * weights, starts, dtype=np.int64)
        means[order, columns] = (sums / total).astype(np.uint8).take(group, axis=0)
    return means


def _shared(groups: Ints) -> tuple[Ints, Ints, Ints]:
    """Of the rows that share a group, by group: which they are, where each group begins, the group of each, from 0."""
    order = np.argsort(groups, kind="stable")
    in_order = groups[order]
    begins = np.ones(len(groups) + 1, np.bool_)
    np.not_equal(in_order[1:], in_order[:-1], out=begins[1:-1])
    together = ~(begins[:-1] & begins[1:])
    begins = begins[:-1][together]
    return order[together], begins.nonzero()[0], begins.cumsum() - 1
