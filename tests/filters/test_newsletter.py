"""Boxes that ask for an address or a gift go; stories about such stay."""

from __future__ import annotations

from by_hand import STORY, box, button, h, link, page, verdicts

from cleaner.block import Drop
from cleaner.filters.newsletter import newsletter


def test_a_box_named_so_goes() -> None:
    made = page(*STORY, box("div.signup.wide", "Morning post", button("Yes, please")))
    assert verdicts(newsletter, made) == [Drop(6, "in a box named 'signup'"), Drop(7, "in a box named 'signup'")]


def test_a_request_to_subscribe_goes_with_the_box_around_it() -> None:
    made = page(box("div", *STORY), box("div", "The tide table", "Subscribe to our newsletter", button("Yes, please")))
    assert verdicts(newsletter, made) == [
        Drop(6, "beside a block that says 'subscribe to our newsletter'"),
        Drop(7, "says 'subscribe to our newsletter'"),
        Drop(8, "beside a block that says 'subscribe to our newsletter'"),
    ]


def test_a_request_for_support_goes() -> None:
    made = page(box("div", *STORY, "Please consider supporting the lighthouse."))
    assert verdicts(newsletter, made) == [Drop(6, "says 'please consider supporting'")]


def test_a_story_about_newsletters_is_left_alone() -> None:
    told = "The parish newsletter, four pages once a month, was the only paper that came out on the islands all winter."
    assert verdicts(newsletter, page(*STORY[:3], told, *STORY[3:])) == []


def test_a_story_about_donations_is_left_alone() -> None:
    told = "They collected to make the donation that the harbour office had asked for, and a little more than that."
    assert verdicts(newsletter, page(*STORY[:3], told, *STORY[3:])) == []


def test_the_story_around_a_request_is_left_alone() -> None:
    made = page(box("div", *STORY[:3], "Subscribe now"), box("div", *STORY[3:]))
    assert verdicts(newsletter, made) == [Drop(3, "says 'subscribe now'")]


def test_a_short_story_is_left_alone() -> None:
    made = page(box("main", STORY[0], STORY[1], "Subscribe now"), box("footer", *["Pier Street 3"] * 30))
    assert verdicts(newsletter, made) == [Drop(2, "says 'subscribe now'")]


def test_a_link_or_a_button_beside_prose_goes_alone() -> None:
    for door, phrase in ((link("Sign up"), "sign up"), (button("Subscribe"), "subscribe")):
        made = page(box("div", *STORY), box("div", h(3, "Courses"), STORY[1], door))
        assert verdicts(newsletter, made) == [Drop(8, f"says {phrase!r}")]


def test_how_large_the_box_and_how_long_the_text_may_be() -> None:
    made = page(box("div", *STORY), box("div", "The tide table", "Subscribe to our newsletter"))
    assert verdicts(newsletter, made, box=20) == [Drop(7, "says 'subscribe to our newsletter'")]
    assert verdicts(newsletter, made, longest=20) == []
