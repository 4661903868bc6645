"""Parameters in floating point to whole numbers of 8 bits with a scale a column."""

from __future__ import annotations

import numpy as np
import pytest

from cleaner.model.score import UNIT
from cleaner.model.weights import LAYERS

pytest.importorskip("torch", reason="training needs the extra [train]")

import torch

from cleaner.model.train.quantise import layers


def tensors() -> dict[str, object]:
    torch.manual_seed(0)
    found = {f"{layer}.weights": torch.randn(5, 3) for layer in LAYERS}
    return found | {f"{layer}.bias": torch.randn(3) for layer in LAYERS}


def test_one_layer_for_each_in_order() -> None:
    made, given = layers(tensors()), tensors()
    assert len(made) == len(LAYERS)
    for layer, name in zip(made, LAYERS, strict=True):
        scale = layer.scale * (UNIT if name in ("kind", "last") else 1)
        assert layer.weights * scale == pytest.approx(given[f"{name}.weights"].numpy(), abs=0.02)  # type: ignore[attr-defined]


def test_weights_are_whole_and_the_largest_of_each_column_is_127() -> None:
    for layer in layers(tensors()):
        assert (layer.weights == np.round(layer.weights)).all()
        assert np.abs(layer.weights).max(axis=0).tolist() == [127] * 3
        assert {array.dtype.name for array in layer} == {"float32"}


def test_activations_are_rounded_to_the_nearest_and_log_odds_stay_as_they_are() -> None:
    given = tensors()
    for layer, name in zip(layers(given), LAYERS, strict=True):
        bias = given[f"{name}.bias"].numpy()  # type: ignore[attr-defined]
        assert layer.bias == pytest.approx(bias if name in ("kind", "last") else bias * UNIT + 0.5, abs=1e-5)


def test_a_column_of_zeros_is_no_division_by_zero() -> None:
    given = tensors()
    given["mix.weights"] = torch.zeros(5, 3)
    made = dict(zip(LAYERS, layers(given), strict=True))["mix"]
    assert made.weights.tolist() == [[0] * 3] * 5
    assert np.isfinite(made.scale).all()
