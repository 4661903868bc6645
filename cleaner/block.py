"""What filters see: blocks in boxes, the facts that a page states, and what a filter may answer.

A *block* is a run of rendered text between block-level boundaries; a *box* is the element around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from cleaner.markup import Grid, Inline
from cleaner.wording import key_of, reads_like_prose

BlockKind = Literal["paragraph", "heading", "list_item", "quote", "code", "table", "caption", "other"]
Role = Literal["caption", "credit", "byline", "date", "tags", "title", "section"]
Share = float
"""From 0 to 1."""

MOST_BLOCKS = 100_000
"""A page that has more has one block for the rest of what a reader sees, and one for what is hidden in each way."""

_PROSE_KINDS = frozenset(("paragraph", "list_item", "quote"))
_BY_NAME = "boxes by name"


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element. `parse` writes it, and nobody after the Page exists.

    The totals count what stands in the box and in the boxes inside it: `chars` characters of text, `linked` of them
    inside links, `prose` of them in blocks of prose, in `blocks` blocks, from block number `first` on.
    """

    tag: str
    parent: Box | None = None
    words: frozenset[str] = frozenset()
    """The lowercase words of its class, id, itemprop and data-testid, camel case and hyphens split."""
    role: str = ""
    hidden: str | None = None
    """Why a reader does not see it, or not until a click; else None."""
    depth: int = 0
    number: int = 0
    """Its place among the page's boxes, in the order of their start tags."""
    first: int = 0
    chars: int = 0
    linked: int = 0
    prose: int = 0
    blocks: int = 0

    def path(self) -> Iterator[Box]:
        """The box itself, its parent, and so on to the root."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    @property
    def link_density(self) -> float:
        """Share of the box's characters that stand inside links, 0 to 1."""
        return self.linked / self.chars if self.chars else 0.0


ROOT = Box("html")
"""The box of blocks that stand in no element: plain text, and blocks made by hand."""


class _BlockFields(NamedTuple):
    index: int  # type: ignore[assignment]  # hides `tuple.index`, which nobody asks these for
    text: str
    kind: BlockKind
    box: Box
    level: int | None
    rows: tuple[tuple[str, ...], ...] | None
    link_share: float
    links: int
    bold: bool
    marks: frozenset[str]
    hidden: str | None
    markup: Inline | Grid | None
    prose: bool
    key: str


class Block(_BlockFields):
    """One run of text as rendered, white space folded to single spaces (kept in code).

    A tuple and not a dataclass, since a page has hundreds and a frozen dataclass takes eight times as long to make.

    index: the block's place on the page, from 0.
    level: 1 to 6 for a heading, the depth from 1 for a list item.
    rows: a table's cells.
    link_share: share of the characters that stand inside links, 0 to 1; links: how many it holds or stands in.
    bold: the whole block is set in bold.
    marks: the words of class, rel and itemprop of the inline elements inside the block.
    hidden: why a reader does not see the block, or not until a click (`cleaner.panels`); else None.
    markup: the inline elements in it, or a table's cells, as the parser saw them; None where there are none.
    prose (computed): the block reads like running text, with some length, few links, the punctuation of sentences.
    key (computed): the first 200 characters, case-folded, without punctuation at the ends, to compare phrases with.
    """

    __slots__ = ()

    def __new__(
        cls,
        index: int,
        text: str,
        kind: BlockKind = "paragraph",
        box: Box = ROOT,
        level: int | None = None,
        rows: tuple[tuple[str, ...], ...] | None = None,
        link_share: float = 0.0,
        links: int = 0,
        bold: bool = False,
        marks: frozenset[str] = frozenset(),
        hidden: str | None = None,
        markup: Inline | Grid | None = None,
    ) -> Block:
        """Works out `prose` and `key`."""
        key = key_of(text)
        prose = link_share < 0.5 and kind in _PROSE_KINDS and len(text) >= 25 and reads_like_prose(text)
        return tuple.__new__(
            cls, (index, text, kind, box, level, rows, link_share, links, bold, marks, hidden, markup, prose, key)
        )

    def __getnewargs__(self) -> tuple[Any, ...]:  # the computed fields are computed again
        return tuple(self)[:12]


class Picture(NamedTuple):
    """An `img` as it stands on the page."""

    attributes: Mapping[str, str]
    sources: tuple[Mapping[str, str], ...]
    """The attributes of the `source` elements of its `picture`."""
    index: int  # type: ignore[assignment]  # hides `tuple.index`, which nobody asks these for
    """The number of the block that it stands in or before."""
    box: Box

    @property
    def alt(self) -> str:
        """The alternative text, white space folded; "" where there is none."""
        return " ".join(self.attributes.get("alt", "").split())


class Time(NamedTuple):
    """A `time` element: its `datetime` attribute, and the number of the block it stands in or before."""

    datetime: str
    index: int  # type: ignore[assignment]  # hides `tuple.index`, which nobody asks these for


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page says about itself, as it says it."""

    title: str | None = None
    """The text of the first `title` element."""
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """`content` by lowercase `name`, `property` or `http-equiv`, in page order."""
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """`href` of `link` elements by lowercase `rel` word."""
    json_ld: tuple[dict[str, Any], ...] = ()
    """Every object of the page's JSON-LD that has a `@type`, outer before inner; any value may be of any JSON type."""
    microdata: tuple[tuple[str, str], ...] = ()
    """(lowercase itemprop, value) of the elements that state it in an attribute: meta, link, time, img."""
    itemtypes: tuple[str, ...] = ()
    """Of the containers that state one in microdata, without the vocabulary: "NewsArticle", in page order."""
    pictures: tuple[Picture, ...] = ()
    times: tuple[Time, ...] = ()
    lang: str | None = None
    base: str | None = None
    """The `href` of `base`, as written."""
    anchors: Mapping[str, int] = field(default_factory=dict)
    """By id, where a link above led to it: the number of the box."""
    counts: Mapping[int, str] = field(default_factory=dict)
    """By the number of a box: the number that a list begins with, or an item has, as written."""
    dateline: str | None = None
    """The date that an extraction tool wrote in front of plain text, as "2023-09-17"."""
    warnings: tuple[str, ...] = ()

    def first_meta(self, *names: str) -> str | None:
        """The first non-empty content of the first of these names that the page has."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content
        return None


@dataclass(frozen=True, slots=True)
class Page:
    """What a filter is given: the blocks that are left, all the blocks there were, and the page's facts."""

    blocks: tuple[Block, ...]
    original: tuple[Block, ...] = ()
    facts: Facts = Facts()
    url: str | None = None
    crawled: date | None = None
    plain: bool = False
    """The page came as text without markup, so that boxes say nothing."""
    boxes: tuple[Box, ...] = ()
    """The boxes that hold blocks, in the order of their start tags: a box before those inside it."""
    removed: Mapping[int, str] = field(default_factory=dict)
    """By the index of a block that is not left: the name of the filter that took it."""
    shared: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What filters have worked out about the original page, once for all of them."""
    _indices: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_indices", [block.index for block in self.blocks])
        if not self.original:
            object.__setattr__(self, "original", self.blocks)

    def without(self, removed: Mapping[int, str]) -> Page:
        """The page with those of its original blocks that are not removed, by index and name of the filter."""
        left = tuple([block for block in self.original if block.index not in removed])
        return Page(
            left, self.original, self.facts, self.url, self.crawled, self.plain, self.boxes, removed, self.shared
        )

    def afresh(self) -> Page:
        """The page with all its blocks, and nothing that filters worked out about it."""
        return Page(self.original, self.original, self.facts, self.url, self.crawled, self.plain, self.boxes)

    def named(self, name: str) -> Iterator[Box]:
        """The boxes with this name: a word of theirs, "<tag>" or "[role]"."""
        for group in self.by_name.get(name, ()):
            yield from group

    @property
    def by_name(self) -> Mapping[str, list[list[Box]]]:
        """All boxes by each of their names, those that are alike together."""
        if _BY_NAME not in self.shared:
            self.shared[_BY_NAME] = _by_name(self.boxes)
        named: Mapping[str, list[list[Box]]] = self.shared[_BY_NAME]
        return named

    def inside(self, box: Box) -> tuple[Block, ...]:
        """The blocks that are left in the box and in the boxes inside it; all of them for the root."""
        if box is self.root:
            return self.blocks
        at = bisect_left(self._indices, box.first)
        return self.blocks[at : bisect_left(self._indices, box.first + box.blocks, lo=at)]

    def at(self, index: int) -> Block | None:
        """The block with this index, None where there is none or it is no longer left."""
        at = bisect_left(self._indices, index)
        return self.blocks[at] if at < len(self.blocks) and self._indices[at] == index else None

    @property
    def root(self) -> Box:
        """The box around everything."""
        return self.boxes[0] if self.boxes else ROOT

    @property
    def host(self) -> str:
        """The host of `url`, lowercase and without "www."; "" where the url is missing or malformed."""
        try:
            host = urlsplit(self.url or "").hostname or ""
        except ValueError:
            return ""
        return host.removeprefix("www.")


class Drop(NamedTuple):
    """Block `index` is not body, for this `reason`; `role` names the field that its text belongs to."""

    index: int  # type: ignore[assignment]  # hides `tuple.index`, which nobody asks these for
    reason: str
    role: Role | None = None


class Keep(NamedTuple):
    """Block `index` is body whatever other filters say, for this `reason`."""

    index: int  # type: ignore[assignment]  # hides `tuple.index`, which nobody asks these for
    reason: str


def _by_name(boxes: Iterable[Box]) -> dict[str, list[list[Box]]]:
    alike: dict[tuple[str, frozenset[str], str], list[Box]] = defaultdict(list)
    for box in boxes:
        alike[box.tag, box.words, box.role].append(box)
    named: dict[str, list[list[Box]]] = defaultdict(list)
    for (tag, words, role), group in alike.items():
        named[f"<{tag}>"].append(group)
        for word in words:
            named[word].append(group)
        if role:
            named[f"[{role}]"].append(group)
    return dict(named)


Filter = Callable[[Page], Iterable[Drop | Keep]]
"""A step of the pipeline: it reports which blocks are not body (or certainly are), and changes nothing itself."""
