"""Where rules and the network meet: which blocks are body, what the page is, and how far to trust that."""

from __future__ import annotations

from math import inf

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Page
from cleaner.model import JUDGEMENT, KINDS, Judgement
from cleaner.model.characters import sizes
from cleaner.model.features import features
from cleaner.model.needs import level
from cleaner.model.score import SCORES, Scored, score, surely
from cleaner.model.stakes import Choice, at_stake, choose, promise
from cleaner.model.weights import Weights, load
from cleaner.outline import outside
from cleaner.wording import size

_SURE_OF_LINES = 0.75
"""In a story without markup, whatever its body promises: news has more teasers that read like prose than other pages
(article-extraction-benchmark 0.922 without it, 0.926 with; fundus-evaluation 0.890, 0.894)."""
_NEEDED = (0.0, *SCORES[1:], inf)
"""The score that each level of `needs` asks for."""
_STORIES = ("Article", "BlogPosting")
_MARKED = frozenset((*_STORIES, "NewsArticle"))
_LOOKED_AT = 50
_FEW = 4
"""Blocks; a page of fewer is a fragment."""
_NEARLY_ALL = 0.9
_LABEL = 50
"""Characters. Of a page that rules took whole no less comes back: what scripts draw is a menu until they run. In WCXB's
development split that is four pages of two sites, with no true text in the markup; the next has 127 characters."""


def judge(page: Page, weights: Weights | None = None, threshold: float | None = None) -> Judgement | None:
    """Judges the page as rules left it, with the library's own weights unless others are given; None without blocks.

    threshold: the score that a block needs; by default the one whose body promises the best F1.
    """
    if not page.original:
        return None
    weights = weights or load("text" if page.plain else "page")
    scored = scored_as_stated(page, score(features(page, weights.odds, weights.hints), weights))
    stakes = at_stake(page, scored, weights.chances)
    choice = choose(stakes)
    way = choice.way
    least = _usual(page, choice) if threshold is None else level(threshold)
    asked = SCORES[least] if threshold is None else threshold
    body = way.reached >= least
    body &= (body & (scored.levels >= least)).any()  # footnotes, or a standfirst, that alone reach it are no body
    if threshold is None and page.plain and (len(page.original) < _FEW or _is_extracted(page)):
        body = _by_rules(page)
    elif threshold is None and not body.any():
        body = _without_any(page, scored, body)
    elif threshold is None and not page.blocks and sizes(page)[body].sum() < _LABEL:
        body = np.zeros_like(body)
    scores = tuple([SCORES[at] for at in scored.levels.tolist()])
    confidence = round(float(weights.confidence[way.kind, promise(stakes, body)]), 3)
    besides = tuple([_NEEDED[need] for need in way.needs.tolist()])
    judgement = Judgement(KINDS[way.kind], confidence, scores, tuple(body.tolist()), asked, besides)
    page.shared[JUDGEMENT] = judgement
    return judgement


def _usual(page: Page, choice: Choice) -> int:
    """The level that a block needs where nobody asks for another threshold."""
    plain_story = page.plain and KINDS[choice.way.kind] == "article"
    return max(choice.threshold, level(_SURE_OF_LINES) if plain_story else 0)


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
    return scored._replace(kinds=surely("article")) if news or story or marked else scored
