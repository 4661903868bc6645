"""Checks what a `Cleaner` is given, so that a mistake is a sentence at once and not an error on the first page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from os import PathLike
from typing import Any

from cleaner.block import Filter
from cleaner.errors import shown

_FILTERS = "filters takes (name, function) pairs such as ('weather', weather)"
_OPTIONAL: dict[str, object] = {
    "float | None": 0.5, "Share | None": 0.5, "int | None": 1, "str | None": "", "bool | None": True,
}  # fmt: skip
"""A value of the type that an annotation names."""
_SHARES = ("Share", "Share | None")
_WEIGHTS = "Weights | None"
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
    """The filter with these thresholds: those it has, each of the type of its default, shares from 0 to 1."""
    function = filter.func if isinstance(filter, partial) else filter
    defaults: dict[str, Any] = getattr(function, "__kwdefaults__", None) or {}
    if not isinstance(given, Mapping):
        example = f" such as {dict([next(iter(defaults.items()))])}" if defaults else ""
        raise TypeError(
            f"{name}={shown(given)} is neither None, which leaves the filter out, nor a dict of thresholds{example}."
        )
    annotations = getattr(function, "__annotations__", {})
    for threshold, value in given.items():
        if threshold not in defaults:
            names = ", ".join(defaults) or "none"
            raise ValueError(f"The filter {name!r} has no threshold {shown(threshold)}; it has {names}.")
        if fault := _mistaken(value, defaults[threshold], annotations.get(threshold)):
            raise TypeError(f"The threshold {threshold!r} of the filter {name!r} takes {fault}.")
        if value is not None and str(annotations.get(threshold)) in _SHARES and not 0 <= value <= 1:
            raise ValueError(
                f"The threshold {threshold!r} of the filter {name!r} is a share, which {shown(value)} cannot be; "
                "give a number from 0 to 1, as 0.5."
            )
    return partial(filter, **given) if given else filter


def with_weights(filters: Iterable[tuple[str, Filter]], path: object) -> tuple[tuple[str, Filter], ...]:
    """The filters, `boilerplate` with the weights in this file. ValueError where there is none, or no weights in it."""
    if not isinstance(path, str | PathLike):
        raise TypeError(f"weights={shown(path)} is no path; give that of a file which training wrote, as 'own.npz'.")
    from cleaner.model.weights import load_file  # noqa: PLC0415  # numpy takes long to import, and few need this

    found = dict(filters)
    if "boilerplate" not in found:
        raise ValueError(f"weights={str(path)!r} was given, but there is no filter 'boilerplate' to use them.")
    try:
        weights = load_file(path)
    except OSError as error:
        raise ValueError(f"weights={str(path)!r} cannot be read: {error.strerror or error}.") from error
    found["boilerplate"] = with_thresholds("boilerplate", found["boilerplate"], {"weights": weights})
    return tuple(found.items())


def _is_pair(item: object) -> bool:
    return isinstance(item, tuple | list) and len(item) == 2 and isinstance(item[0], str) and callable(item[1])


def _mistaken(value: object, default: object, annotation: object) -> str:
    """What a threshold takes, and what it was given instead; "" for a value of its type.

    The type is that of the default; where that is None, the annotation names it.
    """
    example = _OPTIONAL.get(str(annotation)) if default is None else default
    if annotation == _WEIGHTS and value is not None and type(value).__name__ not in _WEIGHTS:  # not to import numpy
        return f"weights that are read, as Cleaner(weights=PATH) does; {shown(value)} was given"
    if _is_alike(value, example) or (default is None and value is None):
        return ""
    takes = " or None" if default is None else f", as its default {shown(default)}"
    return f"{_a(type(example).__name__)}{takes}; {shown(value)} was given"


def _is_alike(value: object, default: object) -> bool:
    """An int may stand for a float, and anything for None; True is no number."""
    if default is None or type(value) is type(default):
        return True
    if isinstance(value, bool):
        return False
    return isinstance(value, (float, int) if isinstance(default, float) else type(default))


def _a(name: str) -> str:
    return f"an {name}" if name == "int" else f"a {name}"
