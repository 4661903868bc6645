"""The README says what is so: its Python runs, and its lists are those of the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from cleaner import Article, errors
from cleaner.assemble import SHOWN_BY_SCRIPTS
from cleaner.block import Role
from cleaner.decode import ADDRESS, REPLACED
from cleaner.fallback import FAILED
from cleaner.filters import DEFAULT
from cleaner.rescue import STATED

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def section(title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"README.md has no section {title!r}"
    return found[1]


def fenced(language: str, text: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def first_cells(text: str) -> list[str]:
    """The words in backticks of the first cells of a table."""
    return [name for cell in re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE) for name in re.findall(r"`(.*?)`", cell)]


def is_expression(code: str) -> bool:
    return isinstance(ast.parse(code).body[0], ast.Expr)


def test_its_python_runs_and_shows_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """From top to bottom in one namespace. `expression  # value` states a `repr`, or its beginning before "..."."""
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {}
    shown = 0
    for snippet in fenced("python", README):
        exec(compile(snippet, "README.md", "exec"), namespace)
        for code, value in re.findall(r"^(\S.*?)  # (.*)$", snippet, re.MULTILINE):
            if is_expression(code):
                got = repr(eval(code, namespace))
                assert got.startswith(value[:-3]) if value.endswith("...") else got == value, code
                shown += 1
    assert shown > 9


def test_the_set_up_is_two_commands() -> None:
    commands = fenced("sh", section("Set up"))
    assert [command.count("\n") for command in commands] == [1, 1]


def test_it_lists_the_fields() -> None:
    fields = [*Article.model_fields, *Article.model_computed_fields]
    assert sorted(first_cells(section("The Article"))) == sorted(fields)


def test_it_lists_the_filters_in_order() -> None:
    listed = first_cells(section("The filters"))
    names = [name for name, _ in DEFAULT]
    assert [name for name in listed if name in names] == names


def test_it_lists_the_thresholds_with_their_defaults() -> None:
    for name, filter in DEFAULT:
        [row] = re.findall(rf"^\| `{name}` \|.*\| (.*?) \|$", section("The filters"), re.MULTILINE)
        defaults = getattr(filter, "__kwdefaults__", None) or {}
        assert row == ", ".join(f"`{threshold}={default!r}`" for threshold, default in defaults.items())


def test_it_lists_the_roles() -> None:
    [listed] = re.findall(r"The\sroles\sare\s(.*?)\.", section("Write a filter"), re.DOTALL)
    assert tuple(re.findall(r"`(.*?)`", listed)) == get_args(Role)


def test_it_lists_the_warnings() -> None:
    [listed] = re.findall(r"^`warnings` has (.*?)\n\n", section("The Article"), re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"`(\w+)`", listed)) == {
        ADDRESS,
        REPLACED,
        STATED,
        FAILED,
        SHOWN_BY_SCRIPTS,
        "cut_depth",
        "cut_length",
    }


def test_it_lists_the_errors() -> None:
    known = {name for name, value in vars(errors).items() if isinstance(value, type)}
    assert set(re.findall(r"\w+Error", section("Errors"))) - {"TypeError", "ValueError"} == known
