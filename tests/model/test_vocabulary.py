"""The words of a block that a table of odds may know."""

from __future__ import annotations

import pytest

from cleaner.model.vocabulary import sayings


def test_words_each_with_how_long_the_block_is() -> None:
    assert sayings("share") == {"0share"}
    assert sayings("a pier in spring") == {"1a", "1pier", "1in", "1spring"}
    eleven = "one two three four five six seven eight nine ten eleven"
    assert sayings(eleven) == {f"2{word}" for word in eleven.split()}


def test_all_of_a_short_block() -> None:
    assert sayings("learn more") == {"0learn", "0more", "0=learn more"}
    assert sayings("add to cart") == {"0add", "0to", "0cart", "0=add to cart"}


def test_numbers_and_punctuation_are_no_words() -> None:
    assert sayings("12 comments (2024)") == {"0comments"}
    assert sayings("2024 | 17:30") == frozenset()
    assert sayings("") == frozenset()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("größe wählen", {"0größe", "0wählen", "0=größe wählen"}),
        ("подробнее", {"0подробнее"}),
        ("اقرأ المزيد", {"0اقرأ", "0المزيد", "0=اقرأ المزيد"}),
        ("और पढ़ें", {"0और", "0पढ़ें", "0=और पढ़ें"}),
        ("อ่านเพิ่มเติม", {"0อ่านเพิ่มเติม"}),
        ("続きを読む", {"0続きを読む"}),
    ],
)
def test_words_of_any_script(key: str, words: set[str]) -> None:
    assert sayings(key) == words


def test_a_sentence_without_spaces_is_no_short_block() -> None:
    said = sayings("港の桟橋は夏までに建て直される、と島の人は言う。板はみな落葉松である")
    assert {word[0] for word in said} == {"1"}
    assert not any("=" in word for word in said)


def test_the_beginning_of_a_block_is_enough_and_its_last_word_is_whole() -> None:
    assert sayings("word " * 30 + "end") == {"2word"}
    assert sayings("house " * 30) == {"2house"}  # the 120th character is in one of them
    assert sayings("a" * 200) == {"2" + "a" * 120}
