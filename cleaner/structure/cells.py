"""What a data table says of its cells beside their text: which rows are headers, which cells are merged."""

from __future__ import annotations

from itertools import takewhile

from cleaner.article import Merged
from cleaner.markup import Cell, Grid


def header_rows(grid: Grid) -> int:
    """How many of the first rows are headers; an empty corner may be any cell."""
    return len(list(takewhile(_is_header, grid.rows)))


def _is_header(row: tuple[Cell, ...]) -> bool:
    return any(cell.header for cell in row) and all(cell.header or not cell.lines for cell in row)


def merged(grid: Grid) -> tuple[Merged, ...]:
    """The cells that take more than one column or row."""
    return tuple(
        Merged(at, number, cell.columns, cell.rows)
        for at, row in enumerate(grid.rows)
        for number, cell in enumerate(row)
        if cell.columns > 1 or cell.rows > 1
    )
