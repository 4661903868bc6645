"""JSON-LD: what stands in a page's `script type=application/ld+json` elements, to a flat tuple of objects."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

MAX_CHARS = 4_000_000
MAX_OBJECTS = 2_000
_MAX_DEPTH = 60

_WRAPPING = re.compile(r"<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?")
"""What a script may begin with to hide from old browsers; what it then ends with is no JSON, and ends the reading."""

_WHITE = " \t\r\n;\ufeff"
_BRACKET = re.compile(r"[\[\]{}]")
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}
# A string comes first, so that a comma inside one is left alone; one that never ends runs to the end of the text,
# even to a backslash there: were it no match, each quote inside it would be tried to the end.
_STRAY_COMMA = re.compile(r'("(?:[^"\\]|\\.?)*+(?:"|\Z))|,(?=\s*[\]}])', re.DOTALL)


def read_json_ld(texts: Iterable[str]) -> tuple[dict[str, Any], ...]:
    """Every object with a `@type` in these texts, outer before inner, in page order.

    Forgives what browsers and search engines forgive (comment wrapping, trailing commas, line breaks in strings,
    several objects one after another), skips what cannot be read, and never raises.
    """
    found: list[dict[str, Any]] = []
    left = MAX_CHARS
    for text in texts:
        left -= len(text)
        if left < 0 or len(found) >= MAX_OBJECTS:
            break
        for value in _values(text):
            found.extend(_typed(value, MAX_OBJECTS - len(found)))
    return tuple(found)


def _typed(value: Any, limit: int) -> Iterator[dict[str, Any]]:
    """The objects with a `@type` in `value`, from the outside inwards; at most `limit` of them."""
    waiting = [value]
    while waiting and limit > 0:
        value = waiting.pop()
        if isinstance(value, dict):
            if "@type" in value:
                limit -= 1
                yield value
            value = list(value.values())
        if isinstance(value, list):
            waiting.extend(inner for inner in reversed(value) if isinstance(inner, (dict, list)))


def _values(text: str) -> Iterator[Any]:
    """The JSON values in one script: one in the common case, what can be saved of it in the others."""
    if _too_deep(text):
        return
    try:
        yield _STRICT.decode(text)
    except (ValueError, RecursionError):
        yield from _salvage(_unwrapped(text))


def _unwrapped(text: str) -> str:
    """The text without the comment or CDATA mark that it begins with, and without white space around it."""
    text = text.strip().strip(_WHITE)
    opening = _WRAPPING.match(text)
    return text[opening.end() :].strip(_WHITE) if opening else text


def _too_deep(text: str) -> bool:
    """Nested beyond any use; told before parsing, so that no answer depends on how deep the caller's stack is."""
    if text.count("{") + text.count("[") <= _MAX_DEPTH:
        return False
    return max(accumulate(_STEP[bracket] for bracket in _BRACKET.findall(text))) > _MAX_DEPTH


def _salvage(text: str) -> Iterator[Any]:
    """The values that stand one after another, read forgivingly, up to the first that cannot be read."""
    if text.startswith(("{&quot;", "[{&quot;")):
        text = html.unescape(text)
    text = _STRAY_COMMA.sub(r"\1", text)
    position = 0
    while position < len(text):
        try:
            value, position = _FORGIVING.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield value
        while position < len(text) and text[position] in " \t\r\n,;":
            position += 1


def _integer(digits: str) -> int | str:
    """The number, or its digits as they stand where Python refuses to count that far."""
    return int(digits) if len(digits) <= 18 else digits


_STRICT = json.JSONDecoder(strict=False)
_FORGIVING = json.JSONDecoder(strict=False, parse_int=_integer)
