"""What the class, id and other names of an element say, worked out once for each that a page uses."""

from __future__ import annotations

import re

Names = tuple[frozenset[str], str | None, bool]
"""The lowercase words of an element's names, why they hide the element, and whether they call it a dialog."""

NAMELESS: Names = (frozenset(), None, False)

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FILED = re.compile(r"(?<!\S)(?:category|tag)-\S+", re.IGNORECASE)
"""Of a post, what its author filed it under, as WordPress adds to the names of its box: `tag-cookies` is no banner."""
_SCREEN_READER = re.compile(
    r"(?<![\w-])(?:[a-z]+_+|(?:(?!not-|has-|for-)[a-z]{1,4}-){1,2})?"  # of a style sheet's own: "u-", "is-", "styles_"
    r"(?:sr-?only|visually[-_]?hidden|hidden-?visually|screen-?reader(?:-text|-only|s-only)?|visible-sr|show-for-sr"
    r"|element-invisible|assistive-text|a11y-hidden)(?![a-z\d]|-focusable)"
)
_HIDING = frozenset(  # "hidden" is not among them: it stands in many names, and never tells by itself
    "sr sronly visually visuallyhidden hiddenvisually a11y invisible assistive reader readers screenreader "
    "screenreaders".split()
)
_DIALOGS = frozenset("modal popup offcanvas overlay drawer lightbox dialog".split())
_TELLING = _HIDING | _DIALOGS


class NameCache(dict[str, Names]):
    """From the names as they stand in the markup to `Names`; it lives as long as the parse of one page."""

    def __missing__(self, naming: str) -> Names:
        lower = naming.lower()
        if "hentry" in lower or "status-publish" in lower:
            naming = _FILED.sub("", naming)
            lower = naming.lower()
        apart = lower if lower == naming else _CAMEL.sub(" ", naming).lower()
        words = frozenset(apart.replace("-", " ").replace("_", " ").replace(":", " ").split())
        if words.isdisjoint(_TELLING):
            names: Names = (words, None, False)
        else:
            hidden = "for screen readers only" if _SCREEN_READER.search(lower) else None
            names = (words, hidden, not words.isdisjoint(_DIALOGS))
        self[naming] = names
        return names
