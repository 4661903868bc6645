"""Gives text back where what was removed is implausible, by the ledger alone: no second look at the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.block import Block, Page
from cleaner.ledger import Entry, Ledger, restored, runs, with_back
from cleaner.metadata import stated_body
from cleaner.metadata.tidy import line
from cleaner.model import judgement_of
from cleaner.outline import outside
from cleaner.parse import parse
from cleaner.wording import plain_words, size

STATED = "body_from_json_ld"
"""The warning that the body is one which the page states and does not show."""
_TELLING = 50
"""Runs of three words; structured data that state fewer tell little of the body."""
_MOST_OF = 0.5
"""Share of those that structured data state."""
_TINY = 0.1
"""Share of the prose on the page."""
_FULL = 1_200
"""Characters of prose that make a page full of it."""
_PROSE = ("article", "documentation")
"""Types of page whose body is prose; that of a product or a forum may be a line, and the prose around it none of it."""
_TAG = re.compile(r"<[a-zA-Z/!]")
_BREAK = re.compile(r"<(?:p|br|div|li|h[1-6])\b", re.IGNORECASE)


class Rescued(NamedTuple):
    """The ledger after it, and whether the body is what JSON-LD states."""

    ledger: Ledger
    from_json_ld: bool = False


def rescue(page: Page, ledger: Ledger) -> Rescued:
    """Blocks come back that make up the body which structured data state, or the prose of a page left all but empty.

    Where the page shows no such text, because scripts draw it, the stated body stands in for what is left.
    """
    stated = _paragraphs(stated_body(page))
    shingles = {run for text in stated for run in runs(plain_words(text))}
    if len(shingles) >= _TELLING and not _have_most(ledger.kept, shingles):
        back = restored(ledger, stated)
        if _have_most(back.kept, shingles):
            return Rescued(back)
        if not _have_most(page.original, shingles) and _unclaimed(ledger) < _MOST_OF * sum(map(size, stated)):
            return Rescued(_standing_in(page, ledger, stated), from_json_ld=True)
    return Rescued(_with_prose(page, ledger))


def _with_prose(page: Page, ledger: Ledger) -> Ledger:
    """The ledger with the prose back that rules would keep and scores did not, where hardly anything else is left."""
    judgement = judgement_of(page)
    if judgement is None or judgement.page_type not in _PROSE:
        return ledger
    unlikely = [entry for entry in ledger.removed if entry.filter == "boilerplate" and entry.block.prose]
    prose = _size(entry.block for entry in unlikely)
    if prose < _FULL or _size(ledger.kept) >= _TINY * prose:
        return ledger
    left = page.without({e.block.index: e.filter for e in ledger.removed if e.filter != "boilerplate"})
    gone = {index for index, _ in outside(left)}
    return with_back(ledger, {entry.block.index for entry in unlikely} - gone)


def _unclaimed(ledger: Ledger) -> int:
    """The size of the text that no rule has taken for something else: a page that scripts draw has hardly any."""
    return _size(ledger.kept) + _size(entry.block for entry in ledger.removed if entry.filter == "boilerplate")


def _standing_in(page: Page, ledger: Ledger, stated: Sequence[str]) -> Ledger:
    """The stated paragraphs, numbered after the page's blocks; what was left goes, mostly a wish for scripts."""
    left, gone = [], list(ledger.removed)
    for block in ledger.kept:
        if block.index in ledger.protected:
            left.append(block)
        else:
            gone.append(Entry(block, "boilerplate", "beside the body that JSON-LD states"))
    gone.sort(key=lambda entry: entry.block.index)
    left += [Block(number, text, box=page.root) for number, text in enumerate(stated, len(page.original))]
    return replace(ledger, kept=tuple(left), removed=tuple(gone))


def _paragraphs(texts: Iterable[str]) -> list[str]:
    """The texts line by line, without lines that a text before has: pages state one text as several things."""
    found: list[str] = []
    known: set[str] = set()
    for text in texts:
        paragraphs = [paragraph for paragraph in _lines(text) if paragraph and paragraph not in known]
        known.update(paragraphs)
        found += paragraphs
    return found


def _lines(given: str) -> Iterator[str | None]:
    """The lines of a text, without markup, white space and what that markup hides."""
    text = given.encode(errors="replace").decode()  # JSON can hold half a surrogate pair, which UTF-8 cannot
    text = text if _TAG.search(text) else html.unescape(text)
    if _TAG.search(text):
        broken = text if _BREAK.search(text) else text.replace("\n", "<p>")
        yield from (block.text for block in parse(broken).blocks if not block.hidden)
    else:
        yield from (line(part, len(part)) for part in text.splitlines())


def _have_most(blocks: Iterable[Block], shingles: set[tuple[str, ...]]) -> bool:
    """Most of these runs of words stand in the blocks, which are read no further than that takes."""
    found: set[tuple[str, ...]] = set()
    for block in blocks:
        found |= shingles.intersection(runs(plain_words(block.text)))
        if len(found) >= _MOST_OF * len(shingles):
            return True
    return False


def _size(blocks: Iterable[Block]) -> int:
    return sum(size(block.text) for block in blocks)
