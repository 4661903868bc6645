"""Cards, lists and lines that lead to other pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator
from itertools import accumulate
from operator import attrgetter

from cleaner.block import Block, Box, Drop, Keep, Page
from cleaner.languages import match, phrases
from cleaner.signs import describe, named_boxes, named_parts, phrase_of, phrases_of, saying
from cleaner.story import Span, homes, introduced, main_box, section_box, span
from cleaner.wording import reads_like_prose

_NAMES = (
    "related", "recommended", "recommendations", "recommendation", "recirc", "recirculation", "teaser", "teasers",
    "promo", "promos", "trending", "popular", "readmore", "mostread", "carousel", "swiper", "slick", "relatedposts",
    "upnext", "outbrain", "taboola",
)  # fmt: skip
_ASIDES = ("<aside>", "[complementary]")
_NAMED_LINKED = 0.1
_ASIDE_LINKED = 0.25
_LIST_LINKED = 0.3
_CARD_TAGS = frozenset(("li", "div", "article", "a", "td", "section", "figure"))
_LINK = 0.5
_ARROWS = "→➜➔➤▶►»›>⇒👉"
_CARD = 600
_RESUMED = 3
"""Paragraphs of the story in a row; teasers with excerpts of this length have their headlines in between."""
_PARAGRAPH = 150
_SUBHEAD = 50
"""Characters; hardly a subhead is longer."""
_MIN_CARDS = 2
_FIRST = attrgetter("first")


def teasers(page: Page, *, min_cards: int = _MIN_CARDS) -> Iterator[Drop | Keep]:
    """What leads to other pages: boxes, lists, cards and lines.

    Boxes named as related or recommended, and asides of links; the heading of such a list and what hangs under it;
    runs of at least `min_cards` cards alike (link, a few words, no story) outside the story's prose; single cards and
    lines that lead away between two paragraphs.

    Leaves alone, and keeps: a list that the story introduces. Leaves alone: a sentence with a link in it; a heading
    over prose; an aside without links; a section that is a list of definitions.
    """
    announced = _announced(page)
    for index in announced:
        yield Keep(index, "in a list that the story introduces")
    headlines = [block.index for block in page.original if block.kind == "heading" and block.level == 1]
    for box, name in named_parts(page, _NAMES):
        holds_headline = len(headlines) == 1 and box.first <= headlines[0] < box.first + box.blocks
        if box.linked >= _NAMED_LINKED * box.chars and not holds_headline:
            why = describe(name)
            for block in page.inside(box):
                yield Drop(block.index, why)
    for box, _ in named_boxes(page, _ASIDES):
        if box.linked >= _ASIDE_LINKED * box.chars:
            for block in page.inside(box):
                yield Drop(block.index, "in an aside that leads to other pages")
    story = span(page)
    yield from _under_heading(page, story.last)
    yield from _cards(page, story, min_cards)
    yield from _between(page, story)
    yield from _lines(page, story, announced)


def _announced(page: Page) -> frozenset[int]:
    """What the story introduces; links under a label that says no more than "Related articles:" are not."""
    introduces = introduced(page)
    labels = phrases_of(page, "related")
    others: set[int] = set()
    for index in sorted(introduces):
        labelled = index - 1 in others or labels.get(index - 1) == page.original[index - 1].key
        if labelled and page.original[index].link_share >= _LINK:
            others.add(index)
    return introduces - others


def _under_heading(page: Page, story_last: int) -> Iterator[Drop]:
    """After a heading such as "You may also like": all that is no prose of the story, to the end of its box."""
    if page.plain:
        yield from _rest_of_plain_text(page)
        return
    labels = tuple(saying(page, "related", 80))
    if not labels:
        return
    indices = [block.index for block in page.blocks]
    chars = list(accumulate((len(block.text) for block in page.blocks), initial=0))
    linked = list(accumulate((block.link_share * len(block.text) for block in page.blocks), initial=0.0))
    taken = -1
    for block, phrase in labels:
        if block.index <= taken:
            continue
        box = section_box(page, block)
        start, end = bisect_right(indices, block.index), bisect_left(indices, box.first + box.blocks)
        if box is not page.root and linked[end] - linked[start] >= _LIST_LINKED * (chars[end] - chars[start]):
            taken = box.first + box.blocks - 1
            yield Drop(block.index, f"the heading {phrase!r} of a list of other stories")
            for member in page.blocks[start:end]:
                yield Drop(member.index, f"under the heading {phrase!r}")
        elif block.index > story_last:
            yield Drop(block.index, f"the heading {phrase!r} after the story")


def _rest_of_plain_text(page: Page) -> Iterator[Drop]:
    """Without boxes, teasers go on until prose follows that is longer than theirs, or to the end of the text."""
    prose = sum(len(block.text) for block in page.blocks if block.prose)
    told = 0
    found = None
    for position, block in enumerate(page.blocks):
        following = page.blocks[position : position + _RESUMED]
        if len(following) == _RESUMED and all(map(_is_long, following)):
            found = None
        if found:
            yield Drop(block.index, f"under the heading {found!r}")
        elif len(block.text) <= 80 and not block.prose and told >= prose / 2:
            found = phrase_of(page, "related", block)
            if found:
                yield Drop(block.index, f"the heading {found!r} of a list of other stories")
        told += len(block.text) if block.prose else 0


def _is_long(block: Block) -> bool:
    return block.prose and len(block.text) >= _PARAGRAPH


def _cards(page: Page, story: Span, min_cards: int) -> Iterator[Drop]:
    """Sibling boxes of one signature that each hold a link and a few words, before or after the story."""
    main = main_box(page)
    first, last = story.first, story.last
    defining = _defining(page)
    runs: dict[tuple[int, str, frozenset[str]], list[Box]] = defaultdict(list)
    for box in page.boxes:
        if not box.linked or box.tag not in _CARD_TAGS or first <= box.first <= last:
            continue
        if 0.2 * box.chars <= box.linked and box.chars <= _CARD and box.parent and box.number not in defining:
            runs[box.parent.number, box.tag, box.words].append(box)
    for cards in runs.values():
        if len(cards) >= min_cards and main not in cards:
            for card in cards:
                for block in page.inside(card):
                    yield Drop(block.index, f"one of {len(cards)} link cards in a row")


def _defining(page: Page) -> Container[int]:
    """The numbers of the boxes at least half of whose text is one list of definitions."""
    if "<dl>" not in page.by_name:
        return ()
    longest: dict[int, int] = {}
    for box in reversed(page.boxes):
        chars = max(longest.get(box.number, 0), box.chars if box.tag == "dl" else 0)
        longest[box.number] = chars
        if box.parent:
            longest[box.parent.number] = max(longest.get(box.parent.number, 0), chars)
    return frozenset(box.number for box in page.boxes if 2 * longest.get(box.number, 0) >= box.chars)


def _between(page: Page, story: Span) -> Iterator[Drop]:
    """Single cards between two paragraphs: a box of its own with a block that is all link and hardly a word more."""
    told = homes(page)
    after, end = bisect_right(page.boxes, story.first, key=_FIRST), bisect_left(page.boxes, story.last, key=_FIRST)
    for box in page.boxes[after:end]:
        is_small = box.linked > 0 and box.chars <= _CARD // 2 and box.blocks <= 4 and not box.prose
        is_card = is_small and box.tag in _CARD_TAGS and box.number not in told
        inside = page.inside(box) if is_card else ()
        if len(inside) > 1 and any(block.link_share > 0.9 for block in inside):
            for block in inside:
                yield Drop(block.index, "in a link card between two paragraphs")


def _lines(page: Page, story: Span, announced: Container[int]) -> Iterator[Drop]:
    """Single lines that lead away, by their words ("Read more: ..."), their capitals, an arrow or a label."""
    for index, phrase in phrases_of(page, "read_more").items():
        block = page.at(index)
        if block and (_leads_away(block) or (phrase[-1] == ":" and not block.prose)):
            yield Drop(index, f"begins with {phrase!r}")
    if page.plain:
        yield from _capitals(page, story)
    for block in page.blocks:
        if not block.links or not _leads_away(block):
            continue
        if block.link_share >= 0.9 and block.text.isupper() and len(block.text) > 20:
            yield Drop(block.index, "a link in capitals")
        elif block.link_share >= 0.7 and block.text[0] in _ARROWS:
            yield Drop(block.index, "a link behind an arrow")
        elif label := _label(block):
            yield Drop(block.index, f"a link behind the label {label!r}")
        elif _is_one_link(block) and story.first < block.index < story.last and block.index not in announced:
            yield Drop(block.index, "a line between two paragraphs that is one link")


def _capitals(page: Page, story: Span) -> Iterator[Drop]:
    """Without links, a line in capitals between two paragraphs is one of another story if it is long for a subhead."""
    for block in page.blocks:
        is_line = len(block.text) > _SUBHEAD and not block.prose and block.text.isupper()
        if is_line and story.first < block.index < story.last:
            yield Drop(block.index, "a line in capitals between two paragraphs")


def _leads_away(block: Block) -> bool:
    return block.link_share >= 0.5 or (block.links > 0 and len(block.text) <= 200)


def _is_one_link(block: Block) -> bool:
    return block.link_share > 0.95 and block.kind == "paragraph" and not reads_like_prose(block.text)


def _label(block: Block) -> str | None:
    """The label of other stories that the block begins with: what stands before its colon."""
    for colon in ":：":
        label, found, rest = block.key.partition(colon)
        if found and rest and len(label) <= 40:
            topics = match(label.strip(), phrases(None))
            return topics.get("related") or topics.get("read_more")
    return None
