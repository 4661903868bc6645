"""Which pipeline made an Article: a hash that is the same in every process for the same filters and settings."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import partial
from types import CellType, CodeType, FunctionType, MethodType
from typing import Any

from cleaner.block import Filter

_PLAIN = (str, int, float, bool, bytes, type(None))


def fingerprint_of(filters: Sequence[tuple[str, Filter]], settings: Sequence[object]) -> str:
    """16 hexadecimal digits over the filters by name, function and thresholds, and over the settings.

    A function is known by its name, and one that has none of its own (a lambda, a function inside another) by its code
    and what it closes over; any other callable by its type and its attributes. What is below these is known by type.
    """
    told = [[[name, _identity(filter)] for name, filter in filters], list(map(_stable, settings))]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def _identity(filter: Filter) -> list[str]:
    """What a filter does, as far as names and thresholds tell."""
    function: Any = filter
    arguments: list[object] = []
    thresholds: dict[str, object] = {}
    while isinstance(function, partial):
        arguments = [*function.args, *arguments]
        thresholds = {**function.keywords, **thresholds}
        function = function.func
    defaults = getattr(function, "__kwdefaults__", None) or {}
    return [_stable(function), _stable(arguments), _stable({**defaults, **thresholds}), *_remembered(function)]


def _remembered(function: Any) -> list[str]:
    """What tells a filter from others of its name."""
    if isinstance(function, MethodType):
        return [*_remembered(function.__self__), *_remembered(function.__func__)]
    if not isinstance(function, FunctionType):
        return [_stable(getattr(function, "__dict__", None))]
    if "<" not in function.__qualname__:
        return []
    closed_over = [_contents(cell) for cell in function.__closure__ or ()]
    return [_code(function.__code__), _stable(function.__defaults__), _stable(closed_over)]


def _contents(cell: CellType) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # nothing as yet
        return None


def _code(code: CodeType) -> str:
    constants = [_code(one) if isinstance(one, CodeType) else _stable(one) for one in code.co_consts]
    return _stable([code.co_code, code.co_names, constants])


def _stable(value: Any) -> str:
    """The value's representation without an address in it, and with sets and dicts in sorted order."""
    if isinstance(value, _PLAIN):
        return repr(value)
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(_stable, value)))}}}"
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{_stable(key)}: {_stable(item)}' for key, item in value.items()))}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_stable, value))}]"
    named = value if hasattr(value, "__qualname__") else type(value)
    fields = dataclasses.fields(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else ()
    state = {field.name: getattr(value, field.name) for field in fields}
    return f"{named.__module__}.{named.__qualname__}{_stable(state) if state else ''}"
