"""Which level a block needs, by what rules say of it and what the page is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from by_hand import STORY, Line, box, link, page, plain

from cleaner.block import Page
from cleaner.filters import DEFAULT
from cleaner.model import KINDS
from cleaner.model.needs import NEVER, level, needed, notes, ways
from cleaner.model.score import SCORES

OPEN = {"advertisements", "appended", "captions", "comments", "navigation", "tags", "teasers"}
OF_MANY = ("collection", "forum", "listing")
RULES = [name for name, _ in DEFAULT if name != "boilerplate"]
LISTED = (STORY[0], Line(STORY[1], "list_item"), *STORY[2:])
RULED = [page(*lines).without({1: rule}) for rule in RULES for lines in (STORY, LISTED)]


def needs(made: Page, kind: str) -> list[int]:
    levels: list[int] = needed(made, KINDS.index(kind)).tolist()
    return levels


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("kind", KINDS)
def test_which_rules_have_the_last_word(rule: str, kind: str) -> None:
    opened = {
        "article": set(),
        "product": OPEN - {"comments", "navigation"},
        "documentation": OPEN | {"biographies"},
    }.get(kind, OPEN)
    doubted = 0 if kind in OF_MANY else level(0.5)
    asked = needs(page(*STORY).without({1: rule}), kind)
    assert asked == [0, doubted if rule in opened else NEVER, 0, 0, 0, 0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_figcaption_is_none_of_a_listings_items(kind: str) -> None:
    made = page(STORY[0], Line(STORY[1], "caption"), *STORY[2:]).without({1: "captions"})
    assert needs(made, kind)[1] == NEVER


@pytest.mark.parametrize("kind", KINDS)
def test_links_need_more_of_a_doubting_rule_and_most_outside_the_story(kind: str) -> None:
    made = page(box("article", *STORY), box("div", link("The storm of 1954", share=0.6)))
    many = kind in OF_MANY
    assert needs(made, kind)[-1] == (0 if many else level(0.9))
    inside = page(*STORY[:2], link("The storm of 1954", share=0.6), *STORY[2:]).without({2: "tags"})
    assert needs(inside, kind)[2] == (NEVER if kind == "article" else 0 if many else level(0.6))


CLOSED = "display: none, until a click"
PANELS = (
    Line("14 rooms", hidden=CLOSED),
    link("Rooms", share=0.6)._replace(hidden=CLOSED),
    Line("A pier", "caption", hidden=CLOSED),
    box("div.reviews", box("div", Line("Lovely", hidden=CLOSED))),
    box("form", Line("Your question", hidden=CLOSED)),
    box("div[dialog]", Line("Sign in", hidden=CLOSED)),
    Line("Close", hidden="closed dialog"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_closed_panels_may_be_body_but_of_articles_and_what_would_go_anyway(kind: str) -> None:
    asked = needs(page(*STORY, *PANELS).without(dict.fromkeys(range(6, 13), "hidden")), kind)
    opened = [NEVER, NEVER] if kind == "article" else [level(0.5), level(0.6)]
    assert asked[6:] == [*opened, *[NEVER] * 5]
    within = page(box("body.comments", *STORY, PANELS[0])).without({6: "hidden"})
    assert needs(within, kind)[6] == opened[0]


VIEWS = (
    "From the gallery one sees the whole bay, and on clear days the hills of the mainland behind it.",
    "From the kitchen one sees the boats come in, and who has been lucky, long before the harbour does.",
    "From the cellar one sees nothing at all, but hears the sea on three sides of the rock, day and night.",
)


def faded(views: Sequence[str] = VIEWS, *more: str, why: str = "opacity: 0", name: str = "div") -> list[int]:
    """What parts of a story need, on the page of a service, that fade in at its end in a box of this name."""
    lines = [Line(view, hidden=why) for view in views]
    made = page(*STORY, box(name, *lines), *more).without(dict.fromkeys(range(6, 6 + len(lines)), "hidden"))
    assert needs(made, "article")[6 : 6 + len(lines)] == [NEVER] * len(lines)
    return needs(made, "service")[6 : 6 + len(lines)]


@pytest.mark.parametrize(("why", "fades"), [("opacity: 0", 1), ("visibility: hidden", 1), ("display: none", 0)])
def test_prose_that_fades_in_may_be_body_as_closed_panels_may(why: str, fades: bool) -> None:
    assert faded(why=why) == [level(0.5) if fades else NEVER] * 3


def test_a_paragraph_or_two_that_fade_in_are_a_pop_up() -> None:
    assert faded(VIEWS[:2]) == [NEVER, NEVER]


def test_what_fades_in_is_no_part_of_the_story_where_it_opens_over_the_page() -> None:
    for name in ("div.modal", "div.css-1x.submenu", "div.newsletter"):
        assert faded(name=name) == [NEVER] * 3
    assert faded(name="body.modal-ready") == [level(0.5)] * 3


def test_nor_what_says_again_what_is_seen_or_is_no_prose_or_rules_would_take() -> None:
    asks = "Sign up for our newsletter, and we will send you the news of the bay and its lights every Friday morning."
    again = "From the attic one sees the same as from the gallery, but through a pane of glass that wants cleaning."
    assert faded((*VIEWS, asks, "Copied!", again), again) == [*[level(0.5)] * 3, *[NEVER] * 3]


def test_nor_what_stands_above_the_story() -> None:
    made = page(*(Line(view, hidden="opacity: 0") for view in VIEWS), *STORY)
    assert needs(made.without(dict.fromkeys(range(3), "hidden")), "service")[:3] == [NEVER] * 3


def test_a_reference_may_say_the_same_of_several_things_in_its_lists() -> None:
    made = page(*STORY, Line("An amount in cents", "list_item"), "An amount in cents").without(
        dict.fromkeys((6, 7), "repeats")
    )
    assert needs(made, "documentation")[6:] == [level(0.5), NEVER]
    assert needs(made, "service")[6:] == [NEVER, NEVER]


def test_wrappers_named_after_menus_keep_their_panels() -> None:
    made = page(box("div.drawer-content", *STORY, PANELS[0])).without({6: "hidden"})
    assert needs(made, "service")[6] == level(0.5)


def test_a_closed_panel_that_another_rule_took_is_no_panel() -> None:
    assert needs(page(*STORY, PANELS[0]).without({6: "consent"}), "product")[-1] == NEVER


def test_in_plain_text_nothing_outside_the_prose_is_body() -> None:
    assert needs(plain("Home", *STORY[:2], "Share"), "listing") == [NEVER, 0, 0, NEVER]


@pytest.mark.parametrize("rule", RULES)
def test_in_plain_text_fewer_rules_are_doubted(rule: str) -> None:
    asked = needs(plain(*STORY).without({1: rule}), "listing")
    assert asked == [0, 0 if rule in ("appended", "comments", "teasers") else NEVER, 0, 0, 0, 0]


def test_the_ways_are_those_in_which_needs_differ() -> None:
    """Kinds of one way need the same of every block, whatever rule took it, and those of two do not."""
    for one, other in combinations(KINDS, 2):
        both = [500 * (kind in (one, other)) for kind in KINDS]
        same = all(needs(made, one) == needs(made, other) for made in RULED)
        assert same == (len(list(ways(np.array(both)))) == 1)


def test_how_likely_each_way_is() -> None:
    thousandths = {"article": 500, "forum": 60, "listing": 100, "product": 99, "service": 141, "documentation": 100}
    found = ways(np.array([thousandths.get(kind, 0) for kind in KINDS]))
    likely = {KINDS[kind]: likely for kind, likely in found}
    assert likely == {"article": 500, "documentation": 100, "service": 141, "listing": 160}


def test_footnotes_are_those_that_rules_left_in_boxes_of_such_names() -> None:
    inner = box("ol.endnotes", Line("Tide", "list_item"))
    made = page(STORY[0], box("section.footnotes", Line("A pier", "list_item"), "Share", inner), "Sea")
    assert notes(made.without({2: "sharing"})).tolist() == [False, True, False, True, False]


def test_levels_of_scores() -> None:
    assert [SCORES[level(score)] for score in (0.0, 0.5, 0.9)] == [SCORES[0], 0.5, SCORES[164]]
    assert SCORES[level(0.9) - 1] < 0.9
    assert (level(1.0), level(17)) == (256, 256)


@pytest.mark.parametrize("kind", KINDS)
def test_a_forum_says_its_refrains_in_vain(kind: str) -> None:
    posts = [line for post in STORY[:3] for line in ("Joined: 2019", post)]
    assert needs(page(*posts), kind) == ([NEVER, 0] * 3 if kind == "forum" else [0] * 6)
