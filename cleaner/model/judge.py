"""Where rules and the network meet: which blocks are body, what the page is, and how far to trust that."""

from __future__ import annotations

from functools import cache
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Page
from cleaner.model import JUDGEMENT, KINDS, Judgement
from cleaner.model.features import features
from cleaner.model.scale import FULL, Ints
from cleaner.model.score import SCORES, Scored, score
from cleaner.model.weights import Weights, load
from cleaner.outline import outside
from cleaner.wording import size

_OF_MANY = frozenset(("collection", "forum", "listing"))
"""Kinds of page whose body is many items: what rules take for teasers is what a listing lists, comments what a forum
says, a menu's lines what a collection collects. There such a find is body like any other block."""
_DOUBTFUL = frozenset(("advertisements", "appended", "captions", "comments", "navigation", "tags", "teasers"))
"""Rules whose finds may be body on all pages but articles, where they need more than other blocks if the page is one
text. What any other filter removed stays removed, and so do a `figcaption` and what customers say of a product."""
_SURE = 0.5
"""Out of fold, 0.8 here and 0.9 of links come to 0.8757, these to 0.8770, and none to as much."""
_LINKED = 0.5
"""Share of a block that stands inside links; one of so many needs more still, also where a rule sees it outside."""
_SURE_OF_LINKS = 0.6
_SURE_OUTSIDE = 0.9
"""Of links where a rule sees them outside the story: 0.9 for 0.6 brings 0.001 on trafilatura's snippets, and costs all
pages out of fold 0.0006."""
_SURE_OF_LINES = 0.8
"""In a story without markup, whatever its body promises: news has more teasers that read like prose than other pages
(article-extraction-benchmark 0.916 to 0.931, fundus-evaluation 0.865 to 0.876)."""
_NOTES = ("footnotes", "footnote", "endnotes", "[doc-endnotes]")
_LIKELY = 0.3
"""Enough for what stands under a name that tells for the body."""
_STORIES = ("Article", "BlogPosting")
_MARKED = frozenset((*_STORIES, "NewsArticle"))
_LOOKED_AT = 50
_FEW = 4
"""Blocks; a page of fewer is a fragment."""
_NEARLY_ALL = 0.9
NEVER = 256
"""Over the highest level."""
_LOWEST, _HIGHEST = 96, 138
"""Levels between which a page's threshold lies, scores of 0.12 and 0.65: what scores more is body also where it is as
little as a subhead. Wider bounds bring nothing out of fold."""
_NEARLY = 0.015
"""Of F1. Readers would rather miss a line than read another's: by this news comes out better, and all pages out of fold
lose 0.001."""


def judge(page: Page, weights: Weights | None = None, threshold: float | None = None) -> Judgement | None:
    """Judges the page as rules left it, with the library's own weights unless others are given; None without blocks.

    threshold: the score that a block needs; by default the one whose body promises the best F1.
    """
    if not page.original:
        return None
    weights = weights or load("text" if page.plain else "page")
    scored = scored_as_stated(page, score(features(page, weights.odds, weights.hints), weights))
    needs = needed(page, scored.kind)
    reached, stakes = reach(page, scored, needs), at_stake(page, scored, needs, weights.chances)
    least = _usual(page, scored.kind, reached, stakes) if threshold is None else _level(threshold)
    asked = SCORES[least] if threshold is None else threshold
    body = reached >= least
    if threshold is None and page.plain and (len(page.original) < _FEW or _is_extracted(page)):
        body = _by_rules(page)
    elif threshold is None and not body.any():
        body = _without_any(page, scored, body)
    scores = tuple([SCORES[level] for level in scored.levels.tolist()])
    confidence = round(float(weights.confidence[scored.kind, promise(stakes, body)]), 3)
    besides = tuple([inf if need == NEVER else SCORES[need] if need else 0.0 for need in needs.tolist()])
    judgement = Judgement(KINDS[scored.kind], confidence, scores, tuple(body.tolist()), asked, besides)
    page.shared[JUDGEMENT] = judgement
    return judgement


def _usual(page: Page, kind: int, reached: Ints, stakes: Stakes) -> int:
    """The level that a block needs where nobody asks for another threshold."""
    plain_story = page.plain and KINDS[kind] == "article"
    return max(best(reached, stakes), _level(_SURE_OF_LINES) if plain_story else 0)


def _is_extracted(page: Page) -> bool:
    """Whether text without markup is, below its first line, nearly all prose: then another tool has chosen it."""
    below = page.original[1:]
    told = sum(size(block.text) for block in below if block.prose)
    return told >= _NEARLY_ALL * sum(size(block.text) for block in below)


def _without_any(page: Page, scored: Scored, body: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(n,): what the body is where no block scores enough.

    A fragment is left to the rules. Whoever sends text without markup has a text to clean: of that, the prose that
    scores best. Other pages may well have none.
    """
    if len(page.original) < _FEW:
        return _by_rules(page)
    if page.plain:
        prose = _by_rules(page) & np.array([block.prose for block in page.original])
        best: NDArray[np.bool_] = prose & (scored.levels == scored.levels[prose].max(initial=0))
        return best
    return body


def _by_rules(page: Page) -> NDArray[np.bool_]:
    """(n,): what rules leave. The network has seen no page of a line or two, and takes one for a scrap of another."""
    left = np.ones(len(page.original), np.bool_)
    left[[*page.removed, *(index for index, _ in outside(page))]] = False
    return left


def scored_as_stated(page: Page, scored: Scored) -> Scored:
    """The same, of an article where the page itself says that it is one.

    By a news article in its JSON-LD, by another story there together with `og:type`, or by the one story that its
    microdata marks up: so do 244 of the 793 articles in WCXB's development split, and 5 of the 704 other pages.
    """
    types = [str(item.get("@type")) for item in page.facts.json_ld[:_LOOKED_AT]]
    news = any("NewsArticle" in kind for kind in types)
    og_type = (page.facts.first_meta("og:type") or "").lower()
    story = og_type == "article" and any(story in kind for kind in types for story in _STORIES)
    marked = sum(kind in _MARKED for kind in page.facts.itemtypes) == 1
    return scored._replace(kind=KINDS.index("article")) if news or story or marked else scored


def needed(page: Page, kind: int) -> Ints:
    """(n,): the level that each block needs beside the threshold, on a page of this kind.

    0 for most, more where a rule doubts it, 256, which none has, where a rule has the last word.
    """
    levels = np.zeros(len(page.original), np.int64)
    one_text = KINDS[kind] not in _OF_MANY
    doubtful = frozenset() if KINDS[kind] == "article" else _DOUBTFUL
    if KINDS[kind] == "product":
        doubtful -= {"comments"}
    for index, name in page.removed.items():
        if name not in doubtful or page.original[index].kind == "caption":
            levels[index] = NEVER
        elif one_text:
            levels[index] = _sure(page, index)
    if page.plain:  # what stands before the first prose and after the last, boxes having nothing to say
        levels[[index for index, _ in outside(page)]] = NEVER
    elif one_text:
        for index, _ in outside(page):
            if page.original[index].link_share >= _LINKED:
                levels[index] = max(levels[index], _level(_SURE_OUTSIDE))
        levels[_notes(page)] = 0
    return levels


def _notes(page: Page) -> list[int]:
    return [block.index for name in _NOTES for box in page.named(name) for block in page.inside(box)]


def _sure(page: Page, index: int) -> int:
    """The level that a block needs which a rule found."""
    return _level(_SURE_OF_LINKS if page.original[index].link_share >= _LINKED else _SURE)


def reach(page: Page, scored: Scored, needs: Ints) -> Ints:
    """(n,): the highest threshold, as a level, at which each block is body; -1 where it is at none."""
    reached = np.where(scored.levels >= needs, scored.levels, -1)
    if not page.plain and KINDS[scored.kind] not in _OF_MANY:
        notes = _notes(page)
        reached[notes] = np.where(scored.levels[notes] >= _level(_LIKELY), len(SCORES) - 1, reached[notes])
    return reached


class Stakes(NamedTuple):
    """What there is to win on a page of n blocks, in thousandths of a character."""

    sizes: Ints
    """(n,)"""
    chances: Ints
    """(n,): how much of each its score lets expect to be body; nothing of what a rule has the last word on."""


def at_stake(page: Page, scored: Scored, needs: Ints, chances: Ints) -> Stakes:
    """`chances` has the thousandths of each level, (256,)."""
    sizes = np.array([size(block.text) for block in page.original], np.int64)
    return Stakes(1000 * sizes, np.where(needs == NEVER, 0, chances[scored.levels] * sizes))


def best(reached: Ints, stakes: Stakes) -> int:
    """The threshold, as a level, whose body promises the best F1; of those that promise nearly as much the highest."""
    said, right = (np.bincount(reached + 1, of, len(SCORES) + 1)[:0:-1].cumsum()[::-1] for of in stakes)
    promised = 2 * right / np.maximum(said + stakes.chances.sum(), 1)
    among = promised[_LOWEST : _HIGHEST + 1]
    return _LOWEST + int(np.flatnonzero(among >= among.max() - _NEARLY)[-1])


def promise(stakes: Stakes, body: NDArray[np.bool_]) -> int:
    """The F1 that a body promises, in percent: 2 * its chances / (its size + the chances of all)."""
    said, true = int(stakes.sizes[body].sum()), int(stakes.chances.sum())
    return 2 * int(stakes.chances[body].sum()) * FULL // (said + true) if said + true else 0


@cache
def _level(threshold: float) -> int:
    """The first level whose score reaches the threshold; 256, which none has, for a threshold over 1."""
    return next((level for level, score in enumerate(SCORES) if score >= threshold), len(SCORES))
