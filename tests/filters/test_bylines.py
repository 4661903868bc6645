"""Who wrote it and when goes, into its field; sentences that begin like it stay."""

from __future__ import annotations

import pytest
from by_hand import STORY, Element, Line, box, h, page, plain, verdicts

from cleaner.block import Drop
from cleaner.filters.bylines import bylines, is_date


def test_a_line_that_begins_with_by_and_a_name_goes() -> None:
    made = page("By Ada Quill", *STORY, "Written by Jo Lens and Ada Quill")
    assert verdicts(bylines, made) == [
        Drop(0, "begins with 'by'", "byline"),
        Drop(7, "begins with 'written by'", "byline"),
    ]


def test_nothing_but_a_date_goes() -> None:
    made = page("2 March 2024, 8:30 am", *STORY)
    assert verdicts(bylines, made) == [Drop(0, "nothing but a date", "date")]


def test_labels_of_dates_and_reading_times_go() -> None:
    made = page("Last updated on Friday", "4 min read", *STORY)
    assert verdicts(bylines, made) == [Drop(0, "begins with 'last updated'", "date"), Drop(1, "says 'min read'")]


def test_the_name_that_the_page_declares_goes() -> None:
    made = page(
        "Ada Quill", *STORY, "Jo Lens", meta={"author": ("Ada Quill",)}, json_ld=({"author": [{"name": "Jo Lens"}]},)
    )
    assert verdicts(bylines, made) == [
        Drop(0, "the name of the author", "byline"),
        Drop(7, "the name of the author", "byline"),
    ]


def test_boxes_and_marks_named_so_go() -> None:
    made = page(
        box("div.author", "Our woman on the islands"), Line("Friday", marks=frozenset(("timestamp", "small"))), *STORY
    )
    assert verdicts(bylines, made) == [
        Drop(0, "in a box named as byline or date", "byline"),
        Drop(1, "in a box named as byline or date", "date"),
    ]


def card(name: str, price: str) -> Element:
    return box("li.card", box("div.info", name, price))


def test_several_boxes_named_info_are_cards_and_no_bylines() -> None:
    cards = [card("Deck chair, oak", "$89.00"), card("Deck chair, teak", "$99.00"), card("Footrest", "$29.00")]
    assert verdicts(bylines, page(*cards)) == []


def test_unless_they_say_who_or_when() -> None:
    entries = [box("div.info", "Ada Quill", "2 March 2024"), card("Deck chair", "$89.00"), card("Footrest", "$29.00")]
    named = "in a box named as byline or date"
    assert verdicts(bylines, page(*entries, *STORY)) == [Drop(0, named, "date"), Drop(1, "nothing but a date", "date")]


def test_several_boxes_named_meta_are_bylines() -> None:
    made = page(*[box("li.meta", name) for name in ("Ada Quill", "Harbour", "Friday")], *STORY)
    assert [verdict.index for verdict in verdicts(bylines, made)] == [0, 1, 2]


def test_one_box_named_info_says_who_wrote_it() -> None:
    made = page(box("div.info", "Our woman on the islands"), *STORY)
    assert verdicts(bylines, made) == [Drop(0, "in a box named as byline or date", "date")]


def test_in_plain_text_a_line_beside_a_label_goes() -> None:
    made = plain("Ada Quill", "Published", "Friday", *STORY)
    assert verdicts(bylines, made)[:2] == [
        Drop(0, "above the label of a date", "byline"),
        Drop(1, "begins with 'published'", "date"),
    ]


def test_sentences_that_begin_with_by_are_left_alone() -> None:
    assert verdicts(bylines, page(*STORY[:3], "By noon the last plank was nailed down.", *STORY[3:])) == []


def test_headings_are_left_alone() -> None:
    assert verdicts(bylines, page(*STORY[:3], h(2, "By Sea"), h(2, "2 March 2024"), *STORY[3:])) == []


def test_a_dateline_inside_a_paragraph_is_left_alone() -> None:
    assert verdicts(bylines, page(f"NORTH PIER, March 2 (Example) - {STORY[0]}", *STORY[1:])) == []


def test_the_times_of_a_live_blogs_entries_are_left_alone() -> None:
    entries = [line for number, text in enumerate(STORY) for line in (f"{8 + number}:30", text)]
    assert verdicts(bylines, page(*entries)) == []


def test_a_sentence_about_the_author_is_no_byline() -> None:
    made = page(*STORY, box("div.author", "Ada Quill keeps bees."))
    assert verdicts(bylines, made) == []


def test_how_long_a_byline_may_be() -> None:
    assert verdicts(bylines, page("By Ada Quill", *STORY), longest=10) == []


@pytest.mark.parametrize(
    "text",
    [
        "2 March 2024",
        "March 2, 2024 at 8:30 p.m. GMT",
        "2024-03-02",
        "8:30",
        "2. März 2024",
        "2 марта 2024",
        "2024年3月2日",
    ],
)
def test_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["March", "Ferry 2024", "The second of March", "12", "In March 2024 the pier was rebuilt", ""]
)
def test_no_date(text: str) -> None:
    assert not is_date(text)


def test_in_plain_text_the_line_beside_a_whole_byline_is_left_alone() -> None:
    assert [drop.index for drop in verdicts(bylines, plain("Mayor opens a bridge", "By Ada Quill", *STORY))] == [1]
