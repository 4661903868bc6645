"""Whether the cost of a page grows with its size: each kind of bait at n and at 4 n.

    python tests/benchmarks/scaling.py [--size 100000]

A ratio of about 4 is linear; 16 would be quadratic. Times are of one run, so read the ratios and not the seconds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from cleaner import clean, clean_text

STORY = (
    "<p>The ferry to the northern islands sails again, the harbour master said on Monday, and nobody believed him.</p>"
)
BAIT: dict[str, tuple[str, str]] = {
    "paragraphs": ("<h1>Ferry</h1>", STORY),
    "nested divs": ("", "<div>"),
    "unclosed bold": ("", "<b>word "),
    "links": (STORY, "<p><a href=/x>Another story</a></p>"),
    "list of links": (STORY + "<ul>", "<li><a href=/x>Another story of the day</a></li>"),
    "tables": ("", "<table><tr><td>Sun<td>Moon<tr><td>1<td>2</table>"),
    "one table": ("<table>", "<tr><td>Sun<td>Moon"),
    "br runs": ("<p>", "word<br><br>"),
    "headings": (STORY, "<h2>Ferry</h2>"),
    "first headings": ("<title>" + "Ferry | " * 2000 + "</title>", "<h1>Ferry boats</h1>"),
    "quotes": ("", f"<blockquote>{STORY}</blockquote>{STORY}"),
    "images": (STORY, "<figure><img src=/a.jpg alt='The ferry at noon'><figcaption>The ferry</figcaption></figure>"),
    "comment labels": (STORY * 8, "<p>12 comments</p>"),
    "related headings": (STORY * 8, "<p>Related stories</p>"),
    "articles": ("<title>Ferry</title>", f"<article><h1>Ferry</h1>{STORY * 4}</article>"),
    "divs of links": (STORY, "<div><div><a href=/x>Another</a><a href=/y>Story</a><a href=/z>Here</a></div></div>"),
    "custom elements": (STORY, "word <x-b>"),
    "hidden spans": ("<p>", "won<span hidden>x</span>der<span style='display:none'>y</span>ful "),
    "authors": ("<script type=application/ld+json>[", '{"@type":"Article","author":{"@id":"#a"}},'),
    "broken JSON-LD": ("<script type=application/ld+json>{", " "),
}


def seconds(call: Callable[[str], object], page: str) -> float:
    """The CPU time of one call."""
    start = time.process_time()
    call(page)
    return time.process_time() - start


def report(name: str, call: Callable[[str], object], start: str, unit: str, size: int) -> None:
    """Prints the time at n and the ratio of the time at 4 n to it."""
    once = seconds(call, start + unit * (size // len(unit)))
    more = seconds(call, start + unit * (4 * size // len(unit)))
    print(f"{name:18} {once:7.3f} s  x {more / max(once, 0.001):5.1f}")


def main() -> None:
    """Measures every bait."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--size", type=int, default=100_000, help="characters of the smaller page")
    size = parser.parse_args().size
    clean(STORY)  # reads the language files
    for name, (start, unit) in BAIT.items():
        report(name, clean, start, unit, size)
    report("short lines", clean_text, "", "Short line\n", size)


if __name__ == "__main__":
    main()
