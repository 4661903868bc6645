"""The lines around the headline and below the story, where pages say who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from cleaner.block import Block, Box, Page
from cleaner.metadata.dates import Found, find_date, written_order
from cleaner.metadata.language import normalise
from cleaner.panels import opened

_ABOVE = 6
_BELOW = 15
_INTO_BODY = 4
_BELOW_STORY = 15
_LONGEST = 200
_MOST_DATES = 3
_BESIDE = 3
"""Lines below the headline that are the page's own, as the one above it is, whatever their boxes are called."""
_ELSEWHERE = frozenset(
    "comment comments related teaser teasers reply commenter recent popular testimonial testimonials recirc "
    "breadcrumb breadcrumbs pagination pager prev previous next".split()
)
_AUTHORS = frozenset("author authors authored byline".split())
_ELSEWHERE_BELOW_TITLE = _ELSEWHERE - frozenset("comments breadcrumb breadcrumbs teaser teasers popular".split())
"""The same below a headline, where boxes hold the number of comments, the path or the category beside the byline."""
_CARDS = _ELSEWHERE | {"card", "cards"}
_META = frozenset("meta metadata postmeta postmetadata date dateline pubdate published datepublished byline".split())
_ORDER = "order of day and month"
_OF_STORY = frozenset(("article", "entry", "post"))
_SENTENCE_ENDS = ".!?…。！？"
_MACHINES = re.compile(r"[12]\d{3}-\d\d-\d\dT\d")
"""A stamp that only style sheets hide: the reader's date follows."""
_NUMBERS = re.compile(r"\d\s?[-/]\s?\d{1,2}\s?[-/]\s?[12]\d{3}")
_PARTS = re.compile(r"[|•·●⋅▪►»]|\s[-–—]\s")
_OPEN_SUFFIXES = frozenset("ai co cc fm gg gl io it ly me sh so to tv ws xyz".split())
"""Country domains that sites of any country use."""


class Line(NamedTuple):
    """A short block, its dates with the text in front of each, and what is left between dates, bars and dots."""

    block: Block
    dates: tuple[tuple[str, Found], ...]
    parts: tuple[str, ...]
    tail: str
    """The text behind the last date."""
    may_sign: bool
    """It is short, and no box around it is named as another page's."""


def around(page: Page, body: Sequence[Block], title: Block | None) -> list[Line]:
    """The lines below the headline, down to the first paragraphs of the story, then the few above it, nearest first."""
    start = title.index if title else body[0].index if body else 0
    first = next((block.index for block in body if block.index > start), start)
    last = body[-1].index if body else first
    near = {
        *range(start + 1, min(first, start + _BELOW)),
        *range(max(start, first - _ABOVE), min(first + _INTO_BODY, last) + 1),
    }
    top = min(start, body[0].index) if body else start
    places = [*sorted(near), *range(start - 1, max(top - _ABOVE, 0) - 1, -1)]
    blocks = (page.original[at] for at in places if 0 <= at < len(page.original))
    beside = range(start - 1, start + _BESIDE + 1) if title else ()
    return lines((block for block in blocks if block is not title), page, body, beside)


def unseen(page: Page, body: Sequence[Block], title: Block | None) -> list[Line]:
    """The lines between the headline and the story that scripts will show, as far as the page says."""
    if not title:
        return []
    first = next((block.index for block in body if block.index > title.index), title.index)
    between = page.original[title.index + 1 : min(first, title.index + _BELOW)]
    return [line for block in between if block.hidden for line in lines((block,), page, (block,))]


def below(page: Page, body: Sequence[Block]) -> list[Line]:
    """The lines right below the story."""
    after = body[-1].index + 1 if body else 0
    return lines(page.original[after : after + _BELOW_STORY], page, body)


def lines(blocks: Iterable[Block], page: Page, body: Sequence[Block] = (), own: Container[int] = ()) -> list[Line]:
    """Those of the blocks that are short, about this page, and seen by a reader, or hidden as the story itself is.

    The blocks `own` are about this page in more boxes than others; in a box that is named for it, a line may go on with
    categories.
    """
    language = _date_language(page)
    as_story = {opened(block.hidden) for block in body[:1]}
    found = []
    for block in blocks:
        if (
            (is_seen(block) or opened(block.hidden) in as_story)
            and block.box.tag != "nav"
            and len(block.text) <= 2 * _LONGEST
        ):
            is_short = len(block.text) <= _LONGEST
            may_sign = is_short and not _stands_elsewhere(block, _ELSEWHERE)
            is_own = is_short and block.index in own and not _stands_elsewhere(block, _ELSEWHERE_BELOW_TITLE)
            if may_sign or is_own or is_meta(block):
                found.append(_line(block, page, language, may_sign))
    return found


def is_meta(block: Block) -> bool:
    """The two innermost boxes are named as those of the story's day or author, and not as another page's."""
    names = {block.box.tag, *block.box.words, *(block.box.parent.words if block.box.parent else ())}
    is_named = not names.isdisjoint(_META) or ("footer" in names and not names.isdisjoint(_OF_STORY))
    return is_named and block.text[-1] not in _SENTENCE_ENDS and not stands_in(block, _CARDS)


def stands_in(block: Block, words: frozenset[str]) -> bool:
    """One of its three innermost boxes has one of these words."""
    box: Box | None = block.box
    for _ in range(3):
        if box is None:
            break
        if not box.words.isdisjoint(words):
            return True
        box = box.parent
    return False


def _stands_elsewhere(block: Block, names: frozenset[str]) -> bool:
    """It stands in a comment, a teaser or the like, and not in a teaser for the author in the author's box."""
    own = next((box for box in islice(block.box.path(), 3) if not box.words.isdisjoint(names)), None)
    return own is not None and not (own.parent and not own.parent.words.isdisjoint(_AUTHORS))


def _line(block: Block, page: Page, language: str | None, may_sign: bool) -> Line:
    text, label = block.text, ""
    rest: list[str] = []
    dates: list[tuple[str, Found]] = []
    while len(dates) < _MOST_DATES and (found := _find_date(text, page, language)):
        if _MACHINES.match(text, found.start) and _find_date(text[found.end :], page, language):
            text = text[: found.start] + text[found.end :]
            continue
        label, text = text[: found.start], text[found.end :]
        rest.append(label)
        dates.append((label, found))
    parts = [part for piece in (*rest, text) for part in _PARTS.split(piece)]
    return Line(block, tuple(dates), tuple(part for piece in parts if (part := piece.strip(" ,.:"))), text, may_sign)


def _find_date(text: str, page: Page, language: str | None) -> Found | None:
    """The first date in the text; what other dates of the page tell of English numbers counts before the country."""
    if language and language.startswith("en") and _NUMBERS.search(text):
        language = _order_shown(page) or language
    return find_date(text, language=language)


def _order_shown(page: Page) -> str | None:
    """How the page writes dates in numbers, by those of its dates that tell."""
    if _ORDER not in page.shared:
        page.shared[_ORDER] = written_order(block.text for block in page.original if len(block.text) <= _LONGEST)
    order: str | None = page.shared[_ORDER]
    return order


def is_seen(block: Block) -> bool:
    """A reader sees it, at the latest when an animation has faded it in."""
    return not block.hidden or block.hidden.startswith("opacity")


def _date_language(page: Page) -> str | None:
    """The declared language, with the country of the page's host or locale where that decides how dates are written."""
    language = normalise(page.facts.lang)
    if language != "en":
        return language
    suffix = page.host.rpartition(".")[2]
    if suffix in ("edu", "gov", "mil", "us"):
        return "en-US"
    if len(suffix) == 2 and suffix not in _OPEN_SUFFIXES:
        return f"en-{suffix.upper()}"
    locale = normalise(page.facts.first_meta("og:locale"))
    return locale if locale and locale.startswith("en") else "en"
