"""Pages made of blocks and boxes by hand, without HTML, and what a filter says of them.

`page(h(1, "A title"), box("aside.related", link("Elsewhere")), *STORY)` is the Page that `parse` would make of such
markup: boxes in the order of their start tags, with the totals of what they hold. A plain string is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from cleaner.block import Block, BlockKind, Box, Drop, Facts, Keep, Page, Picture

STORY = (
    "The ferry to the outer islands will run again from Friday, after a winter in which the pier had to be rebuilt.",
    "Two storms in January had torn away the planks, and the harbour office closed the crossing on the same evening.",
    "“We could have done with a week more,” said the foreman, who had slept in the tool shed since the middle of May.",
    "About four hundred people live on the islands, most of them from fishing, and some from what summer guests bring.",
    "During the closure, a mail boat took the children to school every morning and brought them home before dark.",
    "The first crossing leaves at six o'clock in the morning, and the harbour office expects that every seat is taken.",
)
"""Paragraphs of prose, each of some 110 characters."""

_NAME = re.compile(r"(?P<tag>\w+)(?P<words>(?:\.[\w-]+)*)(?:\[(?P<role>\w+)\])?")


class Line(NamedTuple):
    """A block to be; the fields are those of `Block`."""

    text: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    link_share: float = 0.0
    links: int = 0
    marks: frozenset[str] = frozenset()
    hidden: str | None = None


@dataclass(frozen=True)
class Element:
    """A box to be, with what stands in it."""

    tag: str
    words: frozenset[str]
    role: str
    children: tuple[Child, ...]
    hidden: str | None


@dataclass(frozen=True)
class Image:
    """An `img`, where it stands."""

    attributes: Mapping[str, str]


Child = str | Line | Element | Image


def h(level: int, text: str) -> Line:
    return Line(text, "heading", level)


def link(text: str, share: float = 1.0, links: int = 1, kind: BlockKind = "paragraph") -> Line:
    return Line(text, kind, link_share=share, links=links)


def button(text: str) -> Line:
    return Line(text, "other")


def li(child: str | Line) -> Element:
    line = child if isinstance(child, Line) else Line(child)
    return box("li", line._replace(kind="list_item", level=1))


def img(**attributes: str) -> Image:
    return Image(attributes)


def box(name: str, *children: Child, hidden: str | None = None) -> Element:
    """A box by its tag, words and role: "div", "aside.related.wide", "div[navigation]"."""
    match = _NAME.fullmatch(name)
    assert match, name
    words = frozenset(match["words"].split(".")[1:])
    return Element(match["tag"], words, match["role"] or "", children, hidden)


def page(*children: Child, url: str | None = None, **facts: Any) -> Page:
    made = _Making([], [], [])
    made.fill(box("html", *children), None)
    boxes = tuple(box for box in made.boxes if box.blocks)
    return Page(tuple(made.blocks), facts=Facts(pictures=tuple(made.pictures), **facts), url=url, boxes=boxes)


def plain(*texts: str | Line, url: str | None = None) -> Page:
    """A page that came as text."""
    lines = [text if isinstance(text, Line) else Line(text) for text in texts]
    return Page(tuple(Block(index, line.text, line.kind) for index, line in enumerate(lines)), url=url, plain=True)


def verdicts(filter: Callable[..., Iterable[Drop | Keep]], page: Page, **thresholds: Any) -> list[Drop | Keep]:
    """The first that the filter says of each block, by block: what the ledger goes by."""
    first: dict[int, Drop | Keep] = {}
    for verdict in filter(page, **thresholds):
        first.setdefault(verdict.index, verdict)
    return [first[index] for index in sorted(first)]


class _Making(NamedTuple):
    blocks: list[Block]
    boxes: list[Box]
    pictures: list[Picture]

    def fill(self, element: Element, parent: Box | None) -> Box:
        depth = parent.depth + 1 if parent else 0
        hidden = element.hidden or (parent.hidden if parent else None)
        box = Box(element.tag, parent, element.words, element.role, hidden, depth, len(self.boxes))
        box.first = len(self.blocks)
        self.boxes.append(box)
        for child in element.children:
            self.add(child, box)
        return box

    def add(self, child: Child, box: Box) -> None:
        if isinstance(child, Element):
            inner = self.fill(child, box)
            box.chars += inner.chars
            box.linked += inner.linked
            box.prose += inner.prose
            box.blocks += inner.blocks
        elif isinstance(child, Image):
            self.pictures.append(Picture(child.attributes, (), len(self.blocks), box))
        else:
            self.write(child if isinstance(child, Line) else Line(child), box)

    def write(self, line: Line, box: Box) -> None:
        size = len(line.text)
        block = Block(
            len(self.blocks),
            line.text,
            line.kind,
            box,
            line.level,
            link_share=line.link_share,
            links=line.links,
            marks=line.marks,
            hidden=line.hidden or box.hidden,
        )
        self.blocks.append(block)
        box.chars += size
        box.linked += round(line.link_share * size)
        box.blocks += 1
        box.prose += size if block.prose else 0
