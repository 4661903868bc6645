"""What rules leave to the scores: the level that a block needs to be body, on pages of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Block, Page
from cleaner.languages import TOPICS
from cleaner.model import KINDS
from cleaner.model.refrains import refrains
from cleaner.model.scale import Ints
from cleaner.model.score import SCORES
from cleaner.outline import outside
from cleaner.panels import is_closed
from cleaner.signs import phrases_of
from cleaner.story import span

_OF_MANY = ("collection", "forum", "listing")
"""Kinds of page whose body is many items: what rules take for teasers is what a listing lists, comments what a forum
says, a menu's lines what a collection collects. There such a find is body like any other block."""
_ALIKE = (("article",), ("product",), ("documentation",), ("service",), _OF_MANY)
"""Kinds on whose pages rules have the same say."""
_HARDLY = 100
"""Thousandths; what is less likely is not looked at. Out of fold 1 and 50 come to 0.8817, this to 0.8815."""
_DOUBTFUL = frozenset(("advertisements", "appended", "captions", "comments", "navigation", "tags", "teasers"))
"""Rules whose finds may be body on all pages but articles, where they need more than other blocks if the page is one
text. What any other filter removed stays removed, and so do a `figcaption` and what customers say of a product. Closed
panels are doubtful too: that brings 0.0008 out of fold, and 0.0042 on service pages; and prose that fades in when a
reader comes to it, which brings 0.0006 (8 pages better, 1 worse)."""
_DOUBTED = {
    "article": frozenset[str](),
    "product": _DOUBTFUL - {"comments", "navigation"},
    "documentation": _DOUBTFUL | {"biographies", "repeats"},
}
"""What is doubtful on pages of these kinds. Menus of products left to the scores cost 0.0007 out of fold. A reference
says the same of many things in its lists: that brings documentation from 0.937 to 0.939."""
_CERTAIN_IN_LINES = frozenset(("advertisements", "captions", "navigation", "repeats", "tags"))
"""Those of them that decide in text without markup, of which the network often mistakes the type. A fold of
wcxb-dev as text comes to 0.8342 with it and without, fundus-dev to 0.896 instead of 0.886."""
_FADING = frozenset(("opacity: 0", "visibility: hidden"))
"""How elements begin that scripts make appear as the page is scrolled."""
_FEWEST = 3
"""Paragraphs that fade in; fewer are a pop-up, a tip, or what a form says when it is sent."""
_OTHER_TAGS = frozenset("aside dialog fieldset footer form header nav".split())
_OTHER_ROLES = frozenset("alert alertdialog dialog form listbox menu menubar navigation search status".split())
_OTHER_NAMES = frozenset(
    "basket carousel cart comment comments consent cookie login newsletter recommended related review reviews share "
    "sharing signin slick slide slider social subscribe swiper".split()
)
"""Of boxes whose text other filters take, which see nothing hidden: `hidden` comes before them."""
_OVERLAYS = frozenset(
    "drawer dropdown flyout lightbox megamenu menu modal nav navbar navigation offcanvas overlay popover popup subnav "
    "submenu toast tooltip".split()
)
"""Names of boxes that open over the page."""
_SURE = 0.5
"""Out of fold, 0.8 here and 0.9 of links come to 0.8757, these to 0.8770, and none to as much."""
_LINKED = 0.5
"""Share of a block that stands inside links; one of so many needs more still, also where a rule sees it outside."""
_SURE_OF_LINKS = 0.6
_SURE_OUTSIDE = 0.9
"""Of links where a rule sees them outside the story: 0.9 for 0.6 brings 0.001 on trafilatura's snippets, and costs all
pages out of fold 0.0006."""
_NOTES = ("footnotes", "footnote", "endnotes", "[doc-endnotes]")
NEVER = 256
"""Over the highest level."""


def ways(kinds: Ints) -> Iterator[tuple[int, int]]:
    """Ways in which rules may have their say: the likeliest of kinds that are alike, and how likely it is one of them.

    In thousandths, which `kinds` has of each kind, (kinds,). At least one way is likely enough to count.
    """
    for alike in _ALIKE:
        shares = {KINDS.index(name): int(kinds[KINDS.index(name)]) for name in alike}
        if sum(shares.values()) >= _HARDLY:
            yield max(shares, key=lambda kind: shares[kind]), sum(shares.values())


def needed(page: Page, kind: int) -> Ints:
    """(n,): the level that each block needs beside the threshold, on a page of this kind.

    0 for most, more where a rule doubts it, 256, which none has, where a rule has the last word.
    """
    levels = [0] * len(page.original)
    for index, least in chain(_found(page, kind), _outside(page, kind)):
        levels[index] = max(levels[index], least)
    if KINDS[kind] == "forum":
        for index in refrains(page):
            levels[index] = NEVER
    needs = np.array(levels, np.int64)
    if is_one_text(kind) and not page.plain:
        needs[notes(page)] = 0
    return needs


def _found(page: Page, kind: int) -> Iterator[tuple[int, int]]:
    """What rules found, and the level that it needs."""
    article = KINDS[kind] == "article"
    doubtful = _DOUBTED.get(KINDS[kind], _DOUBTFUL)
    if page.plain:
        doubtful -= _CERTAIN_IN_LINES
    fading = _fading(page)
    for index, name in page.removed.items():
        block = page.original[index]
        opens = index in fading or (name == "hidden" and is_closed(block.hidden))
        panel = opens and not article and not _stays_shut(block)
        copy = name == "repeats" and block.kind != "list_item"
        if block.kind == "caption" or copy or not (panel or name in doubtful):
            yield index, NEVER
        elif panel or is_one_text(kind):
            yield index, _sure(block)


def _outside(page: Page, kind: int) -> Iterator[tuple[int, int]]:
    """What stands outside the story, and the level that it needs."""
    if not (page.plain or is_one_text(kind)):
        return
    for index, _ in outside(page):
        if page.plain:  # before the first prose and after the last, boxes having nothing to say
            yield index, NEVER
        elif page.original[index].link_share >= _LINKED:
            yield index, level(_SURE_OUTSIDE)


def is_one_text(kind: int) -> bool:
    """Whether the body of a page of this kind is one text and not many items."""
    return KINDS[kind] not in _OF_MANY


def notes(page: Page) -> NDArray[np.bool_]:
    """(n,): the footnotes that rules left; those of one text are body also where they score less than the rest."""
    found = np.zeros(len(page.original), np.bool_)
    boxes = [box for name in _NOTES for box in page.named(name)]
    for box in boxes:
        found[box.first : box.first + box.blocks] = True
    if boxes:
        found[list(page.removed)] = False
    return found


@cache
def level(threshold: float) -> int:
    """The first level whose score reaches the threshold; 256, which none has, for a threshold over 1."""
    return next((level for level, score in enumerate(SCORES) if score >= threshold), len(SCORES))


def _stays_shut(block: Block) -> bool:
    """Whether a box around what is hidden says that it would go all the same."""
    return any(
        box.tag in _OTHER_TAGS or box.role in _OTHER_ROLES or not _OTHER_NAMES.isdisjoint(box.words)
        for box in block.box.path()
        if box.tag != "body"  # whose names tell what the site can do
    )


def _fading(page: Page) -> frozenset[int]:
    """The prose that appears on the way through the story.

    No copy of what is seen, nothing that opens over the page, and nothing that rules would take if it were seen.
    """
    hidden = [page.original[index] for index, name in page.removed.items() if name == "hidden"]
    fading = [block for block in hidden if block.hidden in _FADING and block.prose]
    if len(fading) < _FEWEST:
        return frozenset()
    first = span(page).first
    seen = {block.key for block in page.original if not block.hidden}
    said = frozenset(chain.from_iterable(phrases_of(page, topic) for topic in TOPICS))
    found = [
        block.index
        for block in fading
        if block.index > first and block.index not in said and block.key not in seen and not _opens_over(block)
    ]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _opens_over(block: Block) -> bool:
    return any(not _OVERLAYS.isdisjoint(box.words) for box in block.box.path() if box.tag != "body")


def _sure(block: Block) -> int:
    """The level that a block needs which a rule found."""
    return level(_SURE_OF_LINKS if block.link_share >= _LINKED else _SURE)
