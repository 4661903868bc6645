"""Files in and out: readers that yield `Document`s, writers that take `Result`s, and the columns they write.

Every reader takes a path, a glob, a folder or an open binary stream, is lazy, and lets no record cost another: what
cannot be read goes to `on_error` as a `RecordError`, which is a warning on the logger "cleaner" unless you say
otherwise; a function that raises it stops the reading. Importing this loads no library of an extra.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cleaner.io.damage import RecordError
from cleaner.io.files import read_files
from cleaner.io.jsonl import read_jsonl, write_jsonl, write_ledger_jsonl
from cleaner.io.parquet import read_parquet, write_ledger_parquet, write_parquet
from cleaner.io.rows import ledger_rows, row
from cleaner.io.schema import COLUMNS, LEDGER_COLUMNS, SCHEMA_VERSION, arrow_schema, columns
from cleaner.io.warc import read_warc
from cleaner.io.wet import read_wet

if TYPE_CHECKING:
    import pyarrow

    SCHEMA: pyarrow.Schema

__all__ = [
    "COLUMNS",
    "LEDGER_COLUMNS",
    "SCHEMA",
    "SCHEMA_VERSION",
    "RecordError",
    "arrow_schema",
    "columns",
    "ledger_rows",
    "read_files",
    "read_jsonl",
    "read_parquet",
    "read_warc",
    "read_wet",
    "row",
    "write_jsonl",
    "write_ledger_jsonl",
    "write_ledger_parquet",
    "write_parquet",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """`SCHEMA` is made when it is asked for: it needs pyarrow."""
        if name == "SCHEMA":
            return arrow_schema(COLUMNS)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
