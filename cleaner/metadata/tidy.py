"""Strings as pages write them, whatever they hold, to one clean line of text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

_MAX_LIST = 100
_LISTED = 3
_LONGEST_SECTION = 80
_NO_SECTIONS = frozenset("uncategorized uncategorised unkategorisiert other all none default null undefined".split())
_JOINERS = "\u200c\u200d"  # Persian and Indic words are misspelt without these two
_INLINE_TAG = re.compile(r"</?(?:a|b|em|i|p|span|strong|sub|sup|u)(?:\s[^<>]*)?>", re.IGNORECASE)


def line(value: object, limit: int = 500) -> str | None:
    """The string on one line, entities decoded, controls gone, at most `limit` characters; None if nothing is left."""
    if not isinstance(value, str):
        return None
    text = value[: limit * 4]
    if "&" in text:
        text = html.unescape(text)
    if "</" in text:
        text = _INLINE_TAG.sub("", text)
    text = " ".join(text.split())
    if not text.isprintable():
        text = "".join(char for char in text if char.isprintable() or char in _JOINERS).strip(" " + _JOINERS)
    return text[:limit].rstrip() or None


def lines(values: Iterable[object], limit: int = 500) -> tuple[str, ...]:
    """Each of them as a line, the empty ones and those said before (whatever their case) left out; at most 100."""
    found: dict[str, str] = {}
    for value in values:
        text = line(value, limit)
        if text:
            found.setdefault(text.casefold(), text)
            if len(found) >= _MAX_LIST:
                break
    return tuple(found.values())


def section(value: object) -> str | None:
    """The name of a section, of a list of three or more the first; None for an address, a sentence or a placeholder."""
    text = line(value)
    if text and text.count(",") >= _LISTED - 1:
        text = text.partition(",")[0]
    if not text or len(text) > _LONGEST_SECTION or "://" in text or text.casefold() in _NO_SECTIONS:
        return None
    return text


def split_list(value: str) -> list[str]:
    """The members of a list written as one string, by semicolons if it has any, else by commas of any script."""
    if "&" in value:
        value = html.unescape(value)
    separators = ";；|" if any(char in value for char in ";；|") else ",，、،"
    for char in separators[1:]:
        value = value.replace(char, separators[0])
    return value.split(separators[0])
