"""What a page costs as it grows: time beside that of the bare parse, and memory beside the page's size.

    python tests/benchmarks/scaling.py [--largest 10000000] [NAME ...]

Each kind of page grows tenfold from 10 kB on, each size in a process of its own. "growth" is how many times as long the
page takes as the smaller one before it, and "of parse" the same of lxml's bare parse: 10 is linear, 100 quadratic.
Times are of the processor, the fastest of some calls; compare growths, not seconds. "memory" is what the process needed
more at its peak, as a multiple of the page; below 100 kB it says what the allocator keeps in stock.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable

import lxml.html

from cleaner import clean, clean_text

SENTENCE = "The ferry to the northern islands sails again, the harbour master said on Monday, and nobody believed him."
STORY = f"<p>{SENTENCE}</p>"
LINK = '<a href="/news/2024/03/the-ferry-to-the-islands.html">The ferry to the northern islands</a>'
BAIT: dict[str, tuple[str, str]] = {
    "paragraphs": ("<h1>Ferry</h1>", STORY),
    "nested divs": ("", f'<div class="box"><p>{SENTENCE}</p>'),
    "link lists": (STORY + "<ul>", f'<li class="menu-item">{LINK}</li>'),
    "tables": ("", f"<table><tr><th>Day<th>Crossing<tr><td>Monday morning<td>{SENTENCE}</table>"),
    "br runs": ("<p>", f"{SENTENCE}<br>"),
    "text nodes": ("<p>", f"{SENTENCE} "),
    "empty divs": ("", "<div>"),
    "short items": (STORY + "<ul>", "<li><a href=/x>Another story of the day</a></li>"),
    "small tables": ("", "<table><tr><td>Sun<td>Moon<tr><td>1<td>2</table>"),
    "one table": ("<table>", "<tr><td>Sun<td>Moon"),
    "pairs of br": ("<p>", "word<br><br>"),
    "unclosed bold": ("", "<b>word "),
    "headings": (STORY, "<h2>Ferry</h2>"),
    "first headings": ("<title>" + "Ferry | " * 200 + "</title>", "<h1>Ferry boats</h1>"),
    "quotes": ("", f"<blockquote>{STORY}</blockquote>{STORY}"),
    "images": (STORY, "<figure><img src=/a.jpg alt='The ferry at noon'><figcaption>The ferry</figcaption></figure>"),
    "comment labels": (STORY * 8, "<p>12 comments</p>"),
    "related headings": (STORY * 8, "<p>Related stories</p>"),
    "articles": ("<title>Ferry</title>", f"<article><h1>Ferry</h1>{STORY * 4}</article>"),
    "divs of links": (STORY, "<div><div><a href=/x>Another</a><a href=/y>Story</a><a href=/z>Here</a></div></div>"),
    "custom elements": (STORY, "word <x-b>"),
    "hidden spans": ("<p>", "won<span hidden>x</span>der<span style='display:none'>y</span>ful "),
    "emphasis": ("<p>", "<em>word</em> <a href=/x>word</a> <code>word</code> "),
    "footnotes": ("<p>", "word<sup><a href=#a>1</a></sup> "),
    "authors": ("<script type=application/ld+json>[", '{"@type":"Article","author":{"@id":"#a"}},'),
    "broken JSON-LD": ("<script type=application/ld+json>{", " "),
    "short lines": ("", "Short line\n"),
}
SMALLEST = 10_000


def fastest(call: Callable[[str], object], page: str) -> float:
    """The processor time of one call; a small page is called several times."""
    times = []
    for _ in range(max(1, min(5, 200_000 // len(page)))):
        start = time.process_time()
        call(page)
        times.append(time.process_time() - start)
    return max(min(times), 1e-6)


def bare_parse(page: str) -> None:
    """What the growth is compared with."""
    lxml.html.document_fromstring(page.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def measured(name: str, size: int) -> tuple[float, float, float]:
    """Seconds of the bare parse, seconds of the library, and its memory as a multiple of the page."""
    start, unit = BAIT[name]
    page = start + unit * (size // len(unit))
    call: Callable[[str], object] = clean_text if name == "short lines" else clean
    call(STORY * 20)  # reads weights and language files
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    call(page)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit_of_memory = 1 if sys.platform == "darwin" else 1024
    return fastest(bare_parse, page), fastest(call, page), (after - before) * unit_of_memory / len(page)


def report(name: str, largest: int) -> None:
    """Prints a line for each size."""
    parsed = cleaned = 0.0
    size = SMALLEST
    while size <= largest:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            parse, clean, memory = pool.apply(measured, (name, size))
        growths = f"{clean / cleaned:8.1f} {parse / parsed:8.1f}" if cleaned else f"{'':17}"
        print(f"{name:18} {size:>10,} {parse:9.4f} s {clean:9.4f} s {growths} {memory:7.1f} x", flush=True)
        parsed, cleaned, size = parse, clean, size * 10


def main() -> None:
    """Measures every kind of page, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(BAIT)}")
    parser.add_argument("--largest", type=int, default=10_000_000, help="characters of the largest page")
    arguments = parser.parse_args()
    print(f"{'':18} {'characters':>10} {'parse':>11} {'clean':>11} {'growth':>8} {'of parse':>8} {'memory':>9}")
    for name in arguments.names or BAIT:
        report(name, arguments.largest)


if __name__ == "__main__":
    main()
