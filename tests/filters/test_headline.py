"""The title above the story goes, into its field; subheads stay."""

from __future__ import annotations

from by_hand import STORY, Line, h, page, plain, verdicts

from cleaner.block import Drop
from cleaner.filters.headline import headline

TITLE = "Ferry to the islands runs again"


def test_the_h1_goes() -> None:
    assert verdicts(headline, page(h(1, TITLE), *STORY)) == [Drop(0, "the page's headline", "title")]


def test_of_two_h1_the_one_that_the_page_states_goes() -> None:
    made = page(h(1, "Example Times"), h(1, TITLE), *STORY, title=f"{TITLE} | The Islander")
    assert verdicts(headline, made) == [Drop(1, "the page's headline", "title")]


def test_an_h1_with_the_sites_name_is_not_the_headline() -> None:
    made = page(h(1, "Example Times"), h(1, TITLE), *STORY, title=f"{TITLE} | Example Times")
    assert Drop(1, "the page's headline", "title") in verdicts(headline, made)


def test_the_title_said_again_goes() -> None:
    made = page(TITLE, h(1, TITLE), *STORY, h(2, TITLE.upper()))
    assert verdicts(headline, made) == [
        Drop(0, "the title again"),
        Drop(1, "the page's headline", "title"),
        Drop(8, "the title again"),
    ]


def test_without_an_h1_a_line_that_says_the_stated_title_goes() -> None:
    made = page(Line(TITLE), *STORY, meta={"og:title": (TITLE,)})
    assert verdicts(headline, made) == [Drop(0, "the title again", "title")]


def test_in_plain_text_a_line_goes_whose_words_come_back_in_the_story() -> None:
    assert verdicts(headline, plain("Islands", TITLE, *STORY)) == [
        Drop(0, "a section's name above the headline", "section"),
        Drop(1, "a line above the story whose words come back in it", "title"),
    ]


def test_subheads_are_left_alone() -> None:
    made = page(*STORY[:3], h(2, "A winter without a pier"), *STORY[3:], title=TITLE)
    assert verdicts(headline, made) == []


def test_a_paragraph_that_contains_the_title_is_left_alone() -> None:
    made = page(*STORY, f"{TITLE}: so it says on the board.", title=TITLE)
    assert verdicts(headline, made) == []


def test_h1_with_words_of_their_own_are_left_alone() -> None:
    made = page(h(1, TITLE), *STORY[:3], h(1, "The year before the storms"), *STORY[3:], title=TITLE)
    assert verdicts(headline, made) == [Drop(0, "the page's headline", "title")]


def test_plain_text_that_begins_with_the_story_is_left_alone() -> None:
    assert verdicts(headline, plain(*STORY)) == []


def test_how_far_an_h1_must_agree_with_the_stated_title() -> None:
    made = page(h(1, "Example Times"), h(1, "Ferry to the islands starts once more"), *STORY, title=TITLE)
    assert verdicts(headline, made) == []
    assert verdicts(headline, made, agreement=0.6) == [Drop(1, "the page's headline", "title")]


def test_in_plain_text_the_line_above_the_byline_goes() -> None:
    assert verdicts(headline, plain("Home", "Mayor opens a bridge", "By Ada Quill", *STORY)) == [
        Drop(1, "the line above the byline", "title")
    ]


def test_in_plain_text_the_headline_said_again_goes_and_the_title_of_the_page() -> None:
    assert verdicts(headline, plain(f"{TITLE} | The Islander", "Sport", TITLE, *STORY, TITLE.upper())) == [
        Drop(0, "the title again"),
        Drop(1, "a section's name above the headline", "section"),
        Drop(2, "a line that the page's title has at its end", "title"),
    ]


def test_in_plain_text_a_headline_above_the_headline_is_no_section() -> None:
    assert verdicts(headline, plain("Ferry runs", "Ferry runs", *STORY)) == [
        Drop(0, "the title again"),
        Drop(1, "a line that the page's title has at its end", "title"),
    ]


def test_in_plain_text_lines_of_the_story_that_say_the_title_are_left_alone() -> None:
    assert verdicts(headline, plain(TITLE, *STORY[:3], f"{TITLE}!", *STORY[3:])) == [
        Drop(0, "a line above the story whose words come back in it", "title")
    ]


def test_in_plain_text_a_byline_above_another_is_no_headline() -> None:
    assert verdicts(headline, plain("By Jo Lens and others", "By Ada Quill", *STORY)) == []
