"""How likely each block is body, what kind of page it is, and how sure that is: a small network over the features.

    features -> dense -> three dilated convolutions over the sequence of blocks -> h
    page features, mean of h over the page -> dense -> the page's state -> its kind
    h, means of h over the block's home, the one around and its item, the page's state -> dense -> score

Same bits everywhere: weights are whole numbers of 8 bits, activations whole numbers from 0 to 255, so that a dot
product in float32 is exact, in whatever order a BLAS adds it up, as long as it stays under 2**24 (352 inputs * 255 *
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
        hidden = np.minimum(hidden.astype(np.uint16) + more, MOST).astype(np.uint8)
    mass = found.blocks[:, :1].astype(np.uint16) + 1
    weighed = np.hstack([hidden * mass, mass])
    everywhere = _quotients(weighed.sum(axis=0, keepdims=True, dtype=np.int64))
    unweighed = first.sum(axis=0, keepdims=True, dtype=np.int64) // len(first)
    state = _dense(weights.page, found.page[None], everywhere, unweighed.astype(np.uint8))
    kinds = _shares(_linear(weights.kind, state)[0])
    near = [_means(weighed, of) for of in (found.home, found.around, found.item)]
    mixed = _dense(weights.mix, hidden, *near, first, np.broadcast_to(state, (len(hidden), state.shape[1])))
    odds = _linear(weights.last, mixed)
    levels = np.clip(odds * np.float32(_LEVELS) + np.float32(128.5), 0, MOST).astype(np.uint8)
    return Scored(_means(np.hstack([levels * mass, mass]), found.sibling)[:, 0].astype(np.int64), kinds)


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
        np.clip(sums, 0, MOST, out=out[at : at + _CHUNK], casting="unsafe")
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


def _means(weighed: NDArray[np.uint16], groups: Ints) -> Bytes:
    """For each row the mean over its group, rounded down, of rows that are weighed and end with what they weigh."""
    order = np.argsort(groups, kind="stable")
    in_order = groups[order]
    begins = np.ones(len(groups), np.bool_)
    np.not_equal(in_order[1:], in_order[:-1], out=begins[1:])
    of = np.empty(len(groups), np.int64)
    of[order] = np.cumsum(begins) - 1
    starts = np.flatnonzero(begins)

    def means(some: NDArray[np.uint16]) -> Bytes:
        return _quotients(np.add.reduceat(some.take(order, axis=0), starts, dtype=np.int64)).take(of, axis=0)

    if len(groups) <= _CHUNK:
        return means(weighed)
    *slabs, mass = np.split(weighed, [*range(_COLUMNS, weighed.shape[1] - 1, _COLUMNS), weighed.shape[1] - 1], axis=1)
    return np.hstack([means(np.hstack([slab, mass])) for slab in slabs])


def _quotients(sums: Ints) -> Bytes:
    """All but the last number of each row by the last, rounded down, which float64 does right for whole numbers."""
    return (sums[:, :-1] / sums[:, -1:]).astype(np.uint8)
