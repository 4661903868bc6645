"""Any thread, any process, any seed of hashes: the same Articles, and no more memory after many than after few."""

from __future__ import annotations

import gc
import hashlib
import os
import resource
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from apart import ENDING, PROSE, STORY, apart, told

from cleaner import Cleaner, clean

PAGES: tuple[str | bytes, ...] = (
    *(
        f"<title>The ferry {number}</title><h1>The ferry</h1><p>By Jo Lens, {1 + number % 28} March 2024</p>{PROSE}"
        f"<ul class=related><li><a href=/{number}>Another story</a></ul><p hidden>{ENDING[0]}</p>{told(*ENDING)}"
        f'<script type=application/ld+json>{{"@type":"NewsArticle","headline":"Ferry {number}"}}</script>'
        f"<table><tr><td>Sun<td>Moon<tr><td>{number}<td>2</table><b>{'<div>' * (number % 7)}</b>"
        for number in range(60)
    ),
    *("<b>" * 5_000 + PROSE, "<p>x" * 2_000, "<svg><p>x" * 500, "<a " * 10_000, "&#" * 10_000, "<b hidden><p>x" * 200),
    PROSE.encode("utf-16"),
    "Паром снова ходит, сказал начальник порта, и никто ему не поверил.".encode("cp1251") * 3,
)


def sequential() -> list[str]:
    return [clean(page).model_dump_json() for page in PAGES]


def threaded(threads: int) -> list[str]:
    """The same from this many threads, each page several times and in several orders."""
    sys.setswitchinterval(1e-5)
    cleaner = Cleaner()
    with ThreadPoolExecutor(threads) as pool:
        rounds = [
            list(pool.map(lambda page: cleaner.clean(page).model_dump_json(), pages))
            for pages in (PAGES, PAGES[::-1], PAGES)
        ]
    assert rounds[0] == rounds[1][::-1] == rounds[2]
    return rounds[0]


@pytest.mark.parametrize("threads", [2, 8])
def test_threads_give_what_one_gives(threads: int) -> None:
    assert apart(threaded, threads, seconds=60) == apart(sequential)


def first_cleans_at_once() -> set[str]:
    """What eight threads give that all come first, before anything has been loaded."""
    with ThreadPoolExecutor(8) as pool:
        return set(pool.map(lambda _: clean(PAGES[0]).model_dump_json(), range(8)))


def test_threads_that_all_come_first() -> None:
    code = "import test_threads; assert test_threads.first_cleans_at_once() == {test_threads.sequential()[0]}"
    subprocess.run([sys.executable, "-c", code], env=_environment("0"), check=True, timeout=60)


def digest() -> str:
    return hashlib.sha256("\n".join(sequential()).encode()).hexdigest()


def test_every_seed_of_hashes_gives_the_same() -> None:
    code = "import test_threads; print(test_threads.digest())"
    run = [
        subprocess.run(
            [sys.executable, "-c", code], env=_environment(seed), check=True, capture_output=True, timeout=60
        )
        for seed in ("0", "1", "4294967295")
    ]
    assert {one.stdout for one in run} == {f"{digest()}\n".encode()}


def _environment(seed: str) -> dict[str, str]:
    return os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}


def growth(cleans: int) -> list[int]:
    """The peaks of memory, in kB, after so many cleans and after each as many again; every page is another."""
    peaks = []
    for round in range(3):
        for number in range(cleans):
            clean(f"<h1 class=h{round}-{number}>The ferry {number}</h1><p style='left:{number}px'>{STORY[0]} {round}")
        gc.collect()
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peaks


def test_memory_stays_flat() -> None:
    first, second, third = apart(growth, 1_000, seconds=60)
    assert third - second < 1_000
    assert third - first < 3_000
