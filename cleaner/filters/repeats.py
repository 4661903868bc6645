"""What the page says twice: paragraphs in a second copy, pull quotes, a standfirst that opens the story again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cleaner.block import Block, Drop, Page
from cleaner.signs import named_boxes
from cleaner.story import home
from cleaner.wording import plain_words

_PULL_QUOTES = ("pullquote", "pull", "blockquote-pull", "quote", "standout")
_MOST_QUOTES = 50
_MOST_COMPARED = 50_000_000
"""Characters in which quotes are looked for: on a page that is a library, the first quotes must do."""
_LONGEST = 2_000
"""Characters of a quote that is pulled out of a text."""
_SHORTEST = 40


def repeats(page: Page, *, shortest: int = _SHORTEST) -> Iterator[Drop]:
    """Prose that stands on the page twice, word for word, and quotes and standfirsts that a paragraph contains.

    Leaves alone: of copies the one among most prose, the first of equals; questions; refrains, short lines and cells,
    of less than `shortest` characters; code and tables.
    """
    copies: dict[str, list[Block]] = {}
    for block in page.blocks:
        if block.prose and len(block.text) >= shortest and block.text[-1] not in "?？":
            copies.setdefault(block.key, []).append(block)
    for alike in copies.values():
        if len(alike) > 1:
            kept = max(alike, key=lambda block: home(block).prose)
            words = plain_words(kept.text)
            for block in alike:
                if block is not kept and plain_words(block.text) == words:
                    yield Drop(block.index, f"says what block {kept.index} says")
    yield from _contained(page, shortest)


def _contained(page: Page, shortest: int) -> Iterator[Drop]:
    """Pull quotes and a standfirst, of which a paragraph says every word in the same order."""
    pulled = {block.index for box, _ in named_boxes(page, _PULL_QUOTES, share=0.1) for block in page.inside(box)}
    prose = [(block, block.text.casefold()) for block in page.blocks if block.prose]
    first = prose[0][0].index if prose else None
    candidates = (
        block
        for block in page.blocks
        if shortest <= len(block.text) <= _LONGEST
        and (block.index == first or block.kind == "quote" or block.index in pulled)
    )
    for block in islice(candidates, min(_MOST_QUOTES, 1 + _MOST_COMPARED // (1 + sum(len(text) for _, text in prose)))):
        whole = _whole(block, prose)
        if whole:
            yield Drop(block.index, f"block {whole.index} says it again in its place")


def _whole(block: Block, prose: list[tuple[Block, str]]) -> Block | None:
    """The first paragraph that says all that the block says, and more."""
    words = plain_words(block.text)
    rare_first = sorted(set(words), key=len, reverse=True)
    said = " ".join(words)
    for other, text in prose:
        if other is block or len(text) <= len(block.text) or not all(map(text.__contains__, rare_first)):
            continue
        if said in " ".join(plain_words(other.text)):
            return other
    return None
