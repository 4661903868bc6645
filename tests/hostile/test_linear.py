"""Four times the page costs at most some five times the work, and memory is in proportion; no clock is asked."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable

import pytest
from apart import PROSE, STORY, apart

from cleaner import clean, clean_text

KINDS: dict[str, tuple[str, str]] = {
    "paragraphs": ("<h1>Ferry</h1>", f"<p>{STORY[0]}</p>"),
    "nested divs": ("", f'<div class="box"><p>{STORY[0]}</p>'),
    "empty divs": (PROSE, "<div>"),
    "link lists": (PROSE + "<ul>", f'<li class=menu-item><a href="/news/2024/03/the-ferry.html">{STORY[1]}</a></li>'),
    "tables": ("", f"<table><tr><th>{STORY[0]}<th>Crossing<tr><td>{STORY[1]}<td>Monday morning</table>"),
    "br runs": ("<p>", f"{STORY[0]}<br>"),
    "text nodes": ("<p>", f"{STORY[0]} "),
}
MORE: dict[str, tuple[str, str]] = {
    "small tables": ("", "<table><tr><td>Sun<td>Moon<tr><td>1<td>2</table>"),
    "rows of one table": ("<table>", "<tr><td>Sun<td>Moon"),
    "pairs of br": ("<p>", "word<br><br>"),
    "unclosed bold": ("", "<b>word "),
    "nested lists": (PROSE, "<ul><li>word "),
    "headings": (PROSE, "<h2>Ferry</h2>"),
    "headlines": ("<title>The ferry sails</title>", "<h1>The ferry sails again</h1>"),
    "quotes": ("", f"<blockquote>{PROSE}</blockquote>{PROSE}"),
    "images": (PROSE, "<figure><img src=/a.jpg alt='The ferry at noon'><figcaption>The ferry</figcaption></figure>"),
    "comment labels": (PROSE, "<p>12 comments</p>"),
    "related headings": (PROSE, "<p>Related stories</p>"),
    "consent": (PROSE, "<div><p>Accept all cookies</p></div>"),
    "articles": ("<title>Ferry</title>", f"<article><h1>Ferry</h1>{PROSE}</article>"),
    "cards": (PROSE, "<div class=card><a href=/x>Another</a><a href=/y>Story</a></div>"),
    "custom elements": (PROSE, "word <x-b>"),
    "hidden spans": ("<p>", "won<span hidden>x</span>der<span style='display:none'>y</span>ful "),
    "styles": ("<p>", "<span style='color:red;left:3px'>word</span> "),
    "controls": ("", "<div><span aria-controls=a></span>"),
    "closed panels": (PROSE, "<p><a aria-controls=a href=/x>word</a><div id=a hidden>word</div>"),
    "emphasis": ("<p>", "<em>word</em> <a href=/x>word</a> <code>word</code> "),
    "footnotes": ("<p id=a>", "word<sup><a href=#a>1</a></sup> "),
    "bylines": ("<h1>Ferry</h1>", "<p class=byline>By Jo Lens, 2 March 2024</p>"),
    "authors": ("<script type=application/ld+json>[", '{"@type":"Article","author":{"@id":"#a"}},'),
    "segments": ('<template id="P:1"></template>', f'<div hidden id="S:1">{PROSE}</div>'),
    "templates": (f'<div hidden id="S:1">{PROSE}</div>', '<!--$?--><template id="B:1"></template>'),
    "permalinks": ("<h2>", "word<a href=#a>#</a>"),
    "tabs": (PROSE, "<p role=tab>word<div role=tabpanel hidden>word</div>"),
    "testimonials": (PROSE, "<figure><blockquote>Word.</blockquote><figcaption>Jo</figcaption></figure>"),
    "drawings": (PROSE, "<svg><foreignObject><p>word</p></foreignObject></svg>"),
}
SIZE = 20_000


def work(call: Callable[[str], object], page: str) -> int:
    """How many functions are called, Python's own among them."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    call(page[:1_000])
    sys.setprofile(count)
    try:
        call(page)
    finally:
        sys.setprofile(None)
    return calls


def growth(name: str) -> float:
    """How many times the work of a page four times as long."""
    start, unit = (KINDS | MORE)[name]
    small, large = (start + unit * (size // len(unit)) for size in (SIZE, 4 * SIZE))
    return work(clean, large) / work(clean, small)


def growth_of_text(line: str) -> float:
    return work(clean_text, line * (4 * SIZE // len(line))) / work(clean_text, line * (SIZE // len(line)))


@pytest.mark.parametrize("name", KINDS | MORE)
def test_work_grows_with_the_page(name: str) -> None:
    assert apart(growth, name) <= 4 * 1.3


@pytest.mark.parametrize("line", ["Short line\n", f"{STORY[0]}\n\n", "- an item\n", f"{STORY[0][:60]}\n", " \n", "x"])
def test_work_grows_with_the_text(line: str) -> None:
    assert apart(growth_of_text, line) <= 4 * 1.3


def memory(name: str, size: int) -> float:
    """The most memory that the library has at one time, as a multiple of the page."""
    start, unit = KINDS[name]
    page = start + unit * (size // len(unit))
    clean(PROSE)
    gc.collect()
    tracemalloc.start(1)
    clean(page)
    return tracemalloc.get_traced_memory()[1] / len(page)


@pytest.mark.parametrize("name", [name for name in KINDS if name != "empty divs"])
def test_memory_is_at_most_twenty_times_the_page(name: str) -> None:
    assert apart(memory, name, 1_500_000) <= 20
