"""What scores too low goes; on other pages than articles what scores high comes back. The weights are made by hand."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from by_hand import STORY, box, link, page, plain, verdicts
from networks import telling

from cleaner import Cleaner
from cleaner.block import Drop, Keep, Page
from cleaner.filters import DEFAULT
from cleaner.filters.boilerplate import boilerplate
from cleaner.ledger import run
from cleaner.model import judgement_of
from cleaner.model.weights import save

PROSE = telling("prose")
ARTICLE = box("article", *STORY)


def test_what_scores_too_low_goes() -> None:
    made = page(ARTICLE, box("div", "Share", "Sign in"))
    why = "scores 0.02, under the 0.53 that the body of this page, of type 'article', needs"
    assert verdicts(boilerplate, made, weights=PROSE) == [Drop(6, why), Drop(7, why)]


def test_what_a_rule_removed_already_is_not_removed_again() -> None:
    made = page(ARTICLE, box("div", "Share", "Sign in")).without({6: "sharing"})
    assert [verdict.index for verdict in verdicts(boilerplate, made, weights=PROSE)] == [7]


def test_teasers_are_what_a_listing_lists() -> None:
    made = page(box("main", *STORY[:2])).without({0: "teasers", 1: "teasers"})
    assert verdicts(boilerplate, made, weights=telling("prose", "listing")) == [
        Keep(index, "scores 0.98, over the 0.53 that the body of this page, of type 'listing', needs")
        for index in (0, 1)
    ]


def test_and_on_an_article_they_stay_removed() -> None:
    made = page(ARTICLE).without({0: "teasers"})
    assert verdicts(boilerplate, made, weights=PROSE) == []


def test_in_the_pipeline_a_listing_has_its_teasers() -> None:
    cards = [box("div.card", link(title)) for title in ("The storm of 1954", "Larch or oak", "The mail boat")]
    made = page(ARTICLE, box("div", *cards))
    rules = tuple(pair for pair in DEFAULT if pair[0] != "boilerplate")
    assert {entry.filter for entry in run(rules, made).removed} == {"teasers"}
    listing = partial(boilerplate, weights=telling("share linked", "listing"))
    kept = run((*rules, ("boilerplate", listing)), made).kept
    assert [block.text for block in kept] == ["The storm of 1954", "Larch or oak", "The mail boat"]


def test_siblings_of_the_story_are_left_alone() -> None:
    unended = STORY[5].rstrip(".") + ". And so on"
    made = page(box("article", *STORY[:5], unended), box("div", unended))
    assert [verdict.index for verdict in verdicts(boilerplate, made, weights=telling("ends a sentence"))] == [6]


def test_what_scores_high_enough_is_left_alone() -> None:
    assert verdicts(boilerplate, page(ARTICLE), weights=PROSE) == []
    assert verdicts(boilerplate, plain(*STORY), weights=PROSE) == []


def test_a_page_without_blocks() -> None:
    assert verdicts(boilerplate, Page(())) == []


def test_the_score_that_a_block_needs() -> None:
    made = page(ARTICLE, box("div", "Share"))
    assert verdicts(boilerplate, made, weights=PROSE, threshold=0.01) == []
    why = "scores 0.02, under the 0.90 that the body of this page, of type 'article', needs"
    assert verdicts(boilerplate, made, weights=PROSE, threshold=0.9) == [Drop(6, why)]
    assert len(verdicts(boilerplate, made, weights=PROSE, threshold=1.0)) == 7


def test_a_cleaner_with_a_threshold() -> None:
    html = f"<article><h1>Ferry</h1>{''.join(f'<p>{text}</p>' for text in STORY)}</article>"
    assert len(Cleaner().with_filters(boilerplate={"threshold": 0.0}).clean(html).blocks) == 6
    assert Cleaner().with_filters(boilerplate={"threshold": 1.0}).clean(html).blocks == ()


def test_a_cleaner_with_weights_of_its_own(tmp_path: Path) -> None:
    html = "".join(f"<div><p>{text}</p></div><div><i>{text[:20]}</i></div>" for text in STORY)
    save(telling("prose", "forum", confidence=0.75), tmp_path / "ours.npz")
    article = Cleaner(weights=tmp_path / "ours.npz").clean(html)
    assert [block.text for block in article.blocks] == list(STORY)
    assert article.page_type == "forum"
    assert Cleaner(weights=tmp_path / "ours.npz").fingerprint != Cleaner().fingerprint


def test_the_page_knows_what_was_said_of_it() -> None:
    made = page(ARTICLE)
    verdicts(boilerplate, made, weights=telling("prose", "service"))
    judgement = judgement_of(made)
    assert judgement
    assert judgement.page_type == "service"


@pytest.mark.parametrize("made", [page(ARTICLE, box("nav", link("Home"))), plain(*STORY)])
def test_the_librarys_own_weights_judge_any_page(made: Page) -> None:
    for verdict in boilerplate(made):
        assert verdict.reason.startswith("scores 0.")
    assert judgement_of(made)


def test_links_outside_the_story_say_what_they_need() -> None:
    made = page(ARTICLE, box("div", link("The storm of 1954", share=0.6)))
    weights = telling("prose", "service", more=4.2)
    found = verdicts(boilerplate, made, weights=weights, threshold=0.5)
    assert found == [Drop(6, "scores 0.55, under the 0.90 that links outside the story need")]


def test_text_outside_the_story_goes_whatever_it_scores() -> None:
    made = plain("Home", *STORY, "Share")
    found = verdicts(partial(boilerplate, threshold=0.0), made)
    assert found == [Drop(0, "stands outside the story"), Drop(7, "stands outside the story")]
