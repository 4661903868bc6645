"""What `clean` costs, stage by stage, as a multiple of parsing the page with lxml and nothing else.

    python tests/benchmarks/speed.py FOLDER [--pages 100]

FOLDER holds `truth.jsonl` (a line a page, with its `id`) and `<id>.html.gz`. Each stage runs five times on each page,
and its fastest time counts; compare the ratios within one run, never times of two runs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import lxml.html

from cleaner import clean
from cleaner.assemble import assemble
from cleaner.decode import decode
from cleaner.filters import DEFAULT
from cleaner.ledger import run
from cleaner.parse import parse
from cleaner.rescue import rescue

T = TypeVar("T")


def bare_parse(html: str) -> None:
    """What the others are compared with."""
    lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def measure(html: str, seconds: dict[str, float]) -> None:
    """Adds the fastest time of each stage on one page."""

    def timed(stage: str, call: Callable[[], T]) -> T:
        fastest = float("inf")
        for _ in range(5):
            start = time.perf_counter()
            result = call()
            fastest = min(fastest, time.perf_counter() - start)
        seconds[stage] += fastest
        return result

    timed(
        "bare parse",
        lambda: lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8")),
    )
    timed("decode", lambda: decode(html, None, 50_000_000))
    timed("parse", lambda: parse(html))
    ledger = timed("parse and filters", lambda: run(DEFAULT, parse(html)))
    page = parse(html)
    timed("assemble", lambda: assemble(page, rescue(page, ledger), full=True, pipeline=""))
    timed("clean", lambda: clean(html))


def main() -> None:
    """Prints milliseconds a page and multiples of the bare parse."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=100)
    arguments = parser.parse_args()
    ids = [json.loads(line)["id"] for line in (arguments.folder / "truth.jsonl").open(encoding="utf-8")]
    ids = ids[:: max(1, len(ids) // arguments.pages)][: arguments.pages]
    seconds: dict[str, float] = defaultdict(float)
    for name in ids:
        html, _ = decode(gzip.decompress((arguments.folder / f"{name}.html.gz").read_bytes()), None, 50_000_000)
        if html.strip():
            measure(html, seconds)
    for stage, total in seconds.items():
        print(f"{stage:20} {1000 * total / len(ids):8.2f} ms a page {total / seconds['bare parse']:6.2f} x")


if __name__ == "__main__":
    main()
