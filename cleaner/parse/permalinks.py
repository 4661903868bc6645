"""Links by which headings, and entries of a reference, lead to themselves."""

from __future__ import annotations

from cleaner.parse.elements import HEADINGS

_SIGNS = frozenset("¶ # § 🔗 ⚓ ∞".split())
_LINKED_TO = frozenset((*HEADINGS, "dt", "caption", "figcaption"))


def is_permalink(text: str, target: str, tag: str) -> bool:
    """Whether a link of this text, to this address, in an element of this tag is such a sign, and no text of it."""
    return target[:1] == "#" and text.strip() in _SIGNS and tag in _LINKED_TO
