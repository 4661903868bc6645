"""Where rules and the network meet: which blocks are body, what the page is, and how far to trust that."""

from __future__ import annotations

from functools import cache

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
says. There such a find is body like any other block."""
_DOUBTFUL = frozenset(("advertisements", "appended", "comments", "teasers"))
"""Rules whose finds may be body on all pages but articles, where they need more than other blocks if the page is one
text. What any other filter removed stays removed, and so does a `figcaption`."""
_DOUBTFUL_ON_MANY = _DOUBTFUL | {"captions", "tags"}
_SURE = 0.8
_LINKED = 0.5
"""Share of a block that stands inside links; one of so many needs more still, also where a rule sees it outside."""
_SURE_OF_LINKS = 0.9
_SURE_OF_LINES = 0.7
"""In a story without markup. Calibrated is 0.62, on pages of all sorts; news has more teasers that read like prose
(article-extraction-benchmark 0.916 to 0.923, fundus-evaluation 0.819 to 0.827)."""
_NOTES = ("footnotes", "footnote", "endnotes", "[doc-endnotes]")
_LIKELY = 0.3
"""Enough for what stands under a name that tells for the body."""
_STORIES = ("Article", "BlogPosting")
_MARKED = frozenset((*_STORIES, "NewsArticle"))
_LOOKED_AT = 50
_FEW = 4
"""Blocks; a page of fewer is a fragment."""
_NEARLY_ALL = 0.9
_NEVER = 256
"""Over the highest level."""
_PER_MILLE = np.array([round(1000 * score) for score in SCORES], np.int64)


def judge(page: Page, weights: Weights | None = None, threshold: float | None = None) -> Judgement | None:
    """Judges the page as rules left it, with the library's own weights unless others are given; None without blocks.

    threshold: the score that a block needs; by default one that the weights have for each type of page.
    """
    if not page.original:
        return None
    weights = weights or load("text" if page.plain else "page")
    scored = scored_as_stated(page, score(features(page, weights.odds, weights.hints), weights))
    least = _usual(page, weights, scored.kind) if threshold is None else _level(threshold)
    asked = SCORES[least] if threshold is None else threshold
    body = scored.levels >= needed(page, scored.kind, least)
    if threshold is None and page.plain and _is_extracted(page):
        body = _by_rules(page)
    elif threshold is None and not body.any():
        body = _without_any(page, scored, body)
    scores = tuple([SCORES[level] for level in scored.levels.tolist()])
    confidence = round(float(weights.confidence[scored.kind, promise(page, scored.levels, body)]), 3)
    judgement = Judgement(KINDS[scored.kind], confidence, scores, tuple(body.tolist()), asked)
    page.shared[JUDGEMENT] = judgement
    return judgement


def _usual(page: Page, weights: Weights, kind: int) -> int:
    """The level that a block needs where nobody asks for another threshold."""
    plain_story = page.plain and KINDS[kind] == "article"
    return max(int(weights.thresholds[kind]), _level(_SURE_OF_LINES) if plain_story else 0)


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


def needed(page: Page, kind: int, least: int) -> Ints:
    """(n,): the level from which on each block is body, on a page of this kind where `least` is enough by itself."""
    levels = np.full(len(page.original), least, np.int64)
    one_text = KINDS[kind] not in _OF_MANY
    doubtful = frozenset() if KINDS[kind] == "article" else _DOUBTFUL if one_text else _DOUBTFUL_ON_MANY
    for index, name in page.removed.items():
        if name not in doubtful or page.original[index].kind == "caption":
            levels[index] = _NEVER
        elif one_text:
            levels[index] = max(least, _sure(page, index))
    if page.plain:  # what stands before the first prose and after the last, boxes having nothing to say
        levels[[index for index, _ in outside(page)]] = _NEVER
    elif one_text:
        for index, _ in outside(page):
            if page.original[index].link_share >= _LINKED:
                levels[index] = max(levels[index], _sure(page, index))
        for block in (block for name in _NOTES for box in page.named(name) for block in page.inside(box)):
            levels[block.index] = min(levels[block.index], _level(_LIKELY))
    return levels


def _sure(page: Page, index: int) -> int:
    """The level that a block needs which a rule found."""
    return _level(_SURE_OF_LINKS if page.original[index].link_share >= _LINKED else _SURE)


def closed(page: Page, kind: int) -> NDArray[np.bool_]:
    """(n,): whether a rule has the last word on a block, on a page of this kind."""
    last_word: NDArray[np.bool_] = needed(page, kind, 0) == _NEVER
    return last_word


def promise(page: Page, levels: Ints, body: NDArray[np.bool_]) -> int:
    """The F1 that the scores promise, in percent: 2 * the body's chances / (its size + the chances of all)."""
    sizes = np.array([size(block.text) for block in page.original], np.int64)
    chances = _PER_MILLE[levels] * sizes
    said, true = int(sizes[body].sum()) * 1000, int(chances.sum())
    return 2 * int(chances[body].sum()) * FULL // (said + true) if said + true else 0


@cache
def _level(threshold: float) -> int:
    """The first level whose score reaches the threshold; 256, which none has, for a threshold over 1."""
    return next((level for level, score in enumerate(SCORES) if score >= threshold), len(SCORES))
