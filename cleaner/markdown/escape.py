"""Characters that mean something in Markdown, written so that they mean themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

_SPECIAL = re.compile(
    r"[\\`*\[\]|~]"
    r"|<(?=\S)"
    r"|&(?=#?\w+;)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it means nothing
)
_AT_START = re.compile(
    r"\s*(?:(?P<sign>"
    r"#{1,6}(?=\s|$)|[>=]|[-+](?![^\W_])"
    r"|:(?=-)"  # as below the head of a table
    r")|(?P<number>[0-9]{1,9})(?=[.)](?:\s|$)))"
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>()\\`|]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ADDRESS = re.compile(r"(?:https?|ftp|mailto):\S", re.IGNORECASE)
_TICKS = re.compile("`+")


def escaped(text: str, line_starts: Iterable[int], others: Iterable[int] = ()) -> list[str]:
    """The text, character by character; those that would be markup have a backslash before them.

    line_starts: the places in the text from which on lines of Markdown begin; others: characters to escape as well.
    """
    places = {match.start() for match in _SPECIAL.finditer(text)}.union(others)
    for start in line_starts:
        if sign := _AT_START.match(text, start):
            places.add(sign.end() if sign["number"] else sign.start("sign"))
    written = list(text)
    for place in places:
        written[place] = "\\" + text[place]
    return written


def code_span(code: str) -> str:
    """Code in a line, between more backticks than it has in a row."""
    fence = ticks(code, 1)
    room = " " if "`" in (code[0], code[-1]) else ""
    return f"{fence}{room}{code}{room}{fence}"


def ticks(code: str, least: int) -> str:
    """So many backticks that the code has no such row, nor a longer one."""
    return "`" * max(least, 1 + max(map(len, _TICKS.findall(code)), default=0))


def destination(address: str) -> str | None:
    """The address as a link's target; None where it is of a kind that is none, as a script."""
    if not _ADDRESS.match(address):
        return None
    return _ENTITY.sub("&amp;", _UNSAFE.sub(lambda unsafe: quote(unsafe[0]), address))
