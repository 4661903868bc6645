"""Text that a reader cannot see."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Block, Drop, Page
from cleaner.panels import CLOSED_BY, opened

_SHOWN_LATER = 3.0
_STORY = 3_000
"""Characters. On a page that shows prose, less is no story that scripts will show: in WCXB's development split such
text was body from 4,214 characters on, and was not at 406 and 757."""
_HARDLY_A_WORD = 500
"""Characters in sight of a page whose text is all hidden: its name and its menu."""
_SHOWN_BY_SCRIPTS = frozenset(
    (
        *CLOSED_BY,
        *("closed dialog", "in noscript", "in noframes", "fallback of an object", "fallback of a canvas"),
    )
)
"""Reasons that scripts undo, or browsers without what they need; a story is never placed off the screen."""


def hidden(page: Page, *, shown_later: float = _SHOWN_LATER) -> Iterator[Drop]:
    """Blocks in elements that are hidden by attribute or inline style, or that browsers do not render.

    Leaves alone, if it is hidden in a way that scripts undo: a story with `shown_later` times as much prose as all that
    is visible, for then scripts show it, or text, on a page without any prose that shows hardly a word; and `noscript`,
    where the page has no other prose. The reason says so where a click shows the block: some of those `boilerplate`
    may give back.
    """
    unseen = [block for block in page.blocks if block.hidden]
    if not unseen:
        return
    telling = tuple([block for block in page.blocks if block.prose])
    if not telling and sum(len(block.text) for block in page.blocks if not block.hidden) <= _HARDLY_A_WORD:
        telling = page.blocks
    visible = sum(len(block.text) for block in telling if not block.hidden)
    by_reason: dict[str, int] = {}
    for block in telling:
        if _why(block) in _SHOWN_BY_SCRIPTS:
            by_reason[_why(block)] = by_reason.get(_why(block), 0) + len(block.text)
    least = max(shown_later * visible, _STORY if visible else 0)
    shown = {why for why, mass in by_reason.items() if mass > least and mass == max(by_reason.values())}
    for block in unseen:
        if _why(block) not in shown:
            yield Drop(block.index, block.hidden or "")


def _why(block: Block) -> str:
    return opened(block.hidden) or ""
