"""Which of a page's pictures stand in its story, and where their files are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from cleaner.block import Block, Box, Page, Picture
from cleaner.metadata.address import absolute

_SMALL = 60
"""CSS pixels: a side shorter than this is an icon's."""
_ABOVE = 15
"""Blocks above the story in which its lead picture may stand."""
_CLIMB = 50
_LEVELS = 6
_SMALL_BOX = 12
"""Blocks; the names of a larger box say nothing about one picture in it."""
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_FILES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-full-src",
    "data-hi-res-src",
    "data-url",
    "src",
)
_CANDIDATE = re.compile(r",(?:\s+|(?<=\d[wx],)|(?<=\d[wx] ,))")
_NUMBER = re.compile(r"\s*(\d{1,5})(?:\.\d*)?\s*(?:px)?\s*")
_OTHER = frozenset(
    "icon icons avatar avatars gravatar logo logos pixel tracking spacer emoji emojis badge sprite author authors "
    "byline bio related teaser teasers share sharing social nav navigation menu footer sidebar comment comments advert "
    "advertisement ads newsletter promo recommended rating signature button".split()
)
_LEAD = frozenset("figure picture hero featured lead main cover banner thumbnail image photo media".split())
_FILE_OF_ANOTHER_KIND = re.compile(
    r"(?:^|[/_.-])(?:icons?|avatars?|gravatar|logos?|pixel|spacer|blank|1x1|transparent|emoji|placeholder)(?=[/_.\d-]|$)",
    re.IGNORECASE,
)


def in_story(page: Page, body: Sequence[Block], captions: Sequence[int]) -> list[tuple[Picture, str]]:
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
        if in_reach and _is_content(picture) and (picture.index > first or _may_lead(picture, captions)):
            src = source(picture, page) if _is_among(picture.box, ours) else None
            if src:
                found.append((picture, src))
    return found


def source(picture: Picture, page: Page) -> str | None:
    """The absolute address of the picture's largest file; None where it has none outside the page itself."""
    for candidate in _files(picture):
        if not candidate.startswith("data:"):
            url = absolute(candidate, page)
            if url and not is_other_file(url):
                return url
    return None


def is_other_file(url: str) -> bool:
    """The file's name says that it is a logo, an avatar, a pixel."""
    return bool(_FILE_OF_ANOTHER_KIND.search(file_path(url)))


def file_path(url: str) -> str:
    """The path of an absolute address."""
    return url.partition("?")[0].partition("://")[2].partition("/")[2]


def size(attributes: Mapping[str, str], name: str) -> int | None:
    """A width or height in CSS pixels, where one is stated."""
    match = _NUMBER.fullmatch(attributes.get(name, ""))
    return (int(match[1]) or None) if match else None


def nearby_boxes(box: Box) -> Iterator[Box]:
    """The box and those around it, up to the first that is too large to belong to one picture."""
    for level, outer in enumerate(box.path()):
        if level == _LEVELS or outer.blocks > _SMALL_BOX or outer.parent is None:
            return
        yield outer


def _files(picture: Picture) -> Iterator[str]:
    attributes = picture.attributes
    for name in _SETS:
        if attributes.get(name):
            yield from _by_size(attributes[name])
    for name in _FILES:
        if attributes.get(name):
            yield attributes[name].strip()
    for one in picture.sources:
        for name in _SETS:
            if one.get(name):
                yield from _by_size(one[name])


def _by_size(srcset: str) -> list[str]:
    """The files of a `srcset`, the largest first."""
    sized: list[tuple[float, str]] = []
    for candidate in _CANDIDATE.split(srcset[:10_000]):
        url, _, descriptor = candidate.strip().partition(" ")
        match = re.fullmatch(r"\s*(\d{1,6}(?:\.\d{1,4})?)[wx]\s*", descriptor)
        if url:
            sized.append((float(match[1]) if match else 0.0, url))
    return [url for _, url in sorted(sized, key=lambda one: -one[0])]


def _is_content(picture: Picture) -> bool:
    """Neither its stated size nor the names around it are an icon's."""
    sides = (size(picture.attributes, "width"), size(picture.attributes, "height"))
    if any(side is not None and side < _SMALL for side in sides):
        return False
    if not _OTHER.isdisjoint(re.findall(r"[a-z]+", picture.attributes.get("class", "").lower())):
        return False
    return all(_OTHER.isdisjoint(box.words) for box in nearby_boxes(picture.box))


def _may_lead(picture: Picture, captions: Sequence[int]) -> bool:
    """Above the story: it has a caption next to it, or a box around it that says so."""
    if any(0 <= caption - picture.index <= 1 for caption in captions):
        return True
    return any(box.tag == "figure" or not _LEAD.isdisjoint(box.words) for box in nearby_boxes(picture.box))


def _is_among(box: Box, ours: Sequence[int]) -> bool:
    """The smallest box around the picture that has any blocks has one of the story's, or one of its captions."""
    for outer in islice(box.path(), _CLIMB):
        if outer.blocks:
            at = bisect_left(ours, outer.first)
            return at < len(ours) and ours[at] < outer.first + outer.blocks
    return True
