"""The learned filter: features, network, weights. Nothing here imports numpy before a page is judged."""

from __future__ import annotations

import hashlib
import pkgutil
from functools import cache
from typing import NamedTuple

from cleaner.block import Page

WEIGHTS = ("page", "text")
"""What comes with the library: for pages, and for text without markup."""
KINDS = ("article", "forum", "product", "collection", "listing", "documentation", "service")
"""The kinds of page, as `Article.page_type` names them."""
JUDGEMENT = "judgement"


class Judgement(NamedTuple):
    """What the model says of a page with n blocks."""

    page_type: str
    confidence: float
    """The word F1 to expect of the body, 0 to 1."""
    scores: tuple[float, ...]
    """(n,): how likely each block is body, 0 to 1; siblings of one kind have one score."""
    body: tuple[bool, ...]
    """(n,)"""
    threshold: float
    """The score from which on a block of this page is body, unless it needs more."""
    needs: tuple[float, ...]
    """(n,): the score that each block needs besides: 0, more where a rule doubts it, infinite where one is certain."""


def judgement_of(page: Page) -> Judgement | None:
    """What the model said of the page; None where nobody asked it, as without the filter `boilerplate`."""
    judgement: Judgement | None = page.shared.get(JUDGEMENT)
    return judgement


def content(name: str) -> bytes:
    """The bytes of weights that come with the library, one of `WEIGHTS`."""
    data = pkgutil.get_data(__name__, f"{name}.npz")
    assert data is not None, f"cleaner/model/{name}.npz is missing from this installation"
    return data


@cache
def digests() -> tuple[str, ...]:
    """16 hexadecimal digits of the SHA-256 of each."""
    return tuple(hashlib.sha256(content(name)).hexdigest()[:16] for name in WEIGHTS)
