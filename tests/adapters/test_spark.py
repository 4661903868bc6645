"""The adapter in a Spark of its own, on this machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from deadly import CLEANER, expected, many, rows

pytest.importorskip("pyspark", reason="needs pyspark, which `.ci/run` installs")

from pyspark.sql import SparkSession
from pyspark.sql.types import StructType

from cleaner.adapters.spark import spark_cleaner
from cleaner.io import SCHEMA

pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="needs Java, which `.ci/run` installs"),
    # What Spark and its sockets warn of is not ours to mend.
    pytest.mark.filterwarnings("default"),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Its workers take this Python, and find `deadly`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        path = [str(Path(__file__).parent), os.environ.get("PYTHONPATH")]
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, path)))
        builder: Any = SparkSession.builder
        session = builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        yield session
        session.stop()


def test_the_rows_are_those_of_clean_many(spark: Any) -> None:
    pages = many(*["story"] * 7)
    frame = spark.createDataFrame(pages).repartition(2).mapInArrow(spark_cleaner(), spark_cleaner.schema)
    assert frame.columns == SCHEMA.names
    assert rows(frame.toArrow()) == expected(pages, workers=0)


def test_a_killing_page_costs_its_row(spark: Any) -> None:
    pages = many("story", "kill", "story", "story")
    clean = spark_cleaner(cleaner=CLEANER, isolate=True)
    cleaned = rows(spark.createDataFrame(pages).coalesce(1).mapInArrow(clean, clean.schema).toArrow())
    assert [one["status"] for one in cleaned] == ["ok", "worker_died", "ok", "ok"]
    assert cleaned == expected(pages, cleaner=CLEANER, workers=1)


def test_kept_columns_and_pages_in_bytes(spark: Any) -> None:
    pages = [page | {"html": page["html"].encode(), "parts": ["a", None]} for page in many("story", "story")]
    frame = spark.createDataFrame(pages, "id STRING, html BINARY, order INT, parts ARRAY<STRING>")
    clean = spark_cleaner(keep=["order", "parts"])
    schema = f"{clean.schema}, order INT, parts ARRAY<STRING>"
    cleaned = rows(frame.mapInArrow(clean, schema).toArrow())
    assert [(one["title"], one["url"], one["order"], one["parts"]) for one in cleaned] == [
        ("Keeper 0", None, 0, ["a", None]),
        ("Keeper 1", None, 1, ["a", None]),
    ]


def test_the_partition_is_many_batches_and_may_be_left_early(spark: Any) -> None:
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "3")
    frame = (
        spark.createDataFrame(many(*["story"] * 10))
        .coalesce(1)
        .mapInArrow(spark_cleaner(isolate=True), spark_cleaner.schema)
    )
    assert frame.limit(2).count() == 2
    assert frame.count() == 10


def test_the_schema_is_the_one_of_the_files(spark: Any) -> None:
    schema: Any = StructType.fromDDL(spark_cleaner.schema)
    assert schema.names == SCHEMA.names


def test_mistakes_are_said_at_once() -> None:
    with pytest.raises(ValueError, match="timeout=-1 is no time"):
        spark_cleaner(timeout=-1)
