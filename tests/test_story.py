"""Where the story stands, as far as shape tells."""

from __future__ import annotations

from by_hand import STORY, box, h, li, link, page, plain

from cleaner.story import Span, home, homes, introduced, main_box, over_prose, span


def test_the_home_of_a_block_is_the_box_of_its_sequence() -> None:
    made = page(box("article.a", STORY[0], box("ul", li("One")), box("table", box("tr", box("td", "Two")))))
    assert {home(block).tag for block in made.blocks} == {"article"}


def test_the_home_of_a_block_in_the_root_is_the_root() -> None:
    made = page(box("p.wide", STORY[0]))
    assert home(made.blocks[0]) is made.root


def test_the_main_box_is_the_smallest_with_most_of_the_prose() -> None:
    made = page(box("div.outer", box("div.inner", *STORY[:5]), box("div", STORY[5])))
    assert main_box(made).words == {"inner"}


def test_a_box_with_half_of_the_prose_is_not_the_main_box() -> None:
    made = page(box("div.outer", box("div.inner", *STORY[:3]), box("div", *STORY[3:])))
    assert main_box(made).words == {"outer"}


def test_the_prose_of_the_main_box_may_stand_anywhere_in_it() -> None:
    made = page(STORY[0], box("div.a", "Tides", box("p", *STORY[:2]), "Ferries", box("p", *STORY[2:])), "The end")
    assert main_box(made).words == {"a"}


def test_what_was_removed_makes_no_main_box() -> None:
    made = page(box("div.menu", *STORY), box("div.story", *STORY[:2]))
    assert main_box(made).words == {"menu"}
    assert main_box(made.without(dict.fromkeys(range(len(STORY)), "rule"))).words == {"story"}


def test_a_box_with_the_headline_and_less_of_the_prose_is_the_main_box_where_it_lies_in_it() -> None:
    made = page(box("div.outer", box("article", h(1, "Islands"), *STORY[:3]), box("div", *STORY[3:])))
    assert main_box(made).tag == "article"


def test_without_prose_the_main_box_is_the_root() -> None:
    made = page(box("div", "Tides"))
    assert main_box(made) is made.root


def test_the_span_goes_from_the_first_to_the_last_prose_of_the_main_box() -> None:
    made = page(box("header", STORY[0]), box("div", "Islands", *STORY, "The end"), STORY[0])
    assert span(made) == Span(2, 7)


def test_the_span_of_plain_text() -> None:
    assert span(plain("Islands", *STORY, "The end")) == Span(1, 6)


def test_the_span_without_prose_is_empty() -> None:
    assert span(page("Tides")) == Span(0, -1)
    assert span(page()) == Span(0, -1)


def test_the_homes_are_those_of_the_storys_prose() -> None:
    made = page(box("div.menu", "Tides"), box("article", *STORY[:3], box("section", *STORY[3:])))
    assert {made.blocks[1].box.number, made.blocks[-1].box.number} == homes(made)


def test_a_list_after_a_colon_is_introduced() -> None:
    made = page(box("article", *STORY, "There are two piers:", box("ul", li("North"), li("South")), "That is all."))
    assert introduced(made) == {7, 8}


def test_lines_with_links_after_a_colon_are_introduced_where_they_stand_in_the_story() -> None:
    made = page(
        box("article", *STORY, "There are two piers:", link("North"), link("South"), "That is all.", link("Tides"))
    )
    assert introduced(made) == {7, 8}


def test_a_list_without_a_colon_and_one_outside_of_the_story_are_not_introduced() -> None:
    pier = box("ul", li("North"), li("South"))
    assert introduced(page(box("article", *STORY, "There are two piers.", pier))) == frozenset()
    assert introduced(page(box("article", *STORY), box("div", "Our piers:", pier))) == frozenset()


def test_a_subhead_stands_over_prose() -> None:
    made = page(h(2, "Timber"), *STORY)
    assert over_prose(made, made.blocks[0])


def test_labels_and_headings_over_something_else_do_not() -> None:
    for made in (
        page("Timber", *STORY),
        page(h(2, "Timber"), "Oak", *STORY),
        page(box("div", h(2, "Timber")), *STORY),
        page(h(2, "Timber")._replace(links=1), *STORY),
        page(*STORY, h(2, "Timber")),
    ):
        block = next(block for block in made.blocks if block.text == "Timber")
        assert not over_prose(made, block)
