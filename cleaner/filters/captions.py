"""Captions and credits of images."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import chain

from cleaner.block import Block, Box, Drop, Page, Picture, Role
from cleaner.filters.bylines import is_date
from cleaner.filters.credit import ends_in_credit, is_credit, is_signed, without_credit
from cleaner.filters.galleries import galleries
from cleaner.signs import named_boxes, phrases_of
from cleaner.story import span
from cleaner.wording import plain_words

_NAMES = "caption captions figcaption wp-caption-text credit credits photocredit cutline <figcaption>".split()
_CREDIT_NAMES = frozenset(
    "credit credits photocredit imagecredit copyright attribution photographer source owner".split()
)
_MARKS = frozenset(("caption", "figcaption", "cutline"))
_LONGEST = 700
_NEAR = 1
_ALT = 15
"""Characters; a shorter alternative text may say the same as anything."""
_BESIDE = 300
_NAMED = 60
"""Characters; a credit that names somebody is not longer."""
_TITLE = 3
"""Words of a link that leads to another story."""
_SMALL = 100
"""CSS pixels."""
_DATED = 70
"""Characters of a line with a `time` element in it."""
_ABOVE = 15
"""Blocks."""
_PARTS = frozenset(("body", "html", "article", "main", "li", "header", "footer", "a", "button"))
_NUMBERED = re.compile(
    r"(?:fig(?:ure|ura|uur|\.)?|abb(?:ildung|\.)|рис(?:унок|\.)?|rys(?:unek|\.)|图|圖|図)\s?\d{1,3}\s?[.:：|–-]", re.I
)


def captions(page: Page, *, near: int = _NEAR, longest: int = _LONGEST) -> Iterator[Drop]:
    """Captions and credits of images, by markup, by place and by words.

    By markup: `figcaption`, boxes named so, a `figure`. By place: a short text that shares a small box with an image.
    By words: equal to an image's `alt` within `near` blocks of it; a line repeated with and without its credit; a
    credit alone; in plain text a line that ends in a credit, and galleries that count their pictures.

    Leaves alone: a sentence of the story that says the same as a caption elsewhere; prose around inline images;
    texts over `longest` characters; who is quoted in a figure.
    """
    first: dict[int, Drop] = {}
    for drop in chain(
        _by_markup(page, longest),
        _by_marks(page, longest),
        _by_words(page, near, longest),
        _by_place(page),
        _repeated(page, longest),
        _credits(page, longest),
    ):
        first.setdefault(drop.index, drop)
    timed = {time.index for time in page.facts.times}
    for drop in first.values():
        block = page.at(drop.index)
        is_dated = block and (is_date(block.text) or (drop.index in timed and len(block.text) <= _DATED))
        yield drop._replace(role="date") if is_dated else drop


def _by_markup(page: Page, longest: int) -> Iterator[Drop]:
    quoted = _quoted(page)
    for block in page.blocks:
        if block.kind == "caption" and len(block.text) <= 3 * longest and block.index not in quoted:
            yield Drop(block.index, "in a figcaption", _role(block))
    for box, _ in named_boxes(page, _NAMES):
        if box.chars <= longest:
            for block in page.inside(box):
                if block.kind not in ("heading", "table") and block.index not in quoted:
                    yield Drop(block.index, "in a box named as caption", _role(block))
    for box in page.named("<figure>"):
        if box.chars <= longest:
            for block in page.inside(box):
                if block.kind not in ("table", "code", "quote", "heading") and block.index not in quoted:
                    yield Drop(block.index, "in a figure", _role(block))


def _quoted(page: Page) -> Container[int]:
    """The numbers of the blocks whose figure holds a quote: whoever is quoted there is no caption."""
    quoting = {_figure(block) for block in page.blocks if block.kind == "quote"} - {None}
    return {block.index for block in page.blocks if _figure(block) in quoting} if quoting else ()


def _figure(block: Block) -> int | None:
    """The number of the innermost figure that the block stands in."""
    return next((box.number for box in block.box.path() if box.tag == "figure"), None)


def _by_marks(page: Page, longest: int) -> Iterator[Drop]:
    """What stands in an inline element that is named so, in one block with an image or right behind it."""
    for picture in page.facts.pictures:
        block = page.at(picture.index)
        if block and not block.marks.isdisjoint(_MARKS) and _is_short(block, longest):
            yield Drop(block.index, "marked as a caption beside an image", _role(block))


def _is_short(block: Block, longest: int) -> bool:
    """It has hardly room for a sentence of the story, or it ends in a credit."""
    return len(block.text) <= _BESIDE or (len(block.text) <= longest and ends_in_credit(block.text))


def _by_words(page: Page, near: int, longest: int) -> Iterator[Drop]:
    """What says the same as the image's alternative text, has a number, or ends in a credit beside the image."""
    seen: set[int] = set()
    for picture in _near_story(page):
        stated = picture.alt
        alt = plain_words(stated) if len(stated) > _ALT else []
        for index in range(picture.index - near, picture.index + near) if alt else ():
            block = page.at(index)
            if block is None or len(block.text) > longest or block.kind in ("heading", "table", "code"):
                continue
            if _says(block.text, alt):
                yield Drop(index, "says what the image's alternative text says", "caption")
        if picture.index in seen:
            continue
        seen.add(picture.index)
        for index in (picture.index - 1, picture.index):
            block = page.at(index)
            if block and len(block.text) <= longest and block.kind == "paragraph" and _NUMBERED.match(block.text):
                yield Drop(index, "has a figure's number beside an image", "caption")
        below = page.at(picture.index)
        if below and below.kind == "paragraph" and len(below.text) <= _BESIDE and ends_in_credit(below.text):
            yield Drop(below.index, "ends in a photo credit below an image", "caption")


def _says(text: str, words: list[str]) -> bool:
    """Whether the text says these words and, but for a credit, nothing else."""
    told = text.casefold()  # most texts lack one of the first words, which is found out fast
    return all(map(told.__contains__, words)) and plain_words(without_credit(text)) == words


def _near_story(page: Page) -> list[Picture]:
    """The pictures in the story and a little around it: those elsewhere belong to what other filters take."""
    story = span(page)
    return [p for p in page.facts.pictures if story.first - _ABOVE <= p.index <= story.last + _ABOVE]


def _by_place(page: Page) -> Iterator[Drop]:
    boxes: dict[int, tuple[Box, bool]] = {}
    for picture in _near_story(page):
        box = _around_picture(picture)
        boxes[box.number] = (box, _is_small(picture) and boxes.get(box.number, (box, True))[1])
    for box, is_portrait in boxes.values():
        if 0 < box.chars <= _BESIDE and box.blocks <= 2 and box.linked < 0.5 * box.chars and box.tag not in _PARTS:
            inside = page.inside(box)
            is_card = any(block.link_share == 1.0 and len(block.text.split()) >= _TITLE for block in inside)
            for block in inside:
                if block.kind == "paragraph" and not block.prose and not block.links and block.box.parent:
                    if is_card:
                        yield Drop(block.index, "in a card with an image and a link")
                    elif is_portrait:  # what stands beside it is a name, a label or a button
                        yield Drop(block.index, "alone in a box with a small image")
                    else:
                        yield Drop(block.index, "alone in a box with an image", "caption")


def _is_small(picture: Picture) -> bool:
    """Its stated width or height is that of an icon or a portrait."""
    sides = (picture.attributes.get(side, "").strip() for side in ("width", "height"))
    return any(side.isascii() and side.isdigit() and int(side[:5]) <= _SMALL for side in sides)


def _around_picture(picture: Picture) -> Box:
    """The largest box around the picture in which hardly anything but a caption has room."""
    box = picture.box
    while box.parent and box.parent.chars <= _BESIDE and box.parent.blocks <= 2:
        box = box.parent
    return box


def _repeated(page: Page, longest: int) -> Iterator[Drop]:
    """A line that comes at once again, with or without its credit."""
    previous: Block | None = None
    for block in page.blocks:
        if not block.links and 30 <= len(block.text) <= longest and previous and previous.key[:20] == block.key[:20]:
            mine, other = without_credit(block.text), without_credit(previous.text)
            if plain_words(mine) == plain_words(other) and (block.text != previous.text or mine != block.text):
                yield Drop(previous.index, "stands twice, with and without its credit", "caption")
                yield Drop(block.index, "stands twice, with and without its credit", "caption")
        previous = block


def _credits(page: Page, longest: int) -> Iterator[Drop]:
    """Credits that stand alone; in plain text also lines that end in one, and galleries."""
    for index, phrase in phrases_of(page, "credit").items():
        block = page.at(index)
        if block and ((len(block.text) <= 120 and not block.prose) or (len(block.text) <= 250 and phrase[-1] == ":")):
            yield Drop(index, f"begins like a photo credit, {phrase!r}", "credit")
    if page.plain:
        story = span(page)
        for block in page.blocks:
            tail = len(block.text) - len(without_credit(block.text))
            named = tail <= _NAMED and len(block.text) <= longest and block.text[-1] not in ".!?。"
            if tail and (block.index < story.first or (named and block.index < story.last)):
                yield Drop(block.index, "ends in a photo credit", "caption")
            elif len(block.text) <= longest and is_signed(block.text):
                yield Drop(block.index, "ends in an agency's photo credit", "caption")
        yield from galleries(page.blocks, longest)


def _role(block: Block) -> Role:
    """A credit says nothing but whose picture it is, or stands in a box or a short element that is named so."""
    if len(block.text) > 120:
        return "caption"
    is_name = len(block.text) <= _NAMED and block.text[-1] not in ".!?…。"
    named = block.box.words | block.marks if is_name else block.box.words
    return "caption" if named.isdisjoint(_CREDIT_NAMES) and not is_credit(block.text) else "credit"
