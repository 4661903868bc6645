"""Iterables of items of one type; where there is something else, an error says in a sentence what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from cleaner.errors import shown

_Item = TypeVar("_Item")


def each(given: Any, kind: type[_Item], taker: str, advice: str) -> Iterator[_Item]:
    """The items as they come. TypeError at once for what is no iterable, and when it comes for an item of another type.

    taker: what the function that was called is called; advice: a sentence that says what to do about an item.
    """
    if not isinstance(given, str | bytes | bytearray | kind):
        try:
            return _checked(iter(given), kind, taker, advice)
        except TypeError:
            pass
    raise TypeError(
        f"{taker} takes an iterable of {kind.__name__}s; {shown(given)} was given. Pass a list of them, or a generator."
    )


def _checked(items: Iterator[Any], kind: type[_Item], taker: str, advice: str) -> Iterator[_Item]:
    for number, item in enumerate(items):
        if not isinstance(item, kind):
            raise TypeError(f"{taker} takes {kind.__name__}s; item {number} is {shown(item)}. {advice}")
        yield item
