"""Which pictures stand in the story, and which of their files is meant."""

from __future__ import annotations

import pytest
from by_hand import STORY, Child, box, h, img, page

from cleaner.block import ROOT, Box, Page, Picture
from cleaner.metadata.pictures import file_path, in_story, is_other_file, nearby_boxes, size, source

URL = "https://example.org/ferry"
PIER = img(src="/pier.jpg")


def found(*children: Child, captions: tuple[int, ...] = (), removed: tuple[int, ...] = ()) -> list[str]:
    """The addresses of the story's pictures, without the host."""
    made = page(*children, url=URL)
    body = [block for block in made.blocks if block.text in STORY and block.index not in removed]
    return [src.removeprefix("https://example.org") for _, src in in_story(made, body, captions)]


def file_of(**attributes: str) -> str | None:
    named = {name.replace("_", "-"): value for name, value in attributes.items()}
    return source(Picture(named, (), 0, ROOT), Page((), url=URL))


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
        img(src="data:image/gif;base64,AAAA"),
        img(alt="The pier"),
    ],
)
def test_what_is_no_picture_of_the_story(child: Child) -> None:
    assert found(STORY[0], child, STORY[1]) == []


def test_a_picture_in_a_box_that_was_removed_goes_with_it() -> None:
    card = box("div.card", PIER, STORY[1])
    assert found(STORY[0], card, STORY[2]) == ["/pier.jpg"]
    assert found(STORY[0], card, STORY[2], removed=(1,)) == []
    assert found(STORY[0], card, STORY[2], removed=(1,), captions=(1,)) == ["/pier.jpg"]


def test_the_names_of_a_large_box_say_nothing_about_one_picture() -> None:
    assert found(box("div.related", STORY[0], PIER, *["Line"] * 12)) == ["/pier.jpg"]
    assert found(box("div.related", STORY[0], PIER)) == []


@pytest.mark.parametrize(
    ("attributes", "path"),
    [
        ({"src": "/a.jpg"}, "/a.jpg"),
        ({"src": " /a.jpg "}, "/a.jpg"),
        ({"src": "data:image/gif;base64,AAAA", "data_src": "/a.jpg"}, "/a.jpg"),
        ({"src": "data:image/gif;base64,AAAA", "data_original": "/a.jpg"}, "/a.jpg"),
        ({"src": "data:image/gif;base64,AAAA", "data_lazy_src": "/a.jpg"}, "/a.jpg"),
        ({"src": "javascript:void(0)", "data_src": "/a.jpg"}, "/a.jpg"),
        ({"src": "data:image/gif;base64,AAAA", "data_srcset": "/b.jpg 300w,\n /c.jpg 900w"}, "/c.jpg"),
        ({"src": "/a.jpg", "srcset": "/b.jpg 300w, /c.jpg 900w"}, "/c.jpg"),
        ({"srcset": "/b.jpg 1x,/c.jpg 1.5x"}, "/c.jpg"),
        ({"srcset": "/w_3,h_2/b.jpg 300w, /w_9,h_6/c.jpg 900w"}, "/w_9,h_6/c.jpg"),
        ({"srcset": "/b.jpg", "data_srcset": "/c.jpg 2x"}, "/c.jpg"),
        ({"src": "/logo.png", "data_url": "/a.jpg"}, "/a.jpg"),
    ],
)
def test_the_largest_file(attributes: dict[str, str], path: str) -> None:
    assert file_of(**attributes) == f"https://example.org{path}"


def test_no_file() -> None:
    assert file_of(src="data:image/gif;base64,AAAA") is None
    assert file_of(src="javascript:void(0)") is None
    assert file_of() is None


def test_the_sources_of_a_picture_element_come_last() -> None:
    made = Picture({"src": "/logo.png"}, ({"srcset": "/b.webp 3x, /a.webp 1x"},), 0, ROOT)
    assert source(made, Page((), url=URL)) == "https://example.org/b.webp"


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("https://example.org/logo.png", True),
        ("https://example.org/img/avatar-jane.jpg", True),
        ("https://example.org/1x1.gif", True),
        ("https://example.org/iconic-pier.jpg", False),
        ("https://logo.example.org/pier.jpg", False),
        ("https://example.org/pier.jpg?logo=1", False),
    ],
)
def test_files_of_another_kind(url: str, other: bool) -> None:
    assert is_other_file(url) is other


def test_the_path_of_a_file() -> None:
    assert file_path("https://example.org/a/b.jpg?x=/c") == "a/b.jpg"
    assert file_path("https://example.org") == ""


@pytest.mark.parametrize(
    ("stated", "pixels"),
    [("800", 800), (" 600px ", 600), ("12.5", 12), ("0", None), ("100%", None), ("auto", None), ("123456", None)],
)
def test_sizes(stated: str, pixels: int | None) -> None:
    assert size({"width": stated}, "width") == pixels
    assert size({}, "width") is None


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
