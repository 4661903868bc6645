"""What the model sees of a page: a row a block and a row for the page, in whole numbers from 0 to 100.

Whole, so that they are the same on every processor (see `scale`). Most columns are blind to language: sizes, links,
punctuation, place, boxes. What is not: the topics of the phrases that a block says (`languages`), what rules found, and
a table of odds that comes with the weights, for the words that boxes are named with, or that text without markup says.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np

from cleaner.block import Block, Page
from cleaner.languages import TOPICS
from cleaner.model import KINDS
from cleaner.model.boxes import SIZES, TAGS, Odds, Table, table
from cleaner.model.characters import counts, numbers
from cleaner.model.hints import Hints, told
from cleaner.model.scale import FULL, Bytes, Ints, log, share
from cleaner.model.vocabulary import odds_of_words
from cleaner.outline import outside
from cleaner.signs import phrases_of
from cleaner.wording import size

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
_NUMBER = re.compile(r"\d+")
_PRICE = re.compile(r"[$€£¥₹₽]\s?\d|\d\s?(?:[€£₽₹円元]|zł|kr\b)")
_FAR = 1000
"""Blocks from the headline where there is none."""
_TYPE = 60
"""Characters; no type's name is longer."""
_MOSTLY = 0.5
"""Share of a block that stands inside links."""
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
    sibling: Ints
    """(n,): a number that blocks share which are of one kind, all prose or not, mostly links or not, in boxes of one
    name, in one sequence; and those of one quotation. Without boxes nothing says so, and each stands alone."""


def features(page: Page, odds: Odds, hints: Hints) -> Features:
    """The features of a page, after the rules: `page.blocks` and `page.removed` say what they left."""
    blocks = page.original
    boxes = table(page, odds)
    at = np.array([boxes.rows.get(block.box.number, 0) for block in blocks])
    home, around, item = boxes.home[at], boxes.around[at], boxes.item[at]
    counted = _counts(page)
    own = _own(blocks, counted[_COUNTS.index("numbers")])
    kinds = np.array([_KIND[block.kind] for block in blocks])
    verdicts = _verdicts(page, kinds)
    lengths = np.array([len(block.text) for block in blocks])
    matrix = np.hstack(
        [
            np.vstack([log(counted), own, verdicts, _places(page, boxes, at, lengths)]).T,
            *(boxes.sizes.take(row, axis=0) for row in (at, home, around, boxes.around[around], item, boxes.list[at])),
            boxes.tags.take(at, axis=0),
            boxes.words.take(at, axis=0),
            odds_of_words(page, odds),
        ]
    )
    whole = np.concatenate([page_features(page, own, verdicts, lengths), told(page, hints)])
    siblings = _siblings(blocks, home, boxes.name[at], kinds) if page.boxes else np.arange(len(blocks))
    return Features(matrix, whole, home, around, item, siblings)


def _siblings(blocks: tuple[Block, ...], home: Ints, name: Ints, kinds: Ints) -> Ints:
    """(n,): a number that blocks share which get one decision. A quotation is one, with whom it is from."""
    reads = np.array([(block.link_share >= _MOSTLY) + 2 * block.prose for block in blocks])
    shared: Ints = ((home * (name.max() + 1) + name) * len(_KINDS) + kinds) * 4 + reads
    for row, block in enumerate(blocks):
        if block.kind == "quote":
            quoted = next((box.number for box in block.box.path() if box.tag == "blockquote"), None)
            shared[row] = shared[row] if quoted is None else -1 - quoted
    return shared


def _counts(page: Page) -> Ints:
    """(len(_COUNTS), n): how much of everything a block has."""
    blocks = page.original
    texts = [block.text for block in blocks]
    keys = [block.key for block in blocks]
    said = Counter(keys)
    sizes, links = [size(text) for text in texts], [block.links for block in blocks]
    rows, repeated = [len(block.rows or ()) for block in blocks], [said[key] for key in keys]
    last = len(blocks)
    pictures = np.bincount([p.index for p in page.facts.pictures if p.index <= last], minlength=last + 1)
    times = np.bincount([t.index for t in page.facts.times if t.index <= last], minlength=last + 1)
    nearby = pictures[:-1], pictures[1:], times[:-1], times[1:]
    return np.vstack([sizes, links, *counts(texts), numbers(keys), rows, repeated, *nearby])


def _own(blocks: tuple[Block, ...], digits: Ints) -> Bytes:
    """(len(_OWN), n): what a block looks like by itself."""
    texts = [block.text for block in blocks]
    ends = [text[-1] for text in texts]
    flags = (
        [block.bold for block in blocks],
        [block.prose for block in blocks],
        [end in _END for end in ends],
        [end in _COLON for end in ends],
        [text.isupper() for text in texts],
        [text.endswith(_CUT) for text in texts],
        [some > 0 and _has_price(block.key) for some, block in zip(digits.tolist(), blocks, strict=True)],
        [end in _ASKS for end in ends],
        [text[0].islower() for text in texts],
        [bool(block.marks) for block in blocks],
    )
    told = np.frombuffer(b"".join(map(bytes, flags)), np.uint8).reshape(-1, len(blocks)) * FULL
    linked = (np.array([block.link_share for block in blocks]) * FULL).astype(np.uint8)
    levels = np.array([block.level or 0 for block in blocks]) * 16 % FULL
    return np.vstack([linked, told[:2], levels.astype(np.uint8), told[2:]])


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
    return np.vstack([(kinds == np.arange(len(_KINDS))[:, None]).astype(np.uint8) * FULL, rows])


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
        np.stack([index, np.cumsum(lengths) - lengths, *(index - boxes.first[home] for home in homes)]),
        np.stack([np.full(size, size), np.full(size, lengths.sum()), *(boxes.blocks[home] for home in homes)]),
    )
    after = index > (size if title is None else title)
    where = [item > 0, items > 0, index < all_first, index > all_last, index < first, index > last, after]
    away = np.full(size, _FAR) if title is None else np.abs(index - title)
    steps = [away, first - index, index - last, index - boxes.first[item], index - boxes.first[items]]
    return np.vstack([shares, np.stack(where).astype(np.uint8) * FULL, log(np.stack(steps))])


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
