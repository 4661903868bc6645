"""Data tables become one block with rows; layout tables stay the blocks that they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.block import Block, Box
from cleaner.markup import Cell, Grid

_LONGEST_CELL = 400
"""Characters; a longer cell is a column of a layout rather than a value."""
_MEAN_CELL = 80
_MOST_LINKED = 0.6
_MOST_MERGED = 1_000
"""Columns or rows that one cell may take."""


class Range(NamedTuple):
    """A cell while its table is open: the numbers of its first block and of the first after it."""

    first: int
    end: int
    header: bool
    attributes: Mapping[str, str]


@dataclass(slots=True)
class Table:
    """A table while its elements come in."""

    first: int
    """The number of the first block in it."""
    first_box: int
    """The number of the first box made since it began."""
    presentation: bool
    headed: bool = False
    nested: bool = False
    rows: list[list[Range]] = field(default_factory=list)
    open_cell: Range | None = None

    def start_row(self) -> None:
        """Begins a row."""
        self.rows.append([])

    def start_cell(self, at: int, header: bool, in_head: bool, attributes: Mapping[str, str]) -> None:
        """Begins a cell whose first block will be number `at`."""
        if not self.rows:
            self.start_row()
        self.headed = self.headed or header
        self.open_cell = Range(at, at, header or in_head, attributes)

    def end_cell(self, at: int) -> None:
        """Ends the open cell before block number `at`."""
        if self.open_cell is not None:
            self.rows[-1].append(self.open_cell._replace(end=at))
            self.open_cell = None

    def holds_data(self, blocks: list[Block]) -> bool:
        """Whether the cells are values in rows and columns rather than parts of a page's layout."""
        if self.presentation or self.nested:
            return False
        rows = [row for row in self.rows if row]
        width = max(map(len, rows), default=0)
        if len(rows) < 2 or width < 2:
            return False
        cells = [blocks[cell.first : cell.end] for row in rows for cell in row]
        if any(len(cell) > 1 and not _short(cell) for cell in cells) or any(b.hidden for cell in cells for b in cell):
            return False
        filled = [block for cell in cells for block in cell]
        if not filled or any(block.kind in ("code", "quote") or len(block.text) > _LONGEST_CELL for block in filled):
            return False
        if self.headed:
            return True
        chars = sum(len(block.text) for block in filled)
        linked = sum(block.link_share * len(block.text) for block in filled)
        even = sum(len(row) == width for row in rows) / len(rows)
        return even >= 0.6 and linked <= _MOST_LINKED * chars and chars <= _MEAN_CELL * len(filled)


def _short(cell: list[Block]) -> bool:
    return len(cell) <= 6 and sum(len(block.text) for block in cell) <= _LONGEST_CELL // 2


def as_data(table: Table, blocks: list[Block], box: Box) -> list[Block]:
    """The blocks that stand in place of the table's: what is outside its cells (a caption), then the table as one."""
    grid = Grid(tuple([tuple([_cell(cell, blocks) for cell in row]) for row in table.rows if row]))
    rows = [tuple(" ".join(text for text, _ in cell.lines) for cell in row) for row in grid.rows]
    in_cells = {number for row in table.rows for cell in row for number in range(cell.first, cell.end)}
    around = [block for number, block in enumerate(blocks[table.first :], table.first) if number not in in_cells]
    cells = [blocks[number] for number in sorted(in_cells)]
    chars = sum(len(cell.text) for cell in cells)
    merged = Block(
        index=table.first + len(around),
        text="\n".join("\t".join(row) for row in rows),
        kind="table",
        box=box,
        rows=tuple(rows),
        link_share=sum(cell.link_share * len(cell.text) for cell in cells) / chars,
        links=sum(cell.links for cell in cells),
        markup=grid,
    )
    renumbered = [block._replace(index=table.first + offset) for offset, block in enumerate(around)]
    return [*renumbered, merged]


def _cell(cell: Range, blocks: Sequence[Block]) -> Cell:
    lines = [(block.text, block.markup) for block in blocks[cell.first : cell.end]]
    return Cell(
        tuple([(text, None if isinstance(markup, Grid) else markup) for text, markup in lines]),
        cell.header,
        _merged(cell.attributes, "colspan"),
        _merged(cell.attributes, "rowspan"),
    )


def _merged(attributes: Mapping[str, str], name: str) -> int:
    """How many columns or rows the cell takes; 1 where the page says nothing of use."""
    stated = attributes.get(name, "").strip()
    return min(max(1, int(stated)), _MOST_MERGED) if len(stated) < 10 and stated.isdecimal() else 1


def recount(boxes: list[Box], blocks: list[Block]) -> None:
    """Has the boxes inside a table that became one block hold only those of `blocks` outside its cells.

    They counted the blocks of cells, whose numbers now belong to what comes after the table, the last of `blocks`.
    """
    *around, merged = blocks
    for box in boxes:
        box.first, box.blocks = merged.index, 0
    inside = set(map(id, boxes))
    for block in around:
        for box in block.box.path():
            if id(box) in inside:
                box.first = min(box.first, block.index)
                box.blocks += 1
