"""What a page's own names and words say of its blocks: what most filters ask first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from cleaner.block import Block, Box, Drop, Page
from cleaner.languages import Topic, match, phrases
from cleaner.story import home, homes, over_prose, span

_MINOR = 0.3
"""Share of the page's prose; a box with more is too much of the page to go by its name alone."""

_MUCH = 0.8
"""Share of the page's prose."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KEPT_KINDS = frozenset(("code", "table", "quote"))
_LIST = 3
"""Blocks; tools and menus are lists of links, and a list of this many without any is none of them."""
_MENTION = 0.3
"""Share of a sentence; a phrase that is less of it is mentioned and not said."""
_LAYOUT = 3
"""Depth down to which a box that holds much of the page is its layout."""
_MAIN = ("<main>", "[main]")
_NOTHING: Mapping[int, str] = {}
_LONGEST = 500
"""Characters; a longer block says more than a phrase."""


def named_boxes(page: Page, names: Iterable[str], share: float = _MINOR) -> Iterator[tuple[Box, str]]:
    """The outermost boxes with one of these names ("word", "<tag>", "[role]"), each with the name, in page order.

    Only those that hold at most `share` of the page's prose, and are not the layout around its main part. A name whose
    boxes together hold much of it is a name for parts of the story, and counts for nothing; nor does it where a box
    that is like one of those, but not around it, holds more: the first post of many.
    """
    most = share * page.root.prose
    by_name = page.by_name
    found = {
        box.number: (box, name)
        for name in names
        if name in by_name
        for group in by_name[name]
        for box in group
        if box.prose <= most
    }
    if not found:
        return
    for layout in _around_main(page):
        found.pop(layout.number, None)
    outermost: list[tuple[Box, str]] = []
    prose: dict[str, int] = {}
    end = 0
    for number in sorted(found):
        box, name = found[number]
        if box.first + box.blocks > end:
            end = box.first + box.blocks
            outermost.append((box, name))
            prose[name] = prose.get(name, 0) + box.prose
    much = max(share, _MUCH) * page.root.prose
    larger = {name: _larger(page, name, most) for name, told in prose.items() if told}
    for box, name in outermost:
        if prose[name] <= much and not (box.prose and _is_one_of(larger[name], box)):
            yield box, name


def _larger(page: Page, name: str, most: float) -> list[Box]:
    """The boxes of this name that hold more prose, without those that hold most of the page as its layout does."""
    return [box for box in page.named(name) if box.prose > most and box.depth > _LAYOUT]


def _around_main(page: Page) -> Iterator[Box]:
    """What the page says is its main part, by the element or the role, and the boxes around it."""
    mains = [box for name in _MAIN for box in page.named(name)]
    return min(mains, key=attrgetter("number")).path() if mains else iter(())


def _is_one_of(others: Iterable[Box], box: Box) -> bool:
    """Whether one of these, not around the box, is like it."""
    return any(_is_like(other, box) and not other.first <= box.first < other.first + other.blocks for other in others)


def _is_like(one: Box, other: Box) -> bool:
    """Whether two boxes of one name are of one element, and have the same names or at least half, and three, alike."""
    shared = len(one.words & other.words)
    return one.tag == other.tag and (
        one.words == other.words or shared >= max(3, len(one.words) / 2, len(other.words) / 2)
    )


def named_parts(page: Page, names: Iterable[str], share: float = _MINOR) -> Iterator[tuple[Box, str]]:
    """Those of them that may be parts of the page: no headings, whose ids are made of what they say ("privacy")."""
    return ((box, name) for box, name in named_boxes(page, names, share) if box.tag not in _HEADINGS)


def in_named_boxes(page: Page, names: Iterable[str], share: float = _MINOR) -> Iterator[tuple[Block, str]]:
    """The blocks in such parts, each with the reason: "in a box named 'promo'"."""
    for box, name in named_parts(page, names, share):
        why = describe(name)
        for block in page.inside(box):
            yield block, why


def describe(name: str) -> str:
    """Where a block in a box of this name stands: "in a box named 'promo'", "in a nav"."""
    return f"in a box named {name!r}" if name[0].isalpha() else f"in a {name.strip('<>[]')}"


def saying(page: Page, topic: Topic, longest: int) -> Iterator[tuple[Block, str]]:
    """The blocks of at most `longest` characters that say a phrase of the topic, each with the phrase.

    Not those in which the story speaks: subheads, quotes, items of its lists, code, tables, sentences that mention it.
    """
    said = _said(page).get(topic)
    if said:
        for index, phrase in said.items():
            block = page.at(index)
            if block and len(block.text) <= longest and not _tells(page, block, phrase):
                yield block, phrase


def declared_authors(page: Page) -> frozenset[str]:
    """The names of authors that meta elements and structured data state, case-folded."""
    names = [*page.facts.meta.get("author", ()), *page.facts.meta.get("article:author", ())]
    for item in page.facts.json_ld[:50]:
        authors = item.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str):
                names.append(name)
    return frozenset(name[:100].casefold().strip() for name in names) - {""}


def _tells(page: Page, block: Block, phrase: str) -> bool:
    """Whether it is the story that says the phrase here."""
    if block.kind in _KEPT_KINDS:
        return True
    items = block.box.parent
    if block.kind == "list_item" and items and items.blocks >= _LIST and not items.linked:
        return True
    if page.plain or home(block).number not in homes(page):
        return False
    story = span(page)
    if block.prose and story.first <= block.index < story.last:
        return not block.key.startswith(phrase) and len(phrase) < _MENTION * len(block.text)
    return over_prose(page, block)


def phrases_of(page: Page, topic: Topic) -> Mapping[int, str]:
    """By the index of the block: the phrases of the topic that blocks of the page say, also those already removed."""
    return _said(page).get(topic, _NOTHING)


def phrase_of(page: Page, topic: Topic, block: Block) -> str | None:
    """The phrase of the topic that the block says, else None."""
    return phrases_of(page, topic).get(block.index)


def around(page: Page, block: Block, most: int) -> tuple[Block, ...]:
    """The blocks in the largest box around the block that holds at most `most` characters; the block alone if none.

    Not a box that holds all of the page, or prose besides the block that makes much of the page's.
    """
    own = len(block.text) if block.prose else 0
    largest = None
    for box in block.box.path():
        if box.chars > most or box.blocks >= page.root.blocks or box.prose - own > _MINOR * page.root.prose:
            break
        largest = box
    return page.inside(largest) if largest else (block,)


def with_company(block: Block, phrase: str, company: Iterable[Block]) -> Iterator[Drop]:
    """The drops of a block that says the phrase and of those that stand in one box with it."""
    for other in company:
        yield Drop(other.index, f"says {phrase!r}" if other is block else f"beside a block that says {phrase!r}")


def _said(page: Page) -> Mapping[Topic, Mapping[int, str]]:
    """By topic and the index of the block: what blocks of the page say, looked up once for all filters."""
    known = page.shared.get("said")
    if known is None or known[0] is not page.original or known[1] != page.facts.lang:
        table = phrases(page.facts.lang)
        said: dict[Topic, dict[int, str]] = {}
        matches: dict[str, Mapping[Topic, str]] = {}  # menus and cards say the same again and again
        for block in page.original:
            if len(block.text) <= _LONGEST:
                key = block.key
                found = matches.get(key)
                if found is None:
                    found = matches[key] = match(key, table)
                for topic, phrase in found.items():
                    said.setdefault(topic, {})[block.index] = phrase
        known = page.shared["said"] = (page.original, page.facts.lang, said)
    by_topic: Mapping[Topic, Mapping[int, str]] = known[2]
    return by_topic
