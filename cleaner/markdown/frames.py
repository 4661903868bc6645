"""Lists, quotes and footnotes around blocks: what stands before each line, and where lines are empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

from cleaner.article import TextBlock

_BULLET = re.compile(r"(?:[-*+•‣◦–▪o]|(?P<number>\d{1,9})[.)])\s+(?=\S)")
_DEEPEST = 8
"""Frames; Markdown parsers stop at some depth and lose what is in it."""
_MOST = 999_999_999
"""The largest number that an item can have."""
_MARKS = {True: (".", ")"), False: ("-", "*")}
"""A list beside another one has the other mark, which tells them apart: ordered, and not."""


class Frame(NamedTuple):
    """A quote, a footnote, or an item with the list that it is in; equal for the blocks that share it."""

    kind: Literal["quote", "note", "item"]
    first: int
    list: int = 0
    ordered: bool = False
    label: str = ""

    @property
    def list_key(self) -> tuple[int, bool]:
        """What tells its list from others at the same depth."""
        return self.list, self.ordered


def frames(block: TextBlock, around: list[Frame], notes: Mapping[str, int]) -> list[Frame]:
    """What the block stands in, the outermost first; `around` are the frames of the block before it."""
    found: list[Frame] = []
    list, ordered = 0, False
    for container in block.within:
        if container.kind == "list":
            list, ordered = container.first, container.label == "ordered"
        elif container.kind == "item":
            found.append(Frame("item", container.first, list, ordered, container.label))
        elif container.kind == "quote":
            found.append(Frame("quote", container.first))
        elif container.label in notes:
            found.append(Frame("note", container.first, label=str(notes[container.label])))
    return found[:_DEEPEST] if block.within else _by_kind(block, around)


def bullet(block: TextBlock) -> re.Match[str] | None:
    """What a line of plain text begins with, where it is an item: its own sign or number."""
    return _BULLET.match(block.text) if block.kind == "list_item" and not block.within else None


def shared(frames: Iterable[Frame], others: Iterable[Frame]) -> list[Frame]:
    """Those that both stand in."""
    return [frame for frame, _ in takewhile(lambda pair: pair[0] == pair[1], zip(frames, others, strict=False))]


def _by_kind(block: TextBlock, around: list[Frame]) -> list[Frame]:
    """For blocks of plain text, of which nobody knows more than kind and depth."""
    if block.kind == "quote":
        return [Frame("quote", block.index)]
    if block.kind != "list_item":
        return []
    items = list(takewhile(lambda frame: frame.kind == "item", around))[: min(block.level or 1, _DEEPEST) - 1]
    sign = bullet(block)
    number = sign["number"] or "" if sign else ""
    item = Frame("item", block.index, block.index, number != "", number)
    beside = around[len(items)] if len(items) < len(around) else None
    goes_on = beside is not None and beside.kind == "item" and beside.ordered == item.ordered
    return [*items, item._replace(list=beside.list) if beside and goes_on else item]


def _rest(frame: Frame, opener: str) -> str:
    """What stands before the further lines in a frame that this opens."""
    return opener if frame.kind == "quote" else " " * (4 if frame.kind == "note" else len(opener))


class Nesting:
    """Lines as they come, each behind what says in which frames it stands."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.around: list[Frame] = []
        """The frames of what was last added."""
        self._marks: dict[tuple[int, tuple[int, bool]], str] = {}  # by the depth of a list and what tells it

    def text(self) -> str:
        """All the lines so far."""
        return "\n".join(self._lines)

    def add(self, lines: Sequence[str], frames: list[Frame], *, apart: bool) -> None:
        """Adds a block that stands in these frames; `apart`: it does not follow an item without an empty line."""
        if not any(lines):
            return
        old = len(shared(frames, self.around))
        openers = [self._opener(frame, depth, depth == old) for depth, frame in enumerate(frames)]
        rests = list(map(_rest, frames, openers))
        if self._lines and (apart or not self._goes_on(frames, old)):
            self._lines.append("".join(rests[:old]).rstrip())
        before = "".join(rests[:old] + openers[old:])
        for line in lines:
            self._lines.append((before + line).rstrip())
            before = "".join(rests)
        self.around = frames

    def _goes_on(self, frames: list[Frame], old: int) -> bool:
        """Whether the next item of a list begins, or a list right below the text of an item."""
        if len(frames) == old or frames[old].kind != "item":
            return False
        if old < len(self.around):
            beside = self.around[old]
            return beside.kind == "item" and beside.list_key == frames[old].list_key
        return old > 0 and frames[old - 1].kind == "item" and not frames[old].ordered

    def _opener(self, frame: Frame, depth: int, begins: bool) -> str:
        if frame.kind == "quote":
            return "> "
        if frame.kind == "note":
            return f"[^{frame.label}]: "
        if (depth, frame.list_key) not in self._marks:
            self._marks[depth, frame.list_key] = self._mark(frame, depth, begins)
        mark = self._marks[depth, frame.list_key]
        if not frame.ordered:
            return f"{mark} "
        number = int(frame.label) if frame.label.isdecimal() else 1
        return f"{number if number <= _MOST else 1}{mark} "

    def _mark(self, frame: Frame, depth: int, begins: bool) -> str:
        first, other = _MARKS[frame.ordered]
        beside = self.around[depth] if begins and depth < len(self.around) else None
        if beside and beside.kind == "item" and beside.ordered == frame.ordered:
            return other if self._marks[depth, beside.list_key] == first else first
        return first
