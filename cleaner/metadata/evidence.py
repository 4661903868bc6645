"""Names that stand without a "by", where something else on the page bears them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.block import Block, Page
from cleaner.metadata.names import has_role, lead_in, looks_like_name, names, says_what
from cleaner.metadata.signature import (
    AUTHOR_WORDS,
    BYLINE_WORDS,
    is_full,
    is_phrase,
    is_sentence,
    may_sign,
    signed,
    stands_beside_date,
)
from cleaner.metadata.words import BIOGRAPHY
from cleaner.metadata.zone import Line

_PORTRAIT_WORDS = AUTHOR_WORDS | {"avatar", "gravatar", "profile", "headshot", "portrait"}
_NEAREST = 6
"""Lines below the headline among which a bare name may be its author's."""
_LIST_WORDS = 3 * BYLINE_WORDS
_PORTRAIT = 20
"""Characters that may stand around a name in the alternative text of a portrait, or before it in a byline."""
_LAST, _AFTER = 10, 12
"""Blocks before and behind the end of the story among which its author is described."""
_SAYS_WHAT = 120
"""Characters at the start of a biography, in which it says that somebody writes."""


def borne_out(page: Page, under: Sequence[Line]) -> tuple[str, ...]:
    """A bare name near the headline that its role, a byline, a biography or a portrait on the page bears out."""
    candidates: dict[str, int] = {}
    for position, line in enumerate(under[:_NEAREST]):
        first = line.parts[0] if line.parts and may_sign(line.block) else ""
        name, _, role = first.partition(",")
        longest = BYLINE_WORDS if is_sentence(line.block) else _LIST_WORDS
        found = names(first) if len(first.split()) <= longest else ()
        if not found or not (is_full(found[0]) or (name.istitle() and stands_beside_date(under, position))):
            continue
        if is_full(found[0]) and ("," in found[0] or any(map(says_what, (role, *line.parts[1:3])))):
            return found
        if len(first) <= 2 * _PORTRAIT:
            candidates.setdefault(found[0], line.block.index)
    return next(((name,) for name, index in candidates.items() if _is_borne_out(name, index, page)), ())


def beside_date(page: Page, under: Sequence[Line]) -> tuple[str, ...]:
    """Bare names right below the headline, with a date in their line or next to it."""
    for position, line in enumerate(under[:_NEAREST]):
        if stands_beside_date(under, position):
            found = signed(line._replace(parts=line.parts[:1]))
            if found and all(looks_like_name(name) and not is_phrase(name, page) for name in found):
                return found
    return ()


def described(page: Page, body: Sequence[Block]) -> tuple[str, ...]:
    """The one whose biography stands at the end of the story, or right behind it."""
    end = body[-1].index if body else 0
    blocks = page.original[max(0, end - _LAST) : end + _AFTER]
    for name, block in _biographies(blocks):
        if has_role(block.text[:_SAYS_WHAT]) and looks_like_name(name) and not is_phrase(name, page):
            return names(name)
    return ()


def _biographies(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """The names with which biographies begin, or that stand above those that begin with the first part of the name."""
    for before, block in zip((None, *blocks), blocks, strict=False):
        words = block.text.split(maxsplit=5)
        starts = (" ".join(words[:count]).rstrip(",") for count in (2, 3, 4))
        yield from ((name, block) for name in starts if BIOGRAPHY.match(block.text, len(name)))
        if before and looks_like_name(before.text):
            first = before.text.split()[0]
            if block.text.startswith(first) and BIOGRAPHY.match(block.text, len(first)):
                yield before.text, block


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
