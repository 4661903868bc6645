"""Where in a block's text its inline elements begin and end: the parser counted in parts of the line, unfolded."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.block import Block
from cleaner.markup import Grid, Inline, marks_of, parts_of


class Element(NamedTuple):
    """An inline element as the parser named it, by the characters of the text that stand in it."""

    start: int
    end: int
    kind: str
    target: str | None


def placed(block: Block) -> list[Element]:
    """The block's inline elements, by start, outer before inner; of code only what names its language."""
    if block.markup is None:
        return []
    if isinstance(block.markup, Grid):
        found = _in_cells(block.markup)
    elif block.kind == "code":
        return [Element(0, 0, kind, target) for _, _, kind, target in marks_of(block.markup) if kind == "language"]
    else:
        found = _in_line(block.text, block.markup)
    if len(found) < 2:
        return found
    found.reverse()  # the parser gives the inner before the outer
    return sorted(found, key=lambda element: (element.start, -element.end))


def _in_cells(grid: Grid) -> list[Element]:
    """The elements of all cells. The text of a table is that of its cells, with one character after each."""
    found: list[Element] = []
    at = 0
    for row in grid.rows:
        for cell in row:
            for text, markup in cell.lines:
                if markup:
                    found += [
                        element._replace(start=at + element.start, end=at + element.end)
                        for element in _in_line(text, markup)
                    ]
                at += len(text) + 1
            at += not cell.lines
    return found


def _in_line(text: str, line: Inline) -> list[Element]:
    """The elements of a line; none where the line's parts cannot be found again in its text."""
    parts = parts_of(line)
    places, place = [0], 0
    for part in parts:
        if text.startswith(part, place):
            place += len(part)
        elif not part.isspace():
            place = _after(part, text, place)
        places.append(place)
    if place != len(text):
        return []
    found = []
    for first, last, kind, target in marks_of(line):
        start, end = places[first], places[last]
        if kind == "break":
            start -= text.startswith(" ", start - 1)
            end = start + 1
        else:
            start += text.startswith(" ", start)
            end -= text.startswith(" ", end - 1)
        if 0 < start < len(text) if kind == "break" else start < end or first == last:
            found.append(Element(start, max(start, end), kind, target))
    return found


def _after(part: str, text: str, place: int) -> int:
    """The place after the part, which is what comes next in the text, `place` being that after what came before.

    The text has single spaces for white space, and between two values a space that the parts lack.
    """
    folded = " ".join(part.split())
    start = place + text.startswith(" ", place)
    return start + len(folded) if text.startswith(folded, start) else _aligned(folded, text, place)


def _aligned(part: str, text: str, place: int) -> int:
    """The same where the part has characters that no reader sees, and the text does not have."""
    for char in part:
        next = place + text.startswith(" ", place)
        if char != " " and next < len(text) and (char == text[next] or _as_read(char) == text[next]):
            place = next + 1
    return place


def _as_read(char: str) -> str:
    """A control character of windows-1252 as the quote or dash that it is."""
    return bytes([ord(char)]).decode("cp1252", "ignore") if "\x80" <= char <= "\x9f" else char
