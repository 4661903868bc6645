"""The network in floating point is that of `score`, and it learns."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from by_hand import STORY, box, li, link, page
from networks import hints, odds, telling

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.features import COLUMNS, PAGE_COLUMNS, features
from cleaner.model.score import SCORES, score
from cleaner.model.weights import LAYERS

pytest.importorskip("torch", reason="training needs the extra [train]")

import torch

from cleaner.model.train.network import HIDDEN, STATE, Lesson, fit, predict
from cleaner.model.train.quantise import layers

ARTICLE, FORUM = KINDS.index("article"), KINDS.index("forum")


def a_page(number: int) -> Page:
    nav = box("nav", box("ul", li(link("Home")), li(link("News")), li(link("Sport"))))
    story = box("article", *STORY[number % 3 : number % 3 + 1 + number % 4])
    return page(*((nav, story) if number % 2 else (story, nav)))


def lesson(made: Page, kind: int) -> Lesson:
    body = np.array([block.prose for block in made.original], np.float32)
    words = np.array([len(block.text.split()) for block in made.original], np.float32)
    return Lesson(features(made, odds(), hints()), body, words, kind)


LESSONS = [lesson(a_page(number), FORUM if number % 2 else ARTICLE) for number in range(48)]
PAGES = [[one] for one in LESSONS]


@pytest.fixture(scope="module")
def learned() -> dict[str, Any]:
    return fit(PAGES, 1)


def test_the_layers_are_those_of_the_file(learned: dict[str, Any]) -> None:
    assert set(learned) == {f"{layer}.{part}" for layer in LAYERS for part in ("weights", "bias")}
    assert learned["first.weights"].shape == (len(COLUMNS), HIDDEN)
    assert learned["page.weights"].shape == (len(PAGE_COLUMNS) + 2 * HIDDEN, STATE)


def test_it_learns_what_is_body(learned: dict[str, Any]) -> None:
    for one in LESSONS:
        likely, _ = predict(learned, one)
        assert likely.shape == one.labels.shape
        assert ((likely > 0) == (one.labels > 0.5)).all()


def test_one_seed_one_network(learned: dict[str, Any]) -> None:
    again = fit(PAGES, 1)
    assert all((again[name] == tensor).all() for name, tensor in learned.items())
    other = fit(PAGES[:8], 2)
    assert any((other[name] != tensor).any() for name, tensor in fit(PAGES[:8], 1).items())


@pytest.mark.parametrize("louder", [0, 2])
def test_whole_numbers_say_nearly_what_floating_point_says(learned: dict[str, Any], louder: int) -> None:
    learned = learned | {"first.bias": learned["first.bias"] + louder}
    first, *convolutions, state, kind, mix, last = layers(learned)
    whole = telling("prose")._replace(
        first=first, convolutions=tuple(convolutions), page=state, kind=kind, mix=mix, last=last
    )
    for one in LESSONS[:12]:
        alone = one.features._replace(sibling=np.arange(len(one.labels)))
        likely, kind_of = predict(learned, one)
        scored = score(alone, whole)
        wanted = 1 / (1 + np.exp(-likely))
        assert np.abs(np.array(SCORES)[scored.levels] - wanted).max() < 0.05
        assert scored.kind == kind_of


def test_pages_of_a_step_do_not_see_each_other(learned: dict[str, Any]) -> None:
    from cleaner.model.train.network import _batch, _run

    both = _batch([LESSONS[0], LESSONS[3]])
    with torch.no_grad():
        together = _run(learned, both, 0.0)[0][both.real[:, 0] > 0].numpy()
    alone = np.concatenate([predict(learned, one)[0] for one in (LESSONS[0], LESSONS[3])])
    assert together == pytest.approx(alone, abs=1e-4)


def test_a_block_that_weighs_nothing_teaches_nothing() -> None:
    wrong = [one._replace(labels=1 - one.labels, words=one.words * 0) for one in LESSONS]
    taught = fit([*PAGES, *([one] for one in wrong)], 1)
    likely, _ = predict(taught, LESSONS[1])
    assert ((likely > 0) == (LESSONS[1].labels > 0.5)).all()


def test_an_epoch_shows_a_page_in_one_of_its_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    from cleaner.model.train import network as module

    shown: list[int] = []

    def spied(lessons: list[Lesson]) -> object:
        shown.extend(lesson.kind for lesson in lessons)
        return real(lessons)

    real = module._batch
    monkeypatch.setattr(module, "_batch", spied)
    forms = [LESSONS[0]._replace(kind=kind) for kind in range(3)]
    fit([forms] * 4, 1)
    assert set(shown) == {0, 1, 2}
