"""The columns that every writer and adapter gives: one flat table, versioned, in which anything may be null.

A later version adds columns at the end and raises `SCHEMA_VERSION`; none is renamed, moved or given another type.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from cleaner.extras import extra

if TYPE_CHECKING:
    import pyarrow

SCHEMA_VERSION = 1

ColumnType: TypeAlias = Literal["string", "strings", "date", "instant", "integer", "number", "counts"]

COLUMNS: Mapping[str, ColumnType] = {
    "id": "string",
    "url": "string",
    "canonical_url": "string",
    "host": "string",
    "crawled": "date",
    "status": "string",
    "error": "string",
    "title": "string",
    "authors": "strings",
    "published": "string",
    "published_at": "instant",
    "published_precision": "string",
    "language": "string",
    "page_type": "string",
    "confidence": "number",
    "text": "string",
    "n_words": "integer",
    "n_blocks": "integer",
    "tags": "strings",
    "image_src": "string",
    "image_caption": "string",
    "removed_words": "counts",
    "warnings": "strings",
    "cleaner_version": "string",
    "pipeline": "string",
    "schema_version": "integer",
}
"""Name and type of the columns of pages; `row` says what is in them."""

LEDGER_COLUMNS: Mapping[str, ColumnType] = {
    "id": "string",
    "index": "integer",
    "filter": "string",
    "reason": "string",
    "kind": "string",
    "score": "number",
    "text": "string",
}
"""Name and type of the columns of removed blocks: `id` is the page's, the others are those of a `Removal`."""


def columns(keep: Sequence[str] = ()) -> dict[str, ColumnType]:
    """The columns of pages, and one of text for each of the `meta` fields that `keep` names.

    Raises ValueError for a name that is a column already, or is given twice.
    """
    check_keep(keep)
    found = dict(COLUMNS)
    for name in keep:
        if name in found:
            raise ValueError(
                f"There is a column {name!r} already; give the field of `meta` that is to be kept another name."
            )
        found[name] = "string"
    return found


def check_keep(keep: Sequence[str]) -> None:
    """TypeError for a name alone, which would be taken for as many names as it has letters."""
    if isinstance(keep, str):
        raise TypeError(f"keep is the text {keep!r}; give a sequence of names, as [{keep!r}].")


def arrow_schema(columns: Mapping[str, ColumnType]) -> pyarrow.Schema:
    """The columns as an Arrow schema. Raises ImportError without the extra [arrow]."""
    pa = _pyarrow()
    types = {
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "date": pa.date32(),
        "instant": pa.timestamp("us", tz="UTC"),
        "integer": pa.int64(),
        "number": pa.float64(),
        "counts": pa.map_(pa.string(), pa.int64()),
    }
    schema: pyarrow.Schema = pa.schema([pa.field(name, types[type_]) for name, type_ in columns.items()])
    return schema


def arrow_table(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, ColumnType]) -> pyarrow.Table:
    """Rows with these columns as an Arrow table."""
    counts = [name for name, type_ in columns.items() if type_ == "counts"]
    # As pairs, since not every version of Arrow takes a dict for a map.
    pairs = [{**row, **{name: row[name] and list(row[name].items()) for name in counts}} for row in rows]
    table: pyarrow.Table = _pyarrow().Table.from_pylist(pairs, arrow_schema(columns))
    return table


def _pyarrow() -> Any:
    with extra("arrow", "A Parquet or Arrow table"):
        import pyarrow  # noqa: PLC0415  # loaded when asked for
    return pyarrow
