"""Who the author is goes; people in the story stay."""

from __future__ import annotations

from by_hand import STORY, Line, box, h, page, verdicts

from cleaner.block import Drop
from cleaner.filters.biographies import biographies

BIO = "Ada Quill has lived on the outer islands for ten years and keeps bees there."


def test_a_box_named_as_biography_goes() -> None:
    made = page(*STORY, box("div.bio", h(4, "Ada Quill"), BIO))
    assert verdicts(biographies, made) == [
        Drop(6, "in a box named as biography"),
        Drop(7, "in a box named as biography"),
    ]


def test_an_authors_box_goes() -> None:
    made = page(*STORY, box("div.author", "Ada Quill", "Islands"))
    assert verdicts(biographies, made) == [Drop(6, "in an author's box"), Drop(7, "in an author's box")]


def test_the_signature_under_a_post_goes() -> None:
    posts = (
        box("div.post", STORY[at], box("div.message.signature", "Sail slow.", "Two boats, one dog")) for at in (0, 1)
    )
    assert verdicts(biographies, page(*posts, *STORY)) == [Drop(index, "in a signature") for index in (1, 2, 4, 5)]


def test_the_label_goes_and_what_follows_it() -> None:
    assert verdicts(biographies, page(*STORY, Line("About the author"), BIO)) == [
        Drop(6, "says 'about the author'"),
        Drop(7, "follows the label of a biography"),
    ]


def test_a_sentence_that_says_who_somebody_is_goes_after_the_story() -> None:
    made = page(*STORY, "Ada Quill is a staff writer on the islands.", "Pier Street 3")
    assert verdicts(biographies, made) == [Drop(6, "says 'is a staff writer'")]


def test_such_a_sentence_goes_where_it_is_the_last_on_the_page() -> None:
    made = page(*STORY, "Ada Quill is a staff writer on the islands.")
    assert verdicts(biographies, made) == [Drop(6, "says 'is a staff writer'")]


def test_a_press_contact_goes() -> None:
    made = page(*STORY, "Media contact", "Ada Quill, 555 0100")
    assert verdicts(biographies, made)[0] == Drop(6, "says 'media contact'")


def test_a_companys_description_goes() -> None:
    about = (
        "Example Ferries carries people, goats and the mail between the islands, and has done so since the year 1911."
    )
    assert verdicts(biographies, page(*STORY, h(3, "About Example Ferries"), about)) == [
        Drop(6, "the heading of a company's description"),
        Drop(7, "describes the company named in its heading"),
    ]


def test_a_sentence_in_the_first_half_of_the_story_is_left_alone() -> None:
    assert verdicts(biographies, page(STORY[0], "Her sister is a staff writer in the city.", *STORY[1:])) == []


def test_a_subhead_of_the_story_is_left_alone() -> None:
    made = page(*STORY[:3], h(2, "About the author"), *STORY[3:])
    assert verdicts(biographies, made) == []


def test_a_box_of_much_of_the_prose_is_left_alone() -> None:
    assert verdicts(biographies, page(box("div.author", *STORY[:2]), *STORY[2:])) == []


def test_how_long_a_biography_may_be() -> None:
    made = page(*STORY, box("div.bio", h(4, "Ada Quill"), BIO))
    assert verdicts(biographies, made, longest=50) == []


def test_a_heading_of_punctuation_names_nobody() -> None:
    assert verdicts(biographies, page(*STORY, h(3, ":"), STORY[0])) == []
