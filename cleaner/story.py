"""Where the story stands on a page, as far as shape alone can tell: what several filters ask before they judge."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple, TypeVar

from cleaner.block import Block, Box, Page

_MAIN = 0.65
"""Share of the prose that the story's box must hold; over a half, such boxes lie one in the other."""
PARTS = frozenset("p li ul ol dl dt dd blockquote pre table tbody tr td th span font h1 h2 h3 h4 h5 h6".split())
_COLON = (":", "：")

_T = TypeVar("_T")


_TITLED = 0.4
"""The same for a box that holds the headline too."""


class Span(NamedTuple):
    """The numbers of the first and the last block of prose in the story's box."""

    first: int
    last: int


def _once(page: Page, name: str, answer: Callable[[Page], _T]) -> _T:
    """The answer, worked out only once as long as no filter takes another block."""
    known = page.shared.get(name)
    if known is None or known[0] is not page.blocks:
        known = page.shared[name] = (page.blocks, answer(page))
    value: _T = known[1]
    return value


def home(block: Block) -> Box:
    """The box in which the block is one of a sequence: paragraphs, lists and headings of one text share it."""
    box = block.box
    while box.tag in PARTS and box.parent:
        box = box.parent
    return box


def main_box(page: Page) -> Box:
    """The smallest box that holds most of the prose that is left."""
    return _once(page, "main box", _main_box)


def _main_box(page: Page) -> Box:
    prose = [block for block in page.blocks if block.prose]
    if not prose:
        return page.root
    told = list(accumulate((len(block.text) for block in prose), initial=0))
    numbers = [block.index for block in prose]

    def holds(box: Box, share: float) -> bool:
        start, end = bisect_left(numbers, box.first), bisect_left(numbers, box.first + box.blocks)
        return told[end] - told[start] >= share * told[-1]

    middle = prose[bisect_right(told, told[-1] / 2) - 1]  # whatever box holds over a half holds it
    main = next((box for box in middle.box.path() if holds(box, _MAIN)), page.root)
    title = next((block for block in page.original if block.level == 1 and block.kind == "heading"), None)
    titled = next((box for box in title.box.path() if holds(box, _TITLED)), None) if title else None
    # Around the headline a smaller share will do, where that box lies inside the main box.
    return titled if titled and titled.depth > main.depth and main in titled.path() else main


def span(page: Page) -> Span:
    """Where the story begins and ends: the prose that is left in the main box. Empty (0, -1) without any prose."""
    return _once(page, "span", _span)


def _span(page: Page) -> Span:
    blocks: Iterable[Block] = page.blocks if page.plain else page.inside(main_box(page))
    prose = [block.index for block in blocks if block.prose]
    return Span(prose[0], prose[-1]) if prose else Span(0, -1)


def homes(page: Page) -> frozenset[int]:
    """The numbers of the boxes that are home to prose of the story."""
    return _once(page, "homes", _homes)


def _homes(page: Page) -> frozenset[int]:
    return frozenset(home(block).number for block in page.inside(main_box(page)) if block.prose)


def introduced(page: Page) -> frozenset[int]:
    """The blocks of lists that the story announces: each a list in its sequence right after a line with a colon."""
    return _once(page, "introduced", _introduced)


def _introduced(page: Page) -> frozenset[int]:
    found: set[int] = set()
    told = homes(page)
    announced = False
    opened: Box | None = None
    for block in page.blocks:
        in_list = block.kind == "list_item" or (block.links > 0 and announced)
        if in_list and announced and home(block).number in told and _list_of(block) is (opened or _list_of(block)):
            found.add(block.index)
            opened = _list_of(block) if block.kind == "list_item" else opened
        else:
            announced = block.text.endswith(_COLON) and block.link_share < 0.5 and home(block).number in told
            opened = None
    return frozenset(found)


def _list_of(block: Block) -> Box:
    """The outermost list around the block below its home; its box where there is none."""
    found = box = block.box
    end = home(block)
    while box is not end and box.parent:
        if box.tag in ("ul", "ol", "dl"):
            found = box
        box = box.parent
    return found


def over_prose(page: Page, block: Block) -> bool:
    """Whether the block is a heading right above prose of the same sequence: a subhead of the story, not a label."""
    if block.kind != "heading" or block.links:
        return False
    after = page.original[block.index + 1 : block.index + 2]
    return bool(after) and after[0].prose and home(after[0]) is home(block)


def section_box(page: Page, heading: Block) -> Box:
    """The smallest box around the heading that holds more than the heading: the list or section that it opens."""
    for box in heading.box.path():
        if box.blocks >= 2 and box.chars > 2 * len(heading.text):
            return box
    return page.root
