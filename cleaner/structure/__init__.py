"""The structure of the body's blocks, out of what the parser saw: inline markup, lists, quotes, tables, footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cleaner.block import Block, Page
from cleaner.markup import Grid
from cleaner.structure.cells import header_rows, merged
from cleaner.structure.nesting import Nesting
from cleaner.structure.notes import footnotes
from cleaner.structure.places import Element, placed
from cleaner.structure.spans import Spans


def structures(page: Page, kept: Sequence[Block]) -> list[dict[str, Any]]:
    """For each of the kept blocks, those fields of a TextBlock that say how it is set, where they are not empty."""
    elements = {block.index: placed(block) for block in kept if block.markup}
    notes = footnotes(page, kept, elements)
    nesting = Nesting(page, notes)
    spans = Spans(page, notes)
    found: list[dict[str, Any]] = []
    for block in kept:
        fields: dict[str, Any] = {}
        if within := nesting.of(block):
            fields["within"] = within
        if block.markup:
            fields |= _inside(block, elements[block.index], spans)
        found.append(fields)
    return found


def _inside(block: Block, elements: list[Element], spans: Spans) -> dict[str, Any]:
    if block.kind == "code":
        return {"language": elements[-1].target} if elements else {}
    fields: dict[str, Any] = {"spans": tuple(spans.of(block, elements))}
    if isinstance(block.markup, Grid):
        fields["header_rows"] = header_rows(block.markup)
        fields["merged"] = tuple(merged(block.markup))
    return fields
