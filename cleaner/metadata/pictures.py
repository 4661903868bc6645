"""Which of a page's pictures stand in its story."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from cleaner.block import Block, Box, Page, Picture
from cleaner.metadata.picture_files import may_be_filled, size, source
from cleaner.panels import opened

_SMALL = 60
"""CSS pixels: a side shorter than this is an icon's."""
_LOW, _WIDE = 120, 3
"""CSS pixels, and times its height: what is as low and as wide is a banner."""
_ABOVE = 15
"""Blocks above the story in which its lead picture may stand."""
_CLIMB = 50
_LABEL = 20
"""Characters, as of "Fullscreen"."""
_LEVELS = 6
_SMALL_BOX = 12
"""Blocks; the names of a larger box say nothing about one picture in it."""
_LETTERS = re.compile(r"[a-z]+")
_OTHER = frozenset(
    "icon icons avatar avatars gravatar logo logos pixel tracking spacer emoji emojis badge sprite author authors "
    "byline bio related teaser teasers share sharing social nav navigation menu footer sidebar comment comments advert "
    "advertisement ads newsletter promo promotion recommended rating signature button cta".split()
)
_OTHER_FILE = frozenset("icon avatar gravatar logo pixel tracking spacer emoji smiley badge sprite signature".split())
_LEAD = frozenset("figure picture hero featured lead main cover banner thumbnail image img photo media".split())


class Shown(NamedTuple):
    """A picture of the story, and its address; None where that cannot be made absolute, or scripts fill it in."""

    picture: Picture
    src: str | None


def in_story(page: Page, body: Sequence[Block], captions: Sequence[int]) -> list[Shown]:
    """The pictures between the first and the last block of the story, and its lead picture, each with its address.

    Not icons, avatars, logos, pixels, nor what stands in a box whose blocks are all removed, as a teaser's.
    """
    if not body:
        return []
    first, last = body[0].index, body[-1].index
    ours = sorted({*(block.index for block in body), *captions})
    found = []
    for picture in page.facts.pictures:
        in_reach = first - _ABOVE <= picture.index <= last + 1
        may_stand = in_reach and (picture.index > first or _may_lead(picture, captions))
        if may_stand and _is_content(picture) and _is_seen(picture, body[0]) and _is_among(picture.box, ours):
            src = source(picture, page)
            if src or may_be_filled(picture):
                found.append(Shown(picture, src))
    return found


def nearby_boxes(box: Box) -> Iterator[Box]:
    """The box and those around it, up to the first that is too large to belong to one picture."""
    for level, outer in enumerate(box.path()):
        if level == _LEVELS or outer.blocks > _SMALL_BOX or outer.parent is None:
            return
        yield outer


def _is_content(picture: Picture) -> bool:
    """Neither its stated size nor the names around it are those of an icon or a banner."""
    width, height = size(picture.attributes, "width"), size(picture.attributes, "height")
    if (width or _SMALL) < _SMALL or (height or _SMALL) < _SMALL:
        return False
    if width and height and height <= _LOW and width >= _WIDE * height:
        return False
    if not _OTHER_FILE.isdisjoint(_LETTERS.findall(picture.attributes.get("class", "").lower())):
        return False
    return all(_OTHER.isdisjoint(box.words) for box in nearby_boxes(picture.box))


def _is_seen(picture: Picture, opening: Block) -> bool:
    """A reader sees it, where not before scripts have run, or it is hidden as the story is."""
    hidden = picture.box.hidden
    return (
        not hidden
        or hidden == "in noscript"
        or hidden.startswith("opacity")
        or opened(hidden) == opened(opening.hidden)
    )


def _may_lead(picture: Picture, captions: Sequence[int]) -> bool:
    """Above the story: it has a caption next to it, or a box around it that says so."""
    if any(0 <= caption - picture.index <= 1 for caption in captions):
        return True
    return any(box.tag == "figure" or not _LEAD.isdisjoint(box.words) for box in nearby_boxes(picture.box))


def _is_among(box: Box, ours: Sequence[int]) -> bool:
    """The smallest box around the picture with more than a label has one of the story's blocks or of its captions."""
    for outer in islice(box.path(), _CLIMB):
        if outer.chars > _LABEL:
            at = bisect_left(ours, outer.first)
            return at < len(ours) and ours[at] < outer.first + outer.blocks
    return True
