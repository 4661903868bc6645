"""Which pictures stand in the story."""

from __future__ import annotations

import pytest
from by_hand import STORY, Child, box, h, img, page

from cleaner.block import Box
from cleaner.metadata.pictures import in_story, nearby_boxes

URL = "https://example.org/ferry"
PIER = img(src="/pier.jpg")


def found(*children: Child, captions: tuple[int, ...] = (), removed: tuple[int, ...] = ()) -> list[str]:
    """The addresses of the story's pictures, without the host."""
    made = page(*children, url=URL)
    body = [block for block in made.blocks if block.text in STORY and block.index not in removed]
    return [str(src).removeprefix("https://example.org") for _, src in in_story(made, body, captions)]


def test_a_picture_between_two_paragraphs() -> None:
    assert found(STORY[0], PIER, STORY[1]) == ["/pier.jpg"]
    assert found(STORY[0], STORY[1], PIER) == ["/pier.jpg"]
    assert found(PIER) == []


def test_a_picture_above_the_story_leads_where_its_box_or_caption_says_so() -> None:
    assert found(PIER, *STORY) == []
    assert found(box("figure", PIER), *STORY) == ["/pier.jpg"]
    assert found(box("div.hero", PIER), *STORY) == ["/pier.jpg"]
    assert found(PIER, "The pier", *STORY, captions=(0,)) == ["/pier.jpg"]
    assert found(PIER, "One", "Two", "The pier", *STORY, captions=(2,)) == []


def test_far_above_and_below_the_story_are_other_stories() -> None:
    figure = box("figure", PIER)
    assert found(figure, *["Line"] * 15, *STORY) == ["/pier.jpg"]
    assert found(figure, *["Line"] * 16, *STORY) == []
    assert found(*STORY, figure, "Another story") == ["/pier.jpg"]
    assert found(*STORY, "Another story", figure) == []


@pytest.mark.parametrize(
    "child",
    [
        img(src="/pier.jpg", width="59"),
        img(src="/pier.jpg", height="1px"),
        img(src="/pier.jpg", **{"class": "user-avatar"}),
        box("div.sharing", PIER),
        box("div.related", box("div", PIER)),
        box("div.author.box", box("div", PIER)),
        img(src="/icons/pier.jpg"),
        img(src="/pier.jpg", width="600", height="90"),
        box("div", PIER, hidden="display: none"),
    ],
)
def test_what_is_no_picture_of_the_story(child: Child) -> None:
    assert found(STORY[0], child, STORY[1]) == []


def test_a_picture_that_scripts_fill_in_has_no_address() -> None:
    for unfilled in (img(alt="The pier"), img(src="data:image/gif;base64,AAAA"), img(src="/placeholder.svg")):
        assert found(STORY[0], unfilled, STORY[1]) == ["None"]


def test_a_picture_in_noscript_is_one_and_so_is_one_hidden_as_the_story_is() -> None:
    assert found(STORY[0], box("noscript", PIER, hidden="in noscript"), STORY[1]) == ["/pier.jpg"]
    assert found(box("div", STORY[0], PIER, STORY[1], hidden="display: none")) == ["/pier.jpg"]


def test_what_is_shown_large_is_a_picture_whatever_its_file_is_called() -> None:
    assert found(STORY[0], img(src="/icons/pier.jpg", width="600", height="400"), STORY[1]) == ["/icons/pier.jpg"]


def test_a_label_in_the_pictures_box_says_nothing() -> None:
    assert found(STORY[0], box("div", PIER, "Fullscreen"), STORY[1], removed=(1,)) == ["/pier.jpg"]


def test_a_picture_in_a_box_that_was_removed_goes_with_it() -> None:
    card = box("div.card", PIER, STORY[1])
    assert found(STORY[0], card, STORY[2]) == ["/pier.jpg"]
    assert found(STORY[0], card, STORY[2], removed=(1,)) == []
    assert found(STORY[0], card, STORY[2], removed=(1,), captions=(1,)) == ["/pier.jpg"]


def test_the_names_of_a_large_box_say_nothing_about_one_picture() -> None:
    assert found(box("div.related", STORY[0], PIER, *["Line"] * 12)) == ["/pier.jpg"]
    assert found(box("div.related", STORY[0], PIER)) == []


def test_boxes_that_may_belong_to_one_picture() -> None:
    page_box = Box("html")
    outer = Box("div", Box("main", page_box, blocks=13), blocks=12)
    inner = Box("figure", outer, blocks=1)
    assert list(nearby_boxes(inner)) == [inner, outer]
    assert list(nearby_boxes(page_box)) == []
    deep = page_box
    for _ in range(10):
        deep = Box("div", deep)
    assert len(list(nearby_boxes(deep))) == 6


def test_the_headline_is_no_picture() -> None:
    assert found(h(1, "Ferry runs again"), *STORY) == []
