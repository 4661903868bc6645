"""The words of a block that a table of odds may know: names of its inline elements or, without markup, what it says."""

from __future__ import annotations

import re

from cleaner.block import Page
from cleaner.model.boxes import Odds, odds_of_all
from cleaner.model.scale import Bytes
from cleaner.wording import size

_WORD = re.compile(
    r"[^\s\d_!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u206f\u20a0-\u2bff\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]+"
)
"""No white space, digit, punctuation or symbol. Vowel signs, which `\\w` leaves out, are parts of words."""
_LOOKED_AT = 120
"""Characters; how a block begins tells what it is."""
_FEW, _SOME = 3, 10
"""Words; "share" by itself tells another thing than in a sentence."""
_LETTERS = 10
"""Of a word; where nothing parts words, this many count as one at least."""
LENGTHS = ("0", "1", "2")
"""Of blocks of at most three words, of at most ten, and of more."""


def sayings(key: str) -> frozenset[str]:
    """The words that a block begins with, each with how long it is, "1more"; and all of a short one, "0=learn more".

    `key` is `Block.key`. A language that parts no words has phrases here, of which few stand on more than one page.
    """
    begins = key if len(key) <= _LOOKED_AT else key[:_LOOKED_AT].rpartition(" ")[0] or key[:_LOOKED_AT]
    words = _WORD.findall(begins)
    many = max(len(words), size(begins) // _LETTERS)
    length = LENGTHS[(many > _FEW) + (many > _SOME)]
    said = frozenset(length + word for word in words)
    return said | {f"{length}={' '.join(words)}"} if many <= _FEW and len(words) > 1 else said


def odds_of_words(page: Page, odds: Odds) -> Bytes:
    """(blocks, 3 * TABLES): what the words of each block tell, as `odds_of_all` has it.

    The words of class, rel and itemprop inside it; of text without markup what `sayings` finds in it.
    """
    words = [sayings(block.key) if page.plain else block.marks for block in page.original]
    numbers: dict[frozenset[str], int] = {}
    of = [numbers.setdefault(some, len(numbers)) for some in words]
    return odds_of_all(list(numbers), odds).take(of, axis=0)
