"""Footnotes: a sign in the text leads down to a short box of the page, and mostly a sign there leads back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from cleaner.article import Container
from cleaner.block import Block, Box, Page
from cleaner.structure.places import Element

_SIGN = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s*[\])]?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[[^\[\]]{1,12}\]")
_LONGEST_SIGN = 20
_LONGEST = 10
"""Blocks of a footnote."""
_LONGEST_BACK = 6
"""Characters of a sign that leads back."""


def footnotes(page: Page, kept: Sequence[Block], elements: Mapping[int, Sequence[Element]]) -> dict[int, Container]:
    """The footnote that a block is part of, by the index of the block."""
    references = [
        (block.index, (sign.target or "")[1:])
        for block in kept
        if block.index in elements
        for sign in signs(block.text, elements[block.index])
    ]
    if not references:
        return {}
    found: dict[int, Container] = {}
    anchors = {mark.target or "": at for at, marks in elements.items() for mark in marks if mark.kind == "anchor"}
    by_index = {block.index: block for block in kept}
    for index, label in references:
        first, end = _extent(page, label, anchors)
        if not index < first < end <= first + _LONGEST:
            continue
        part = [by_index[number] for number in range(first, end) if number in by_index]
        if part and part[0].kind != "heading":
            for block in part:
                found.setdefault(block.index, Container("note", first, label))
    return found


def signs(text: str, elements: Iterable[Element]) -> Iterator[Element]:
    """Those of a block's elements that are links into the page and look like signs of footnotes: raised, in brackets.

    The elements come by their start, outer before inner.
    """
    elements = list(elements)
    if not any(element.kind == "link" and (element.target or "")[:1] == "#" for element in elements):
        return
    raised = {(element.start, element.end) for element in elements if element.kind == "sup"}
    raised_until = 0
    for element in elements:
        if element.kind == "sup":
            raised_until = max(raised_until, element.end)
        elif element.kind == "link" and (element.target or "")[:1] == "#":
            sign = text[element.start : min(element.end, element.start + _LONGEST_SIGN)]
            is_raised = element.end <= raised_until or (element.start, element.end) in raised
            if _IN_BRACKETS.fullmatch(sign) or (is_raised and _SIGN.fullmatch(sign)):
                yield element


def is_back(element: Element) -> bool:
    """Whether the link, which stands in a footnote, leads back from it."""
    return (element.target or "").startswith("#") and element.end - element.start <= _LONGEST_BACK


def _extent(page: Page, label: str, anchors: Mapping[str, int]) -> tuple[int, int]:
    """The numbers of the first block of the element with this id and of the first after it; (0, 0) without one."""
    number = page.facts.anchors.get(label)
    if number is not None:
        at = bisect_left(page.boxes, number, key=attrgetter("number"))
        box: Box | None = page.boxes[at] if at < len(page.boxes) else None
        if box and box.number == number:
            return box.first, box.first + box.blocks
    index = anchors.get(label)
    return (0, 0) if index is None else (index, index + 1)
