"""The story's images: the lead image that the metadata name, and the pictures in the story, with their captions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from cleaner.article import Image
from cleaner.block import Block, Page, Picture, Role
from cleaner.metadata import json_ld, meta, microdata
from cleaner.metadata.address import absolute
from cleaner.metadata.credits import clean_credit, split_credit
from cleaner.metadata.pictures import file_path, in_story, is_other_file, nearby_boxes, size
from cleaner.metadata.tidy import line
from cleaner.wording import plain_words

_MOST = 200
_BESIDE = 2
"""Blocks between a picture and a caption that shares no box with it."""
_SIZE_IN_NAME = re.compile(r"(?:-\d{2,4}x\d{2,4}|-scaled|[@_-]\dx)$")


class Caption(NamedTuple):
    """What a caption or credit block says, and where it stands."""

    block: Block
    text: str | None
    credit: str | None


def images(page: Page, roles: Mapping[Role, tuple[Block, ...]], body: tuple[Block, ...]) -> tuple[Image, ...]:
    """The images that belong to the story, the lead image of the metadata first, each once.

    What stands below the story belongs to other stories. A caption is paired with the picture in its own small box,
    else with the nearest one before it; one without any picture is an image without `src`.
    """
    captions = [caption for caption in _captions(roles) if body and caption.block.index <= body[-1].index + 1]
    pictures = in_story(page, body, [caption.block.index for caption in captions])
    paired: dict[int, list[Caption]] = {}
    boxes = _pictures_by_box(pictures)
    for caption in captions:
        paired.setdefault(_picture_of(caption.block, pictures, boxes), []).append(caption)
    starts = [block.index for block in body]
    found = [
        (picture.index, _shown(picture, src, paired.get(at, ()), starts)) for at, (picture, src) in enumerate(pictures)
    ]
    found += _unseen(paired.get(-1, ()), starts)
    found.sort(key=lambda one: one[0])
    return tuple(_with_lead(_lead(page), _each_once(image for _, image in found))[:_MOST])


def _captions(roles: Mapping[Role, tuple[Block, ...]]) -> list[Caption]:
    """The blocks that filters call captions or credits, in page order."""
    found = {block.index: Caption(block, None, clean_credit(block.text)) for block in roles.get("credit", ())}
    found |= {block.index: Caption(block, *split_credit(block.text)) for block in roles.get("caption", ())}
    return [found[index] for index in sorted(found)]


def _pictures_by_box(pictures: Sequence[tuple[Picture, str]]) -> dict[int, list[int]]:
    """The places of the pictures in each small box, by the box's identity."""
    boxes: dict[int, list[int]] = {}
    for at, (picture, _) in enumerate(pictures):
        for box in nearby_boxes(picture.box):
            boxes.setdefault(id(box), []).append(at)
    return boxes


def _picture_of(block: Block, pictures: Sequence[tuple[Picture, str]], boxes: Mapping[int, Sequence[int]]) -> int:
    """The place of the picture that the caption belongs to, -1 where there is none."""
    inside = next((boxes[id(box)] for box in nearby_boxes(block.box) if id(box) in boxes), ())
    if inside:
        before = [at for at in inside if pictures[at][0].index <= block.index]
        return before[-1] if before else inside[0]
    at = bisect_right(pictures, block.index, key=_index) - 1
    return at if at >= 0 and block.index - _index(pictures[at]) <= _BESIDE else -1


def _index(shown: tuple[Picture, str]) -> int:
    return shown[0].index


def _shown(picture: Picture, src: str, captions: Iterable[Caption], starts: Sequence[int]) -> Image:
    texts: dict[str, str] = {}
    for caption in captions:
        if caption.text:
            texts.setdefault(" ".join(plain_words(caption.text)), caption.text)
    return Image(
        src=src,
        alt=line(picture.alt),
        caption=" ".join(texts.values()) or None,
        credit=next((caption.credit for caption in captions if caption.credit), None),
        width=size(picture.attributes, "width"),
        height=size(picture.attributes, "height"),
        before=_following(picture.index, starts),
    )


def _unseen(captions: Iterable[Caption], starts: Sequence[int]) -> list[tuple[int, Image]]:
    """An image for each caption without a picture, by its place; a credit right below a caption is that one's."""
    found: list[tuple[int, Image]] = []
    for caption in captions:
        index = caption.block.index
        if caption.text:
            image = Image(caption=caption.text, credit=caption.credit, before=_following(index, starts))
            found.append((index, image))
        elif found and found[-1][0] == index - 1 and not found[-1][1].credit:
            found[-1] = (index - 1, found[-1][1].model_copy(update={"credit": caption.credit}))
    return found


def _following(index: int, starts: Sequence[int]) -> int | None:
    """The place in the body of the first block from page block `index` on."""
    at = bisect_left(starts, index)
    return at if at < len(starts) else None


def _lead(page: Page) -> Image | None:
    """The image by which the page presents itself elsewhere, unless it is the site's logo."""
    for value in chain(meta.image_urls(page), json_ld.image_urls(page), microdata.image_urls(page)):
        src = absolute(value, page)
        if src and not is_other_file(src):
            facts = page.facts
            stated = {side: facts.first_meta(f"og:image:{side}") or "" for side in ("width", "height")}
            is_og = src == absolute(facts.first_meta("og:image"), page)
            return Image(
                src=src,
                alt=line(facts.first_meta("og:image:alt", "twitter:image:alt")),
                width=size(stated, "width") if is_og else None,
                height=size(stated, "height") if is_og else None,
            )
    return None


def _with_lead(lead: Image | None, shown: list[Image]) -> list[Image]:
    """The lead image before the others; what the page says beside it is joined to it."""
    if lead is None:
        return shown
    same = next((image for image in shown if image.src and _file(image.src) == _file(lead.src or "")), None)
    if same is None:
        return [lead, *shown]
    updates = {
        "src": lead.src,
        "alt": same.alt or lead.alt,
        "width": lead.width or same.width,
        "height": lead.height or same.height,
    }
    return [same.model_copy(update=updates), *(image for image in shown if image is not same)]


def _each_once(shown: Iterable[Image]) -> list[Image]:
    """Without the second showing of a file, and of a caption without a picture, whose credit goes to the first."""
    found: dict[str, Image] = {}
    for image in shown:
        key = _file(image.src) if image.src else " ".join(plain_words(image.caption or image.credit or ""))
        first = found.get(key)
        if first is None:
            found[key] = image
        elif (image.caption and not first.caption) or (image.credit and not first.credit):
            updates = {"caption": first.caption or image.caption, "credit": first.credit or image.credit}
            found[key] = first.model_copy(update=updates)
    return list(found.values())


def _file(src: str) -> str:
    """What tells the file from others whatever its size: the last part of its path, if that is long enough."""
    path, dot, suffix = file_path(src).rpartition(".")
    path = _SIZE_IN_NAME.sub("", path if dot and len(suffix) <= 5 else file_path(src))
    name = path.rpartition("/")[2]
    return name if len(name) >= 8 else f"{src.split('/', 3)[2]}/{path}?{src.partition('?')[2]}"
