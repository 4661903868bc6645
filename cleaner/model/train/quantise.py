"""The network's parameters as whole numbers of 8 bits."""

from __future__ import annotations

import numpy as np

from cleaner.model.score import UNIT
from cleaner.model.train.network import Tensors
from cleaner.model.weights import LAYERS, Layer

_MOST = 127
_LINEAR = ("kind", "last")
"""Layers whose outcome is compared and not rectified: it stays in units of log odds."""


def layers(tensors: Tensors) -> list[Layer]:
    """The layers in the order of `LAYERS`; each column of weights has a scale of its own.

    Activations are rounded to the nearest, not down: the half is in the bias.
    """
    return [_layer(name, tensors) for name in LAYERS]


def _layer(name: str, tensors: Tensors) -> Layer:
    weights, bias = tensors[f"{name}.weights"].numpy(), tensors[f"{name}.bias"].numpy()
    step = np.maximum(np.abs(weights).max(axis=0), 1e-6) / _MOST
    whole = np.round(weights / step)
    if name in _LINEAR:
        return Layer(whole.astype(np.float32), (step / UNIT).astype(np.float32), bias.astype(np.float32))
    return Layer(whole.astype(np.float32), step.astype(np.float32), (bias * UNIT + 0.5).astype(np.float32))
