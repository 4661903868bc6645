"""Whether memory stays flat: cleans small pages, each another, and prints what the process has after every part.

python tests/benchmarks/soak.py [--cleans 50000] [--every 10000]
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import time
from pathlib import Path

from cleaner import clean, clean_text

STATM = Path("/proc/self/statm")
SENTENCE = "The ferry to the northern islands sails again, the harbour master said on Monday, and nobody believed him."


def page(number: int) -> str:
    """A small page that shares hardly a name, a style or an address with the others."""
    return (
        f"<html lang=en><title>The ferry {number}</title><link rel=canonical href='https://example.org/{number}'>"
        f'<script type=application/ld+json>{{"@type":"NewsArticle","headline":"The ferry {number}"}}</script>'
        f"<body class='p{number}'><h1 id=h{number}>The ferry {number}</h1><p>By Jo L{number}, 2 May 2024"
        f"<div class=c{number} style='left:{number}px'><p>{SENTENCE} {number}</p><p>{number} {SENTENCE}</p></div>"
        f"<table><tr><td>{number}<td>Moon<tr><td>1<td>2</table><ul class=r{number}><li><a href=/{number}>More</a></ul>"
        f"<img src=/{number}.jpg alt='{number}'><p hidden>{number}</p><b hidden>{number}<p>{number}</b>"
    )


def resident() -> float:
    """Megabytes of the process in memory: now, or at the most where the system does not say."""
    if STATM.exists():
        return int(STATM.read_text("ascii").split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def main() -> None:
    """Cleans, and prints a line now and then."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--cleans", type=int, default=50_000)
    parser.add_argument("--every", type=int, default=10_000)
    arguments = parser.parse_args()
    begun = time.process_time()
    for number in range(arguments.cleans + 1):
        if number % arguments.every == 0:
            gc.collect()
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
            seconds = time.process_time() - begun
            print(f"{number:>9,} cleans {resident():8.1f} MB, at most {most:8.1f} MB, {seconds:7.1f} s", flush=True)
        clean(page(number), url=f"https://example.org/{number}")
        if number % 10 == 0:
            clean_text(f"The ferry {number}\n\n{SENTENCE} {number}\n\n{SENTENCE}")


if __name__ == "__main__":
    main()
