"""The step in pipelines that datatrove's own executor runs."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from deadly import CLEANER, STORY, expected, many

pytest.importorskip("datatrove", reason="needs datatrove, which `.ci/run` installs")

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers import JsonlWriter, ParquetWriter

from cleaner import Cleaner
from cleaner.adapters.datatrove import CleanerExtractor
from cleaner.io import SCHEMA, read_jsonl

# What datatrove and its libraries warn of is not ours to mend.
pytestmark = pytest.mark.filterwarnings("default")


class Pages(PipelineStep):  # type: ignore[misc]  # datatrove has no types
    """A reader whose documents are those of one task."""

    name, type = "pages", "reader"

    def __init__(self, *ends: str) -> None:
        super().__init__()
        self.ends = ends

    def run(self, data: Any = None, rank: int = 0, world_size: int = 1) -> Any:
        yield from documents(*self.ends)[rank::world_size]


def documents(*ends: str, **metadata: Any) -> list[Any]:
    return [
        Document(page["html"], page["id"], metadata={"url": page["url"], "order": page["order"]} | metadata)
        for page in many(*ends)
    ]


def run(folder: Path, *steps: Any, tasks: int = 1) -> dict[str, Any]:
    """What the executor says of the step in the middle."""
    stats = LocalPipelineExecutor(list(steps), tasks=tasks, logging_dir=str(folder / "logs")).run()
    found: dict[str, Any] = stats.stats[1].to_dict()["stats"]
    return {name: value if isinstance(value, int) else value["total"] for name, value in found.items()}


def test_it_keeps_the_fields_and_counts_what_it_removes(tmp_path: Path) -> None:
    step = CleanerExtractor()
    stats = run(
        tmp_path,
        Pages(*["story"] * 4),
        step,
        JsonlWriter(str(tmp_path), expand_metadata=True, compression=None),
        tasks=2,
    )
    found = list(read_jsonl(tmp_path / "*.jsonl"))
    wanted = expected(many(*["story"] * 4), workers=0)
    assert sorted((str(one.id), one.url, one.text) for one in found) == [
        (one["id"], one["url"], one["text"]) for one in wanted
    ]
    assert found[0].meta["title"] == "Keeper 0"
    assert found[0].meta["authors"] == ["Ada Quill"]
    assert found[0].meta["date"] == "2024-03-02T08:30:00+01:00"
    assert found[0].meta["confidence"] == wanted[0]["confidence"]
    assert found[0].meta["order"] == 0
    assert {name: stats[name] for name in ("total", "forwarded")} == {"total": 4, "forwarded": 4}
    for name, words in wanted[0]["removed_words"].items():
        assert stats[f"removed_words_{name}"] == 4 * words
    assert "removed_words_navigation" in stats


def test_a_killing_page_costs_itself(tmp_path: Path) -> None:
    ends = ("story", "kill", "story", "hang", "story")
    step = CleanerExtractor(
        CLEANER, timeout=2.0, exclusion_writer=JsonlWriter(str(tmp_path / "failed"), compression=None)
    )
    stats = run(tmp_path, Pages(*ends), step, JsonlWriter(str(tmp_path / "clean"), compression=None))
    assert [one.id for one in read_jsonl(tmp_path / "clean")] == ["page-0", "page-2", "page-4"]
    failed = list(read_jsonl(tmp_path / "failed"))
    assert [one.text for one in failed] == [many(*ends)[1]["html"], many(*ends)[3]["html"]]
    assert [one.meta["metadata"]["status"] for one in failed] == ["worker_died", "timeout"]
    assert "SIGKILL" in failed[0].meta["metadata"]["error"]
    wanted = {"total": 5, "forwarded": 3, "dropped": 2, "dropped_worker_died": 1, "dropped_timeout": 1}
    assert wanted.items() <= stats.items()


def test_the_rows_are_those_of_clean_many() -> None:
    pages = many("story", "story")
    found = [
        document.metadata | {"id": document.id, "text": document.text}
        for document in CleanerExtractor(isolate=False).run(documents("story", "story"))
    ]
    assert [{name: one[name] for name in SCHEMA.names} for one in found] == expected(pages, workers=0)


def test_parquet_in_the_schema_of_the_library(tmp_path: Path) -> None:
    writer = ParquetWriter(str(tmp_path), expand_metadata=True, schema=SCHEMA)
    run(tmp_path, Pages("story", "story"), CleanerExtractor(isolate=False), writer)
    [file] = tmp_path.glob("*.parquet")
    table = pyarrow.parquet.read_table(file)
    assert table.schema.names == SCHEMA.names
    assert table["title"].to_pylist() == ["Keeper 0", "Keeper 1"]


def test_the_day_of_the_crawl_bounds_the_pages_own() -> None:
    def dates(given: Any) -> tuple[Any, ...]:
        [document] = CleanerExtractor(isolate=False).run(documents("story", date=given))
        return tuple(
            document.metadata[name] and str(document.metadata[name]) for name in ("date", "crawled", "given_date")
        )

    assert dates("2024-03-04T05:06:07Z") == ("2024-03-02T08:30:00+01:00", "2024-03-04", "2024-03-04T05:06:07Z")
    assert dates("2024-01-04T05:06:07Z") == (None, "2024-01-04", "2024-01-04T05:06:07Z")
    assert dates("on a Monday") == ("2024-03-02T08:30:00+01:00", None, "on a Monday")


def test_an_empty_page_is_dropped() -> None:
    step = CleanerExtractor(isolate=False)
    assert list(step.run([Document("", "a"), Document(None, "b"), Document("<p></p>", "c")])) == []
    assert step.stats["dropped_empty"].total == 3


def test_it_is_an_extractor_that_warms_up_and_travels() -> None:
    step = pickle.loads(pickle.dumps(CleanerExtractor(Cleaner(ledger="counts"))))
    assert step.extract("") == ""
    assert step.extract(f"<p>{STORY}</p>") == STORY
    assert list(step.run(None)) == []


def test_mistakes_are_said_at_once() -> None:
    with pytest.raises(ValueError, match="timeout=-1 is no time"):
        CleanerExtractor(timeout=-1)
