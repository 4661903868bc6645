"""Thresholds that suit the pages, and a confidence that is the F1 they had."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import STORY, box, page

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.score import SCORES, Scored

pytest.importorskip("tld", reason="training needs the extra [train]")

from cleaner.model.train.calibrate import Tried, confidence, f1, thresholds
from cleaner.model.train.pages import Example

ARTICLE, FORUM = KINDS.index("article"), KINDS.index("forum")
PAGE = page(box("article", *STORY[:3]), box("div", "Read more of this", "Share it with others"))
TRUE = "\n".join(STORY[:3])


def tried(
    *levels: int, made: Page = PAGE, body: str = TRUE, kind: int = ARTICLE, optional: tuple[str, ...] = ()
) -> Tried:
    return Tried(Example("1", kind, "harbour.example", "", made, body, optional), Scored(np.array(levels), kind))


def level(score: float) -> int:
    return next(number for number, of in enumerate(SCORES) if of >= score)


def test_f1_of_the_blocks_over_the_threshold() -> None:
    assert f1(tried(200, 200, 200, 100, 100), 128)[0] == 1.0
    assert f1(tried(200, 200, 100, 100, 100), 128)[0] < 0.9
    assert f1(tried(200, 200, 200, 200, 200), 128)[0] < 1.0
    assert f1(tried(0, 0, 0, 0, 0), 128) == (0.0, 0)


def test_and_what_the_scores_promise() -> None:
    assert f1(tried(255, 255, 255, 0, 0), 128) == (1.0, 100)
    assert f1(tried(128, 128, 128, 0, 0), 128)[1] == 66


def test_rules_have_the_last_word() -> None:
    assert f1(tried(255, 255, 255, 255, 0, made=PAGE.without({3: "sharing"})), 128)[0] == 1.0


def test_an_optional_paragraph_may_be_said_or_not() -> None:
    both = {"body": "\n".join(STORY[:2]), "optional": (STORY[2],)}
    assert f1(tried(255, 255, 255, 0, 0, **both), 128)[0] == 1.0  # type: ignore[arg-type]
    assert f1(tried(255, 255, 0, 0, 0, **both), 128)[0] == 1.0  # type: ignore[arg-type]


def test_a_level_for_each_kind_the_one_with_the_best_f1() -> None:
    found = thresholds([tried(*[level(0.6)] * 3, level(0.45), level(0.45))] * 400)
    assert found.shape == (len(KINDS),)
    assert level(0.45) < found[ARTICLE] <= level(0.6)


def test_a_kind_with_many_pages_has_its_own_and_one_with_few_that_of_all() -> None:
    low = tried(*[level(0.4)] * 3, level(0.32), level(0.32), kind=FORUM)
    high = tried(*[level(0.69)] * 3, level(0.6), level(0.6))
    many = thresholds([low] * 200 + [high] * 600)
    assert many[FORUM] < level(0.5) < many[ARTICLE]
    few = thresholds([low] * 2 + [high] * 600)
    assert few[FORUM] == few[ARTICLE]
    assert few[KINDS.index("service")] == few[ARTICLE]


def test_confidence_rises_with_what_the_scores_promise() -> None:
    rng = np.random.default_rng(0)
    pages = [tried(*rng.integers(0, 256, 5).tolist(), kind=int(rng.integers(2))) for _ in range(60)]
    table = confidence(pages, np.full(len(KINDS), 128))
    assert table.shape == (len(KINDS), 101)
    assert (np.diff(table) >= 0).all()
    assert table.min() >= 0
    assert table.max() <= 1


def test_confidence_is_the_f1_that_such_pages_had() -> None:
    right = tried(255, 255, 255, 0, 0)
    wrong = tried(128, 128, 128, 128, 128, body="Nothing of all that")
    table = confidence([right] * 50 + [wrong] * 50, np.full(len(KINDS), 128))
    promised_right, promised_wrong = f1(right, 128)[1], f1(wrong, 128)[1]
    assert table[ARTICLE, promised_right] > 0.95
    assert table[ARTICLE, promised_wrong] < 0.1


def test_a_kind_that_no_page_was_taken_for_has_that_of_all() -> None:
    table = confidence([tried(255, 255, 255, 0, 0)] * 20, np.full(len(KINDS), 128))
    assert table[FORUM] == pytest.approx(table[ARTICLE], abs=0.01)
