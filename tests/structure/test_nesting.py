"""The lists, quotes and footnotes around a block."""

from __future__ import annotations

from cleaner.article import Container
from cleaner.block import Block
from cleaner.parse import parse
from cleaner.structure.nesting import Nesting


def nested(html: str) -> list[str]:
    """The containers of each block, as "list0 item0:3"."""
    page = parse(html)
    nesting = Nesting(page, {})
    return [" ".join(map(_written, nesting.of(block))) for block in page.blocks]


def _written(container: Container) -> str:
    return f"{container.kind}{container.first}" + (f":{container.label}" if container.label else "")


def test_items_of_lists() -> None:
    assert nested("<p>x<ul><li>a<li><p>b<p>c</ul>") == ["", "list1 item1", "list1 item2", "list1 item2"]


def test_lists_in_lists_and_quotes() -> None:
    assert nested("<ul><li>a<ul><li>b</ul></ul><blockquote>c<ul><li>d</ul></blockquote>") == [
        *("list0 item0", "list0 item0 list1 item1", "quote2", "quote2 list3 item3"),
    ]


def test_numbers_of_items() -> None:
    assert nested("<ol><li>a<li>b<ol><li>c</ol><li value=7>d<li>e</ol>") == [
        "list0:ordered item0:1",
        "list0:ordered item1:2",
        "list0:ordered item1:2 list2:ordered item2:1",
        "list0:ordered item3:7",
        "list0:ordered item4:8",
    ]
    assert nested("<ol start=0><li>a<li>b</ol>") == ["list0:ordered item0:0", "list0:ordered item1:1"]
    assert nested("<ol start=x><li value='²'>a</ol>") == ["list0:ordered item0:1"]


def test_what_is_said_of_a_term_stands_in_its_item() -> None:
    assert nested("<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>") == ["list0 item0"] * 3 + ["list0 item3"] * 2
    assert nested("<dl><dd>a</dl>") == ["list0 item0"]


def test_items_without_a_list() -> None:
    assert nested("<div><li>a<li>b</div>") == ["list0 item0", "list0 item1"]


def test_a_part_of_the_page_is_in_no_list() -> None:
    assert nested("<ul><li><article>a</article><li><section>b</section></ul>") == ["", "list0 item1"]
    assert nested("<blockquote><table><tr><td>a</table></blockquote>") == [""]


def test_a_table_stands_where_its_element_stands() -> None:
    assert nested("<ul><li>x<table class=a><tr><th>a<th>b<tr><td>1<td>2</table></ul>") == ["list0 item0"] * 2


def test_a_footnote_has_what_is_inside_it_alone() -> None:
    page = parse("<ol><li>a<ul><li>b</ul></ol>")
    note = Container("note", 0, "fn1")
    nesting = Nesting(page, {0: note, 1: note})
    assert [nesting.of(block) for block in page.blocks] == [
        *((note,), (note, Container("list", 1), Container("item", 1))),
    ]


def test_blocks_made_by_hand_stand_nowhere() -> None:
    assert Nesting(parse(""), {}).of(Block(0, "a")) == ()
