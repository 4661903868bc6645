"""Which rows of a table are headers, and which cells are merged."""

from __future__ import annotations

import pytest

from cleaner.article import Merged
from cleaner.block import Block
from cleaner.markup import Grid
from cleaner.parse import parse
from cleaner.structure.cells import header_rows, merged


def grid(rows: str) -> Grid:
    (block,) = parse(f"<table>{rows}</table>").blocks
    return _grid(block)


def _grid(block: Block) -> Grid:
    assert isinstance(block.markup, Grid)
    return block.markup


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ("<tr><th>a<th>b<tr><td>1<td>2", 1),
        ("<tr><td><th>b<tr><th>1<td>2", 1),
        ("<tr><th colspan=2>a<tr><th>b<th>c<tr><td>1<td>2", 2),
        ("<thead><tr><td>a<td>b<tbody><tr><td>1<td>2", 1),
        ("<tr><td>a<td>b<tr><td>1<td>2", 0),
        ("<tr><th>a<td>1<tr><th>b<td>2", 0),
    ],
)
def test_header_rows(rows: str, number: int) -> None:
    assert header_rows(grid(rows)) == number


def test_merged_cells() -> None:
    assert merged(grid("<tr><th>a<th colspan=2>b<tr><td rowspan='2 '>1<td>2<td>3<tr><td>4<td>5")) == (
        *(Merged(0, 1, 2, 1), Merged(1, 0, 1, 2)),
    )


@pytest.mark.parametrize(("stated", "columns"), [("0", 1), ("-2", 1), ("x", 1), ("²", 1), ("", 1), ("99999", 1000)])
def test_what_cells_claim_is_bounded(stated: str, columns: int) -> None:
    assert grid(f"<tr><th colspan='{stated}'>a<th>b<tr><td>1<td>2").rows[0][0].columns == columns
