"""The adapter in a Ray of its own, on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deadly import CLEANER, expected, many, rows

ray: Any = pytest.importorskip("ray", reason="needs ray[data], which `.ci/run` installs")
pytest.importorskip("ray.data", reason="needs ray[data], which `.ci/run` installs")

from cleaner.adapters.ray import RayCleaner  # noqa: E402  # where there is one
from cleaner.io import SCHEMA  # noqa: E402

# What Ray and its sockets warn of is not ours to mend.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    """Its workers find `deadly`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # as Ray warns that it will be
        path = [str(Path(__file__).parent), os.environ.get("PYTHONPATH")]
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, path)))
        ray.init(num_cpus=2, include_dashboard=False, configure_logging=False, log_to_driver=False)
        ray.data.DataContext.get_current().enable_progress_bars = False
        yield
        ray.shutdown()


def cleaned(pages: list[dict[str, Any]], batch_size: int | None = None, **settings: Any) -> pa.Table:
    dataset = ray.data.from_arrow(pa.Table.from_pylist(pages)).map_batches(
        RayCleaner,
        batch_format="pyarrow",
        batch_size=batch_size,
        fn_constructor_kwargs=settings,
        compute=ray.data.ActorPoolStrategy(size=1),
    )
    return pa.concat_tables(ray.get(dataset.to_arrow_refs()))


def test_the_rows_are_those_of_clean_many() -> None:
    pages = many(*["story"] * 7)
    table = cleaned(pages, batch_size=3)
    assert table.schema.equals(SCHEMA)
    assert rows(table) == expected(pages, workers=0)


def test_a_killing_page_costs_its_row() -> None:
    pages = many("story", "kill", "story", "story")
    table = cleaned(pages, cleaner=CLEANER, isolate=True)
    assert [one["status"] for one in rows(table)] == ["ok", "worker_died", "ok", "ok"]
    assert rows(table) == expected(pages, cleaner=CLEANER, workers=1)


def test_kept_columns() -> None:
    table = cleaned(many("story", "story"), keep=["order"])
    assert table.schema.field("order").type == pa.int64()
    assert [one["order"] for one in rows(table)] == [0, 1]
