"""How much of a text without markup each word begins."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import STORY, page, plain

from cleaner.block import Page
from cleaner.model.train.odds import Counts
from cleaner.model.train.sayings import count


def counted(made: Page, *body: float) -> tuple[Counts, ...]:
    return count(made, np.array(body, np.float32))


def test_blocks_of_a_few_words_of_some_and_of_many_count_apart() -> None:
    few, some, many = counted(plain("Learn more", "The pier is open", STORY[0]), 0, 1, 1)
    assert set(few.words) == {"0learn", "0more", "0=learn more"}
    assert set(some.words) == {"1the", "1pier", "1is", "1open"}
    assert {word[0] for word in many.words} == {"2"}


def test_each_word_counts_the_blocks_that_begin_with_it() -> None:
    few, _, _ = counted(plain("Share", "Share", "Pier", "Share"), 0, 0.5, 1, 0)
    scale = 1 / (4**0.5 + 3)
    assert (few.body, few.rest) == pytest.approx((1.5 * scale, 2.5 * scale))
    assert few.words["0share"] == pytest.approx((0.5 * scale, 2.5 * scale))
    assert few.words["0pier"] == pytest.approx((scale, 0))


def test_a_block_without_words_counts_for_none() -> None:
    assert [(part.body, part.rest, part.words) for part in counted(plain("2024", "* * *"), 1, 1)] == [(0, 0, {})] * 3


def test_a_length_of_which_there_is_no_block() -> None:
    assert [bool(part.words) for part in counted(page("Share"), 0)] == [True, False, False]
