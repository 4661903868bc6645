"""White space, and characters that no reader sees."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark
    "\ufdd0-\ufdef\ufffe\uffff]"  # noncharacters
)

_CONTROL = re.compile("[\x80-\x9f]")
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}


def fold(text: str) -> str:
    """The text with each run of white space, U+00A0 included, as one space, and unseen characters removed.

    Joiners (U+200C, U+200D) and direction marks stay: Persian, Indic scripts, emoji and mixed lines need them.
    """
    folded = " ".join(text.split())
    return folded if folded.isprintable() else " ".join(_seen(text).split())


def fold_code(text: str) -> str:
    """The text with its white space kept, save empty lines at both ends and white space at the end of lines."""
    return "\n".join(_seen(line).rstrip() for line in text.split("\n")).strip("\n")


def _seen(text: str) -> str:
    """The text without unseen characters.

    Nobody writes the control characters from U+0080 on: they are quotes and dashes of windows-1252, as browsers take
    them in character references. Text that was encoded twice stays as it is.
    """
    if _CONTROL.search(text):
        text = text.translate(_WINDOWS)
    return _UNSEEN.sub("", text)
