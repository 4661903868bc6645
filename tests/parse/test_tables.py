"""Tables of data become one block with rows; tables that lay a page out stay what they hold."""

from __future__ import annotations

import time

import pytest

from cleaner.block import Block
from cleaner.markup import Grid
from cleaner.parse import parse

LONG = "A cell with a paragraph of text that goes on and on, as no value in a table of data ever does. " * 5


def table(*rows: str, attributes: str = "", cell: str = "td") -> str:
    cells = ("".join(f"<{cell}>{text}</{cell}>" for text in row.split("|")) for row in rows)
    return f"<table {attributes}>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def blocks(html: str) -> list[Block]:
    return list(parse(html).blocks)


def kinds(html: str) -> list[str]:
    return [block.kind for block in blocks(html)]


def test_a_table_of_data_is_one_block() -> None:
    (block,) = blocks(table("Name|Age", "Ann|41", "Bob|39"))
    assert block.kind == "table"
    assert block.rows == (("Name", "Age"), ("Ann", "41"), ("Bob", "39"))
    assert block.text == "Name\tAge\nAnn\t41\nBob\t39"
    assert block.level is None


def test_sections_and_inline_markup_in_cells() -> None:
    (block,) = blocks(
        "<table><thead><tr><th>a<th>b</thead><tbody><tr><td><b>1</b> x<td><p>2</p><p>3</p></tbody></table>"
    )
    assert block.rows == (("a", "b"), ("1 x", "2 3"))


def test_empty_cells_keep_their_place() -> None:
    assert blocks(table("a||c", "d|e|f"))[0].rows == (("a", "", "c"), ("d", "e", "f"))


def test_a_caption_stays_a_block_before_the_table() -> None:
    page = parse("<p>x</p><table><caption>Ages</caption><tr><th>a<th>b<tr><td>1<td>2</table><p>y</p>")
    assert [(block.index, block.text) for block in page.blocks] == [(0, "x"), (1, "Ages"), (2, "a\tb\n1\t2"), (3, "y")]
    assert page.root.blocks == 4
    assert [box.blocks for box in page.boxes if box.tag == "table"] == [2]


def test_links_in_cells_are_counted() -> None:
    (block,) = blocks("<table><tr><th>ab<th>cd<tr><td><a href=x>efgh</a><td>ijkl</table>")
    assert (block.links, round(block.link_share, 2)) == (1, 0.33)


@pytest.mark.parametrize(
    "html",
    [
        table("one row|alone"),
        table("one", "column", "only"),
        table("a|b", "c|d", attributes="role=presentation"),
        table(f"menu|{LONG}", f"menu|{LONG}"),
        table("<pre>a</pre>|b", "c|d"),
        table("a|b", "c|d|e|f", "g", "h|i|j"),
        table("<a href=x>one</a>|<a href=x>two</a>", "<a href=x>three</a>|<a href=x>four</a>"),
        table("a|<span hidden>b</span>", "c|d"),
        table("a|b", f"c|<p>{LONG[:150]}</p><p>{LONG[:150]}</p>"),
    ],
    ids="row column presentation long code uneven links hidden paragraphs".split(),
)
def test_layout_stays_what_it_holds(html: str) -> None:
    assert "table" not in kinds(html)


def test_a_table_around_a_table_is_layout() -> None:
    inner = table("a|b", "1|2")
    assert kinds(f"<table><tr><td>menu<td>{inner}<tr><td>x<td>y</table>") == [
        *("paragraph", "table", "paragraph", "paragraph"),
    ]


def test_cells_without_a_table() -> None:
    assert [block.text for block in blocks("<tr><td>a<td>b</td></tr></table>c")] == ["a", "b", "c"]


# ---------------------------------------------------------------- what counts the blocks
STORY = "".join(f"<p>Paragraph {number} of the story.</p>" for number in range(8))
CELLS = "<tr><td class=newsletter>{0}a<td class=b>b</tr><tr class=row><td class=newsletter>{0}c<td>d</tr>"
DATA = "<table><thead><tr><th class=h>A<th>B</thead>" + CELLS.format("") + "</table>"
PAGES = {
    "table": f"<p>x</p>{DATA}{STORY}",
    "first in its box": f"<div class=outer><div class=inner>{DATA}</div>{STORY}</div>",
    "two tables": f"{DATA}<div class=between>x</div>{DATA}{STORY}",
    "caption": f"<table><caption class=c>Ages<p class=d>x</caption>{CELLS.format('')}</table>{STORY}",
    "caption after": f"<table><tr><th class=a>a<th>b<tr><td>1<td>2<caption class=c>Ages</caption></table>{STORY}",
    "nested": f"<table class=layout><tr><td class=menu>m<td class=main>{DATA}{STORY}<tr><td>x<td>y</table><p>z",
    "pictures": f"<p>x</p><table>{CELLS.format('<figure><img src=i></figure><time datetime=2023>T</time>')}</table>"
    + STORY,
    "deep": "<div class=x>" * 250 + f"<p>x<div hidden>y</div>{DATA}{STORY}",
    "layout": f"<table><tr><td class=a>{STORY}</table>{STORY}",
}


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_boxes_hold_the_blocks_that_stand_in_them(html: str) -> None:
    page = parse(html)
    assert len(page.boxes) == len(set(page.boxes))
    for box in page.boxes:
        assert list(page.inside(box)) == [block for block in page.blocks if box in block.box.path()]
        assert len(page.inside(box)) == box.blocks > 0
    assert all(block.box in page.boxes for block in page.blocks)
    assert [block.index for block in page.blocks] == list(range(len(page.blocks)))


def test_no_box_of_a_cell_is_left() -> None:
    assert not list(parse(PAGES["table"]).named("newsletter"))


def test_what_stood_in_a_cell_stands_in_the_table() -> None:
    page = parse(PAGES["pictures"] + "<img src=j>")
    assert page.blocks[1].kind == "table"
    assert [picture.index for picture in page.facts.pictures] == [1, 1, len(page.blocks)]
    assert [stated.index for stated in page.facts.times] == [1, 1]


def test_many_tables_of_pictures_take_linear_time() -> None:
    cell = "<td class=a><img src=i>x"
    begun = time.process_time()
    page = parse(f"<div class=a><table><caption class=b>c</caption>{f'<tr>{cell}{cell}' * 2}</table></div>" * 4_000)
    assert len(page.blocks) == 8_000
    assert time.process_time() - begun < 5


def test_a_table_keeps_the_markup_of_its_cells() -> None:
    (block,) = blocks("<table><thead><tr><th colspan=2>a<tbody><tr><td><b>b</b><td rowspan=3>c<p>d<tr><td>e</table>")
    assert isinstance(block.markup, Grid)
    cells = [[(cell.header, cell.columns, cell.rows, len(cell.lines)) for cell in row] for row in block.markup.rows]
    assert cells == [[(True, 2, 1, 1)], [(False, 1, 1, 1), (False, 1, 3, 2)], [(False, 1, 1, 1)]]
    assert block.markup.rows[1][0].lines == (("b", (1, "b", 0, 1, "strong", None)),)
    assert block.text == "a\nb\tc d\ne"
