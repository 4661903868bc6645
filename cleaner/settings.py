"""Checks what a `Cleaner` is given, so that a mistake is a sentence at once and not an error on the first page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any

from cleaner.block import Filter
from cleaner.errors import shown

_FILTERS = "filters takes (name, function) pairs such as ('weather', weather)"
_KEEP = "keep takes names of filters such as ('biographies',)"


def pairs(filters: object) -> tuple[tuple[str, Filter], ...]:
    """The filters as they run. TypeError for what is no pair, ValueError for a name that cannot be one."""
    if not isinstance(filters, Iterable):
        raise TypeError(f"{_FILTERS}; {shown(filters)} was given.")
    checked: dict[str, Filter] = {}
    for number, item in enumerate(filters):
        if not _is_pair(item):
            raise TypeError(f"{_FILTERS}; item {number} is {shown(item)}.")
        name, filter = item
        if not name.isidentifier():
            raise ValueError(f"The filter name {shown(name)} is no identifier; with_filters needs one, as 'house_ads'.")
        if name in checked:
            raise ValueError(f"There are two filters {name!r}; give each a name of its own.")
        checked[name] = filter
    return tuple(checked.items())


def kept(keep: object, names: Collection[str]) -> tuple[str, ...]:
    """The names of filters in `keep`, which may be one name alone."""
    if not isinstance(keep, Iterable):
        raise TypeError(f"{_KEEP}; {shown(keep)} was given.")
    found = (keep,) if isinstance(keep, str) else tuple(keep)
    for name in found:
        check("filter", name, names)
    return found


def check(what: str, given: object, known: Collection[str]) -> None:
    """ValueError, with those that there are, where what was given is none of them."""
    if given not in tuple(known):
        raise ValueError(f"There is no {what} {shown(given)}; known are {', '.join(known)}.")


def check_max_bytes(given: object) -> None:
    """A positive int, which True is not."""
    if not isinstance(given, int) or isinstance(given, bool):
        raise TypeError(f"max_bytes={shown(given)} is no int; give a number of bytes, as 1_000_000.")
    if given <= 0:
        raise ValueError(f"max_bytes={given} leaves no page; give a positive number of bytes, as 1_000_000.")


def with_thresholds(name: str, filter: Filter, given: object) -> Filter:
    """The filter with these thresholds: those it has, each of the type of its default."""
    function = filter.func if isinstance(filter, partial) else filter
    defaults: dict[str, Any] = getattr(function, "__kwdefaults__", None) or {}
    if not isinstance(given, Mapping):
        example = f" such as {dict([next(iter(defaults.items()))])}" if defaults else ""
        raise TypeError(
            f"{name}={shown(given)} is neither None, which leaves the filter out, nor a dict of thresholds{example}."
        )
    for threshold, value in given.items():
        if threshold not in defaults:
            names = ", ".join(defaults) or "none"
            raise ValueError(f"The filter {name!r} has no threshold {shown(threshold)}; it has {names}.")
        default = defaults[threshold]
        if not _is_alike(value, default):
            raise TypeError(
                f"The threshold {threshold!r} of the filter {name!r} takes {_a(type(default).__name__)}, "
                f"as its default {shown(default)}; {shown(value)} was given."
            )
    return partial(filter, **given) if given else filter


def _is_pair(item: object) -> bool:
    return isinstance(item, tuple | list) and len(item) == 2 and isinstance(item[0], str) and callable(item[1])


def _is_alike(value: object, default: object) -> bool:
    """An int may stand for a float, and anything for None; True is no number."""
    if default is None or type(value) is type(default):
        return True
    if isinstance(value, bool):
        return False
    return isinstance(value, (float, int) if isinstance(default, float) else type(default))


def _a(name: str) -> str:
    return f"an {name}" if name == "int" else f"a {name}"
