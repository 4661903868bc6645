"""The headline of text without markup: of the lines above the story, the one for which most speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from cleaner.block import Block, Page
from cleaner.filters.bylines import is_date
from cleaner.filters.credit import ends_in_credit, is_signed
from cleaner.languages import TOPICS
from cleaner.signs import phrase_of
from cleaner.wording import size, terms

_ABOVE = 40
"""Lines above the story among which a headline is looked for."""
_LONGEST = 200
"""Characters of a headline, as `wording` measures them; more of a first line are not read."""
_CANCELS = 40
"""Characters of prose that one line without prose cancels, when the run with the most prose is sought: the story."""
_NEAR = 3
"""Lines below a headline in which the byline or the date is looked for."""
_SHORT = 4
"""Words; the fewer there are, the less it says that they come back."""
_CONTENT = 4
"""Letters of a word that says something of its own."""
_SLUG = 3
"""Words; a part of an address with fewer names a section."""
_HALF = 0.5
"""Share of the page's title; the site or the section at its end is less."""
_NAME = 40
"""Characters of a section's name."""
_ENDS = ".。।۔,，、;；:："
_SENTENCE_ENDS = "!?！？؟…"
_CLOSING = "\"'”’»“‘«)]）」』 "
_EXTENSION = re.compile(r"\.\w{2,5}$")

_ADDRESS, _TITLE, _TOLD, _SIGNED = 3.0, 3.0, 1.5, 1.0
"""What it counts that the line's words are the address's, that the text's first line, the page's title, begins or ends
with them, that they come back in the story, and that a byline follows. Tried on wcxb-dev's articles as text: without
one of them 0.04 or more fewer have the right title."""
_AWAY = 0.03
"""What it costs to stand a line farther away from the story."""
_LEAST = 0.6
"""Points that a headline has: 0 finds as many right ones, and more wrong ones where there is none."""


class _Evidence(NamedTuple):
    told: Counter[str]
    address: frozenset[str]
    title: list[str]


def plain_headline(page: Page) -> tuple[Block, str] | None:
    """The block that is the headline of a page without markup, and what speaks most for it; None if no line is one."""
    begins, ends = _story(page.blocks)
    if ends < 0:
        return None
    told = " ".join(block.text for block in page.blocks[begins : ends + 1])
    evidence = _Evidence(Counter(terms(told)), _address(page.url), terms(page.original[0].text[:_LONGEST]))
    found, most = None, _LEAST
    for at in range(max(0, begins - _ABOVE), begins + 1):  # the story's own first line, too, if it is no sentence
        block = page.blocks[at]
        if not _may_be_headline(page, block) or _is_caption(block, page.blocks[at + 1 : at + 2]):
            continue
        points = _points(block, evidence, once=at == begins)
        points["the line above the byline"] = _SIGNED * _is_signed(page, page.blocks[at + 1 : at + 1 + _NEAR])
        total = sum(points.values()) - _AWAY * (begins - at)
        if total >= most:
            found, most = (block, max(points, key=points.__getitem__)), total
    return found


def _may_be_headline(page: Page, block: Block) -> bool:
    text = block.text.rstrip(_CLOSING)
    ends = _ENDS + _SENTENCE_ENDS if block.prose else _ENDS
    is_line = block.kind == "paragraph" and size(block.text) <= _LONGEST and not text.endswith(tuple(ends))
    is_signature = is_date(block.text) or phrase_of(page, "by", block) is not None
    return is_line and not is_signature and len(terms(text)) > 1


def _is_caption(block: Block, after: Iterable[Block]) -> bool:
    """Whether the line ends in a credit, or the next one says the same with a credit."""
    again = (other.text for other in after if other.text.startswith(block.text))
    return any(ends_in_credit(text) or is_signed(text) for text in (block.text, *again))


def _story(blocks: Sequence[Block]) -> tuple[int, int]:
    """The places of the first and the last block of the run that has the most prose; (0, -1) where there is none."""
    best, first, last = 0, 0, -1
    begins = weight = 0
    for at, block in enumerate(blocks):
        if weight <= 0:
            begins, weight = at, 0
        weight += len(block.text) if block.prose else -_CANCELS
        if weight > best:
            best, first, last = weight, begins, at
    return first, last


def _points(block: Block, evidence: _Evidence, *, once: bool) -> dict[str, float]:
    """What the line's own words count, by the reason; `once` if the story that is told holds the line itself."""
    words = terms(block.text)
    content = [word for word in words if len(word) >= _CONTENT or not word.isascii()] or words
    told = sum(evidence.told[word] > once for word in content) / len(content)
    named = sum(word in evidence.address for word in content) / len(content)
    shared = len(evidence.address.intersection(words)) / max(1, len(evidence.address))
    titled = len(words) / len(evidence.title) if block.index and told and is_end(words, evidence.title) else 0.0
    return {
        "a line above the story whose words come back in it": _TOLD * told * min(1.0, len(words) / _SHORT),
        "a line with the words of the page's address": _ADDRESS * 2 * named * shared / (named + shared or 1),
        "a line that the page's title has at its end": _TITLE * titled,
    }


def is_end(words: list[str], title: list[str]) -> bool:
    """Whether the title begins or ends with these words, and they are half of it."""
    return len(words) >= _HALF * len(title) and words in (title[: len(words)], title[-len(words) :])


def _is_signed(page: Page, after: Iterable[Block]) -> bool:
    return any(phrase_of(page, "by", block) is not None or is_date(block.text) for block in after)


def _address(url: str | None) -> frozenset[str]:
    """The words of the longest part of the path, the last of several, as a rule those of the headline."""
    slugs = [[word for word in terms(part) if not word.isdecimal()] for part in _path(url)]
    longest = max(reversed(slugs), key=len)
    return frozenset(longest if len(longest) >= _SLUG else ())


def _path(url: str | None) -> list[str]:
    """The parts of the address's path."""
    try:
        path = urlsplit(url or "").path
    except ValueError:  # no address at all
        path = ""
    return [_EXTENSION.sub("", part).replace("_", " ") for part in unquote(path).split("/")]


def kicker(page: Page, headline: Block) -> Block | None:
    """The name of the section right above the headline: one that the address has too, or else one in no menu."""
    above, before = page.at(headline.index - 1), page.at(headline.index - 2)
    if above is None or not _is_name(above) or any(phrase_of(page, topic, above) for topic in TOPICS):
        return None
    if page.url:
        return above if terms(above.text) in map(terms, _path(page.url)) else None
    return None if before and _is_name(before) else above


def _is_name(block: Block) -> bool:
    is_short = block.kind == "paragraph" and size(block.text) <= _NAME and len(block.text.split()) <= _SHORT - 1
    return is_short and block.text[-1].isalnum() and all(char.isalpha() or char in " &-–’'" for char in block.text)
