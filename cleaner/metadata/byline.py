"""Who signs the story, as a reader sees it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.block import Block, Page
from cleaner.metadata.evidence import beside_date, borne_out, described
from cleaner.metadata.names import is_label, is_own, is_team, lead_in, looks_like_name, names
from cleaner.metadata.owner import owner
from cleaner.metadata.signature import (
    BYLINE_WORDS,
    DAY,
    is_authors_box,
    is_full,
    is_phrase,
    is_sentence,
    signed,
    stands_beside_date,
)
from cleaner.metadata.words import AGENCIES, STRONG_LEAD
from cleaner.metadata.zone import Line, lines
from cleaner.wording import plain_words

_LINE_WORDS = 3 * BYLINE_WORDS
_LONGEST = 80
_NEAREST = 6
_LOGIN_WORDS = 3
_APART = 3
"""Blocks between one author's box and the next."""


class Place(NamedTuple):
    """Where bylines are looked for: the page, its story and headline, the lines around it, and those below the story.

    `below` gives its lines if it comes to them; `marked` are the numbers of the blocks that filters call bylines.
    """

    page: Page
    body: Sequence[Block]
    title: Block | None
    near: Sequence[Line]
    below: Callable[[], Sequence[Line]]
    marked: Collection[int]

    @property
    def under(self) -> list[Line]:
        """The lines below the headline that may be a byline: no headings but small ones, which are used for names."""
        return [
            line
            for line in self.near
            if self.title and line.block.index > self.title.index
            if line.block.kind != "heading" or (line.block.level or 1) > 2
        ]


def authors(place: Place, sites: Collection[str] = ()) -> tuple[str, ...]:
    """The names above the story before those below it, and where it says "by" before where only its box does.

    Where only the site signs, by one of its names in `sites`, somebody else for whom there is more than a place.
    """
    page, body, title, near, below, marked = place
    under = place.under
    signed = _above_story(page, near, marked) or _first(under, lambda line: is_team(line.block.text))
    if signed and not is_own(signed, sites):
        return signed
    return (
        _unlike(title, borne_out(page, under))
        or (described(page, body) if signed else ())
        or signed
        or _explicit(page, below(), marked)
        or _first(below(), lambda line: line.block.index in marked)
        or _unlike(title, beside_date(page, under))
        or described(page, body)
        or _marked(place)
        or _first(below(), lambda line: is_authors_box(line.block) and looks_like_name(line.block.text))
        or _signed_anywhere(page)
        or owner(page, body)
    )


def better(place: Place, declared: Sequence[str]) -> tuple[str, ...]:
    """The names in the byline, where a reader is told more than the page declares, or something else.

    More: all the declared names, and others. Something else: full names behind a "by" below the headline, or a team in
    the author's box; systems declare who has typed the story in.
    """
    page, under = place.page, place.under
    found = _above_story(page, place.near, place.marked)
    named = (names(line.block.text) for line in under[:_NEAREST] if declared[0] in line.block.text)
    for some in (found, *(bare for bare in named if all(map(is_full, bare)))):
        if len(some) > len(declared) and _all_in(declared, some):
            return some
    shown = _explicit(page, under, place.marked) or _first(
        under, lambda line: is_team(line.block.text) and is_authors_box(line.block)
    )
    return shown if all(map(is_full, shown)) and not _share_words(shown, declared) else ()


def begins_as_byline(text: str, *, marked: bool = False) -> bool:
    """It says "by", and a capital letter (or one of a script without) follows within the line.

    In a `marked` block, which a filter calls a byline, the name of a login may follow: "by jane".
    """
    start = lead_in(text)
    words = len(text.split()) if start else 0
    may_be_login = marked and words <= _LOGIN_WORDS
    return start > 0 and (not text[start : start + 1].islower() or may_be_login) and words <= _LINE_WORDS


def _above_story(page: Page, near: Sequence[Line], indices: Container[int]) -> tuple[str, ...]:
    return _explicit(page, near, indices) or _first(
        near, lambda line: line.block.index in indices or is_authors_box(line.block)
    )


def _unlike(title: Block | None, found: tuple[str, ...]) -> tuple[str, ...]:
    """The names, unless they have words of the headline, which crumbs and topics repeat."""
    return () if title and _share_words(found, [title.text]) else found


def _marked(place: Place) -> tuple[str, ...]:
    """The names where filters have found a byline, or in the block behind it, where one may follow "Written by"."""
    places = sorted({*place.marked, *(index + 1 for index in place.marked)})
    blocks = (place.page.original[at] for at in places if at < len(place.page.original))
    found = [line for line in lines(blocks, place.page, place.body) if line.may_sign]
    return _explicit(place.page, found, place.marked) or _first(found, lambda line: line.block.index in place.marked)


def _explicit(page: Page, near: Sequence[Line], indices: Container[int]) -> tuple[str, ...]:
    """The names behind the first "by", in its line or, where that says no more, in the one after or before it."""
    for position, line in enumerate(near):
        if is_label(line.block.text):
            found = _beside_label(near, position)
        elif said := [part for part in map(_undated, line.parts) if lead_in(part)]:
            marked = line.block.index in indices or stands_beside_date(near, position)
            found = _behind_by(page, line.block, said, marked=marked)
        else:
            continue
        if found:
            return found
    return ()


def _undated(part: str) -> str:
    """The part without the day in numbers with which it begins."""
    return DAY.sub("", part, count=1) if part[0].isdigit() else part


def _behind_by(page: Page, block: Block, said: Iterable[str], *, marked: bool) -> tuple[str, ...]:
    """The names behind "by"; a heading or a link may say "By size", and has to have full names unless it is marked."""
    part = next((part for part in said if begins_as_byline(part, marked=marked)), None)
    found = names(part) if part else ()
    if not marked and (block.kind == "heading" or block.link_share == 1.0):
        return found if all(is_full(name) and not is_phrase(name, page) for name in found) else ()
    return found


def _beside_label(near: Sequence[Line], position: int) -> tuple[str, ...]:
    """The names in the short line right after, or else right before, that in which "Written by" stands alone."""
    for at in (position + 1, position - 1):
        line = near[at] if 0 <= at < len(near) else None
        if line and abs(line.block.index - near[position].block.index) == 1 and not is_sentence(line.block):
            found = signed(line) if len(line.block.text.split()) <= BYLINE_WORDS else ()
            if found and (at > position or all(looks_like_name(name) or name in AGENCIES for name in found)):
                return found
    return ()


def _first(near: Sequence[Line], may_sign: Callable[[Line], bool]) -> tuple[str, ...]:
    """The names in the first of these lines that may sign and has any, and in the boxes of the same kind behind it."""
    for position, line in enumerate(near):
        if may_sign(line) and (found := signed(line)):
            others = (signed(other) for other in _alike(line, near[position + 1 :]) if may_sign(other))
            return tuple(dict.fromkeys((*found, *(name for names_of in others for name in names_of))))
    return ()


def _alike(line: Line, others: Sequence[Line]) -> Iterator[Line]:
    """Those that follow the line in boxes of their own with the same names: one for each author."""
    last = line.block
    for other in others:
        box = other.block.box
        if 0 < other.block.index - last.index <= _APART and box is not last.box and box.words == last.box.words:
            last = other.block
            if box.words:
                yield other


def _signed_anywhere(page: Page) -> tuple[str, ...]:
    """The names behind the page's first "written by", wherever it stands; a mere "by" may lead to anything."""
    for block in page.original:
        if len(block.text) > _LONGEST or not STRONG_LEAD.match(block.text):
            continue
        if is_label(block.text):
            behind = lines(page.original[block.index + 1 : block.index + 2], page)
            found = tuple(name for line in behind for name in signed(line) if is_full(name))
        else:
            said = lines((block,), page) if begins_as_byline(block.text) else ()
            found = tuple(name for line in said for name in signed(line))
        if found:
            return found
    return ()


def _all_in(some: Sequence[str], others: Sequence[str]) -> bool:
    """All of these names stand among the others, alone or with more words."""
    said = " ".join(plain_words(" , ".join(others)))
    return all(" ".join(plain_words(name)) in said for name in some)


def _share_words(some: Sequence[str], others: Sequence[str]) -> bool:
    return not set(plain_words(" ".join(some))).isdisjoint(plain_words(" ".join(others)))
