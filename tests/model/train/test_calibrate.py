"""Chances that are the shares of body there were, and a confidence that is the F1 there was."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import STORY, box, page

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.score import SCORES, Scored, surely

pytest.importorskip("tld", reason="training needs the extra [train]")

from cleaner.model.train.calibrate import Came, Tried, came, chances, confidence
from cleaner.model.train.pages import Example
from cleaner.wording import size

ARTICLE, FORUM = KINDS.index("article"), KINDS.index("forum")
PAGE = page(box("article", *STORY[:3]), box("div", "Read more of this", "Share it with others"))
TRUE = "\n".join(STORY[:3])


def tried(
    *levels: int, made: Page = PAGE, body: str = TRUE, kind: int = ARTICLE, optional: tuple[str, ...] = ()
) -> Tried:
    labels = np.array([block.text in body for block in made.original], np.float32)
    return Tried(
        Example("1", kind, "harbour.example", "", made, body, optional),
        labels,
        Scored(np.array(levels), surely(KINDS[kind])),
    )


LIKELY = np.array([round(1000 * score) for score in SCORES])
"""Chances that are the scores."""


def test_f1_of_the_body_that_promises_most() -> None:
    assert came(tried(200, 200, 200, 60, 60), LIKELY) == Came(ARTICLE, 1.0, 99)
    assert came(tried(200, 200, 60, 60, 60), LIKELY).f1 < 0.9
    assert came(tried(200, 200, 200, 200, 200), LIKELY).f1 < 1.0
    assert came(tried(0, 0, 0, 0, 0), LIKELY) == Came(ARTICLE, 0.0, 0)


def test_and_what_the_scores_promise() -> None:
    assert came(tried(255, 255, 255, 0, 0), LIKELY) == Came(ARTICLE, 1.0, 100)
    assert came(tried(128, 128, 128, 0, 0), LIKELY) == Came(ARTICLE, 1.0, 66)


def test_rules_have_the_last_word() -> None:
    assert came(tried(255, 255, 255, 255, 0, made=PAGE.without({3: "sharing"})), LIKELY).f1 == 1.0


def test_an_optional_paragraph_may_be_said_or_not() -> None:
    both = {"body": "\n".join(STORY[:2]), "optional": (STORY[2],)}
    assert came(tried(255, 255, 255, 0, 0, **both), LIKELY).f1 == 1.0  # type: ignore[arg-type]
    assert came(tried(255, 255, 0, 0, 0, **both), LIKELY).f1 == 1.0  # type: ignore[arg-type]


# -- chances -----------------------------------------------------------------------------------------------------------


def test_the_chance_of_a_level_is_the_share_that_was_body() -> None:
    three, two = sum(map(size, STORY[:3])), sum(size(block.text) for block in PAGE.original[3:])
    found = chances([tried(200, 200, 200, 200, 200), tried(150, 150, 150, 100, 100)])
    assert found.shape == (256,)
    assert (found[100], found[150]) == (0, pytest.approx(found[200], abs=1))  # it never falls: both are drawn together
    assert found[200] == round(1000 * 2 * three / (2 * three + two))


def test_and_never_falls() -> None:
    rng = np.random.default_rng(0)
    found = chances([tried(*rng.integers(0, 256, 5).tolist()) for _ in range(60)])
    assert (np.diff(found) >= 0).all()
    assert 0 <= found[0] <= found[-1] <= 1000


def test_a_block_on_which_a_rule_has_the_last_word_tells_nothing() -> None:
    ruled = tried(200, 200, 200, 200, 200, made=PAGE.without({3: "sharing", 4: "sharing"}))
    assert chances([ruled])[200] == 1000


def test_a_short_page_tells_less() -> None:
    short = page("Closed.")
    pages = [tried(200, made=short, body="Closed."), tried(200, 200, 200, 200, 200, body="Nothing of all that")]
    assert chances(pages)[200] == round(1000 * 0.14 / 1.14)  # 7 characters of 50


# -- confidence --------------------------------------------------------------------------------------------------------


def test_confidence_rises_with_what_the_scores_promise() -> None:
    rng = np.random.default_rng(0)
    pages = [tried(*rng.integers(0, 256, 5).tolist(), kind=int(rng.integers(2))) for _ in range(60)]
    table = confidence(pages, LIKELY)
    assert table.shape == (len(KINDS), 101)
    assert (np.diff(table) >= 0).all()
    assert table.min() >= 0
    assert table.max() <= 1


def test_confidence_is_the_f1_that_such_pages_had() -> None:
    right = tried(255, 255, 255, 0, 0)
    wrong = tried(128, 128, 128, 128, 128, body="Nothing of all that")
    table = confidence([right] * 50 + [wrong] * 50, LIKELY)
    promised_right, promised_wrong = came(right, LIKELY).promised, came(wrong, LIKELY).promised
    assert table[ARTICLE, promised_right] > 0.95
    assert table[ARTICLE, promised_wrong] < 0.1


def test_a_kind_that_no_page_was_taken_for_has_that_of_all() -> None:
    table = confidence([tried(255, 255, 255, 0, 0)] * 20, LIKELY)
    assert table[FORUM] == pytest.approx(table[ARTICLE], abs=0.01)
