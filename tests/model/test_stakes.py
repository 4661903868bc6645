"""What a body promises, which rules have a say, and which threshold promises most."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import STORY, Line, box, h, link, page

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.needs import NEVER
from cleaner.model.score import SCORES, Scored, surely
from cleaner.model.stakes import Stakes, Way, at_stake, choose, promise
from cleaner.wording import size

RISING = np.arange(256) * 3
SIZES = [size(text) for text in STORY[:2]]
ARTICLE, FORUM = KINDS.index("article"), KINDS.index("forum")


def scored(*levels: int, **thousandths: int) -> Scored:
    return Scored(np.array(levels), np.array([thousandths.get(kind, 0) for kind in KINDS]))


# -- what is at stake --------------------------------------------------------------------------------------------------


def test_nothing_is_at_stake_where_a_rule_has_the_last_word() -> None:
    found = at_stake(page(*STORY[:2]).without({1: "sharing"}), scored(255, 255, article=1000), np.full(256, 900))
    (way,) = found.ways
    assert found.sizes.tolist() == [1000 * size for size in SIZES]
    assert way.chances.tolist() == [900 * SIZES[0], 0]
    assert way.reached.tolist() == [255, -1]
    assert way.needs.tolist() == [0, NEVER]


def test_a_doubtful_block_is_body_where_it_scores_enough_and_may_be_everywhere() -> None:
    made = page(*STORY[:2]).without({1: "teasers"})
    for level, reached in ((128, 128), (127, -1)):  # it needs 0.5, level 128, on the page of a service
        (way,) = at_stake(made, scored(200, level, service=1000), RISING).ways
        assert way.reached.tolist() == [200, reached]
        assert way.chances.tolist() == [600 * SIZES[0], 3 * level * SIZES[1]]


def test_a_way_for_each_say_that_rules_may_have_the_likeliest_kinds_first() -> None:
    made = page(*STORY[:2]).without({1: "comments"})
    found = at_stake(made, scored(200, 200, forum=300, collection=200, article=320, product=90, service=90), RISING)
    assert [(way.kind, way.likely) for way in found.ways] == [(ARTICLE, 320), (FORUM, 500)]
    assert [way.reached.tolist() for way in found.ways] == [[200, -1], [200, 200]]


@pytest.mark.parametrize(("kind", "reached"), [("article", [-1, 255, 200]), ("forum", [-1, 20, 200])])
def test_a_standfirst_of_one_text_reaches_any_threshold(kind: str, reached: list[int]) -> None:
    lines = (h(1, "Ferry runs again"), STORY[0], box("article", STORY[1]))
    made = page(*lines, meta={"description": (STORY[0],)}).without({0: "headline"})
    certain = Scored(np.array([200, 20, 200]), surely(kind))
    (way,) = at_stake(made, certain, RISING).ways
    assert way.reached.tolist() == reached
    assert way.chances.tolist()[1:] == [60 * len(STORY[0]), 600 * len(STORY[1])]
    assert at_stake(replace(made, plain=True), certain, RISING).ways[0].reached[1] != 255


NOTED = page(box("article", STORY[0]), box("section.footnotes", Line("A pier", "list_item"), link("Tide"), "Sea"))


@pytest.mark.parametrize(("kind", "reached"), [("article", [200, 255, 20, -1]), ("listing", [200, 120, 20, -1])])
def test_footnotes_of_one_text_that_score_a_little_reach_any_threshold(kind: str, reached: list[int]) -> None:
    certain = Scored(np.array([200, 120, 20, 200]), surely(kind))
    (way,) = at_stake(NOTED.without({3: "sharing"}), certain, RISING).ways
    assert way.reached.tolist() == reached
    assert (way.chances[1], way.chances[3]) == (360 * len("A pier"), 0)


# -- which way ---------------------------------------------------------------------------------------------------------


def commented(comments: int) -> Page:
    """A story of two paragraphs, and so many that a rule takes for comments."""
    return page(*STORY[:2], *STORY[2:3] * comments).without(dict.fromkeys(range(2, 2 + comments), "comments"))


def taken_for(comments: int, **thousandths: int) -> str:
    levels = [200] * (2 + comments)
    stakes = at_stake(commented(comments), scored(*levels, **thousandths), np.array([round(1000 * s) for s in SCORES]))
    return KINDS[choose(stakes).way.kind]


def test_a_page_of_comments_that_may_be_a_forum_is_one() -> None:
    assert taken_for(20, article=400, forum=350, listing=250) == "forum"
    assert taken_for(20, article=600, forum=200, listing=200) == "article"


def test_of_little_that_is_to_win_rules_have_it() -> None:
    assert taken_for(0, article=510, forum=490) == "article"
    assert taken_for(0, article=490, forum=510) == "forum"
    short = page(*STORY[:4], "Nice!").without({4: "comments"})
    stakes = at_stake(short, scored(*[200] * 5, article=400, forum=350, listing=250), RISING)
    assert KINDS[choose(stakes).way.kind] == "article"


# -- which threshold ---------------------------------------------------------------------------------------------------


def stakes(*of: tuple[int, int, float]) -> Stakes:
    """Of blocks with a level, a size in characters, and how much of it to expect in the body."""
    reached, sizes, chances = zip(*of, strict=True)
    expected = [round(1000 * size * of) for size, of in zip(sizes, chances, strict=True)]
    way = Way(ARTICLE, 1000, np.zeros(len(of), np.int64), np.array(reached), np.array(expected))
    return Stakes(1000 * np.array(sizes), (way,))


def level_of(*blocks: tuple[int, int, float]) -> int:
    return choose(stakes(*blocks)).threshold


def test_the_threshold_is_where_the_body_promises_most() -> None:
    # 0.9 alone: 1.8 / (1 + 1.45) = 0.73; with 0.5: 2.8 / (2 + 1.45) = 0.81; with 0.05 too: 2.9 / (3 + 1.45) = 0.65.
    assert level_of((130, 100, 0.9), (126, 100, 0.5), (110, 100, 0.05)) == 126


def test_on_a_page_of_which_little_is_sure_less_is_needed() -> None:
    # A block of 0.3 beside one of 0.95: 1.9 / 2.25 = 0.84 without it, 2.5 / 3.25 = 0.77 with it. Four of 0.3 beside two
    # of 0.4: 1.6 / 4 = 0.4 without, 4 / 8 = 0.5 with them.
    sure = [(130, 100, 0.95), (110, 100, 0.3)]
    unsure = [(120, 100, 0.4), (120, 100, 0.4), *[(110, 100, 0.3)] * 4]
    assert (level_of(*sure), level_of(*unsure)) == (130, 110)


def test_of_thresholds_that_promise_nearly_as_much_the_highest() -> None:
    assert level_of((130, 1000, 1.0), (126, 18, 0.6)) == 130
    assert level_of((130, 1000, 1.0), (126, 50, 0.9)) == 126


def test_there_is_a_lowest_and_a_highest_threshold() -> None:
    assert level_of((200, 100, 1.0)) == 130
    assert level_of((90, 100, 1.0)) == 130  # no threshold lets it pass
    assert level_of((96, 100, 1.0)) == 96


@pytest.mark.parametrize("kind", KINDS)
def test_of_pages_with_many_parts_less_is_enough(kind: str) -> None:
    made = stakes((200, 100, 1.0))
    made = made._replace(ways=(made.ways[0]._replace(kind=KINDS.index(kind)),))
    assert choose(made).threshold == (122 if kind in ("product", "documentation", "service") else 130)


def test_a_subhead_that_scores_well_is_body_however_little_it_promises() -> None:
    assert level_of((200, 5000, 1.0), (150, 5, 0.8)) <= 150


def test_what_is_at_no_threshold_body_is_in_no_body() -> None:
    assert level_of((130, 100, 0.9), (-1, 1000, 0.9)) == 130


# -- what a body promises ----------------------------------------------------------------------------------------------


def test_certain_scores_promise_all() -> None:
    assert promise(stakes((200, 50, 1), (200, 50, 0)), np.array([True, False])) == 100


def test_the_f1_to_expect() -> None:
    # Of 100 characters kept, 50 are body by chance, of 100 others none: 2 * 50 / (100 + 50).
    assert promise(stakes((200, 100, 0.5), (200, 100, 0)), np.array([True, False])) == 66


def test_what_was_left_out_counts_too() -> None:
    assert promise(stakes((200, 100, 0.5), (200, 100, 0.5)), np.array([True, False])) == 50


def test_nothing_promises_nothing() -> None:
    assert promise(stakes((200, 100, 1)), np.array([False])) == 0
    assert promise(stakes((200, 0, 0)), np.array([True])) == 0


def test_the_mean_over_what_the_page_may_be() -> None:
    none = np.zeros(2, np.int64)
    first = Way(ARTICLE, 750, none, none, np.array([100_000, 0]))
    other = Way(FORUM, 250, none, none, np.array([100_000, 100_000]))
    both = Stakes(np.array([100_000, 100_000]), (first, other))
    # The first block alone is all of an article, and a half of a thread: 0.75 * 1 + 0.25 * 2 / 3.
    assert promise(both, np.array([True, False])) == 91
