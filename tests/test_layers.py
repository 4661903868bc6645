"""Imports go one way: from the rooms that know much to the rooms that know little."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "cleaner"

# Lowest first. A room imports from layers below its own, and from itself; rooms of one layer do not import each other.
LAYERS = (
    {"_version", "agencies", "errors", "extras", "article", "charsets", "folding", "languages", "markup", "wording"},
    {"block", "document", "items", "panels"},
    {"ledger", "story"},
    {"outline", "signs", "standfirst"},
    {"decode", "parse", "plaintext", "metadata", "fallback", "filters", "model"},
    {"rescue", "fingerprint", "settings", "structure"},
    {"assemble"},
    {"pipeline"},
    {"markdown", "batch", "io", "report"},
    {"cleaner"},
    {"cli", "adapters", "train"},
    {"__main__"},
)
LAYER = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}
# Only the filter that wraps the model imports it. `Article.to_markdown` is a door to the room that is above it.
NEIGHBOURS = {("filters/boilerplate.py", "model"), ("article.py", "markdown")}
# The libraries that stay in one room.
ONE_ROOM = {
    "lxml": {"parse", "fallback"},
    "pydantic": {"article"},
    "trafilatura": {"fallback"},
    "htmldate": {"fallback"},
    "click": {"cli", "train"},
    "pebble": {"batch"},
    "tqdm": {"cli"},
    "pyarrow": {"io", "adapters"},
    "fastwarc": {"io"},
    "zstandard": {"io"},
    "numpy": {"model", "train"},
    "torch": {"train"},
    "jinja2": {"report"},
    "pyspark": {"adapters"},
    "ray": {"adapters"},
    "datatrove": {"adapters"},
}
# The extras whose libraries a room may import.
EXTRAS = {"train": ("train",), "io": ("arrow", "warc", "zstd"), "adapters": ("arrow",), "report": ("report",)}
# What nobody installs for us: who calls an adapter runs its engine already.
ENGINES = {"pyspark", "ray", "datatrove"}

MODULES = sorted(SOURCE.rglob("*.py"))


def module_id(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def room_of(parts: tuple[str, ...]) -> str:
    """The room of `cleaner.parts`, "cleaner" for the front door itself. Training is no part of the library's model."""
    if parts[:2] == ("model", "train"):
        return "train"
    return parts[0] if parts and parts[0] in LAYER else "cleaner"


def imports(path: Path) -> Iterator[tuple[str, ...]]:
    """The dotted names that a module imports, relative ones resolved: ("cleaner", "block", "Page")."""
    package = ("cleaner", *path.relative_to(SOURCE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            stem = (*start, *(node.module.split(".") if node.module else ()))
            yield from ((*stem, alias.name) for alias in node.names)


def room_of_file(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return room_of(parts) if parts[0] in LAYER or parts == ("__init__",) else parts[0]


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_every_module_has_a_layer(path: Path) -> None:
    assert room_of_file(path) in LAYER


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_imports_go_down(path: Path) -> None:
    here = room_of_file(path)
    there = {room_of(name[1:]) for name in imports(path) if name[0] == "cleaner"} - {here}
    allowed = {room for source, room in NEIGHBOURS if source in (here, module_id(path))}
    assert [room for room in sorted(there - allowed) if LAYER[room] >= LAYER[here]] == []


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_libraries_stay_in_their_room(path: Path) -> None:
    here = room_of_file(path)
    names = {name[0] for name in imports(path)}
    assert [name for name in sorted(names & ONE_ROOM.keys()) if here not in ONE_ROOM[name]] == []


def test_every_imported_library_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {_distribution(requirement) for requirement in project["dependencies"]}
    extras = {
        name: {_distribution(requirement) for requirement in requirements}
        for name, requirements in project["optional-dependencies"].items()
    }
    owners = packages_distributions()
    for path in MODULES:
        known = declared.union(*(extras[name] for name in EXTRAS.get(room_of_file(path), ())))
        for name in {name[0] for name in imports(path)} - {"cleaner"} - ENGINES - sys.stdlib_module_names:
            assert known & {_distribution(own) for own in owners.get(name, [name])}, f"{name} in {module_id(path)}"


def _distribution(requirement: str) -> str:
    """The normalised name in front of extras and versions."""
    [name] = re.findall(r"^[\w.-]+", requirement)
    return re.sub(r"[-_.]+", "-", name).lower()
