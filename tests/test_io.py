"""The door of `cleaner.io`."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pytest

import cleaner.io
from cleaner.io import SCHEMA, SCHEMA_VERSION

READERS = ("read_files", "read_jsonl", "read_warc", "read_wet", "read_parquet")
WRITERS = ("write_jsonl", "write_parquet")
EXTRAS = ("pyarrow", "fastwarc", "zstandard", "pebble", "tqdm")


def test_the_names_of_the_contract() -> None:
    assert {*READERS, *WRITERS, "SCHEMA", "SCHEMA_VERSION"} <= set(cleaner.io.__all__)
    assert all(hasattr(cleaner.io, name) for name in cleaner.io.__all__)
    assert isinstance(SCHEMA, pa.Schema)
    assert isinstance(SCHEMA_VERSION, int)


def test_a_name_that_there_is_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'read_csv'"):
        cleaner.io.read_csv  # type: ignore[attr-defined]  # noqa: B018  # that is the point


@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_a_source_and_says_at_once_that_there_is_none(name: str) -> None:
    reader: Callable[..., Any] = getattr(cleaner.io, name)
    parameters = list(inspect.signature(reader).parameters.values())
    assert [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD] == ["source"]
    assert parameters[-1].name == "on_error"
    with pytest.raises(FileNotFoundError, match="There is no file 'nowhere'"):
        reader("nowhere")


@pytest.mark.parametrize("name", WRITERS)
def test_a_writer_takes_results_and_a_target(name: str) -> None:
    assert list(inspect.signature(getattr(cleaner.io, name)).parameters) == ["results", "target", "keep"]


def test_importing_loads_no_extra() -> None:
    code = (
        f"import cleaner.io, sys; cleaner.io.SCHEMA_VERSION; print(*[name for name in {EXTRAS} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
