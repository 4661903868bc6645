"""Data tables with pipes, as GitHub has them: one header row, and no merged cells."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from cleaner.article import Span, TextBlock
from cleaner.markdown.inline import inline

_MOST_PLACES = 10
"""Times as many as there are cells; a table with more is taken as it is, whatever its cells claim."""


def table(block: TextBlock, spans: list[Span], notes: Mapping[str, int]) -> list[str]:
    """The table's lines. A merged cell's text stands in the first of its places, and the others are empty."""
    rows = _resolved(block, _cells(block, spans, notes))
    width = max(map(len, rows), default=0)
    head, body = (rows[0], rows[1:]) if block.header_rows else ([], rows)
    return [_line(head + [""] * (width - len(head))), _line(["---"] * width), *map(_line, body)]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(block: TextBlock, spans: list[Span], notes: Mapping[str, int]) -> list[list[str]]:
    rows = block.rows or ()
    sizes = [len(cell) + 1 for row in rows for cell in row]
    starts = iter(accumulate(sizes, initial=0))
    if block.text != "\n".join("\t".join(row) for row in rows):
        spans = []  # nobody knows where they belong
    waiting = sorted(spans, reverse=True)
    return [[_cell(cell, next(starts), waiting, notes) for cell in row] for row in rows]


def _cell(text: str, start: int, waiting: list[Span], notes: Mapping[str, int]) -> str:
    """A cell that begins at this place in the table's text; takes its spans from those that wait, the last first."""
    spans = []
    while waiting and waiting[-1].start < start + len(text):
        span = waiting.pop()
        spans.append(span._replace(start=span.start - start, end=span.end - start))
    return inline(text, spans, notes, "cell")


def _resolved(block: TextBlock, rows: list[list[str]]) -> list[list[str]]:
    """The rows with an empty cell in each further place that a merged one takes."""
    merged = {(one.row, one.cell): one for one in block.merged}
    if sum(one.columns * one.rows for one in block.merged) > _MOST_PLACES * sum(map(len, rows)):
        return rows
    resolved: list[list[str]] = []
    taken: dict[tuple[int, int], bool] = {}
    for at, row in enumerate(rows):
        line: list[str] = []
        for number, cell in enumerate(row):
            _fill(line, at, taken)
            one = merged.get((at, number))
            for below in range(1, one.rows if one else 1):
                for beside in range(one.columns if one else 1):
                    taken[at + below, len(line) + beside] = True
            line += [cell] + [""] * (one.columns - 1 if one else 0)
        _fill(line, at, taken)
        resolved.append(line)
    return resolved


def _fill(line: list[str], at: int, taken: dict[tuple[int, int], bool]) -> None:
    while (at, len(line)) in taken:
        line.append("")
