"""Counts and shares as whole numbers from 0 to 100, the same on every processor: no logarithm is taken or rounded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

FULL = 100
NEUTRAL = 50
_STEPS = np.array(sorted({round(1.25**power) for power in range(100)}), np.int64)
_MANY = 1 << 17
_REACHED = np.bincount(_STEPS[_STEPS < _MANY], minlength=_MANY).cumsum().astype(np.uint8)
"""Of all smaller counts, which most are, how many steps they reach."""


def log(counts: Ints) -> Bytes:
    """Of counts from 0, how many of the steps 1, 2, 3, ... (each a quarter more than the last) they reach: 0 to 97."""
    if counts.max(initial=0) < _MANY:
        return _REACHED.take(counts, mode="clip")  # what is less than 0 reaches none either
    return np.searchsorted(_STEPS, counts, side="right").astype(np.uint8)


def share(parts: Ints, wholes: Ints) -> Bytes:
    """Percent, rounded down, at least 0 and at most 100; 0 of nothing. In float64, right for whole numbers to 2**53."""
    return (parts * FULL / np.maximum(wholes, 1)).clip(0, FULL).astype(np.uint8)
