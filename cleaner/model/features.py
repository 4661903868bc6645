"""What the model sees of a page: a row a block and a row for the page, in whole numbers from 0 to 100.

Whole, so that they are the same on every processor (see `scale`). Most columns are blind to language: sizes, links,
punctuation, place, boxes. What is not: the topics of the phrases that a block says (`languages`), what rules found, and
a table of odds that comes with the weights, for the words that boxes are named with, or that text without markup says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np

from cleaner.block import BlockKind, Box, Page
from cleaner.languages import TOPICS
from cleaner.model import KINDS
from cleaner.model.boxes import SIZES, TAGS, Odds, Table, table
from cleaner.model.characters import counts, sizes
from cleaner.model.hints import Hints, told
from cleaner.model.scale import FULL, Bytes, Ints, log, share
from cleaner.model.vocabulary import odds_of_words
from cleaner.outline import outside
from cleaner.signs import phrases_of

RULES = (
    "hidden", "navigation", "consent", "advertisements", "sharing", "newsletter", "headline", "captions", "bylines",
    "tags", "teasers", "appended", "comments", "biographies", "copyright", "repeats",
)  # fmt: skip
"""The filters whose verdicts are columns; what any other removed counts only as removed."""
_KINDS = ("paragraph", "heading", "list_item", "quote", "code", "table", "caption", "other")
_END = frozenset('.!?。！？…।۔"”’»)')
_COLON = frozenset(":：")
_ASKS = frozenset("?？؟")
_CUT = ("…", "...", "[…]", "[...]", "»", "→", "›")
_CUT_ENDS = frozenset(cut[-1] for cut in _CUT)
_NUMBER = re.compile(r"\d+")
_PRICE = re.compile(r"[$€£¥₹₽]\s?\d|\d\s?(?:[€£₽₹円元]|zł|kr\b)")
_FAR = 1000
"""Blocks from the headline where there is none."""
_TYPE = 60
"""Characters; no type's name is longer."""
_MOSTLY = 50
"""Percent of a block that stand inside links."""
_ASKED = 50
"""Structured data that are looked at; the first ones tell what the page is."""

_KIND = {kind: column for column, kind in enumerate(_KINDS)}
_TYPES = (
    "Product", "Article|Posting", "Discussion|QAPage|Forum", "ItemList|Collection", "WebSite", "Organization", "FAQ",
)  # fmt: skip

_COUNTS = (
    "size", "links", "spaces", "commas", "sentence ends", "numbers", "rows", "times said",
    "pictures before", "pictures after", "times before", "times after",
)  # fmt: skip
_OWN = (
    "share linked", "bold", "prose", "level", "ends a sentence", "ends in a colon", "upper case", "cut short", "price",
    "ends in a question", "begins in lower case", "marked",
)  # fmt: skip
_PLACES = (
    "share of blocks before", "share of chars before", "place in its home", "place around its home",
    "place in its item", "in an item", "in a list of items",
    "before the first prose", "after the last prose", "before the first prose left",
    "after the last prose left", "after the headline", "blocks from the headline", "blocks to the first prose left",
    "blocks from the last prose left", "blocks into its item", "blocks into its list",
)  # fmt: skip
_BOXES = ("box", "home", "around", "around that", "item", "list")
_ENDS = ("low", "high")
_ODDS = ("all", "articles", "others")
COLUMNS: tuple[str, ...] = (
    *_COUNTS, *_OWN, *_KINDS, *(f"says {topic}" for topic in TOPICS), *(f"removed by {rule}" for rule in RULES),
    "removed", "outside the story", *_PLACES, *(f"{box}: {size}" for box in _BOXES for size in SIZES),
    *(f"in {tag}" for tag in TAGS),
    *(f"{end} odds {of}: {which}" for of in ("on path", "nearest", "words") for end in _ENDS for which in _ODDS),
    *(f"odds of all words: {which}" for which in _ODDS),
)  # fmt: skip
"""What stands in which column of `Features.blocks`."""
PAGE_COLUMNS: tuple[str, ...] = (
    "blocks", "chars", "prose", "left", "prose left", "prices", "slashes in the path", "size of the path",
    "hyphens in the path", "pictures", "times", *_KINDS, *(f"removed by {rule}" for rule in RULES), "removed",
    "share linked", "share prose", "share left", "share of prose left", "no path", "number in the path",
    "published time", "og article", "og website", "og product", *(f"type {pattern}" for pattern in _TYPES),
    *(f"hints: {kind}" for kind in KINDS),
)  # fmt: skip
"""What stands in which column of `Features.page`."""


class _Fields(NamedTuple):
    """The fields of all blocks: a tuple of each is read sooner than the field of block after block."""

    text: tuple[str, ...]
    kind: tuple[BlockKind, ...]
    box: tuple[Box, ...]
    level: tuple[int | None, ...]
    rows: tuple[tuple[tuple[str, ...], ...] | None, ...]
    link_share: tuple[float, ...]
    links: tuple[int, ...]
    bold: tuple[bool, ...]
    marks: tuple[frozenset[str], ...]
    prose: tuple[bool, ...]
    key: tuple[str, ...]


_fields = attrgetter(*_Fields._fields)


class Features(NamedTuple):
    """Of a page with n blocks (`Page.original`)."""

    blocks: Bytes
    """(n, len(COLUMNS))"""
    page: Bytes
    """(len(PAGE_COLUMNS),)"""
    home: Ints
    """(n,): a number that blocks of one sequence share."""
    around: Ints
    """(n,): the same for the sequence around it."""
    item: Ints
    """(n,): the same for an item of a list of boxes that are alike; 0 outside of any."""
    alike: Ints
    """(n,): a number that blocks share whose homes have one name, wherever they stand: the posts of a thread, say."""
    sibling: Ints
    """(n,): a number that blocks share which are of one kind, all prose or not, mostly links or not, in boxes of one
    name, in one sequence; and those of one quotation. Without boxes nothing says so, and each stands alone."""


def features(page: Page, odds: Odds, hints: Hints) -> Features:
    """The features of a page, after the rules: `page.blocks` and `page.removed` say what they left."""
    of = _Fields(*zip(*map(_fields, page.original), strict=True))
    boxes = table(page, odds)
    at = np.array([boxes.rows.get(box.number, 0) for box in of.box])
    home, around, item = boxes.home[at], boxes.around[at], boxes.item[at]
    counted = _counts(page, of)
    own = _own(of, counted[_COUNTS.index("numbers")])
    kinds = np.array([_KIND[kind] for kind in of.kind])
    verdicts = _verdicts(page, kinds)
    lengths = np.array([len(text) for text in of.text])
    matrix = np.concatenate(
        [
            np.concatenate([log(counted), own, verdicts, _places(page, boxes, at, lengths)]).T,
            *(boxes.sizes.take(row, axis=0) for row in (at, home, around, boxes.around[around], item, boxes.list[at])),
            boxes.tags.take(at, axis=0),
            boxes.words.take(at, axis=0),
            odds_of_words(page, odds),
        ],
        axis=1,
    )
    whole = np.concatenate([page_features(page, own, verdicts, lengths), told(page, hints)])
    siblings = _siblings(of.box, own, home, boxes.name[at], kinds) if page.boxes else np.arange(len(at))
    return Features(matrix, whole, home, around, item, boxes.name[home], siblings)


def _siblings(boxes: Sequence[Box], own: Bytes, home: Ints, name: Ints, kinds: Ints) -> Ints:
    """(n,): a number that blocks share which get one decision. A quotation is one, with whom it is from."""
    reads = (own[_OWN.index("share linked")] >= _MOSTLY) + 2 * (own[_OWN.index("prose")] > 0)
    shared: Ints = ((home * (name.max() + 1) + name) * len(_KINDS) + kinds) * 4 + reads
    for row in np.flatnonzero(kinds == _KIND["quote"]).tolist():
        quoted = next((box.number for box in boxes[row].path() if box.tag == "blockquote"), None)
        shared[row] = shared[row] if quoted is None else -1 - quoted
    return shared


def _counts(page: Page, of: _Fields) -> Ints:
    """(len(_COUNTS), n): how much of everything a block has."""
    said = Counter(of.key)
    rows, repeated = [len(rows) if rows else 0 for rows in of.rows], [said[key] for key in of.key]
    last = len(rows)
    pictures = np.bincount([p.index for p in page.facts.pictures if p.index <= last], minlength=last + 1)
    times = np.bincount([t.index for t in page.facts.times if t.index <= last], minlength=last + 1)
    nearby = pictures[:-1], pictures[1:], times[:-1], times[1:]
    return np.array([sizes(page), of.links, *counts(of.text), rows, repeated, *nearby])


def _own(of: _Fields, digits: Ints) -> Bytes:
    """(len(_OWN), n): what a block looks like by itself."""
    texts = of.text
    ends = [text[-1] for text in texts]
    flags = (
        of.bold,
        of.prose,
        [end in _END for end in ends],
        [end in _COLON for end in ends],
        [text.isupper() for text in texts],
        [end in _CUT_ENDS and text.endswith(_CUT) for end, text in zip(ends, texts, strict=True)],
        [some > 0 and _has_price(key) for some, key in zip(digits.tolist(), of.key, strict=True)],
        [end in _ASKS for end in ends],
        [text[0].islower() for text in texts],
        map(bool, of.marks),
    )
    told = np.frombuffer(b"".join(map(bytes, flags)), np.uint8).reshape(-1, len(texts)) * FULL
    linked = (np.array(of.link_share) * FULL).astype(np.uint8)
    levels = np.array([level or 0 for level in of.level]) * 16 % FULL
    return np.concatenate([linked[None], told[:2], levels.astype(np.uint8)[None], told[2:]])


def _has_price(key: str) -> bool:
    # Nearly all texts have none, which is quickly seen.
    return ("$" in key or "kr" in key or not key.isascii()) and _PRICE.search(key) is not None


def _verdicts(page: Page, kinds: Ints) -> Bytes:
    """(..., n): a block's kind, what it says, what removed it, and whether it is outside of the story."""
    by_rule: dict[str, list[int]] = {rule: [] for rule in RULES}
    for index, name in page.removed.items():
        if name in by_rule:
            by_rule[name].append(index)
    said = [phrases_of(page, topic) for topic in TOPICS]
    found = [*said, *by_rule.values(), page.removed, [index for index, _ in outside(page)]]
    rows = np.zeros((len(found), len(kinds)), np.uint8)
    for row, indices in zip(rows, found, strict=True):
        if indices:
            row[list(indices)] = FULL
    return np.concatenate([(kinds == np.arange(len(_KINDS))[:, None]).astype(np.uint8) * FULL, rows])


def _places(page: Page, boxes: Table, at: Ints, lengths: Ints) -> Bytes:
    """(len(_PLACES), n): where a block stands on the page and in its boxes."""
    blocks = page.original
    size = len(blocks)
    index = np.arange(size)
    all_first, all_last = _first_and_last([block.index for block in blocks if block.prose], size)
    first, last = _first_and_last([block.index for block in page.blocks if block.prose], size)
    title = next((block.index for block in blocks if block.level == 1 and block.kind == "heading"), None)
    item, items = boxes.item[at], boxes.list[at]
    homes = boxes.home[at], boxes.around[at], item
    shares = share(
        np.array([index, np.cumsum(lengths) - lengths, *(index - boxes.first[home] for home in homes)]),
        np.array([np.full(size, size), np.full(size, lengths.sum()), *(boxes.blocks[home] for home in homes)]),
    )
    after = index > (size if title is None else title)
    where = [item > 0, items > 0, index < all_first, index > all_last, index < first, index > last, after]
    away = np.full(size, _FAR) if title is None else np.abs(index - title)
    steps = [away, first - index, index - last, index - boxes.first[item], index - boxes.first[items]]
    return np.concatenate([shares, np.array(where).astype(np.uint8) * FULL, log(np.array(steps))])


def _first_and_last(indices: list[int], size: int) -> tuple[int, int]:
    """The first and the last; all is before the first and after the last where there is none."""
    return (indices[0], indices[-1]) if indices else (size, -1)


def page_features(page: Page, own: Bytes, verdicts: Bytes, lengths: Ints) -> Bytes:
    """What tells of the page as a whole, its hints apart."""
    prose = own[_OWN.index("prose")] > 0
    kept = verdicts[-2] == 0
    found = (verdicts > 0).sum(axis=1).tolist()
    path = _path(page.url)
    price = (own[_OWN.index("price")] > 0).sum()
    counts = [
        len(lengths), lengths.sum(), prose.sum(), kept.sum(), (kept & prose).sum(), price, path.count("/"), len(path),
        path.count("-"), len(page.facts.pictures), len(page.facts.times), *found[: len(_KINDS)],
        *found[-len(RULES) - 2 : -1],
    ]  # fmt: skip
    root = page.root
    parts = np.array([root.linked, lengths[prose].sum(), lengths[kept].sum(), lengths[kept & prose].sum()])
    shares = share(parts, np.array([root.chars, *[lengths.sum()] * 3]))
    kind = page.facts.first_meta("og:type") or ""
    types = " ".join(str(item.get("@type"))[:_TYPE] for item in page.facts.json_ld[:_ASKED])
    says = [
        not path, _NUMBER.search(path), bool(page.facts.first_meta("article:published_time")), kind == "article",
        kind == "website", "product" in kind, *(re.search(pattern, types) for pattern in _TYPES),
    ]  # fmt: skip
    return np.concatenate([log(np.array(counts)), shares, np.array([bool(one) for one in says], np.uint8) * FULL])


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path.strip("/")
    except ValueError:  # no address at all
        return ""
