"""The columns, version by version: what was written once can be read for ever, with the same values.

`python tests/io/test_schema.py` writes the golden file of the present version, once, when the version is raised; that
of an earlier version is never written again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from results import ALL

from cleaner.io import COLUMNS, SCHEMA, SCHEMA_VERSION, arrow_schema, columns, read_parquet, row, write_parquet
from cleaner.io.schema import arrow_table

GOLDEN = Path(__file__).parent / f"golden_v{SCHEMA_VERSION}.parquet"
STRINGS = pa.list_(pa.string())
VERSION_1 = {
    **dict.fromkeys(("id", "url", "canonical_url", "host"), pa.string()),
    "crawled": pa.date32(),
    **dict.fromkeys(("status", "error", "title"), pa.string()),
    "authors": STRINGS,
    "published": pa.string(),
    "published_at": pa.timestamp("us", "UTC"),
    **dict.fromkeys(("published_precision", "language", "page_type"), pa.string()),
    "confidence": pa.float64(),
    "text": pa.string(),
    **dict.fromkeys(("n_words", "n_blocks"), pa.int64()),
    "tags": STRINGS,
    **dict.fromkeys(("image_src", "image_caption"), pa.string()),
    "removed_words": pa.map_(pa.string(), pa.int64()),
    "warnings": STRINGS,
    **dict.fromkeys(("cleaner_version", "pipeline"), pa.string()),
    "schema_version": pa.int64(),
}


def types(schema: pa.Schema) -> dict[str, pa.DataType]:
    return {field.name: field.type for field in schema}


def test_the_version_and_its_columns() -> None:
    """Another column is another version: add it to a table of its own here, and leave this one as it is."""
    assert SCHEMA_VERSION == 1
    assert types(SCHEMA) == VERSION_1
    assert all(field.nullable for field in SCHEMA)


def test_the_columns_of_version_1_are_there_for_ever_in_their_places() -> None:
    assert list(types(SCHEMA).items())[: len(VERSION_1)] == list(VERSION_1.items())


def test_the_golden_file_of_version_1_has_the_columns_and_values_of_today() -> None:
    table = pq.read_table(GOLDEN.with_name("golden_v1.parquet"))
    assert types(table.schema) == {**VERSION_1, "source": pa.string()}
    today = arrow_table([row(result, ["source"]) for result in ALL], columns(["source"]))
    names = [*VERSION_1, "source"]
    told: list[dict[str, Any]] = table.to_pylist()
    assert told == [{**values, "schema_version": 1} for values in today.select(names).to_pylist()]


def test_the_golden_file_can_be_cleaned_again() -> None:
    documents = list(read_parquet(GOLDEN.with_name("golden_v1.parquet"), keep=["source"], on_error=lambda error: None))
    assert [(document.id, document.text, document.meta) for document in documents] == [
        ("a", "No ferry to Skål\n\nBread", {"source": "crawl 7"}),
        ("1", "", {"source": None}),
        ("2", "", {"source": None}),
    ]


def test_a_table_of_rows() -> None:
    table = arrow_table([row(result) for result in ALL], COLUMNS)
    assert table.schema == SCHEMA
    assert table.column("removed_words").to_pylist() == [[("teasers", 3), ("copyright", 2)], [], None]


def test_columns_to_keep() -> None:
    assert list(columns(["source"])) == [*COLUMNS, "source"]
    assert arrow_schema(columns(["source"])).field("source").type == pa.string()
    with pytest.raises(ValueError, match="There is a column 'text' already"):
        columns(["text"])
    with pytest.raises(ValueError, match="There is a column 'source' already"):
        columns(["source", "source"])
    with pytest.raises(TypeError, match=r"give a sequence of names, as \['source'\]"):
        columns("source")


if __name__ == "__main__":
    write_parquet(ALL, GOLDEN, keep=["source"])
