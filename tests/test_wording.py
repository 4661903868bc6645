from __future__ import annotations

import pytest

from cleaner.wording import key_of, plain_words, reads_like_prose, size, terms, trimmed, word_count

PROSE = "The ferry to the outer islands will run again from Friday, after a winter in which the pier was rebuilt."


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "渡轮将于周五恢复通航，此前整个冬天码头都在重建之中，岛上居民约四百人，大多以捕鱼为生。",
        "وقالت السلطات إن العبّارة ستعود إلى العمل يوم الجمعة بعد شتاء كامل أُعيد خلاله بناء الرصيف من جديد؟",
        "เรือข้ามฟากจะกลับมาให้บริการอีกครั้งในวันศุกร์หลังจากฤดูหนาวที่ต้องสร้างท่าเรือใหม่",
    ],
)
def test_running_text_reads_like_prose(text: str) -> None:
    assert reads_like_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "Short, though it ends.",
        "Home News Sport Culture Travel Opinion Science Weather Obituaries Letters Crossword Chess",
        "",
    ],
)
def test_menus_and_scraps_do_not(text: str) -> None:
    assert not reads_like_prose(text)


def test_characters_of_dense_scripts_count_for_three() -> None:
    assert size("abc") == 3
    assert size("größe") == 5
    assert size("渡轮") == 6
    assert size("") == 0


def test_plain_words() -> None:
    assert plain_words("“It’s” — STRASSE, straße!") == ["it", "s", "strasse", "strasse"]


def test_terms_of_scripts_without_spaces_are_pairs_of_characters() -> None:
    assert terms("The Ferry’s back") == ["the", "ferry", "s", "back"]
    assert terms("外岛渡轮 2024, 岛") == ["外岛", "岛渡", "渡轮", "2024", "岛"]


def test_a_key_and_a_trimmed_text_have_no_punctuation_at_their_ends() -> None:
    assert key_of("（Lesen Sie AUCH：») ") == "lesen sie auch："
    assert trimmed("» Lesen Sie AUCH (") == "Lesen Sie AUCH"
    assert len(key_of("x" * 500)) == 200


def test_words_are_counted_in_a_text_of_any_length() -> None:
    assert word_count(" a  b\u00a0c\n") == 3
    assert word_count("ab " * 100_000) == 100_000
    assert word_count("x" * 250_000 + " y") == 2
