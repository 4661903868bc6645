"""Which caption belongs to which picture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cleaner.block import Block, Box, Picture, Role
from cleaner.metadata.credits import clean_credit, split_credit, split_marked
from cleaner.metadata.pictures import Shown, nearby_boxes
from cleaner.wording import plain_words

_BESIDE = 2
"""Blocks between a picture and a caption that shares no box with it."""
_ALT = 15
"""Characters; a shorter alternative text may be that of several pictures."""
_CREDIT_NAMES = frozenset("credit credits photocredit copyright attribution photographer source".split())
NONE = -1
"""The place of the picture of a caption that has none."""


class Caption(NamedTuple):
    """What a caption or credit block says, and where it stands."""

    block: Block
    text: str | None
    credit: str | None


def captions_in(roles: Mapping[Role, tuple[Block, ...]]) -> list[Caption]:
    """The blocks that filters call captions or credits, in page order."""
    found = {}
    for block in roles.get("caption", ()):
        split = split_credit if block.marks.isdisjoint(_CREDIT_NAMES) else split_marked
        found[block.index] = Caption(block, *split(block.text))
    for block in roles.get("credit", ()):
        text, credit = split_credit(block.text)
        if credit is None and (credit := clean_credit(block.text)):
            text = None
        found.setdefault(block.index, Caption(block, text, credit))
    return [found[index] for index in sorted(found)]


def paired(
    captions: Iterable[Caption], pictures: Sequence[Shown], others: Callable[[], Iterable[Picture]]
) -> dict[int, list[Caption]]:
    """The captions of each picture, by its place; at `NONE` those without a picture.

    A caption belongs to the picture in the smallest box that it shares with any, the nearest before it, unless one in a
    smaller box has that; else to one that stands right before it or has its words for an alternative text. What shares
    a box with none but those that `others` gives, which are not the story's, is no caption of it.
    """
    by_box, elsewhere = _by_box(shown.picture for shown in pictures), cache(lambda: _by_box(others()))
    groups: dict[int, tuple[Box | None, list[Caption]]] = {}
    for caption in captions:
        home = _home(caption.block, by_box)
        if home or not _home(caption.block, elsewhere()):
            groups.setdefault(id(home), (home, []))[1].append(caption)
    found: dict[int, list[Caption]] = {}
    said: dict[int, set[str]] = {}
    for home, group in sorted(groups.values(), key=lambda group: -(group[0].depth if group[0] else NONE)):
        first = group[0].block.index
        placed = []
        for caption in group:
            free = [at for at in by_box[id(home)] if at not in said or _words(caption) in said[at]] if home else ()
            place = _in_box(caption, free, pictures, first) if home else _beside(caption, pictures, said)
            placed.append((place, caption))
        for place, caption in placed:
            found.setdefault(place, []).append(caption)
        for place in {place for place, _ in placed} - {NONE}:
            if any(one.text for one in found[place]):
                said[place] = {_words(one) for one in found[place]}
    return {place: sorted(its, key=lambda caption: caption.block.index) for place, its in found.items()}


def _in_box(caption: Caption, free: Sequence[int], pictures: Sequence[Shown], first: int) -> int:
    """The nearest of these pictures before the caption; where the `first` caption of the box leads, the one behind."""
    index = caption.block.index
    before = [at for at in free if pictures[at].picture.index <= index]
    behind = [at for at in free if pictures[at].picture.index > index]
    leads = bool(free) and first < pictures[free[0]].picture.index
    if behind and (leads or not before):
        return behind[0]
    return before[-1] if before else NONE


def _beside(caption: Caption, pictures: Sequence[Shown], taken: Mapping[int, set[str]]) -> int:
    """The picture that stands right before the caption, or has its words for an alternative text."""
    index = caption.block.index
    end = bisect_right(pictures, index, key=_index)
    words = _words(caption)
    for at in range(bisect_right(pictures, index - _BESIDE - 1, key=_index), len(pictures)):
        if _index(pictures[at]) > index + _BESIDE:
            break
        if len(words) >= _ALT and words == " ".join(plain_words(pictures[at].picture.alt)):
            return at
    near = end > 0 and index - _index(pictures[end - 1]) <= _BESIDE
    return end - 1 if near and (end - 1 not in taken or words in taken[end - 1]) else NONE


def _words(caption: Caption) -> str:
    return " ".join(plain_words(caption.text or ""))


def _index(shown: Shown) -> int:
    return shown.picture.index


def _by_box(pictures: Iterable[Picture]) -> dict[int, list[int]]:
    """The places of the pictures in each small box, by the box's identity."""
    boxes: dict[int, list[int]] = {}
    for at, picture in enumerate(pictures):
        for box in nearby_boxes(picture.box):
            boxes.setdefault(id(box), []).append(at)
    return boxes


def _home(block: Block, boxes: Mapping[int, Sequence[int]]) -> Box | None:
    """The smallest box around the caption that has any of the pictures."""
    return next((box for box in nearby_boxes(block.box) if id(box) in boxes), None)
