"""Which blocks are body, after the rules and by the scores."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import Any

import numpy as np
import pytest
from by_hand import STORY, Line, box, link, page, plain
from networks import HIGH, LOW, telling

from cleaner.block import Facts, Page
from cleaner.filters import DEFAULT
from cleaner.model import KINDS, Judgement, judgement_of
from cleaner.model.judge import NEVER, Stakes, at_stake, best, judge, needed, promise
from cleaner.model.score import SCORES, Scored
from cleaner.model.weights import Weights, load
from cleaner.wording import size

OF_MANY = ("collection", "forum", "listing")
OPEN = {"advertisements", "appended", "captions", "comments", "navigation", "tags", "teasers"}
NONE = -1e6
"""Log odds that no block comes through."""
PAGE = page(box("article", *STORY[:2]), box("div", "Read more", "Share"))


def judged(made: Page, weights: Weights, threshold: float | None = None) -> Judgement:
    judgement = judge(made, weights, threshold)
    assert judgement
    return judgement


def test_what_scores_high_enough_is_body() -> None:
    found = judged(PAGE, telling("prose"))
    assert found.scores == (HIGH, HIGH, LOW, LOW)
    assert found.body == (True, True, False, False)
    assert (found.page_type, found.threshold, found.confidence) == ("article", SCORES[138], 0.5)


def test_plain_values_and_none_of_numpy() -> None:
    found = judged(PAGE, telling("prose"))
    assert {type(score) for score in found.scores} == {float}
    assert {type(body) for body in found.body} == {bool}
    assert (type(found.confidence), type(found.threshold)) == (float, float)


def test_what_was_said_can_be_asked_of_the_page() -> None:
    made = page(*STORY)
    assert judgement_of(made) is None
    found = judge(made, telling("prose"))
    assert judgement_of(made) is found


def test_no_blocks_no_judgement() -> None:
    made = Page(())
    assert judge(made) is None
    assert judgement_of(made) is None


def test_the_type_of_the_page_has_a_confidence_of_its_own() -> None:
    weights = telling("prose", kind="forum", more=NONE)
    weights.confidence[KINDS.index("forum"), 0] = 0.25  # nothing is body, so nothing is promised
    found = judged(PAGE, weights)
    assert (found.page_type, found.body, found.confidence) == ("forum", (False,) * 4, 0.25)


@pytest.mark.parametrize(("threshold", "body"), [(0.0, 4), (0.017, 4), (LOW, 4), (0.019, 2), (HIGH, 2), (0.99, 0)])
def test_a_threshold_of_ones_own(threshold: float, body: int) -> None:
    found = judged(PAGE, telling("prose"), threshold)
    assert sum(found.body) == body
    assert found.threshold == threshold


@pytest.mark.parametrize("threshold", [1, 1.0, 17.5, float("inf")])
def test_a_threshold_that_no_score_reaches_leaves_nothing(threshold: float) -> None:
    assert judged(PAGE, telling("prose"), threshold).body == (False,) * 4


@pytest.mark.parametrize("rule", [name for name, _ in DEFAULT if name != "boilerplate"])
@pytest.mark.parametrize("kind", KINDS)
def test_which_rules_have_the_last_word(rule: str, kind: str) -> None:
    made = page(*STORY).without({1: rule})
    opened = {"article": set(), "product": OPEN - {"comments"}}.get(kind, OPEN)
    assert judged(made, telling("prose", kind)).body[1] == (rule in opened)
    asked = needed(made, KINDS.index(kind)) == NEVER
    assert asked.tolist() == [False, rule not in opened, False, False, False, False]


@pytest.mark.parametrize("kind", KINDS)
def test_a_figcaption_is_none_of_a_listings_items(kind: str) -> None:
    made = page(STORY[0], Line(STORY[1], "caption"), *STORY[2:]).without({1: "captions"})
    assert judged(made, telling("prose", kind)).body[1] is False


@pytest.mark.parametrize(("kind", "back"), [("listing", True), ("service", False), ("article", False)])
def test_what_a_rule_doubts_needs_more_on_pages_that_are_one_text(kind: str, back: bool) -> None:
    made = page(*STORY).without({1: "teasers"})
    likely = telling("prose", kind, more=-4.1)  # scores of 0.48
    found = judged(made, likely)
    assert found.body == (True, back, True, True, True, True)
    assert found.needs[0] == 0
    assert found.needs[1] == {"listing": 0, "service": 0.5, "article": inf}[kind]


@pytest.mark.parametrize(("kind", "kept"), [("listing", True), ("service", False), ("article", False)])
def test_links_outside_the_story_need_more_too(kind: str, kept: bool) -> None:
    made = page(box("article", *STORY), box("div", link("The storm of 1954", share=0.6)))
    likely = telling("prose", kind, more=4.2)  # scores of 0.55 and more
    assert judged(made, likely, 0.5).body[-1] is kept


@pytest.mark.parametrize(
    ("types", "og", "kind"),
    [
        (["NewsArticle"], "website", "article"),
        (["BlogPosting"], "article", "article"),
        (["BlogPosting"], "Article", "article"),
        (["BlogPosting"], "website", "forum"),
        (["Product"], "article", "forum"),
        ([["Article", "Thing"]], "article", "article"),
        ([], None, "forum"),
    ],
)
def test_a_page_that_says_it_is_an_article_is_one(types: list[Any], og: str | None, kind: str) -> None:
    facts = Facts(meta={"og:type": (og,)} if og else {}, json_ld=tuple({"@type": name} for name in types))
    assert judged(replace(page(*STORY), facts=facts), telling("prose", "forum")).page_type == kind


@pytest.mark.parametrize(
    ("itemtypes", "kind"),
    [
        (("WebPage", "NewsArticle"), "article"),
        (("Article", "Article"), "forum"),
        (("DiscussionForumPosting",), "forum"),
    ],
)
def test_a_page_whose_microdata_marks_up_one_story_is_an_article(itemtypes: tuple[str, ...], kind: str) -> None:
    made = replace(page(*STORY), facts=Facts(itemtypes=itemtypes))
    assert judged(made, telling("prose", "forum")).page_type == kind


def test_a_fragment_of_which_nothing_would_be_left_is_left_to_the_rules() -> None:
    none = telling("prose", more=NONE)
    assert judged(page(*STORY[:3]).without({1: "teasers"}), none).body == (True, False, True)
    assert judged(page(*STORY[:4]), none).body == (False,) * 4


def test_text_of_a_line_or_two_is_left_to_the_rules() -> None:
    half = telling("prose")
    assert judged(plain(STORY[0], "Larch planks, and rope"), half).body == (True, False)  # outside: it is no prose
    mixed = plain(STORY[0], STORY[1][:40], STORY[2])
    assert judged(mixed, half).body == (True, True, True)
    assert judged(plain(STORY[0], STORY[1][:40], *STORY[2:4]), half).body == (True, False, True, True)


def test_text_without_markup_has_a_body() -> None:
    none = telling("prose", more=NONE)
    made = plain("Home", *STORY[:3], "Share").without({1: "captions"})
    assert judged(made, none).body == (False, False, True, True, False)
    assert judged(made, none, threshold=1.1).body == (False,) * 5
    assert judged(plain("Home", "News", "Sport", "Share"), none).body == (False,) * 4


def test_text_that_is_nearly_all_prose_is_left_to_the_rules() -> None:
    none = telling("prose", more=NONE)
    assert judged(plain("Home", *STORY), none).body == (False, *[True] * 6)
    assert judged(page("Home", *STORY), none).body == (False,) * 7


def test_a_story_without_markup_needs_more() -> None:
    likely = telling("prose", more=-3)  # scores of 0.73
    assert judged(plain("Home", *STORY[:3], "Share"), likely).threshold == SCORES[151]
    assert judged(page("Home", *STORY[:3], "Share"), likely).threshold < 0.8


def test_footnotes_need_less() -> None:
    likely = telling("prose", more=-4.5)  # scores of 0.38
    made = page(box("article", *STORY[:2]), box("section.footnotes", STORY[2], box("div", "Share")))
    assert judged(made, likely, 0.5).body == (False, False, True, False)


def test_a_filter_of_the_users_has_it_too() -> None:
    assert judged(page(*STORY).without({1: "weather"}), telling("prose", "listing")).body[1] is False


def test_plain_text_has_weights_of_its_own() -> None:
    made = plain(*STORY)
    assert judge(made) == judge(made, load("text"))
    assert judge(page(*STORY)) == judge(page(*STORY), load("page"))


# -- what the scores promise -------------------------------------------------------------------------------------------


def stakes(*of: tuple[int, float]) -> Stakes:
    """Of characters, with how much of them to expect in the body."""
    return Stakes(np.array([1000 * size for size, _ in of]), np.array([round(1000 * size * of) for size, of in of]))


def level_of(*blocks: tuple[int, int, float]) -> int:
    """The best threshold for blocks with a level, a size and a chance."""
    return best(np.array([level for level, _, _ in blocks]), stakes(*[(size, of) for _, size, of in blocks]))


def test_the_threshold_is_where_the_body_promises_most() -> None:
    # 0.9 alone: 1.8 / (1 + 1.45) = 0.73; with 0.5: 2.8 / (2 + 1.45) = 0.81; with 0.05 too: 2.9 / (3 + 1.45) = 0.65.
    assert level_of((134, 100, 0.9), (130, 100, 0.5), (110, 100, 0.05)) == 130


def test_on_a_page_of_which_little_is_sure_less_is_needed() -> None:
    # A block of 0.3 beside one of 0.95: 1.9 / 2.25 = 0.84 without it, 2.5 / 3.25 = 0.77 with it. Four of 0.3 beside two
    # of 0.4: 1.6 / 4 = 0.4 without, 4 / 8 = 0.5 with them.
    sure = [(134, 100, 0.95), (110, 100, 0.3)]
    unsure = [(120, 100, 0.4), (120, 100, 0.4), *[(110, 100, 0.3)] * 4]
    assert (level_of(*sure), level_of(*unsure)) == (134, 110)


def test_of_thresholds_that_promise_nearly_as_much_the_highest() -> None:
    assert level_of((134, 1000, 1.0), (130, 18, 0.6)) == 134
    assert level_of((134, 1000, 1.0), (130, 50, 0.9)) == 130


def test_there_is_a_lowest_and_a_highest_threshold() -> None:
    assert level_of((200, 100, 1.0)) == 138
    assert level_of((90, 100, 1.0)) == 138  # no threshold lets it pass
    assert level_of((96, 100, 1.0)) == 96


def test_a_subhead_that_scores_well_is_body_however_little_it_promises() -> None:
    assert level_of((200, 5000, 1.0), (150, 5, 0.8)) <= 150


def test_what_is_at_no_threshold_body_is_in_no_body() -> None:
    assert level_of((134, 100, 0.9), (-1, 1000, 0.9)) == 134


def test_certain_scores_promise_all() -> None:
    assert promise(stakes((50, 1), (50, 0)), np.array([True, False])) == 100


def test_the_f1_to_expect() -> None:
    # Of 100 characters kept, 50 are body by chance, of 100 others none: 2 * 50 / (100 + 50).
    assert promise(stakes((100, 0.5), (100, 0)), np.array([True, False])) == 66


def test_what_was_left_out_counts_too() -> None:
    assert promise(stakes((100, 0.5), (100, 0.5)), np.array([True, False])) == 50


def test_nothing_promises_nothing() -> None:
    assert promise(stakes((100, 1)), np.array([False])) == 0
    assert promise(stakes((0, 0)), np.array([True])) == 0


def test_nothing_is_at_stake_where_a_rule_has_the_last_word() -> None:
    made = page(*STORY[:2]).without({1: "sharing"})
    scored = Scored(np.array([255, 255]), KINDS.index("article"))
    found = at_stake(made, scored, needed(made, scored.kind), np.full(256, 900))
    sizes = [size(text) for text in STORY[:2]]
    assert found.sizes.tolist() == [1000 * sizes[0], 1000 * sizes[1]]
    assert found.chances.tolist() == [900 * sizes[0], 0]
