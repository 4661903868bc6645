"""What an engine adds to the cost of cleaning a page, and whether it gives the rows that `clean_many` gives.

    python tests/benchmarks/engines.py FOLDER [--pages 2000] [--engines arrow datatrove spark ray]

FOLDER holds `truth.jsonl` (a line a page, with its `id`) and `<id>.html.gz`. The pages are taken over and over until
there are enough. Each engine cleans them twice, with one worker: plainly, and under `isolate`, with a page among them
that kills its process. All that runs for it counts as its CPU time, which is compared with that of a plain loop in the
same run; never compare times of two runs. Each also says whether all columns of all rows are the same. Linux only.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import importlib
import json
import os
import signal
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from cleaner import Cleaner, Document, clean_many
from cleaner.adapters.arrow import clean_table
from cleaner.decode import decode
from cleaner.filters import DEFAULT, Drop, Page
from cleaner.io import SCHEMA, row

Rows = list[dict[str, Any]]
Pages = list[dict[str, str]]
KILLER = "https://killer.example/"
BATCH = 500


def deadly(page: Page) -> Iterator[Drop]:
    """Kills the process at one address."""
    if page.url == KILLER:
        os.kill(os.getpid(), signal.SIGKILL)
    yield from ()


def cleaner() -> Cleaner:
    """With the filter out of a module that the engines' workers can import, which a script is not."""
    return Cleaner(filters=[*DEFAULT, ("deadly", importlib.import_module("engines").deadly)])


def arrow(file: Path, isolate: bool) -> Rows:
    """A table, cleaned in this process."""
    return rows_of(clean_table(pq.read_table(file), cleaner=cleaner(), isolate=isolate))


def spark(file: Path, isolate: bool) -> Rows:
    """A session of one core, which stays for the next run."""
    from pyspark.sql import SparkSession

    from cleaner.adapters.spark import spark_cleaner

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder: Any = SparkSession.builder
    session = builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH))
    clean = spark_cleaner(cleaner=cleaner(), isolate=isolate)
    return rows_of(session.read.parquet(str(file)).mapInArrow(clean, clean.schema).toArrow())


def ray(file: Path, isolate: bool) -> Rows:
    """A cluster of one actor, which stays for the next run."""
    import ray

    from cleaner.adapters.ray import RayCleaner

    if not ray.is_initialized():
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        ray.data.DataContext.get_current().enable_progress_bars = False
    dataset = ray.data.read_parquet(str(file)).map_batches(
        RayCleaner,
        batch_format="pyarrow",
        batch_size=BATCH,
        compute=ray.data.ActorPoolStrategy(size=1),
        fn_constructor_kwargs={"cleaner": cleaner(), "isolate": isolate},
    )
    return rows_of(pa.concat_tables(ray.get(dataset.to_arrow_refs())))


def datatrove(file: Path, isolate: bool) -> Rows:
    """One task; the documents that are dropped are rows too."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import ParquetReader
    from datatrove.pipeline.writers import ParquetWriter

    from cleaner.adapters.datatrove import CleanerExtractor

    with tempfile.TemporaryDirectory() as folder:
        kept, dropped = (
            ParquetWriter(f"{folder}/{name}", expand_metadata=True, schema=SCHEMA) for name in ("kept", "dropped")
        )
        step = CleanerExtractor(cleaner(), isolate=isolate, exclusion_writer=dropped)
        reader = ParquetReader(str(file.parent), glob_pattern=file.name, text_key="html")
        LocalPipelineExecutor([reader, step, kept], logging_dir=f"{folder}/logs").run()
        tables = [rows_of(pq.read_table(part)) for part in Path(folder).glob("*/*.parquet")]
    return [one for table in tables for one in table]


ENGINES: dict[str, Callable[[Path, bool], Rows]] = {"arrow": arrow, "datatrove": datatrove, "spark": spark, "ray": ray}
"""What stays after it has run comes last."""


def rows_of(table: Any) -> Rows:
    """As `row` gives them."""
    found = table.select(SCHEMA.names).to_pylist()
    return [
        one | {"removed_words": None if (counts := one["removed_words"]) is None else dict(counts)} for one in found
    ]


def load(folder: Path, number: int) -> tuple[Pages, list[int]]:
    """The pages as rows, and the bytes that their files have."""
    ids = [json.loads(line)["id"] for line in (folder / "truth.jsonl").open(encoding="utf-8")]
    packed = {name: (folder / f"{name}.html.gz").read_bytes() for name in ids}
    texts = {name: decode(gzip.decompress(content), None, 50_000_000)[0] for name, content in packed.items()}
    pages = [
        {"id": f"{at:06}", "url": f"https://{name}.example/", "html": texts[name]}
        for at, name in enumerate(islice(cycle(ids), number))
    ]
    return pages, [len(content) for content in packed.values()]


class Meter(threading.Thread):
    """Watches this process and all that come of it: the CPU seconds of each, and the most MB that one of them has.

    Every half second, since the system does not tell afterwards what the children of children took.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seconds: dict[int, float] = {}
        self.megabytes = 0.0
        self.ended = threading.Event()
        self.look()
        self.before = dict(self.seconds)
        self.start()

    def run(self) -> None:
        """Until the end."""
        while not self.ended.wait(0.5):
            self.look()

    def look(self) -> None:
        """Notes what there is now."""
        children, stats = defaultdict(list), {}
        for path in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = path.read_text("utf-8", "replace").rpartition(")")[2].split()
                children[int(fields[1])].append(int(path.parent.name))
                stats[int(path.parent.name)] = fields
        tree = [os.getpid()]
        for process in tree:
            tree += children[process]
            user, system, pages = (int(stats[process][at]) for at in (11, 12, 21))
            self.seconds[process] = (user + system) / os.sysconf("SC_CLK_TCK")
            if process != os.getpid():
                self.megabytes = max(self.megabytes, pages * os.sysconf("SC_PAGE_SIZE") / 1e6)

    def stop(self) -> float:
        """The CPU seconds since it began."""
        self.ended.set()
        self.join()
        self.look()
        return sum(self.seconds.values()) - sum(self.before.values())


def many(pages: Pages, workers: int, milliseconds: list[float] | None = None) -> Rows:
    """What `clean_many` gives; takes down the CPU milliseconds between one row and the next."""
    documents = (Document(page["html"], url=page["url"], id=page["id"]) for page in pages)
    found, start = [], time.process_time()
    for result in clean_many(documents, cleaner=cleaner(), workers=workers):
        found.append(row(result))
        end = time.process_time()
        if milliseconds is not None:
            milliseconds.append(1000 * (end - start))
        start = end
    return found


def comparable(found: Rows) -> Rows:
    """By id. Where there is no text, datatrove leaves the page in its place."""
    found = [one if one["status"] == "ok" else one | {"text": None} for one in found]
    return sorted(found, key=lambda one: str(one["id"]))


class Table:
    """Prints a line for each way to clean the pages; the first is what the others are measured by."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.bare = self.megabytes = 0.0

    def line(self, name: str, clean: Callable[[], Rows], wanted: Rows | None = None) -> Rows:
        """Runs one, and gives its rows; `wanted` are those that it should give."""
        gc.collect()
        gc.freeze()  # the rows of those before are not to be gone through again and again
        meter, start = Meter(), time.perf_counter()
        found = comparable(clean())
        wall = 1000 * (time.perf_counter() - start) / self.pages
        cpu = 1000 * meter.stop() / self.pages
        self.megabytes = meter.megabytes
        self.bare = self.bare or cpu
        same = "" if wanted is None else "same rows, " if found == wanted else "OTHER ROWS, "
        statuses = ", ".join(f"{number} {status}" for status, number in Counter(one["status"] for one in found).items())
        figures = f"{wall:7.2f} ms, {cpu:7.2f} CPU ms a page, {cpu / self.bare:6.3f} x"
        print(f"{name:22}{figures}   {same}{statuses}", flush=True)
        return found


def compare(pages: Pages, folder: Path, engines: list[str]) -> list[float]:
    """The lines of all, and the milliseconds that each page took in the plain loop."""
    middle = len(pages) // 2
    killing = [*pages[:middle], pages[middle] | {"url": KILLER}, *pages[middle + 1 :]]
    files = {"plain": pages, "isolate": killing}
    for name, content in files.items():
        pq.write_table(pa.Table.from_pylist(content), folder / f"{name}.parquet", row_group_size=BATCH)
    table, milliseconds, parents = Table(len(pages)), list[float](), list[float]()
    wanted = {
        "plain": table.line("a plain loop", lambda: many(pages, 0, milliseconds)),
        "isolate": table.line("clean_many, 1 worker", lambda: many(killing, 1, parents)),
    }
    print(f"its worker had {table.megabytes:.0f} MB at most; its parent took {mean(parents):.2f} CPU ms a page")
    for engine in engines:
        few = folder / "few.parquet"
        pq.write_table(pa.Table.from_pylist(pages[:8]), few)
        start = time.perf_counter()
        ENGINES[engine](few, False)
        print(f"{engine} and 8 pages: {time.perf_counter() - start:.1f} s")
        for name in files:
            clean = partial(ENGINES[engine], folder / f"{name}.parquet", name == "isolate")
            table.line(f"{engine}, {name}", clean, wanted[name])
    return milliseconds


def main() -> None:
    """Prints what the engines add, then what a page takes and weighs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--engines", nargs="*", choices=ENGINES, default=list(ENGINES))
    arguments = parser.parse_args()
    path = [str(Path(__file__).parent), os.environ.get("PYTHONPATH")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, path))
    pages, packed = load(arguments.folder, arguments.pages)
    with tempfile.TemporaryDirectory() as folder:
        milliseconds = compare(pages, Path(folder), arguments.engines)
    sizes = [len(page["html"].encode()) / 1e6 for page in pages]
    for name, values in (("CPU ms a page", milliseconds), ("MB of HTML a page", sizes)):
        cuts = quantiles(values, n=100)
        p50, p95, p99 = (f"{cuts[at - 1]:.3g}" for at in (50, 95, 99))
        print(f"{name:22}mean {mean(values):.3g}, p50 {p50}, p95 {p95}, p99 {p99}, most {max(values):.3g}")
    print(f"{'MB packed by gzip':22}mean {mean(packed) / 1e6:.3g}")


if __name__ == "__main__":
    main()
