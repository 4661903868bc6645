"""Who signs the story, as a reader sees it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence

from cleaner.block import Block, Page
from cleaner.metadata.names import has_role, is_label, is_team, lead_in, looks_like_name, names
from cleaner.metadata.words import BIOGRAPHY, STRONG_LEAD
from cleaner.metadata.zone import Line, lines, stands_in

_AUTHOR_WORDS = frozenset("author authors byline bylines writer contributor contributors authorname writtenby".split())
_PORTRAIT_WORDS = _AUTHOR_WORDS | {"avatar", "gravatar", "profile", "headshot", "portrait"}
_BYLINE_WORDS = 12
_LINE_WORDS = 3 * _BYLINE_WORDS
_LONGEST = 80
_NEAREST = 6
"""Lines below the headline among which a bare name may be its author's."""
_PORTRAIT = 20
"""Characters that may stand around a name in the alternative text of a portrait, or before it in a byline."""


def authors(
    page: Page,
    near: Sequence[Line],
    below: Callable[[], Sequence[Line]],
    marked: Sequence[Line],
    indices: Container[int],
    title: Block | None,
) -> tuple[str, ...]:
    """The names above the story before those below it, and where it says "by" before where only its box does.

    `below` gives the lines below the story, if it comes to them; `indices` are the numbers of the blocks that filters
    call bylines, and `marked` these and those behind them.
    """
    under = [line for line in near if title and line.block.index > title.index and _may_be_byline(line.block)]
    return (
        above_story(near, indices)
        or _first(under, lambda line: is_team(line.block.text))
        or _explicit(below(), indices)
        or _first(below(), lambda line: line.block.index in indices)
        or _explicit(marked, indices)
        or _first(marked, lambda line: line.block.index in indices)
        or _known_elsewhere(page, under[:_NEAREST])
        or _beside_date(under)
        or _signed_anywhere(page)
    )


def above_story(near: Sequence[Line], marked: Container[int]) -> tuple[str, ...]:
    """The names in the byline above the story; `marked` are the numbers of the blocks that filters call bylines."""
    return _explicit(near, marked) or _first(
        near, lambda line: line.block.index in marked or _is_authors_box(line.block)
    )


def begins_as_byline(text: str, *, marked: bool = False) -> bool:
    """It says "by", and a capital letter (or one of a script without) follows within the line.

    In a `marked` block, which a filter calls a byline, the name of a login may follow: "by jane".
    """
    start = lead_in(text)
    words = len(text.split()) if start else 0
    return start > 0 and (not text[start : start + 1].islower() or (marked and words <= 3)) and words <= _LINE_WORDS


def _may_be_byline(block: Block) -> bool:
    """It is no heading, or one of the small ones that are used for names."""
    return block.kind != "heading" or (block.level or 1) > 2


def _explicit(near: Sequence[Line], indices: Container[int]) -> tuple[str, ...]:
    """The names behind the first "by", in its line or, where that says no more, in the one after or before it."""
    for position, line in enumerate(near):
        if is_label(line.block.text):
            found = _beside_label(near, position)
        else:
            found = _behind_by(line, marked=line.block.index in indices)
        if found:
            return found
    return ()


def _behind_by(line: Line, *, marked: bool) -> tuple[str, ...]:
    """The names behind "by"; a heading or a link may say "By size", and signs only where a filter says so."""
    if not marked and (line.block.kind == "heading" or line.block.link_share == 1.0):
        return ()
    signed = next((part for part in line.parts if begins_as_byline(part, marked=marked)), None)
    return names(signed) if signed else ()


def _beside_label(near: Sequence[Line], position: int) -> tuple[str, ...]:
    """The names in the short line right after, or else right before, that in which "Written by" stands alone."""
    for at in (position + 1, position - 1):
        if 0 <= at < len(near) and abs(near[at].block.index - near[position].block.index) == 1:
            text = near[at].block.text
            if (
                len(text.split()) <= _BYLINE_WORDS
                and not text.endswith((".", "!", "?"))
                and (found := _signed(near[at].parts))
            ):
                return found
    return ()


def _first(near: Iterable[Line], may_sign: Callable[[Line], bool]) -> tuple[str, ...]:
    """The names in the first of these lines that may sign and has any."""
    return next((found for line in near if may_sign(line) and (found := _signed(line.parts))), ())


def _signed(parts: Collection[str]) -> tuple[str, ...]:
    """The names in the first part that has any; parts that say "by" come first."""
    ordered = sorted(parts, key=lambda part: not lead_in(part))
    return next((found for part in ordered if len(part.split()) <= _BYLINE_WORDS and (found := names(part))), ())


def _is_authors_box(block: Block) -> bool:
    return stands_in(block, _AUTHOR_WORDS) or not block.marks.isdisjoint(_AUTHOR_WORDS)


def _known_elsewhere(page: Page, near: Sequence[Line]) -> tuple[str, ...]:
    """A bare name near the headline that its role, a byline, a biography or a portrait on the page bears out."""
    candidates: dict[str, int] = {}
    for line in near:
        found = names(line.parts[0])[:1] if line.parts and len(line.parts[0]) <= 2 * _PORTRAIT else ()
        if found and looks_like_name(found[0]):
            if any(map(has_role, line.parts[1:3])):
                return found
            candidates.setdefault(found[0], line.block.index)
    return next(((name,) for name, index in candidates.items() if _is_borne_out(name, index, page)), ())


def _is_borne_out(name: str, index: int, page: Page) -> bool:
    for picture in page.facts.pictures:
        if abs(picture.index - index) <= 2 and name in picture.alt and len(picture.alt) <= len(name) + _PORTRAIT:
            classes = set(picture.attributes.get("class", "").lower().replace("-", " ").replace("_", " ").split())
            if not _PORTRAIT_WORDS.isdisjoint(classes | picture.box.words):
                return True
    for block in page.original:
        at = block.text.find(name, 0, _PORTRAIT + len(name))
        if at == 0 and BIOGRAPHY.match(block.text, len(name)):
            return True
        if at > 0 and lead_in(block.text) == at and block.index != index:
            return True
    return False


def _beside_date(under: Sequence[Line]) -> tuple[str, ...]:
    """Bare names right below the headline, with a date in their line or next to it."""
    for position, line in enumerate(under[:_NEAREST]):
        beside = under[max(0, position - 1) : position + 2]
        if any(one.dates and abs(one.block.index - line.block.index) <= 1 for one in beside):
            found = _signed(line.parts[:1])
            if found and all(map(looks_like_name, found)):
                return found
    return ()


def _signed_anywhere(page: Page) -> tuple[str, ...]:
    """The names behind the page's first "written by", wherever it stands; a mere "by" may lead to anything."""
    for block in page.original:
        if len(block.text) <= _LONGEST and STRONG_LEAD.match(block.text) and begins_as_byline(block.text):
            for line in lines((block,), page):
                if found := _signed(line.parts):
                    return found
    return ()
