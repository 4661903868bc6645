"""Advertisements and their labels go; stories about advertising stay."""

from __future__ import annotations

from by_hand import STORY, box, h, page, verdicts

from cleaner.block import Drop
from cleaner.filters.advertisements import advertisements

AFFILIATE = "This post contains affiliate links, which pay for the hosting of these pages and for nothing else."


def test_a_box_named_as_advertisement_goes() -> None:
    made = page(*STORY[:3], box("div.ad.wide", "Boots", "Ten off this week"), *STORY[3:])
    assert verdicts(advertisements, made) == [Drop(3, "in a box named 'ad'"), Drop(4, "in a box named 'ad'")]


def test_a_label_goes() -> None:
    made = page(*STORY[:3], "Advertisement", *STORY[3:])
    assert verdicts(advertisements, made) == [Drop(3, "says 'advertisement'")]


def test_a_notice_about_affiliate_links_goes_though_it_is_a_sentence() -> None:
    assert verdicts(advertisements, page(*STORY, AFFILIATE)) == [
        Drop(6, "says 'this post contains affiliate links'"),
    ]


def test_the_headline_is_left_alone_in_a_sponsors_box() -> None:
    made = page(box("div.sponsor", h(1, "Ferry runs again"), "Buy now"), *STORY)
    assert verdicts(advertisements, made) == [Drop(1, "in a box named 'sponsor'")]


def test_a_story_about_advertising_is_left_alone() -> None:
    told = (
        "Sponsored by nobody, the islanders painted the advertisement for their ferry on the wall of the old cannery."
    )
    assert verdicts(advertisements, page(*STORY[:3], told, *STORY[3:])) == []


def test_a_box_with_much_of_the_prose_is_left_alone() -> None:
    assert verdicts(advertisements, page(box("div.sponsor", *STORY[:2]), *STORY[2:])) == []


def test_how_long_a_notice_may_be() -> None:
    assert verdicts(advertisements, page(*STORY, AFFILIATE), longest=80) == []
