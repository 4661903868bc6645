"""White space and characters that no reader sees."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark
    "\ufdd0-\ufdef\ufffe\uffff]"  # noncharacters
)


def fold(text: str) -> str:
    """The text with each run of white space, U+00A0 included, as one space, and unseen characters removed.

    Joiners (U+200C, U+200D) and direction marks stay: Persian, Indic scripts, emoji and mixed lines need them.
    """
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(_UNSEEN.sub("", text).split())


def fold_code(text: str) -> str:
    """The text with its white space kept, save empty lines at both ends and white space at the end of lines."""
    return "\n".join(_UNSEEN.sub("", line).rstrip() for line in text.split("\n")).strip("\n")
