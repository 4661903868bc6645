"""Tables with pipes."""

from __future__ import annotations

from typing import Any

from cleaner import TextBlock
from cleaner.article import Merged, Span
from cleaner.markdown.pipes import table


def lines(*rows: tuple[str, ...], **fields: Any) -> list[str]:
    text = fields.pop("text", "\n".join("\t".join(row) for row in rows))
    block = TextBlock(index=0, kind="table", text=text, rows=rows, **fields)
    return table(block, list(block.spans), {})


def test_a_header_row_and_cells() -> None:
    assert lines(("Tree", "Age"), ("Oak", "400"), header_rows=1) == [
        *("| Tree | Age |", "| --- | --- |", "| Oak | 400 |"),
    ]


def test_without_a_header_it_is_empty() -> None:
    assert lines(("Oak", "400"), ("Larch", "90")) == ["|  |  |", "| --- | --- |", "| Oak | 400 |", "| Larch | 90 |"]


def test_pipes_are_escaped_and_spans_find_their_cells() -> None:
    spans = (Span(0, 3, "strong"), Span(4, 7, "code"), Span(8, 11, "link", "https://a.example/|"))
    assert lines(("a|b", "c|d"), ("e f", ""), spans=spans)[2:] == [
        *(r"| **a\|b** | `c\|d` |", r"| [e f](https://a.example/%7C) |  |"),
    ]


def test_spans_that_nobody_can_place_are_left_out() -> None:
    assert lines(("a", "b"), spans=(Span(0, 1, "strong"),), text="a, b")[2:] == ["| a | b |"]


def test_merged_cells_leave_their_other_places_empty() -> None:
    merged = (Merged(0, 0, 2, 1), Merged(1, 0, 1, 2))
    assert lines(("Who", "Age"), ("Ann", "Lee", "41"), ("Roe", "39"), merged=merged, header_rows=1) == [
        *("| Who |  | Age |", "| --- | --- | --- |", "| Ann | Lee | 41 |", "|  | Roe | 39 |"),
    ]


def test_a_block_of_merged_cells() -> None:
    merged = (Merged(0, 1, 2, 2),)
    assert lines(("a", "b", "c"), ("d", "e"), ("f", "g", "h", "i"), merged=merged)[2:] == [
        *("| a | b |  | c |", "| d |  |  | e |", "| f | g | h | i |"),
    ]


def test_what_claims_far_more_places_than_there_are_cells_is_taken_as_it_is() -> None:
    assert lines(("a", "b"), ("c", "d"), merged=(Merged(0, 0, 1000, 1000),))[2:] == ["| a | b |", "| c | d |"]
