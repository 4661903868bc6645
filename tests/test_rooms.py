"""One name in four places for a filter, and rooms small enough to be seen from the door."""

from __future__ import annotations

import ast
import functools
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.filters import DEFAULT, Filter

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "cleaner").rglob("*.py"))

# A reorder changes texts: it is to show in review.
ORDER = (
    *("hidden", "navigation", "consent", "advertisements", "sharing", "newsletter", "headline", "captions"),
    *("bylines", "tags", "teasers", "appended", "comments", "biographies", "copyright", "repeats", "boilerplate"),
)
# Modules without statements of their own to test, and tests of the whole house rather than of one module.
WITHOUT_TESTS = {"__main__", "_version", "metadata/fields"}
OF_THE_HOUSE = {
    *("front_door", "layers", "rooms", "readme", "cases", "samples", "properties", "by_hand"),
    "metadata/describe",
    "report/in_browser",
}
VAGUE = {"utils", "util", "base", "config", "common", "helpers", "misc", "core", "constants", "types"}


def module_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_the_order_of_the_filters() -> None:
    names = [name for name, _ in DEFAULT]
    assert names == [name for name in ORDER if name in names]


@pytest.mark.parametrize(("name", "filter"), DEFAULT, ids=[name for name, _ in DEFAULT])
def test_a_filters_name_is_its_files_functions_and_tests(name: str, filter: Filter) -> None:
    function = getattr(importlib.import_module(f"cleaner.filters.{name}"), name)
    assert (filter.func if isinstance(filter, functools.partial) else filter) is function
    assert function.__name__ == name
    assert (ROOT / "tests" / "filters" / f"test_{name}.py").is_file()


@pytest.mark.parametrize("name", [name for name, _ in DEFAULT])
def test_a_filter_says_what_it_leaves_alone(name: str) -> None:
    function = getattr(importlib.import_module(f"cleaner.filters.{name}"), name)
    assert "leave" in (function.__doc__ or "").lower()


def test_every_filters_test_has_its_filter() -> None:
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "filters").glob("test_*.py")}
    assert tested <= {path.stem for path in (ROOT / "cleaner" / "filters").glob("*.py")}


def test_every_module_has_its_tests_and_every_test_its_module() -> None:
    tested = {
        path.relative_to(ROOT / "tests").with_name(path.stem.removeprefix("test_")).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
    }
    modules = {path.relative_to(ROOT / "cleaner").with_suffix("").as_posix() for path in MODULES}
    packages = {name.removesuffix("/__init__") for name in modules if name.endswith("/__init__")}
    modules = {name for name in modules if not name.endswith("__init__")}
    assert modules - WITHOUT_TESTS - tested == set()
    hostile = {name for name in tested if name.startswith("hostile/")}
    assert tested - OF_THE_HOUSE - hostile - modules - packages == set()


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_a_module_is_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_its_functions_are_small(path: Path) -> None:
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions(path)}
    assert {name: length for name, length in lengths.items() if length > 60} == {}


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_its_name_says_what_it_does(path: Path) -> None:
    assert path.stem not in VAGUE
