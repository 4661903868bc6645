"""Spark: `df.mapInArrow(spark_cleaner(...), spark_cleaner.schema)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from cleaner.adapters import engine
from cleaner.adapters.arrow import TableCleaner
from cleaner.io import COLUMNS

with engine("spark", "pyspark>=3.5"):
    import pyarrow as pa
    import pyspark  # noqa: F401  # only to say at once that it is missing

_TYPES = {
    "string": "STRING",
    "strings": "ARRAY<STRING>",
    "date": "DATE",
    "instant": "TIMESTAMP",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "counts": "MAP<STRING, BIGINT>",
}


class spark_cleaner(TableCleaner):
    """What `mapInArrow` takes, made from the arguments of `clean_table`; it runs in Spark's Python workers.

    `schema` are the columns as Spark's DDL. What `keep` adds is to be added to it, with the types that the columns
    have: `spark_cleaner.schema + ", label INT"`. Under `isolate` a worker process lives as long as a partition.

    The library must be installed where the executors run, and `PYSPARK_PYTHON` must name its Python. The Cleaner's own
    filters must come from a module that is installed there too.
    """

    schema: ClassVar[str] = ", ".join(f"{name} {_TYPES[type_]}" for name, type_ in COLUMNS.items())

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Cleans the batches of a partition."""
        for table in self.tables(pa.Table.from_batches([batch]) for batch in batches):
            yield from table.to_batches()
