"""White space, and characters that no reader sees: what of a text is left when it is rendered.

Controls, noncharacters, soft hyphens, zero-width spaces, word joiners, byte order marks and invisible operators go, and
so do direction overrides, which show a text otherwise than it is written. Joiners (U+200C, U+200D) stay beside
characters of scripts that need them, as in Persian, Hindi and emoji; direction marks stay in text that has letters
written from right to left. Tag characters stay in flags alone. Characters for private use, which are the pictures of
icon fonts, stay in code alone.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u200b\u2060-\u2064\ufeff"  # soft hyphen, zero-width space, word joiner, operators, byte order mark
    "\u202d\u202e\u206a-\u206f"  # direction overrides, and formats that are no longer in use
    "\ufdd0-\ufdef\ufffe\uffff]"  # noncharacters
)
_ALONE = "\0-\u058f\u1e00-\u218f\u2c00-\u2fff\U000e0000-\U0010ffff"
_JOINERS = re.compile(f"(?<![^{_ALONE}])[\u200c\u200d]+(?![^{_ALONE}])")
"""Those beside letters, digits and punctuation that nothing joins. By these: `re` takes long over those that join."""
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")
_TAGS = re.compile(
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f)"  # the flag of a part of a country
    "|[\U000e0000-\U000e007f]+"
)

_LONG = 100_000
_WHITE = re.compile(r" \s+|[^\S ]\s*")
"""White space that is not one space already."""

_CONTROL = re.compile("[\x80-\x9f]")
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}


def fold(text: str) -> str:
    """The text with each run of white space, U+00A0 included, or of icons as one space, and no unseen characters."""
    folded = spaced(text)
    return folded if folded.isprintable() else spaced(_seen(_PRIVATE.sub(" ", text)))


def spaced(text: str) -> str:
    """The text with each run of white space as one space, and none at its ends."""
    if len(text) <= _LONG:
        return " ".join(text.split())
    return _WHITE.sub(" ", text).strip()  # a list of the words would take ten times as much memory as the text


def fold_code(text: str) -> str:
    """The text with its white space kept, save empty lines at both ends and white space at the end of lines."""
    return "\n".join(_seen(line).rstrip() for line in text.split("\n")).strip("\n")


def spelt_in_tags(text: str) -> str:
    """What the tag characters of the text spell outside flags: ASCII that machines read and no reader sees."""
    runs = [match[0] for match in _TAGS.finditer(text) if not match[1]]
    return "".join(chr(ord(char) - 0xE0000) for run in runs for char in run)


def _seen(text: str) -> str:
    """The text without unseen characters.

    Nobody writes the control characters from U+0080 on: they are quotes and dashes of windows-1252, as browsers take
    them in character references. Text that was encoded twice stays as it is.
    """
    if _CONTROL.search(text):
        text = text.translate(_WINDOWS)
    text = _JOINERS.sub("", _UNSEEN.sub("", text))
    if not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTIONS.sub("", text)
    return _TAGS.sub(r"\1", text)
