"""Which blocks are body, after the rules and by the scores."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from by_hand import STORY, Line, box, link, page, plain
from networks import HIGH, LOW, telling

from cleaner.block import Facts, Page
from cleaner.filters import DEFAULT
from cleaner.model import KINDS, Judgement, judgement_of
from cleaner.model.judge import closed, judge, promise
from cleaner.model.score import SCORES
from cleaner.model.weights import Weights, load

OF_MANY = ("collection", "forum", "listing")
OPEN = {"advertisements", "appended", "comments", "teasers"}
OPEN_ON_PAGES_OF_MANY = {*OPEN, "captions", "tags"}
PAGE = page(box("article", *STORY[:2]), box("div", "Read more", "Share"))


def judged(made: Page, weights: Weights, threshold: float | None = None) -> Judgement:
    judgement = judge(made, weights, threshold)
    assert judgement
    return judgement


def test_what_scores_high_enough_is_body() -> None:
    found = judged(PAGE, telling("prose"))
    assert found.scores == (HIGH, HIGH, LOW, LOW)
    assert found.body == (True, True, False, False)
    assert (found.page_type, found.threshold, found.confidence) == ("article", 0.5, 0.5)


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


def test_the_type_of_the_page_has_a_threshold_and_a_confidence_of_its_own() -> None:
    weights = telling("prose", kind="forum")
    thresholds, confidence = weights.thresholds.copy(), weights.confidence.copy()
    thresholds[KINDS.index("forum")] = 193
    confidence[KINDS.index("forum"), 0] = 0.25  # nothing is body, so nothing is promised
    found = judged(PAGE, weights._replace(thresholds=thresholds, confidence=confidence))
    assert (found.page_type, found.body, found.confidence) == ("forum", (False,) * 4, 0.25)
    assert found.threshold == SCORES[193]


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
    opened = OPEN_ON_PAGES_OF_MANY if kind in OF_MANY else set() if kind == "article" else OPEN
    assert judged(made, telling("prose", kind)).body[1] == (rule in opened)
    assert closed(made, KINDS.index(kind)).tolist() == [False, rule not in opened, False, False, False, False]


@pytest.mark.parametrize("kind", KINDS)
def test_a_figcaption_is_none_of_a_listings_items(kind: str) -> None:
    made = page(STORY[0], Line(STORY[1], "caption"), *STORY[2:]).without({1: "captions"})
    assert judged(made, telling("prose", kind)).body[1] is False


@pytest.mark.parametrize(("kind", "back"), [("listing", True), ("service", False), ("article", False)])
def test_what_a_rule_doubts_needs_more_on_pages_that_are_one_text(kind: str, back: bool) -> None:
    made = page(*STORY).without({1: "teasers"})
    likely = telling("prose", kind)
    likely = likely._replace(last=likely.last._replace(bias=likely.last.bias - 3))  # scores of 0.73
    assert judged(made, likely).body == (True, back, True, True, True, True)


@pytest.mark.parametrize(("kind", "kept"), [("listing", True), ("service", False), ("article", False)])
def test_links_outside_the_story_need_more_too(kind: str, kept: bool) -> None:
    made = page(box("article", *STORY), box("div", link("The storm of 1954", share=0.6)))
    all_likely = telling("prose", kind)
    all_likely = all_likely._replace(last=all_likely.last._replace(bias=np.array([1.5], np.float32)))
    assert judged(made, all_likely).body[-1] is kept


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
    none = telling("prose")._replace(thresholds=np.full(len(KINDS), 256 - 1))
    assert judged(page(*STORY[:3]).without({1: "teasers"}), none).body == (True, False, True)
    assert judged(page(*STORY[:4]), none).body == (False,) * 4


def test_text_without_markup_has_a_body() -> None:
    none = telling("prose")._replace(thresholds=np.full(len(KINDS), 256 - 1))
    made = plain("Home", *STORY[:3], "Share").without({1: "captions"})
    assert judged(made, none).body == (False, False, True, True, False)
    assert judged(made, none, threshold=1.1).body == (False,) * 5
    assert judged(plain("Home", "News", "Sport", "Share"), none).body == (False,) * 4


def test_text_that_is_nearly_all_prose_is_left_to_the_rules() -> None:
    none = telling("prose")._replace(thresholds=np.full(len(KINDS), 256 - 1))
    assert judged(plain("Home", *STORY), none).body == (False, *[True] * 6)
    assert judged(page("Home", *STORY), none).body == (False,) * 7


def test_a_story_without_markup_needs_more() -> None:
    likely = telling("prose")
    likely = likely._replace(last=likely.last._replace(bias=likely.last.bias - 3.3))  # scores of 0.67
    assert judged(plain("Home", *STORY[:3], "Share"), likely).threshold == SCORES[142]
    assert judged(page("Home", *STORY[:3], "Share"), likely).threshold == 0.5


def test_footnotes_need_less() -> None:
    likely = telling("prose")
    likely = likely._replace(last=likely.last._replace(bias=likely.last.bias - 4.5))  # scores of 0.38
    made = page(box("article", *STORY[:2]), box("section.footnotes", STORY[2], box("div", "Share")))
    assert judged(made, likely).body == (False, False, True, False)


def test_a_filter_of_the_users_has_it_too() -> None:
    assert judged(page(*STORY).without({1: "weather"}), telling("prose", "listing")).body[1] is False


def test_plain_text_has_weights_of_its_own() -> None:
    made = plain(*STORY)
    assert judge(made) == judge(made, load("text"))
    assert judge(page(*STORY)) == judge(page(*STORY), load("page"))


# -- what the scores promise -------------------------------------------------------------------------------------------


def promised(made: Page, *levels: int, body: tuple[bool, ...]) -> int:
    return promise(made, np.array(levels), np.array(body))


def test_certain_scores_promise_all() -> None:
    assert promised(page("a" * 50, "b" * 50), 255, 0, body=(True, False)) == 100


def test_the_f1_to_expect() -> None:
    # Of 100 characters kept, 50 are body by chance, of 100 others none: 2 * 50 / (100 + 50).
    assert promised(page("a" * 100, "b" * 100), 128, 0, body=(True, False)) == 66


def test_what_was_left_out_counts_too() -> None:
    assert promised(page("a" * 100, "b" * 100), 128, 128, body=(True, False)) == 50


def test_nothing_promises_nothing() -> None:
    assert promised(page("a", "b"), 255, 255, body=(False, False)) == 0
    assert promised(page("a", link("b")), 0, 0, body=(False, False)) == 0
