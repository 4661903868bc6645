"""What the parser saw of the markup in a block, as raw as it came: `structure` works it out for blocks of the body."""

from __future__ import annotations

from typing import NamedTuple, cast

Inline = tuple[int | str | None, ...]
"""The parts of a line as the parser gave them, white space and all, and the inline elements around them.

One flat tuple, since a page has hundreds: how many parts, the parts, and for each element four items, as in `Mark`.
"""


Mark = tuple[int, int, str, str | None]
"""An inline element: from which part of the line, before which part, what it is, and where it leads."""


def parts_of(line: Inline) -> tuple[str, ...]:
    """The parts of the line."""
    return cast(tuple[str, ...], line[1 : _ended(line)])


def marks_of(line: Inline) -> list[Mark]:
    """The inline elements of the line, as they end."""
    return cast(list[Mark], [line[start : start + 4] for start in range(_ended(line), len(line), 4)])


def _ended(line: Inline) -> int:
    return cast(int, line[0]) + 1


class Cell(NamedTuple):
    """A cell of a data table: its blocks' texts, each with its markup, and how many columns and rows it takes."""

    lines: tuple[tuple[str, Inline | None], ...]
    header: bool
    columns: int
    rows: int


class Grid(NamedTuple):
    """The cells of a data table as the markup has them, row by row."""

    rows: tuple[tuple[Cell, ...], ...]
