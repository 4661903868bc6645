"""Which caption goes to which picture."""

from __future__ import annotations

import pytest
from by_hand import Child, Line, box, img, page

from cleaner.metadata.pairing import NONE, captions_in, paired
from cleaner.metadata.pictures import Shown

ONE, TWO = img(src="/one.jpg"), img(src="/two.jpg")
TEXT = "The planks of the old pier had been torn away by a storm in the first days of the new year."


def pairs(*children: Child, others: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """By the file of the picture, "" for none: the captions, all lines but TEXT; `others` are files of no story."""
    made = page(*children)
    roles = {"caption": tuple(block for block in made.blocks if block.text != TEXT)}
    pictures = [Shown(one, None) for one in made.facts.pictures if one.attributes["src"] not in others]
    strangers = [one for one in made.facts.pictures if one.attributes["src"] in others]
    found = paired(captions_in(roles), pictures, lambda: strangers)  # type: ignore[arg-type]
    names = {at: shown.picture.attributes["src"] for at, shown in enumerate(pictures)} | {NONE: ""}
    return {names[at]: [str(caption.text) for caption in its] for at, its in found.items()}


def test_in_the_box_of_its_picture() -> None:
    assert pairs(box("figure", ONE, "First"), TEXT, box("figure", TWO, "Second")) == {
        "/one.jpg": ["First"],
        "/two.jpg": ["Second"],
    }


def test_several_pictures_in_one_box_each_before_its_caption() -> None:
    assert pairs(box("div", ONE, "First", TWO, "Second")) == {"/one.jpg": ["First"], "/two.jpg": ["Second"]}


def test_several_pictures_in_one_box_each_behind_its_caption() -> None:
    assert pairs(box("div", "First", ONE, "Second", TWO)) == {"/one.jpg": ["First"], "/two.jpg": ["Second"]}
    assert pairs(box("figure", "First", ONE)) == {"/one.jpg": ["First"]}


def test_the_caption_of_a_gallery_is_no_pictures() -> None:
    gallery = box("figure", box("figure", ONE, "First"), box("figure", TWO, "Second"), "What the storm left behind")
    assert pairs(gallery) == {"/one.jpg": ["First"], "/two.jpg": ["Second"], "": ["What the storm left behind"]}


def test_two_captions_of_one_picture() -> None:
    assert pairs(box("figure", ONE, "First", "More of it")) == {"/one.jpg": ["First", "More of it"]}


def test_the_same_again_outside_its_box() -> None:
    assert pairs(box("figure", ONE, "The pier"), "The pier (Photo: Jane Doe)") == {"/one.jpg": ["The pier", "The pier"]}


def test_beside_it() -> None:
    boxes = [TEXT] * 12  # so that no box is small
    assert pairs(*boxes, ONE, "First", TEXT) == {"/one.jpg": ["First"]}
    assert pairs(*boxes, ONE, TEXT, TEXT, "First") == {"/one.jpg": ["First"]}
    assert pairs(*boxes, ONE, TEXT, TEXT, TEXT, "First") == {"": ["First"]}
    assert pairs(*boxes, "First", ONE) == {"": ["First"]}


def test_beside_one_with_its_words_for_an_alternative_text() -> None:
    named = img(src="/two.jpg", alt="What the storm left behind")
    assert pairs(*[TEXT] * 12, ONE, "What the storm left behind", named) == {"/two.jpg": ["What the storm left behind"]}


def test_not_of_one_that_has_its_own() -> None:
    assert pairs(*[TEXT] * 12, box("figure", ONE, "First"), "Second") == {"/one.jpg": ["First"], "": ["Second"]}


@pytest.mark.parametrize("child", [box("div", TWO, "Jane Doe"), box("div", box("div", TWO), box("p", "Jane Doe"))])
def test_the_line_beside_a_portrait_is_no_caption(child: Child) -> None:
    assert pairs(child, *[TEXT] * 12, others=("/two.jpg",)) == {}


def test_captions_and_credits() -> None:
    made = page("The pier. Photo: Jane Doe", "Jane Doe/Reuters", "Jane Doe", Line("Photo: John Roe"))
    captions = captions_in({"caption": made.blocks[:2], "credit": made.blocks[2:]})
    assert [(caption.text, caption.credit) for caption in captions] == [
        ("The pier.", "Jane Doe"),
        (None, "Jane Doe/Reuters"),
        (None, "Jane Doe"),
        (None, "John Roe"),
    ]
