"""Blocks, boxes and pages: what is worked out when they are made, and how they are asked."""

from __future__ import annotations

import pickle
from datetime import date
from typing import cast

import pytest

from cleaner.block import ROOT, Block, BlockKind, Box, Facts, Page

PROSE = "The ferry to the outer islands will run again from Friday, after a winter in which the pier was rebuilt."


# ---------------------------------------------------------------- Block
def test_a_block_by_its_text_alone() -> None:
    block = Block(3, "Related Posts:")
    assert (block.index, block.text, block.kind, block.box) == (3, "Related Posts:", "paragraph", ROOT)
    assert (block.level, block.rows, block.link_share, block.links, block.bold) == (None, None, 0.0, 0, False)
    assert (block.marks, block.hidden) == (frozenset(), None)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Related Posts:", "related posts"),
        ("» READ MORE …", "read more"),
        ("Straße", "strasse"),
        ("...", ""),
        ("a" * 300, "a" * 200),
    ],
)
def test_the_key_is_there_to_compare_phrases_with(text: str, key: str) -> None:
    assert Block(0, text).key == key


@pytest.mark.parametrize(
    ("kind", "share", "prose"),
    [
        ("paragraph", 0.0, True),
        ("list_item", 0.4, True),
        ("quote", 0.0, True),
        ("paragraph", 0.5, False),
        ("heading", 0.0, False),
        ("code", 0.0, False),
        ("caption", 0.0, False),
        ("other", 0.0, False),
    ],
)
def test_prose_by_kind_and_links(kind: str, share: float, prose: bool) -> None:
    assert Block(0, PROSE, cast(BlockKind, kind), link_share=share).prose is prose


def test_a_block_pickles_and_is_made_anew_with_what_is_worked_out() -> None:
    block = Block(1, PROSE, "list_item", level=2, marks=frozenset(["a"]), rows=(("x",),))
    again = pickle.loads(pickle.dumps(block))
    assert again[:3] + again[4:] == block[:3] + block[4:]
    assert type(again) is Block
    assert block._replace(index=7).text == PROSE
    with pytest.raises(AttributeError):
        block.text = "x"  # type: ignore[misc]


# ---------------------------------------------------------------- Box
def test_a_box_knows_its_way_to_the_root() -> None:
    outer = Box("main", ROOT)
    inner = Box("div", outer, frozenset(["a"]))
    assert list(inner.path()) == [inner, outer, ROOT]
    assert inner != Box("div", outer, frozenset(["a"]))


def test_link_density() -> None:
    assert Box("div", chars=10, linked=4).link_density == 0.4
    assert Box("div").link_density == 0.0


# ---------------------------------------------------------------- Page
BODY = Box("body", blocks=4, chars=4)
ASIDE = Box("aside", BODY, frozenset(["related", "box"]), "complementary", number=1, first=1, blocks=2)
CARD = Box("div", ASIDE, frozenset(["related"]), number=2, first=2, blocks=1)
BLOCKS = tuple(Block(number, "abcd"[number], box=box) for number, box in enumerate((BODY, ASIDE, CARD, BODY)))
PAGE = Page(BLOCKS, boxes=(BODY, ASIDE, CARD))


def test_the_original_is_the_page_as_it_was_first() -> None:
    assert PAGE.original is PAGE.blocks
    assert Page(BLOCKS[:1], BLOCKS).original is BLOCKS


def test_boxes_by_name() -> None:
    assert list(PAGE.named("related")) == [ASIDE, CARD]
    assert list(PAGE.named("<div>")) == [CARD]
    assert list(PAGE.named("[complementary]")) == [ASIDE]
    assert list(PAGE.named("div")) == []


def test_blocks_inside_a_box_are_those_that_are_left() -> None:
    assert [block.text for block in PAGE.inside(ASIDE)] == ["b", "c"]
    assert [block.text for block in PAGE.inside(BODY)] == ["a", "b", "c", "d"]
    left = Page((BLOCKS[0], BLOCKS[2], BLOCKS[3]), BLOCKS, boxes=PAGE.boxes)
    assert [block.text for block in left.inside(ASIDE)] == ["c"]
    assert left.at(1) is None
    assert left.at(2) is BLOCKS[2]
    assert left.at(9) is None


def test_the_root_is_the_outermost_box() -> None:
    assert PAGE.root is BODY
    assert Page(()).root is ROOT


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Example.com:8080/a", "example.com"),
        ("http://news.example.org", "news.example.org"),
        ("example.com/a", ""),
        ("http://[broken", ""),
        (None, ""),
    ],
)
def test_host(url: str | None, host: str) -> None:
    assert Page((), url=url).host == host


def test_a_page_pickles() -> None:
    page = pickle.loads(pickle.dumps(Page(BLOCKS, facts=Facts(title="t"), boxes=PAGE.boxes, url="u")))
    assert (page.facts.title, page.url, [block.text for block in page.blocks]) == ("t", "u", list("abcd"))
    assert page.blocks[2].box is page.boxes[2]
    assert [box.tag for box in page.named("related")] == ["aside", "div"]


def test_a_page_without_some_blocks_keeps_its_original_and_what_was_worked_out() -> None:
    left = PAGE.without({1: "rule", 3: "rule"})
    assert [block.index for block in left.blocks] == [0, 2]
    assert left.original is PAGE.original
    assert left.shared is PAGE.shared
    assert left.removed == {1: "rule", 3: "rule"}
    assert PAGE.removed == {}


def test_without_says_all_that_is_removed_and_not_what_is_removed_more() -> None:
    again = PAGE.without({1: "rule", 3: "rule"}).without({3: "rule"})
    assert [block.index for block in again.blocks] == [0, 1, 2]
    assert again.removed == {3: "rule"}


def test_a_page_afresh_has_all_its_blocks_and_remembers_nothing() -> None:
    page = Page(BLOCKS, facts=Facts(title="t"), url="u", crawled=date(2024, 3, 2), plain=True, boxes=PAGE.boxes)
    page.shared["story"] = "known"
    again = page.without({1: "rule"}).afresh()
    assert again == page
    assert (again.original, again.removed, again.shared) == (page.original, {}, {})
    assert page.shared == {"story": "known"}


def test_blocks_made_by_hand_without_boxes_stand_in_the_root() -> None:
    page = Page((Block(0, PROSE), Block(1, "Menu")))
    assert page.inside(page.root) == page.blocks
