"""The network of `cleaner.model.score` in floating point, and its training, with PyTorch on one thread.

An activation of `score` is a whole number: here it is that number over 32. So is a feature.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from cleaner.model import KINDS
from cleaner.model.features import COLUMNS, PAGE_COLUMNS, Features
from cleaner.model.score import DILATIONS, MOST, UNIT

_log = logging.getLogger("cleaner")

HIDDEN = 64
STATE = 32
_GAP = 4
"""Rows of zeros between pages, so that no convolution sees two."""
_EPOCHS = 12
_EARLY = 4
"""Epochs after which a network that has died is given up."""
_ALIVE = 0.95
"""Share of the first epoch's loss; a network that lives comes under it soon."""
_ATTEMPTS = 5
_PAGES = 16
"""Pages a step."""
_RATE = 3e-3
_DECAY = 0.1
_MEMORY = 0.995
"""Of the running mean of the weights over steps, which is what is kept: one pass's weights vary from step to step."""
_LEFT_OUT = 0.2
"""Share of the features and activations that a step does not see."""
_LONG = 60
"""Words; a block is as grave a mistake as it has words, up to these."""
_BLOCKWISE = 0.05
_KINDWISE = 0.1
"""How much the cross-entropy of blocks and of kinds count beside F1."""

Tensors = dict[str, Any]


class Lesson(NamedTuple):
    """A page to learn from."""

    features: Features
    labels: NDArray[np.float32]
    """(blocks,): how much of each is body, 0 to 1."""
    words: NDArray[np.float32]
    """(blocks,): how much each weighs; 0 for a block on which rules have the last word."""
    kind: int


class _Batch(NamedTuple):
    blocks: Any
    pages: Any
    groups: tuple[Any, ...]
    page: Any
    mass: Any
    real: Any
    labels: Any
    words: Any
    kinds: Any


def fit(pages: Sequence[Sequence[Lesson]], seed: int) -> Tensors:
    """The network's parameters by layer, `weights` and `bias`, of `cleaner.model.weights.LAYERS`.

    Each page comes in one form or several, of which an epoch shows one: what it learns must hold for all of them.

    A network that begins badly may die: its units rest at zero for every block, and nothing moves them any more. Then
    another begins, with the next seed. ArithmeticError where five have died.
    """
    torch.set_num_threads(1)
    for attempt in range(seed, seed + _ATTEMPTS):
        tensors, losses = _trained(pages, attempt)
        _log.info("seed %d: loss %.3f in the first epoch, %.3f in the last", attempt, losses[0], losses[-1])
        if losses[-1] < _ALIVE * losses[0]:
            return tensors
    raise ArithmeticError(f"No network learned anything from {len(pages)} pages; do their true texts belong to them?")


def _trained(pages: Sequence[Sequence[Lesson]], seed: int) -> tuple[Tensors, list[float]]:
    """The running mean of the parameters, and the loss of each epoch."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    tensors = _start()
    kept = {name: tensor.detach().clone() for name, tensor in tensors.items()}
    optimizer = torch.optim.AdamW(tensors.values(), lr=_RATE, weight_decay=_DECAY)
    steps = -(-len(pages) // _PAGES)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=_EPOCHS * steps)
    losses = []
    done = 0
    for _ in range(_EPOCHS):
        mixed = order.permutation(len(pages))
        total = 0.0
        for at in range(0, len(mixed), _PAGES):
            forms = [pages[number] for number in mixed[at : at + _PAGES]]
            batch = _batch([of[int(order.integers(len(of)))] for of in forms])
            optimizer.zero_grad()
            loss = _loss(batch, *_run(tensors, batch, _LEFT_OUT))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tensors.values(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            done += 1
            memory = min(_MEMORY, done / (done + 20))
            for name, tensor in tensors.items():
                kept[name].mul_(memory).add_(tensor.detach(), alpha=1 - memory)
        losses.append(total / steps)
        if len(losses) == _EARLY and not losses[-1] < _ALIVE * losses[0]:
            break
    return kept, losses


def predict(tensors: Tensors, lesson: Lesson) -> tuple[NDArray[np.float32], int]:
    """(blocks,) log odds in floating point, and the number of the page's kind."""
    with torch.no_grad():
        batch = _batch([lesson])
        odds, kinds = _run(tensors, batch, 0.0)
    return odds[batch.real[:, 0] > 0].numpy(), int(kinds[0].argmax())


def _start() -> Tensors:
    sizes = {
        "first": (len(COLUMNS), HIDDEN),
        **{f"convolution{number}": (3 * HIDDEN, HIDDEN) for number in range(len(DILATIONS))},
        "page": (len(PAGE_COLUMNS) + 2 * HIDDEN, STATE),
        "kind": (STATE, len(KINDS)),
        "mix": (6 * HIDDEN + STATE, HIDDEN),
        "last": (HIDDEN, 1),
    }
    tensors = {}
    for name, (inputs, outputs) in sizes.items():
        bound = inputs**-0.5
        for part, shape in (("weights", (inputs, outputs)), ("bias", (outputs,))):
            tensors[f"{name}.{part}"] = ((torch.rand(shape) * 2 - 1) * bound).requires_grad_()
    return tensors


def _batch(lessons: Sequence[Lesson]) -> _Batch:
    sizes = [len(lesson.labels) for lesson in lessons]
    starts = np.cumsum([_GAP, *(size + _GAP for size in sizes)])
    rows = int(starts[-1])
    blocks = np.zeros((rows, len(COLUMNS)), np.float32)
    page = np.full(rows, len(lessons))
    groups = np.zeros((4, rows), np.int64)
    labels, words, real = (np.zeros(rows, np.float32) for _ in range(3))
    for number, (lesson, start, size) in enumerate(zip(lessons, starts, sizes, strict=False)):
        here = slice(start, start + size)
        blocks[here], page[here], real[here] = lesson.features.blocks, number, 1
        labels[here], words[here] = lesson.labels, lesson.words
        found = lesson.features
        for group, of in zip(groups, (found.home, found.around, found.item, found.alike), strict=True):
            group[here] = of + groups.max() + 1
    return _Batch(
        blocks=torch.from_numpy(blocks / UNIT),
        pages=torch.from_numpy(np.stack([lesson.features.page for lesson in lessons]).astype(np.float32) / UNIT),
        groups=tuple(map(torch.from_numpy, groups)),
        page=torch.from_numpy(page),
        mass=torch.from_numpy((blocks[:, :1] + 1) * real[:, None]),
        real=torch.from_numpy(real[:, None]),
        labels=torch.from_numpy(labels),
        words=torch.from_numpy(words),
        kinds=torch.tensor([lesson.kind for lesson in lessons]),
    )


def _run(tensors: Tensors, batch: _Batch, left_out: float) -> tuple[Any, Any]:
    """Log odds of all rows, and those of the kinds of all pages."""

    def some(inputs: Any) -> Any:
        return functional.dropout(inputs, left_out, training=left_out > 0)

    def linear(layer: str, *inputs: Any) -> Any:
        joined = some(torch.cat(inputs, dim=1))
        return joined @ tensors[f"{layer}.weights"] + tensors[f"{layer}.bias"]

    def dense(layer: str, *inputs: Any) -> Any:
        return linear(layer, *inputs).clamp(0, MOST / UNIT)

    first = hidden = dense("first", batch.blocks) * batch.real
    for number, step in enumerate(DILATIONS):
        none = hidden.new_zeros(step, HIDDEN)
        before, after = torch.cat([none, hidden[:-step]]), torch.cat([hidden[step:], none])
        more = dense(f"convolution{number}", before, hidden, after)
        hidden = (hidden + more).clamp(max=MOST / UNIT) * batch.real
    means = [_means(hidden, batch.mass, batch.page), _means(first, batch.real, batch.page)]
    state = dense("page", batch.pages, *(mean[: len(batch.pages)] for mean in means))
    near = [_means(hidden, batch.mass, group)[group] for group in batch.groups]
    everywhere = torch.cat([state, state.new_zeros(1, STATE)])[batch.page]
    mixed = dense("mix", hidden, *near, first, everywhere)
    odds = mixed @ tensors["last.weights"] + tensors["last.bias"]
    return odds[:, 0], state @ tensors["kind.weights"] + tensors["kind.bias"]


def _means(rows: Any, mass: Any, groups: Any) -> Any:
    size = int(groups.max()) + 1
    sums = rows.new_zeros(size, rows.shape[1]).index_add_(0, groups, rows * mass)
    return sums / rows.new_zeros(size, 1).index_add_(0, groups, mass).clamp(min=1e-6)


def _loss(batch: _Batch, odds: Any, kinds: Any) -> Any:
    """One less the F1 of words of each page, with a share of cross-entropy, which tells more where F1 is flat."""
    likely = torch.sigmoid(odds)
    pages = len(batch.pages)

    def sums(values: Any) -> Any:
        return values.new_zeros(pages + 1).index_add_(0, batch.page, values)[:pages]

    said, true = sums(likely * batch.words), sums(batch.labels * batch.words)
    f1 = (2 * sums(likely * batch.labels * batch.words) + 1) / (said + true + 1)
    size = torch.cat([sums(batch.words).clamp(min=20), torch.ones(1)]).sqrt()[batch.page]
    weight = batch.words.clamp(max=_LONG) / size + 0.02 * (batch.words > 0)
    blockwise = functional.binary_cross_entropy_with_logits(odds, batch.labels, reduction="none") * weight
    kindwise = functional.cross_entropy(kinds, batch.kinds, label_smoothing=0.05)
    return (1 - f1).mean() + _BLOCKWISE * blockwise.sum() / pages + _KINDWISE * kindwise
