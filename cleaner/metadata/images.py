"""The story's images: the lead image that the metadata name, and the pictures in the story, with their captions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from cleaner.article import Image
from cleaner.block import Block, Page, Picture, Role
from cleaner.metadata import stated_images
from cleaner.metadata.credits import is_names
from cleaner.metadata.pairing import NONE, Caption, captions_in, paired
from cleaner.metadata.picture_files import file_key, loose_key, size
from cleaner.metadata.pictures import Shown, in_story
from cleaner.metadata.tidy import line
from cleaner.wording import plain_words
from cleaner.wording import size as weight

_MOST = 200
_NOTHING = (None, None)
_FIRST = (0, 1)
"""Where the picture stands that leads a story: before it, or behind its standfirst."""
_ALT = 15
"""Characters; a shorter alternative text may be that of several pictures."""
_LABEL, _SIGN = 6, 2
"""Characters; a single word so short is a button beside a caption, as "Pin", or none even without another, as "+1"."""
_ALONE = 20
"""Characters of a spaced script; a shorter caption without a picture is a label."""


def images(page: Page, roles: Mapping[Role, tuple[Block, ...]], body: tuple[Block, ...]) -> tuple[Image, ...]:
    """The images that belong to the story, the lead image of the metadata first, each once.

    What stands below the story belongs to other stories. A caption without a picture is an image without `src`, and so
    is a picture with a caption whose address the page does not tell.
    """
    captions = [caption for caption in captions_in(roles) if body and caption.block.index <= body[-1].index + 1]
    pictures = in_story(page, body, [caption.block.index for caption in captions])
    pairs = paired(captions, pictures, partial(_others, page, pictures))
    starts = [block.index for block in body]
    found = [(one.picture.index, _shown(one, pairs.get(at, ()), starts)) for at, one in enumerate(pictures)]
    found = [(index, image) for index, image in found if image.src or image.caption or image.credit]
    found += _unseen((one for one in pairs.get(NONE, ()) if page.plain or _is_told(one)), starts)
    found.sort(key=lambda one: one[0])
    together = _each_once([image for _, image in found])
    said = stated_images.said_of(page)
    if said:
        together = {key: _completed(image, *said.get(key, _NOTHING)) for key, image in together.items()}
    lead = stated_images.lead(page)
    if lead is not None and lead.src is not None:
        key = file_key(lead.src)
        together = _with_lead(_completed(lead, *said.get(key, _NOTHING)), key, together)
    return tuple(together.values())[:_MOST]


def _others(page: Page, pictures: Sequence[Shown]) -> list[Picture]:
    """The page's pictures that are not the story's."""
    ours = {id(shown.picture) for shown in pictures}
    return [picture for picture in page.facts.pictures if id(picture) not in ours]


def _is_told(caption: Caption) -> bool:
    """It says enough to be a caption without a picture."""
    return caption.text is None or weight(caption.text) >= _ALONE


def _shown(shown: Shown, captions: Iterable[Caption], starts: Sequence[int]) -> Image:
    texts: dict[str, str] = {}
    for caption in captions:
        if caption.text:
            texts.setdefault(" ".join(plain_words(caption.text)), caption.text)
    least = _LABEL if len(texts) > 1 else _SIGN
    said = [text for words, text in texts.items() if " " in words or weight(text) > least]
    credit = next((caption.credit for caption in captions if caption.credit), None)
    if credit is None and len(said) > 1 and is_names(said[-1]):
        credit = said.pop()
    return Image(
        src=shown.src,
        alt=line(shown.picture.alt),
        caption=" ".join(said) or None,
        credit=credit,
        width=size(shown.picture.attributes, "width"),
        height=size(shown.picture.attributes, "height"),
        before=_following(shown.picture.index, starts),
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


def _each_once(shown: Sequence[Image]) -> dict[str, Image]:
    """By the key of its file or by its words: without the second showing of one, whose credit goes to the first."""
    keys = [file_key(image.src) if image.src else "" for image in shown]
    captioned = {_words(image): key for image, key in zip(shown, keys, strict=True) if key and image.caption}
    found: dict[str, Image] = {}
    for image, file in zip(shown, keys, strict=True):
        key = file or captioned.get(_words(image), _words(image) or image.credit or "")
        first = found.get(key)
        if first is None:
            found[key] = image
        elif not first.src and image.src:
            found[key] = _completed(image, first.caption, first.credit)
        else:
            found[key] = _completed(first, image.caption, image.credit)
    return found


def _completed(image: Image, caption: str | None, credit: str | None) -> Image:
    """The image with a caption and a credit where it has none."""
    updates = {"caption": image.caption or caption, "credit": image.credit or credit}
    return image.model_copy(update=updates) if (image.caption, image.credit) != tuple(updates.values()) else image


def _words(image: Image) -> str:
    return " ".join(plain_words(image.caption or ""))


def _with_lead(lead: Image, key: str, shown: Mapping[str, Image]) -> dict[str, Image]:
    """The lead image before the others; what the page says beside it is joined to it."""
    same = key if key in shown else _same_as(lead, shown)
    if same is None:
        return {key: lead, **shown}
    image = shown[same]
    updates = {
        "src": lead.src,
        "alt": image.alt or lead.alt,
        "width": lead.width or image.width,
        "height": lead.height or image.height,
    }
    return {same: _completed(image.model_copy(update=updates), lead.caption, lead.credit), **_without(shown, same)}


def _without(shown: Mapping[str, Image], key: str) -> dict[str, Image]:
    return {other: image for other, image in shown.items() if other != key}


def _same_as(lead: Image, shown: Mapping[str, Image]) -> str | None:
    """The key of the picture that shows the lead image: its file but for a width, its words, or the story's first."""
    loose = loose_key(lead.src or "")
    for key, image in shown.items():
        if image.src and loose_key(image.src) == loose:
            return key
        if lead.alt and len(lead.alt) >= _ALT and image.alt == lead.alt:
            return key
        if lead.caption and _words(image) == _words(lead):
            return key
    first = next(iter(shown.items()), None)
    return first[0] if first and first[1].src is None and first[1].before in _FIRST else None
