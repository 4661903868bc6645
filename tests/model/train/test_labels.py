"""How much of a block the true text has."""

from __future__ import annotations

import pytest
from by_hand import STORY, Line, page

from cleaner.model import KINDS
from cleaner.model.needs import needed
from cleaner.model.train.labels import labels, teaches, word_f1, words


def label(block: str, body: str) -> float:
    [found] = labels(page(block).original, body).tolist()
    return float(found)


def test_words_are_lower_case_and_without_punctuation() -> None:
    assert words("“We could,” said the Foreman. Ça va? 2024") == "we could said the foreman ça va 2024".split()


@pytest.mark.parametrize(
    ("said", "true", "f1"),
    [
        ("a b c", "a b c", 1.0),
        ("a b", "a b c d", 2 * 2 / 6),
        ("a a b", "a b b", 2 * 2 / 6),
        ("a", "b", 0.0),
        ("", "a", 0.0),
        ("a", "", 0.0),
        ("", "", 1.0),
    ],
)
def test_f1_of_bags_of_words(said: str, true: str, f1: float) -> None:
    assert word_f1(said.split(), true.split()) == pytest.approx(f1)


def test_a_long_block_is_body_by_its_shingles_of_three_words() -> None:
    assert label(STORY[0], "\n".join(STORY)) == 1.0
    assert label(STORY[0], STORY[1]) == 0.0
    assert label("The pier had to wait", "The pier had to go") == pytest.approx(2 / 3)


def test_a_block_of_four_words_is_long() -> None:
    assert label("The pier had gone", "And the pier had gone by then") == 1.0
    assert label("The pier had", "And the pier had gone by then") == 0.5


def test_shingles_know_no_case_and_no_lines() -> None:
    assert label("the PIER had, to go", "The pier\nhad to\ngo") == 1.0


def test_the_order_of_the_words_counts() -> None:
    assert label("go to had pier the", "The pier had to go") == 0.0


def test_a_short_block_is_body_where_its_line_is() -> None:
    assert label("The pier", "A storm\nThe Pier:\nA boat") == 1.0
    assert label("Pier", "A storm\nPier\nA boat") == 1.0


def test_a_short_block_whose_words_follow_each_other_is_half() -> None:
    assert label("The pier", "When the pier had gone") == 0.5
    assert label("Pier the", "When the pier had gone") == 0.0
    assert label("Pier", "When the pier had gone") == 0.0


def test_a_block_without_words_is_none() -> None:
    assert label("***", "***\nThe pier") == 0.0


def test_one_label_a_block() -> None:
    assert labels(page(*STORY).original, STORY[2]).tolist() == [0, 0, 1, 0, 0, 0]
    assert labels((), "").tolist() == []


def test_what_rules_have_the_last_word_on_and_what_is_hidden_teaches_nothing() -> None:
    closed = Line("14 rooms", hidden="display: none, until a click")
    made = page(*STORY, "Share", closed, "More stories").without({6: "sharing", 7: "hidden", 8: "teasers"})
    product = KINDS.index("product")
    assert needed(made, product)[6:].tolist() == [256, 128, 128]
    assert teaches(made, product).tolist() == [*[True] * 6, False, False, True]
