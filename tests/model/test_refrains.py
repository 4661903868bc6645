"""What a forum says beside every post."""

from __future__ import annotations

from by_hand import STORY, Line, page

from cleaner.model.refrains import refrains


def test_short_lines_that_come_again_and_again_but_for_their_numbers() -> None:
    posts = [line for number in (1, 22, 305) for line in ("Senior Member", f"Posts: {number}", f"#{number}", STORY[0])]
    assert list(refrains(page(*posts))) == [0, 1, 2, 4, 5, 6, 8, 9, 10]


def test_what_comes_twice_is_said_by_people() -> None:
    assert list(refrains(page("Thanks!", STORY[0], "Thanks!", STORY[1]))) == []


def test_what_says_nothing_but_numbers_is_a_count_and_a_picture_is_an_answer() -> None:
    assert list(refrains(page("42", STORY[0], "17", STORY[1], "3 / 5", "👍", STORY[2], "👍", "🎉"))) == [0, 2, 4]


def test_signatures_stand_under_a_line() -> None:
    made = page(STORY[0], "__________________ Sail slow.", STORY[1], "_____ is the word", "_" * 10 + STORY[2] * 4)
    assert list(refrains(made)) == [1]


def test_neither_code_nor_long_lines_are_refrains() -> None:
    long = "The loaf that came out of this oven and that one " + "and the next " * 2
    assert len(long) > 60
    assert list(refrains(page(*[Line("return 0", "code")] * 3, *[long] * 3))) == []
