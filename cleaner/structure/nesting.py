"""In which lists, quotes and footnotes a block stands, by the boxes around it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from cleaner.article import Container
from cleaner.block import Block, Box, Page
from cleaner.parse.elements import KIND, TRANSPARENT

_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_TELLING = _LISTS | KIND.keys()
_DEEPEST = 20
"""Containers around a block; a page with more of them nests for the sake of it, and each block would name them all."""
_NEAR = 4
"""Boxes from an item up to its list."""


class _Inside(NamedTuple):
    """What the boxes around say of the blocks inside."""

    containers: tuple[Container, ...] = ()
    kind: str = "paragraph"
    list: Box | None = None


_TOP = _Inside()


class Nesting:
    """Answers for the blocks of one page; what the boxes say is worked out once for each box."""

    def __init__(self, page: Page, notes: Mapping[int, Container]) -> None:
        self._page = page
        self._notes = notes
        self._known: dict[Box, _Inside] = {}
        self._items: dict[Box, Container] | None = None

    def of(self, block: Block) -> tuple[Container, ...]:
        """The containers around the block, the outermost first; of a footnote, those inside it."""
        box: Box | None = block.box
        if block.kind == "table" and block.box.tag == "table":
            box = block.box.parent
        containers = (self._known.get(box) or self._inside(box)).containers if box else ()
        note = self._notes.get(block.index)
        return (note, *(one for one in containers if one.first > note.first)) if note else containers

    def _inside(self, innermost: Box) -> _Inside:
        unknown = []
        box: Box | None = innermost
        while box is not None and box not in self._known:
            unknown.append(box)
            box = box.parent
        inside = self._known[box] if box else _TOP
        for box in reversed(unknown):
            if box.tag in _TELLING:
                inside = self._within(box, inside)
            self._known[box] = inside
        return inside

    def _within(self, box: Box, outer: _Inside) -> _Inside:
        """What is inside a box that stands in the outer ones. Parts of a page are in no list, whatever is around."""
        if box.tag in _LISTS:
            return outer._replace(list=box)
        kind = KIND[box.tag]
        if kind in ("list_item", "quote") and len(outer.containers) >= _DEEPEST:
            return outer
        if TRANSPARENT.get(box.tag) == outer.kind:
            return outer
        if kind == "paragraph":
            return _TOP
        if kind == "list_item":
            return _Inside(self._items_with(box, outer), kind)
        if kind == "quote":
            return _Inside((*outer.containers, Container("quote", box.first)), kind)
        return outer._replace(kind=kind)

    def _items_with(self, box: Box, outer: _Inside) -> tuple[Container, ...]:
        """The containers inside an item. One right in another is beside it: the page has left out an end tag."""
        if outer.list is None and outer.containers and outer.containers[-1].kind == "item":
            return (*outer.containers[:-1], self._counted(box))
        return (*outer.containers, *self._item(box, outer.list or box.parent or box))

    def _item(self, box: Box, list: Box) -> tuple[Container, Container]:
        """The list and the item in it; what is said of a term stands in the term's item."""
        if list.tag == "ol":
            return Container("list", list.first, "ordered"), self._counted(box)
        item = self._counted(box) if box.tag == "dd" else Container("item", box.first)
        return Container("list", list.first), item

    def _counted(self, box: Box) -> Container:
        if self._items is None:
            self._items = _items(self._page)
        return self._items.get(box) or Container("item", box.first)


def _items(page: Page) -> dict[Box, Container]:
    """The items of ordered lists with their numbers, and those of descriptions with the item of their term."""
    found: dict[Box, Container] = {}
    last: dict[Box, int] = {}
    for box in page.boxes:
        if box.tag not in ("li", "dt", "dd"):
            continue
        around = next((outer for outer in islice(box.path(), 1, _NEAR) if outer.tag in _LISTS), None)
        if around is None:
            continue
        if box.tag == "dt":
            last[around] = box.first
        elif box.tag == "dd":
            found[box] = Container("item", last.get(around, box.first))
        elif around.tag == "ol":
            before = last[around] if around in last else _number(page, around, 1) - 1
            last[around] = _number(page, box, before + 1)
            found[box] = Container("item", box.first, str(last[around]))
    return found


def _number(page: Page, box: Box, otherwise: int) -> int:
    stated = page.facts.counts.get(box.number, "").strip()
    return int(stated) if len(stated) < 10 and stated.removeprefix("-").isdecimal() else otherwise
