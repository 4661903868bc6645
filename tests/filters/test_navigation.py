"""Menus, headers, footers and controls go; what only has such a name stays."""

from __future__ import annotations

import pytest
from by_hand import STORY, box, button, h, li, link, page, verdicts

from cleaner.block import Drop
from cleaner.filters.navigation import navigation


def test_a_nav_goes() -> None:
    made = page(box("nav", link("News"), link("Sport")), *STORY)
    assert verdicts(navigation, made) == [Drop(0, "in a nav"), Drop(1, "in a nav")]


def test_boxes_named_by_class_or_role_go() -> None:
    made = page(box("div.breadcrumbs", "News / Islands"), *STORY, box("div[contentinfo]", "Example Times, Pier Street"))
    assert verdicts(navigation, made) == [
        Drop(0, "in a box named 'breadcrumbs'"),
        Drop(7, "in a contentinfo"),
    ]


def test_the_labels_of_tabs_go_and_an_accordion_with_its_panels_is_left_alone() -> None:
    tabs = box("div[tablist]", "Description", "Care")
    accordion = box("div[tablist]", "When does it sail?", STORY[4], "What does it cost?", STORY[5])
    made = page(*STORY[:2], tabs, *STORY[2:4], accordion)
    assert verdicts(navigation, made) == [Drop(2, "in a tablist"), Drop(3, "in a tablist")]


def test_the_pages_header_and_footer_go_and_the_headline_in_the_header_stays() -> None:
    made = page(box("header", "Example Times", h(1, "Ferry runs again")), *STORY, box("footer", "Pier Street 3"))
    assert verdicts(navigation, made) == [Drop(0, "in a header"), Drop(8, "in a footer")]


def test_the_pages_footer_goes_also_with_more_prose_than_the_page() -> None:
    made = page(STORY[0], link("Lamps"), box("footer", *STORY[1:]))
    assert verdicts(navigation, made) == [Drop(index, "in a footer") for index in range(2, 7)]


def test_a_footer_with_all_of_the_prose_is_left_alone() -> None:
    assert verdicts(navigation, page("Lamps", box("footer", *STORY))) == []


@pytest.mark.parametrize("role", ["dialog", "alertdialog"])
def test_a_dialog_goes_also_with_more_prose_than_the_page(role: str) -> None:
    made = page(STORY[0], link("Lamps"), box(f"div[{role}]", *STORY[1:], box("div[dialog]", "Close")))
    assert verdicts(navigation, made) == [Drop(index, "in a dialog") for index in range(2, 8)]


def test_a_dialog_that_is_the_page_or_a_short_banner_of_cookies_is_left_alone() -> None:
    assert verdicts(navigation, page("Lamps", box("div[dialog]", *STORY))) == []
    asks = "We value your privacy. We and our partners store cookies."
    assert verdicts(navigation, page(*STORY, box("div[dialog]", asks, "Fine"))) == []
    settings = box("div[dialog]", asks, *["A cookie that tells one visit from another, kept for a year."] * 9)
    assert {drop.reason for drop in verdicts(navigation, page(*STORY, settings))} == {"in a dialog"}


def test_a_list_of_short_links_above_the_story_goes() -> None:
    made = page(box("ul", *(li(link(text)) for text in ("News", "Sport", "Weather"))), *STORY)
    why = "in a list of short links above the story"
    assert verdicts(navigation, made) == [Drop(index, why) for index in range(3)]


def test_labels_that_are_links_or_buttons_go() -> None:
    made = page(link("Home"), button("Search"), *STORY)
    assert verdicts(navigation, made) == [Drop(0, "says 'home'"), Drop(1, "says 'search'")]


def test_a_box_with_much_of_the_prose_is_left_alone_whatever_its_name() -> None:
    assert verdicts(navigation, page(box("div.sidebar", *STORY[:4]), *STORY[4:])) == []


def test_the_footer_and_a_later_header_of_an_article_are_left_alone() -> None:
    article = box("article", *STORY[:3], box("header", "The second day"), *STORY[3:], box("footer", "From the islands"))
    assert verdicts(navigation, page(article)) == []


def test_a_label_that_is_no_link_is_left_alone() -> None:
    assert verdicts(navigation, page(*STORY[:3], "Home", h(2, "Search"), *STORY[3:])) == []


def test_a_list_of_short_links_in_the_story_is_left_alone() -> None:
    links = box("ul", *(li(link(text)) for text in ("North pier", "South pier", "Mail boat")))
    assert verdicts(navigation, page(*STORY[:3], links, *STORY[3:])) == []


def test_how_long_a_label_may_be() -> None:
    made = page(link("Back to top"), *STORY)
    assert verdicts(navigation, made) == [Drop(0, "says 'back to top'")]
    assert verdicts(navigation, made, label=8) == []
