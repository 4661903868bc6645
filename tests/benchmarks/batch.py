"""Pages a second of `clean_many` beside a loop over `clean` in one process, and the memory of a long run.

    python tests/benchmarks/batch.py FOLDER [--workers 1 2] [--pages 400] [--rounds 3] [--memory 20000]

FOLDER holds pages, `*.html.gz`, which come round again where more are asked for. All are read first; the runs then
take turns, and the fastest of each counts. A run begins when the first result is there, so that the start of workers
is told apart. Processor time is that of all processes over the whole run; it tells more than the clock where others use
the machine. `--memory N` cleans N pages with the largest number of workers instead, and prints the resident memory of
this process and of its workers every 5,000.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import multiprocessing
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cleaner import Document, Result, clean, clean_many

STEP = 5000


def documents(folder: Path, pages: int) -> Iterator[Document]:
    """So many pages, of which none stays in memory."""
    paths = itertools.cycle(sorted(folder.glob("*.html.gz")))
    return (Document(gzip.decompress(path.read_bytes())) for path in itertools.islice(paths, pages))


def loop(given: Iterable[Document]) -> Iterator[object]:
    """What `clean_many` is compared with."""
    for document in given:
        if document.html is not None:
            yield clean(document.html)


class Run(NamedTuple):
    """What one run took."""

    start: float
    """Seconds until the first result."""
    rate: float
    """Pages a second from there on."""
    here: float
    """Processor time of this process, in ms a page."""
    workers: float
    """The same of its workers."""


def timed(results: Iterator[object], pages: int) -> Run:
    """Takes all results."""
    before, start = os.times(), time.perf_counter()
    next(results)
    first = time.perf_counter()
    for _ in results:
        pass
    end, after = time.perf_counter(), os.times()
    return Run(
        first - start,
        (pages - 1) / (end - first),
        1000 * (after.user + after.system - before.user - before.system) / pages,
        1000 * (after.children_user + after.children_system - before.children_user - before.children_system) / pages,
    )


def speed(given: list[Document], workers: list[int], rounds: int) -> None:
    """Prints a line for the loop and for each number of workers."""
    runs: dict[str, list[Run]] = {}
    for _ in range(rounds):
        kinds: dict[str, Iterator[object]] = {"one process": loop(given)}
        kinds |= {f"{number} workers": clean_many(given, workers=number) for number in workers}
        for name, results in kinds.items():
            runs.setdefault(name, []).append(timed(results, len(given)))
    best = {
        name: Run(*map(min, zip(*of, strict=True)))._replace(rate=max(run.rate for run in of))
        for name, of in runs.items()
    }
    for name, run in best.items():
        print(
            f"{name:12} {run.rate:7.1f} pages a second {run.rate / best['one process'].rate:5.2f} x, "
            f"first result after {run.start:.2f} s; "
            f"processor time a page {run.here:5.1f} ms here, {run.workers:5.1f} ms in workers"
        )


def resident(pid: int) -> float:
    """Megabytes."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except OSError:  # it makes room for another
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def memory(results: Iterator[Result]) -> None:
    """Prints a line every 5,000 pages."""
    failed = 0
    start = time.perf_counter()
    for number, result in enumerate(results, 1):
        failed += result.error is not None
        if number % STEP == 0:
            workers = [resident(child.pid or 0) for child in multiprocessing.active_children()]
            told = " ".join(f"{size:6.0f}" for size in workers)
            rate = number / (time.perf_counter() - start)
            print(f"{number:7,} pages: {resident(os.getpid()):6.0f} MB here, {told} MB in workers, {rate:.1f} a second")
    print(f"{failed} failed")


def main() -> None:
    """Prints pages a second, or memory."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", type=int, metavar="N", default=0)
    arguments = parser.parse_args()
    if arguments.memory:
        memory(clean_many(documents(arguments.folder, arguments.memory), workers=max(arguments.workers)))
    else:
        speed(list(documents(arguments.folder, arguments.pages)), arguments.workers, arguments.rounds)


if __name__ == "__main__":
    main()
