"""What a forum says beside every post."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cleaner.block import Page

_LONGEST = 60
"""Characters. On forum pages of WCXB's development split, out of fold, 40 bring 0.002 and this brings 0.0025."""
_LEAST = 3
"""Times; 2 bring 0.002, 4 bring 0.002."""
_KINDS = ("heading", "list_item", "other", "paragraph")
_NO_LETTERS = re.compile(r"[\d\W_]+")
_LINE = "_" * 10
"""What forums draw over a signature."""
_SIGNATURE = 400
"""Characters."""


def refrains(page: Page) -> Iterator[int]:
    """The short lines that come again and again, numbers aside: ranks, "Joined: 2019", "Posts: 1,205", "#3".

    And signatures under a line of underscores.
    """
    short = [b for b in page.original if not b.prose and len(b.text) <= _LONGEST and b.kind in _KINDS]
    said = [_NO_LETTERS.sub(" ", block.key).strip() for block in short]
    times = Counter(said)
    for block, words in zip(short, said, strict=True):
        if times[words] >= _LEAST and (words or any(map(str.isdigit, block.text))):
            yield block.index
    for block in page.original:
        if block.text.startswith(_LINE) and len(block.text) <= _SIGNATURE and block.kind in _KINDS:
            yield block.index
