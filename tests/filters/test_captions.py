"""Captions and credits go, into their fields; the story's own sentences stay."""

from __future__ import annotations

from by_hand import STORY, Line, box, img, link, page, plain, verdicts

from cleaner.block import Drop, Time
from cleaner.filters.captions import captions

CAPTION = "The north pier on the morning after the second storm"


def test_a_figcaption_goes() -> None:
    made = page(STORY[0], box("figure", img(), box("figcaption", Line(CAPTION, "caption"))), *STORY[1:])
    assert verdicts(captions, made) == [Drop(1, "in a figcaption", "caption")]


def test_who_is_quoted_in_a_figure_is_left_alone() -> None:
    quote, by = Line(STORY[2], "quote"), box("figcaption", Line("Imogen Tar, foreman", "caption"))
    assert verdicts(captions, page(*STORY[:2], box("figure", quote, by), *STORY[3:])) == []
    shown = box("figure", img(), box("figcaption", Line(CAPTION, "caption")))
    assert verdicts(captions, page(*STORY[:2], box("figure", img(), quote, shown, by), *STORY[3:])) == [
        Drop(3, "in a figcaption", "caption")
    ]
    table = Line("1954 | 12", "table")
    assert verdicts(captions, page(*STORY[:2], box("figure", table, by), *STORY[3:])) == [
        Drop(3, "in a figcaption", "caption")
    ]


def test_a_box_named_so_goes() -> None:
    made = page(STORY[0], box("div.caption", CAPTION), box("span.credit", "Photo: Ida Lens"), *STORY[1:])
    assert verdicts(captions, made) == [
        Drop(1, "in a box named as caption", "caption"),
        Drop(2, "in a box named as caption", "credit"),
    ]


def test_a_short_text_that_shares_a_small_box_with_an_image_goes() -> None:
    made = page(STORY[0], box("div", img(), box("div", CAPTION)), *STORY[1:])
    assert verdicts(captions, made) == [Drop(1, "alone in a box with an image", "caption")]


def test_what_stands_beside_a_portrait_goes_but_is_no_caption() -> None:
    made = page(STORY[0], box("div", img(width="48", height="48"), box("div", "Ida Lens, harbour office")), *STORY[1:])
    assert verdicts(captions, made) == [Drop(1, "alone in a box with a small image")]


def test_a_card_is_no_image_with_its_caption() -> None:
    card = box(
        "div",
        img(),
        box("div", link("Nine piers that divers swear by")),
        box("div", "The third one has no water at all"),
    )
    made = page(STORY[0], card, *STORY[1:])
    assert verdicts(captions, made) == [Drop(2, "in a card with an image and a link")]


def test_a_line_that_says_what_the_images_alt_says_goes() -> None:
    made = page(STORY[0], img(alt=CAPTION), f"{CAPTION} - Copyright Ida Lens", *STORY[1:])
    assert verdicts(captions, made) == [Drop(1, "says what the image's alternative text says", "caption")]


def test_a_line_that_stands_twice_with_and_without_its_credit_goes() -> None:
    made = plain(CAPTION, f"{CAPTION} - Copyright Ida Lens", *STORY)
    why = "stands twice, with and without its credit"
    assert verdicts(captions, made) == [Drop(0, why, "caption"), Drop(1, why, "caption")]


def test_a_credit_alone_goes() -> None:
    made = page(STORY[0], "Photo by Ida Lens", *STORY[1:])
    assert verdicts(captions, made) == [Drop(1, "begins like a photo credit, 'photo by '", "credit")]


def test_in_plain_text_a_line_above_the_story_that_ends_in_a_credit_goes() -> None:
    made = plain(f"{CAPTION}. Photo: Ida Lens", *STORY)
    assert verdicts(captions, made) == [Drop(0, "ends in a photo credit", "caption")]


def test_in_plain_text_a_paragraph_of_the_story_that_names_its_image_at_the_end_goes() -> None:
    told = "The office asked for a photo: one that shows the planks, the crane and all who had worked on the pier"
    law = "Whoever took it, the office was told in April, may well ask for money by the law of copyright there."
    made = plain(*STORY[:2], f"{CAPTION} (Image: HARBOUR PRESS)", told, law, *STORY[2:])
    assert verdicts(captions, made) == [Drop(2, "ends in a photo credit", "caption")]


def test_in_plain_text_what_an_agency_signed_goes_and_what_a_gallery_counts() -> None:
    made = plain(*STORY[:2], f"{CAPTION} (Ida Lens/Reuters)", *STORY[2:], "Photo 1 of 2", "Photo 2 of 2")
    counted = "in a gallery that counts its pictures"
    assert verdicts(captions, made) == [
        Drop(2, "ends in an agency's photo credit", "caption"),
        Drop(7, counted),
        Drop(8, counted),
    ]
    assert verdicts(captions, page(STORY[0], f"{CAPTION} (Ida Lens/Reuters)", *STORY[1:])) == []


def test_an_element_in_the_line_that_is_named_so_goes_with_the_image_beside_it() -> None:
    marked = Line(CAPTION, marks=frozenset(["caption"]))
    assert verdicts(captions, page(STORY[0], box("p.wide", img(), marked), *STORY[1:])) == [
        Drop(1, "marked as a caption beside an image", "caption")
    ]
    assert verdicts(captions, page(STORY[0], marked, *STORY[1:])) == []
    long = Line(" ".join(STORY[:3]), marks=frozenset(["caption"]))
    assert verdicts(captions, page(img(), long, *STORY)) == []


def test_a_credit_is_known_by_its_box() -> None:
    figure = box(
        "figure", img(), box("figcaption", Line(CAPTION, "caption"), box("p.credit", Line("Ida Lens", "caption")))
    )
    assert verdicts(captions, page(STORY[0], figure, *STORY[1:])) == [
        Drop(1, "in a figcaption", "caption"),
        Drop(2, "in a figcaption", "credit"),
    ]


def test_a_date_beside_an_image_goes_but_is_no_caption() -> None:
    made = page(STORY[0], box("figure", img(), "2 March 2024, 12:36 p.m."), *STORY[1:])
    assert verdicts(captions, made) == [Drop(1, "in a figure", "date")]
    stamped = page(box("div", img(), "07/05/2022 20H06"), *STORY, times=(Time("2022-05-07", 0),))
    assert verdicts(captions, stamped) == [Drop(0, "alone in a box with an image", "date")]


def test_a_sentence_of_the_story_that_says_what_a_caption_says_is_left_alone() -> None:
    figure = box("figure", img(alt=STORY[4]), box("figcaption", Line(STORY[4], "caption")))
    assert verdicts(captions, page(figure, *STORY)) == [Drop(0, "in a figcaption", "caption")]


def test_a_paragraph_with_an_image_in_it_is_left_alone() -> None:
    made = page(STORY[0], box("p.wide", img(alt="Planks"), STORY[1]), *STORY[2:])
    assert verdicts(captions, made) == []


def test_a_story_that_mentions_a_photo_is_left_alone() -> None:
    told = (
        "Photo by photo, the foreman went through the damage with us: the planks, the rails, the lamp at the far end."
    )
    assert verdicts(captions, page(*STORY[:3], told, *STORY[3:])) == []


def test_a_long_text_in_a_figure_is_left_alone() -> None:
    assert verdicts(captions, page(box("figure", img(), *STORY[:7], *STORY[:2]), *STORY)) == []


def test_how_near_the_image_must_be() -> None:
    made = page(STORY[0], img(alt=CAPTION), STORY[1], CAPTION, *STORY[2:])
    assert verdicts(captions, made) == []
    assert verdicts(captions, made, near=2) == [Drop(2, "says what the image's alternative text says", "caption")]


def test_how_long_a_caption_may_be() -> None:
    made = page(STORY[0], box("div.caption", CAPTION), *STORY[1:])
    assert verdicts(captions, made, longest=40) == []
