"""What leads to other pages goes; what the story itself lists stays."""

from __future__ import annotations

from by_hand import STORY, Element, Line, box, h, li, link, page, plain, verdicts

from cleaner.block import Drop, Keep
from cleaner.filters.teasers import teasers

ARTICLE = box("article", *STORY)


def card(title: str, *more: str | Element) -> Element:
    return box("div.item", link(title), *more)


def test_a_box_named_so_goes() -> None:
    made = page(ARTICLE, box("div.related", link("The storm of 1954"), "A look back"))
    assert verdicts(teasers, made) == [Drop(6, "in a box named 'related'"), Drop(7, "in a box named 'related'")]


def test_a_box_around_the_only_headline_is_left_alone() -> None:
    hero = box("div.promo", h(1, "Slow boats"), link("Book a seat"))
    assert verdicts(teasers, page(hero, ARTICLE)) == []
    twice = verdicts(teasers, page(hero, ARTICLE, h(1, "Fast boats")))
    assert twice == [Drop(0, "in a box named 'promo'"), Drop(1, "in a box named 'promo'")]


def test_an_aside_of_links_goes() -> None:
    made = page(ARTICLE, box("aside", link("The storm of 1954"), "A look back"))
    assert verdicts(teasers, made) == [
        Drop(6, "in an aside that leads to other pages"),
        Drop(7, "in an aside that leads to other pages"),
    ]


def test_the_heading_of_a_list_goes_with_what_hangs_under_it() -> None:
    made = page(ARTICLE, box("section", h(3, "You may also like"), link("The storm of 1954"), "A look back"))
    assert verdicts(teasers, made) == [
        Drop(6, "the heading 'you may also like' of a list of other stories"),
        Drop(7, "under the heading 'you may also like'"),
        Drop(8, "under the heading 'you may also like'"),
    ]


def test_cards_in_a_row_go_without_any_heading_or_name() -> None:
    made = page(ARTICLE, box("div", card("The storm of 1954", "A look back"), card("Larch or oak"), card("Mail boat")))
    assert verdicts(teasers, made) == [Drop(index, "one of 3 link cards in a row") for index in range(6, 10)]


def test_sections_of_definitions_are_no_cards() -> None:
    def section(*defined: Element | Line) -> Element:
        return box("section", h(2, "Methods"), box("dl", *defined))

    moor = box("dt", link("moor() the boat")), box("dd", "Moors the boat")
    made = page(ARTICLE, box("div", *[section(*moor) for _ in range(3)]))
    assert verdicts(teasers, made) == []
    undefined = page(ARTICLE, box("div", *[box("section", h(2, "Methods"), *moor) for _ in range(3)]))
    assert {verdict.reason for verdict in verdicts(teasers, undefined)} == {"one of 3 link cards in a row"}


def test_cards_with_a_short_list_of_terms_in_them_are() -> None:
    price = box("dl", "Price", "$3")
    made = page(ARTICLE, box("div", *[card("The storm of 1954, in pictures and words", price) for _ in range(2)]))
    assert {verdict.reason for verdict in verdicts(teasers, made)} == {"one of 2 link cards in a row"}


def test_a_card_between_two_paragraphs_goes() -> None:
    made = page(box("article", *STORY[:3], box("div", link("The storm of 1954"), "Islands"), *STORY[3:]))
    assert verdicts(teasers, made) == [
        Drop(3, "in a link card between two paragraphs"),
        Drop(4, "in a link card between two paragraphs"),
    ]


def test_lines_that_lead_away_go() -> None:
    lines = (
        Line("Read more: The storm of 1954", link_share=0.6, links=1),
        link("ALL OF THE STORMS OF THE CENTURY"),
        link("→ The storm of 1954"),
    )
    assert verdicts(teasers, page(box("article", *STORY[:3], *lines, *STORY[3:]))) == [
        Drop(3, "begins with 'read more:'"),
        Drop(4, "a link in capitals"),
        Drop(5, "a link behind an arrow"),
    ]


def test_in_plain_text_all_after_the_heading_goes() -> None:
    assert verdicts(teasers, plain(*STORY, "Related articles", "The storm of 1954", STORY[2])) == [
        Drop(6, "the heading 'related articles' of a list of other stories"),
        Drop(7, "under the heading 'related articles'"),
        Drop(8, "under the heading 'related articles'"),
    ]


def test_in_plain_text_the_story_goes_on_where_three_long_paragraphs_stand_in_a_row() -> None:
    longer = [f"{paragraph} {STORY[0]}" for paragraph in STORY]
    made = plain(*longer[:3], "Related articles", "The storm of 1954", longer[3], longer[4])
    assert [drop.index for drop in verdicts(teasers, made)] == [3, 4, 5, 6]
    resumed = plain(*longer[:4], "Related articles", "The storm of 1954", *longer[3:])
    assert verdicts(teasers, resumed) == [
        Drop(4, "the heading 'related articles' of a list of other stories"),
        Drop(5, "under the heading 'related articles'"),
    ]


def test_in_plain_text_a_long_line_in_capitals_between_two_paragraphs_goes() -> None:
    line, subhead = "HARBOUR OFFICE PAID TWICE FOR THE PLANKS OF THE NORTH PIER", "A WINTER WITHOUT A FERRY"
    made = plain(line, *STORY[:2], line, subhead, STORY[2].upper(), *STORY[3:])
    assert verdicts(teasers, made) == [Drop(3, "a line in capitals between two paragraphs")]


def test_a_list_that_the_story_introduces_is_kept() -> None:
    links = box("ul", li(link("The north pier")), li(link("The south pier")))
    made = page(box("article", *STORY[:3], "There are two piers on the islands:", links, *STORY[3:]))
    assert verdicts(teasers, made) == [
        Keep(4, "in a list that the story introduces"),
        Keep(5, "in a list that the story introduces"),
    ]


def test_links_under_a_label_of_other_stories_are_not_introduced_by_the_story() -> None:
    links = box("ul", li(link("The storm of 1954")), li(link("A winter without a pier")))
    made = page(box("article", *STORY[:3], "Related articles:", links, *STORY[3:]))
    assert not [verdict for verdict in verdicts(teasers, made) if isinstance(verdict, Keep)]
    told = box("ul", li(link("Oilskins and a rope", share=0.4)), li(link("The timetable", share=0.4)))
    kept = page(box("article", *STORY[:3], "Recommended:", told, *STORY[3:]))  # hardly links: the author recommends
    assert [verdict.index for verdict in verdicts(teasers, kept) if isinstance(verdict, Keep)] == [4, 5]


def test_a_sentence_with_a_link_in_it_is_left_alone() -> None:
    told = link(
        "You may also like to know that the old pier, of which the museum has a model, was built in 1911.", share=0.2
    )
    assert verdicts(teasers, page(box("article", *STORY[:3], told, *STORY[3:]))) == []


def test_a_heading_over_prose_is_left_alone() -> None:
    assert verdicts(teasers, page(box("article", *STORY[:3], h(2, "Related posts"), *STORY[3:]))) == []


def test_an_aside_without_links_is_left_alone() -> None:
    assert (
        verdicts(teasers, page(box("article", *STORY[:3], box("aside", "Six piers in a hundred years"), *STORY[3:])))
        == []
    )


def test_how_many_cards_are_a_row() -> None:
    made = page(ARTICLE, box("div", card("The storm of 1954"), card("Larch or oak")))
    assert verdicts(teasers, made) == [Drop(index, "one of 2 link cards in a row") for index in (6, 7)]
    assert verdicts(teasers, made, min_cards=3) == []
