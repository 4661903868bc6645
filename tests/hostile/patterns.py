"""Every compiled pattern of the library, how it is asked, and for each the texts on which it may backtrack."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import cleaner

LENGTH = 30_000
CPU_SECONDS = 1
"""For a text of that length, what is linear takes milliseconds, and what is quadratic many times as long as this."""
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_MOST = 40
_OF_CATEGORY = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " \n",
    codes.CATEGORY_WORD: "a1",
    codes.CATEGORY_NOT_DIGIT: "a ",
    codes.CATEGORY_NOT_SPACE: "a.",
    codes.CATEGORY_NOT_WORD: " .",
}


class Asked(NamedTuple):
    """A pattern, and the methods by which the library asks it."""

    pattern: re.Pattern[Any]
    methods: tuple[str, ...]


def modules() -> list[str]:
    """The library's modules, without those that need what only some users have."""
    names = [module.name for module in pkgutil.walk_packages(cleaner.__path__, "cleaner.")]
    return [name for name in names if not re.search(r"\.train|__main__|\.adapters|\.io", name)]


def patterns_of(name: str) -> dict[str, Asked]:
    """The patterns that a module compiles, by the name that it gives them."""
    module = importlib.import_module(name)
    source = Path(str(module.__file__)).read_text("utf-8")
    found: dict[str, Asked] = {}
    for node in ast.parse(source).body:
        single = [node.target] if isinstance(node, ast.AnnAssign) else []
        targets = node.targets if isinstance(node, ast.Assign) else single
        for called in (target.id for target in targets if isinstance(target, ast.Name)):
            patterns = list(_within(vars(module).get(called)))
            where = source if called.startswith("_") else _everything()
            methods = [method for method in _METHODS if patterns and f"{called}.{method}" in where]
            for at, pattern in enumerate(patterns):
                found[f"{called} {at}"] = Asked(pattern, tuple(methods) or _asked_in_turn(source))
    return found


@cache
def _everything() -> str:
    """The source of the whole library."""
    return "\n".join(path.read_text("utf-8") for path in sorted(Path(cleaner.__path__[0]).rglob("*.py")))


def _asked_in_turn(source: str) -> tuple[str, ...]:
    """The methods by which a loop over patterns asks each."""
    return tuple(method for method in _METHODS if f" pattern.{method}(" in source) or ("search",)


def check(name: str) -> None:
    """Raises AssertionError where patterns of the module take more than linear time, on whatever text."""
    signal.signal(signal.SIGVTALRM, _too_slow)
    faults = [fault for called, asked in patterns_of(name).items() if (fault := _fault(called, asked))]
    assert not faults, f"patterns of {name} that backtrack: {'; '.join(faults)}"


def _fault(called: str, asked: Asked) -> str:
    for method, text in product(asked.methods, baits(asked.pattern)):
        signal.setitimer(signal.ITIMER_VIRTUAL, CPU_SECONDS)
        try:
            _ask(asked.pattern, method, text)
        except TimeoutError:
            return f"{called} in {method} on {text[:30]!r}"
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def baits(pattern: re.Pattern[Any]) -> Iterator[Any]:
    """Long texts of what the pattern repeats, consists of, and begins with, none of which it matches."""
    pieces: dict[str, None] = {}
    start = _sample(parser.parse(pattern.pattern, pattern.flags), pieces)
    singles = [piece for piece in pieces if piece]
    mixed = [one + other for one, other in product(singles[:6], (" ", "a", "1")) if one != other]
    for piece in [*singles[:_MOST], *mixed]:
        for before in ("", start[:-1]):
            text = before + piece * (LENGTH // len(piece)) + "\0"
            yield text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text


def _ask(pattern: re.Pattern[Any], method: str, text: Any) -> None:
    if method == "finditer":
        for _ in pattern.finditer(text):
            pass
    elif method == "sub":
        pattern.sub(text[:0], text)
    else:
        getattr(pattern, method)(text)


def _too_slow(number: int, frame: object) -> None:
    raise TimeoutError


def _within(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (list, tuple, set, frozenset, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one)


def _sample(tree: Any, pieces: dict[str, None]) -> str:
    """A text that the pattern may match; `pieces` gets those that its repetitions and classes may match."""
    text = ""
    for code, value in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            piece = _sample(value[2], pieces)
            pieces.setdefault(piece)
            text += piece * max(1, min(value[0], 4))
        elif code is codes.LITERAL:
            text += chr(value)
            pieces.setdefault(chr(value))
        elif code in (codes.NOT_LITERAL, codes.ANY):
            text += "a" if value != ord("a") else "b"
        elif code is codes.IN:
            members = _members(value)
            pieces |= dict.fromkeys(members)
            text += members[:1]
        elif code is codes.BRANCH:
            branches = [_sample(branch, pieces) for branch in value[1]]
            pieces |= dict.fromkeys(branches)
            text += branches[0]
        elif code in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
            text += _sample(value[3] if code is codes.SUBPATTERN else value, pieces)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            pieces.setdefault(_sample(value[1], pieces))
    return text


def _members(items: Any) -> str:
    """Some characters of a class."""
    found = ""
    for code, value in items:
        if code is codes.LITERAL:
            found += chr(value)
        elif code is codes.RANGE:
            found += chr(value[0]) + chr(value[1])
        elif code is codes.CATEGORY:
            found += _OF_CATEGORY[value]
    if items[0][0] is codes.NEGATE:
        return "".join(char for char in "a1 ." if char not in found)[:2]
    return found[:4]
