"""The network gives what whole numbers give, whatever the processor, the number of threads and the size of the page."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from by_hand import STORY, box, link, page
from networks import HIGH, LOW, hints, odds, random, some_features, telling

from cleaner.model import KINDS
from cleaner.model import score as module
from cleaner.model.features import Features, features
from cleaner.model.score import DILATIONS, SCORES, Scored, score
from cleaner.model.weights import Layer, Weights, load

Rows = list[list[int]]


# -- the same network in the integers of Python ------------------------------------------------------------------------


def linear(layer: Layer, row: Sequence[int]) -> list[np.float32]:
    columns = layer.weights.astype(int).T.tolist()
    sums = [sum(one * weight for one, weight in zip(row, column, strict=True)) for column in columns]
    return [
        np.float32(np.float32(np.float32(total) * scale) + bias)
        for total, scale, bias in zip(sums, layer.scale, layer.bias, strict=True)
    ]


def dense(layer: Layer, rows: Rows) -> Rows:
    return [[min(max(int(np.floor(value)), 0), 255) for value in linear(layer, row)] for row in rows]


def means(rows: Rows, mass: Sequence[int], groups: Sequence[int]) -> Rows:
    found: Rows = []
    for group in groups:
        mine = [(row, weight) for row, weight, of in zip(rows, mass, groups, strict=True) if of == group]
        total = sum(weight for _, weight in mine)
        found.append([sum(row[i] * weight for row, weight in mine) // total for i in range(len(rows[0]))])
    return found


def by_the_book(found: Features, weights: Weights) -> tuple[list[int], list[int]]:
    """Levels and thousandths of kinds, as the docstring of `score` describes the network."""
    blocks: Rows = found.blocks.astype(int).tolist()
    size = len(blocks)
    first = hidden = dense(weights.first, blocks)
    none = [0] * len(hidden[0])
    for layer, step in zip(weights.convolutions, DILATIONS, strict=True):
        wide = [
            (hidden[i - step] if i >= step else none) + hidden[i] + (hidden[i + step] if i + step < size else none)
            for i in range(size)
        ]
        more = dense(layer, wide)
        hidden = [[min(a + b, 255) for a, b in zip(*rows, strict=True)] for rows in zip(hidden, more, strict=True)]
    mass = [block[0] + 1 for block in blocks]
    whole = [0] * size
    state = dense(
        weights.page,
        [found.page.tolist() + means(hidden, mass, whole)[0] + means(first, [1] * size, whole)[0]],
    )[0]
    kinds = linear(weights.kind, state)
    groups = found.home, found.around, found.item, found.alike
    near = [means(hidden, mass, of.tolist()) for of in groups]
    mixed = dense(weights.mix, [[*chain(*parts), *state] for parts in zip(hidden, *near, first, strict=True)])
    levels = [
        [min(max(int(np.floor(odds * np.float32(16) + np.float32(128.5))), 0), 255)]
        for row in mixed
        for odds in linear(weights.last, row)
    ]
    steps = [min(int((max(kinds) - odds) * np.float32(16) + np.float32(0.5)), 255) for odds in kinds]
    parts = [round(1e6 * math.exp(-step / 16)) for step in steps]
    shares = [1000 * part // sum(parts) for part in parts]
    return [row[0] for row in means(levels, mass, found.sibling.tolist())], shares


@pytest.mark.parametrize("size", [1, 2, 7, 8, 9, 40])
@pytest.mark.parametrize("seed", range(3))
def test_whole_numbers_in_float32_are_those_of_python(size: int, seed: int) -> None:
    found, weights = some_features(seed, size), random(seed, hidden=7, state=5)
    scored = score(found, weights)
    assert (scored.levels.tolist(), scored.kinds.tolist()) == by_the_book(found, weights)


def test_a_network_of_full_size_too() -> None:
    found, weights = some_features(3, 25), random(3)
    scored = score(found, weights)
    assert (scored.levels.tolist(), scored.kinds.tolist()) == by_the_book(found, weights)
    assert len(set(scored.levels.tolist())) > 3


@pytest.mark.parametrize("name", ["page", "text"])
def test_the_librarys_weights_give_what_python_gives(name: Literal["page", "text"]) -> None:
    weights = load(name)
    made = page(box("nav", link("Home")), box("article", *STORY), box("div.related", link("Piers"), "A look back"))
    found = features(made, weights.odds, weights.hints)
    scored = score(found, weights)
    assert (scored.levels.tolist(), scored.kinds.tolist()) == by_the_book(found, weights)


def shares(**odds: float) -> dict[str, int]:
    row = np.array([odds.get(kind, -100.0) for kind in KINDS], np.float32)
    return dict(zip(KINDS, module._shares(row).tolist(), strict=True))


def test_kinds_have_the_shares_of_their_odds() -> None:
    found = shares(article=3.0, forum=2.0, product=1.0)  # e, 1 and 1 / e
    assert [found[kind] for kind in ("article", "forum", "product", "service")] == [665, 244, 90, 0]


def test_kinds_that_are_as_likely_share_alike_and_the_first_is_the_pages() -> None:
    assert (shares(forum=2.0, listing=2.0)["forum"], shares(forum=2.0, listing=2.0)["listing"]) == (500, 500)
    assert Scored(np.array([0]), np.array([0, 500, 0, 0, 500, 0, 0])).kind == KINDS.index("forum")


# -- exact in any order ------------------------------------------------------------------------------------------------


def layers(weights: Weights) -> tuple[Layer, ...]:
    return (weights.first, *weights.convolutions, weights.page, weights.kind, weights.mix, weights.last)


@pytest.mark.parametrize("name", ["page", "text"])
def test_no_sum_of_products_leaves_what_float32_has_exactly(name: Literal["page", "text"]) -> None:
    for layer in layers(load(name)):
        assert len(layer.weights) * 255 * 127 < 2**24
        assert (layer.weights == np.round(layer.weights)).all()
        assert np.abs(layer.weights).max() <= 127
        assert layer.weights.dtype == layer.scale.dtype == layer.bias.dtype == np.float32


def test_the_order_of_the_inputs_of_a_layer_does_not_matter() -> None:
    found, weights = some_features(5, 60), random(5)
    order = np.random.default_rng(0).permutation(found.blocks.shape[1] - 1) + 1  # the first is the mass
    order = np.concatenate([[0], order])
    mixed = weights._replace(first=weights.first._replace(weights=weights.first.weights[order]))
    assert (score(found, weights).levels == score(found._replace(blocks=found.blocks[:, order]), mixed).levels).all()


@pytest.mark.parametrize("size", [4095, 4096, 4097, 9000])
def test_a_page_in_pieces_is_the_page_as_a_whole(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found, weights = some_features(size, size), random(1, hidden=8, state=4)
    pieces = score(found, weights)
    monkeypatch.setattr(module, "_CHUNK", 1 << 40)
    monkeypatch.setattr(module, "_ROWS", size)
    whole = score(found, weights)
    assert (pieces.levels == whole.levels).all()
    assert (pieces.kinds == whole.kinds).all()


def test_no_matrix_product_is_large_enough_for_threads() -> None:
    """OpenBLAS splits products of more than 2**18 multiplications among threads, which then wait for each other."""
    for layer in (*layers(load("page")), *layers(load("text"))):
        assert module._ROWS * layer.weights.size <= 2**18


MACHINES = [
    {"OPENBLAS_NUM_THREADS": "1"},
    {"OPENBLAS_NUM_THREADS": "4"},
    *({"OPENBLAS_CORETYPE": core} for core in ("Prescott", "Nehalem", "Haswell", "Zen", "SkylakeX")),
]
CODE = """
import hashlib, pathlib, sys
sys.path.insert(0, "tests")
from cleaner import clean, clean_text
from cleaner.model.score import score
from networks import random, some_features
for path in sorted(pathlib.Path("samples").glob("*/page.*")):
    article = clean_text(path.read_text("utf-8")) if path.suffix == ".txt" else clean(path.read_bytes())
    print(path, hashlib.sha256(article.model_dump_json().encode()).hexdigest(), article.confidence)
for seed in range(20):
    scored = score(some_features(seed, 300), random(seed))
    print(hashlib.sha256(scored.levels.tobytes()).hexdigest(), scored.kinds.tolist())
"""


def run_on(machine: dict[str, str]) -> str:
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=os.environ | machine, cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode == -signal.SIGILL:
        pytest.skip(f"this processor cannot run {machine}")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def here() -> str:
    return run_on({})


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: "-".join(*machine.items()))
def test_the_same_articles_on_every_machine(machine: dict[str, str], here: str) -> None:
    assert len(here.splitlines()) > 25
    assert run_on(machine) == here


# -- one decision ------------------------------------------------------------------------------------------------------


def test_siblings_have_one_score_the_mean_by_size() -> None:
    weights = telling("ends in a question")
    made = page(box("div", "A pier?", "A boat!"), box("div", "A storm?"))
    scored = score(features(made, odds(), hints()), weights)
    low, high = 64, 192
    assert scored.levels.tolist() == [(low + high) // 2, (low + high) // 2, high]


def test_a_longer_sibling_counts_for_more() -> None:
    made = page(box("div", "A pier?", "The pier was rebuilt of oak in the winter"))
    [level, again] = score(features(made, odds(), hints()), telling("ends in a question")).levels.tolist()
    assert level == again
    assert 64 < level < 128


def test_scores_of_levels() -> None:
    assert (SCORES[0], SCORES[64], SCORES[128], SCORES[192]) == (0.0003, LOW, 0.5, HIGH)
    assert list(SCORES) == sorted(SCORES)


@pytest.mark.parametrize("of", [telling, lambda column: random(0, 3, 2)])
def test_a_page_of_one_block(of: Callable[[str], Weights]) -> None:
    assert len(score(features(page("A pier?"), odds(), hints()), of("price")).levels) == 1
