"""Which blocks are body, after the rules and by the scores."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import Any

import pytest
from by_hand import STORY, box, h, link, page, plain
from networks import HIGH, LOW, telling

from cleaner.block import Facts, Page
from cleaner.model import KINDS, Judgement, judgement_of
from cleaner.model.judge import judge
from cleaner.model.score import SCORES
from cleaner.model.weights import Weights, load

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
    assert (found.page_type, found.threshold, found.confidence) == ("article", SCORES[130], 0.5)


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


@pytest.mark.parametrize(("rule", "kind", "back"), [
    ("comments", "forum", True), ("comments", "article", False), ("sharing", "forum", False),
])  # fmt: skip
def test_which_rules_have_the_last_word(rule: str, kind: str, back: bool) -> None:
    made = page(*STORY).without({1: rule})
    assert judged(made, telling("prose", kind)).body == (True, back, True, True, True, True)


def test_rules_have_their_say_as_on_the_likeliest_kind_unless_another_promises_clearly_more() -> None:
    weights = telling("prose", "article")
    weights.kind.bias[[KINDS.index("forum"), KINDS.index("listing")]] = weights.kind.bias[KINDS.index("article")]
    one = judged(page(*STORY).without({1: "comments"}), weights)
    assert (one.page_type, one.body) == ("article", (True, False, True, True, True, True))
    many = judged(page(*STORY).without(dict.fromkeys(range(1, 6), "comments")), weights)
    assert (many.page_type, many.body) == ("forum", (True,) * 6)


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


@pytest.mark.parametrize(("label", "back"), [("Browse by category", False), (STORY[0], True)])
def test_of_a_page_that_rules_took_whole_no_label_comes_back(label: str, back: bool) -> None:
    made = page(link("Home"), link("Lamps"), link("Ropes"), h(2, label))
    weights = telling("heading", kind="listing")
    assert judged(made.without(dict.fromkeys(range(4), "navigation")), weights).body == (False, False, False, back)
    assert judged(made.without(dict.fromkeys(range(3), "navigation")), weights).body == (False, False, False, True)


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
    assert judged(plain("Home", *STORY[:3], "Share"), likely).threshold == SCORES[146]
    assert judged(page("Home", *STORY[:3], "Share"), likely).threshold < 0.8


def test_footnotes_need_less_but_are_no_body_alone() -> None:
    made = page(h(2, "Ferry"), STORY[0], box("section.footnotes", STORY[2], box("div", "Share")))
    likely = telling("prose", more=-4.5)  # scores of 0.38
    assert judged(made, likely, 0.5).body == (False,) * 4
    assert judged(made, likely, 0.3).body == (False, True, True, False)
    titled = telling("heading")
    assert judged(made, titled, 0.5).body[:2] == (True, False)


def test_a_standfirst_alone_is_no_body() -> None:
    lines = (h(1, "Ferry"), STORY[0], box("article", *STORY[1:]))
    made = page(*lines, meta={"description": (STORY[0],)}).without({0: "headline"})
    none = telling("prose", more=NONE)
    assert judged(made, none).body == (False,) * 7
    fragment = page(h(1, "Ferry"), *STORY[:2], meta={"description": (STORY[0],)}).without({0: "headline"})
    assert judged(fragment, none).body == (False, True, True)  # left to the rules


def test_a_filter_of_the_users_has_it_too() -> None:
    assert judged(page(*STORY).without({1: "weather"}), telling("prose", "listing")).body[1] is False


def test_plain_text_has_weights_of_its_own() -> None:
    made = plain(*STORY)
    assert judge(made) == judge(made, load("text"))
    assert judge(page(*STORY)) == judge(page(*STORY), load("page"))
