"""What the class, id and other names of an element say, worked out once for each that a page uses."""

from __future__ import annotations

import re
from typing import NamedTuple

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SCREEN_READER = re.compile(
    r"(?<![\w-])(?:sr-only(?!-focusable)|visually-?hidden(?!-focusable)|screen-?reader(?:-text|-only|s-only)?"
    r"|element-invisible|assistive-text|a11y-hidden)(?![\w])"
)
_HINTS = ("sr-only", "hidden", "reader", "invisible", "assistive")
_DIALOGS = frozenset(("modal", "popup", "offcanvas", "overlay", "drawer", "lightbox", "dialog"))


class Names(NamedTuple):
    """The lowercase words of the names, why they hide the element, and whether they call it a dialog."""

    words: frozenset[str]
    hidden: str | None
    dialog: bool


class NameCache(dict[str, Names]):
    """From the names as they stand in the markup to `Names`; it lives as long as the parse of one page."""

    def __missing__(self, naming: str) -> Names:
        lower = naming.lower()
        apart = lower if lower == naming else _CAMEL.sub(" ", naming).lower()
        words = frozenset(apart.replace("-", " ").replace("_", " ").replace(":", " ").split())
        hidden = None
        if any(map(lower.__contains__, _HINTS)) and _SCREEN_READER.search(lower):
            hidden = "for screen readers only"
        names = self[naming] = Names(words, hidden, not words.isdisjoint(_DIALOGS))
        return names
