"""Real calls of trafilatura and htmldate, on pages written here."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import htmldate
import pytest
import trafilatura
from htmldate import extractors

import cleaner.fallback as fallback_module
from cleaner.fallback import author, body, published

ROOT = Path(fallback_module.__file__).parents[1]

STORY = [
    "The harbour master said on Monday that the new quay would open before the end of the year.",
    "Fishermen had asked for it since the storm of 1998, which left the old one in ruins for good.",
    "The town will pay for half of it, and the rest comes from the county and from the boat owners.",
]
PAGE = f"""<!doctype html><html><head><title>Harbour opens</title>
<meta name="author" content="Jane Roe; John Doe">
<meta property="article:published_time" content="2019-03-14T08:00:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour opens</h1>{"".join(f"<p>{text}</p>" for text in STORY)}
<ul><li>a crane for two boats</li><li>a slipway of stone</li></ul>
<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2018</td><td>12</td></tr></table>
<pre><code>open(quay)
    wait()</code></pre></article>
<div id="comments" class="comments"><p>I have waited for this quay since I was a child of seven.</p></div>
<footer>Imprint</footer></body></html>"""


def run(code: str, **environment: str) -> str:
    """Runs Python in a process of its own and returns what it printed; nothing may come on stderr."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_body_is_paragraphs_without_comments_and_menus() -> None:
    answer = body(PAGE, "https://example.org/harbour")
    assert answer.warnings == ()
    assert [text for text in answer.value if text in STORY] == STORY
    assert not any("since I was a child" in text or "Imprint" in text or "Home" in text for text in answer.value)


def test_items_rows_and_code_keep_their_shape() -> None:
    texts = body(PAGE, None).value
    assert "a crane for two boats" in texts
    assert texts[texts.index("Year\tBoats") + 1] == "2018\t12"
    assert "open(quay)\n    wait()" in texts


def test_authors_come_one_by_one() -> None:
    assert author(PAGE, None) == (("Jane Roe", "John Doe"), ())
    assert author("<p>Nobody signed this.</p>", None) == ((), ())


def test_the_day_of_publication() -> None:
    assert published(PAGE, None, None) == (date(2019, 3, 14), ())
    assert published(PAGE, None, date(2019, 3, 14)).value == date(2019, 3, 14)
    assert published(PAGE, None, datetime(2019, 3, 14, 7, 0)).value == date(2019, 3, 14)
    assert published("<p>no day here</p>", None, None) == (None, ())
    assert published("<p>x</p>", "https://example.org/2020/02/03/story", None).value == date(2020, 2, 3)


def test_no_day_after_the_crawl_and_none_in_the_future_without_one() -> None:
    future = '<html><head><meta name="date" content="2150-03-04"></head><body><p>x</p></body></html>'
    assert published(future, None, None).value == date(2150, 3, 4)
    assert published(future, None, date(2150, 3, 3)).value is None
    assert published(future, None, date.max).value == date(2150, 3, 4)


@pytest.mark.parametrize("given", ["2017-05", "2017 May 10:30", "2017/5 10:11"])
def test_a_month_without_a_day_does_not_get_todays(given: str) -> None:
    html = f'<html><head><meta name="date" content="{given}"></head><body><p>x</p></body></html>'
    htmldate.find_date(html)  # fills the cache of htmldate with today's answer
    assert published(html, None, None).value == date(2017, 5, 1)


def test_a_year_with_a_time_is_no_date() -> None:
    html = '<html><head><meta name="date" content="2017 10:30"></head><body><p>x</p></body></html>'
    assert published(html, None, None).value is None


def test_htmldate_is_left_as_it_was_found() -> None:
    before: Any = extractors.__dict__["dateutil_parse"]
    published(PAGE, None, None)
    assert extractors.__dict__["dateutil_parse"] is before


@pytest.mark.parametrize("html", ["", " \n", "<!-- nothing -->", "<html></html>", "<p></p>", "\0"])
def test_an_empty_page_is_an_empty_answer(html: str) -> None:
    assert body(html, None) == ((), ())
    assert author(html, None) == ((), ())
    assert published(html, None, None) == (None, ())


@pytest.mark.parametrize(
    ("target", "ask", "empty"),
    [
        ("trafilatura.bare_extraction", lambda: body(PAGE, None), ()),
        ("trafilatura.metadata.extract_metadata", lambda: author(PAGE, None), ()),
        ("htmldate.find_date", lambda: published(PAGE, None, None), None),
    ],
)
def test_what_they_raise_is_a_warning_and_a_line_in_the_log(
    target: str,
    ask: Callable[[], Any],
    empty: object,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*args: object, **options: object) -> None:
        raise RecursionError("too deep for us")

    monkeypatch.setattr(target, broken)
    with caplog.at_level(logging.DEBUG, logger="cleaner"):
        assert ask() == (empty, ("fallback_failed",))
    assert [(record.name, record.levelname) for record in caplog.records] == [("cleaner", "DEBUG")]
    assert "too deep for us" in caplog.text
    monkeypatch.undo()
    assert ask().warnings == ()


def test_a_page_of_any_depth_and_any_characters_gets_an_answer() -> None:
    for html in ("<div>" * 50_000 + "deep", PAGE.replace("quay", "qu\0\x01\ufffeay"), "<p>" + "word " * 200_000):
        for answer in (body(html, "http://[broken"), author(html, "http://[broken"), published(html, "::", None)):
            assert answer.warnings in ((), ("fallback_failed",))


def test_the_same_page_gives_the_same_answer_whatever_was_asked_before() -> None:
    first = body(PAGE, None), author(PAGE, None), published(PAGE, None, None)
    for _ in range(5):
        trafilatura.extract(PAGE, deduplicate=True)
        body(PAGE.replace("harbour", "airport"), None)
        published(PAGE.replace("2019", "2021"), None, None)
        assert (body(PAGE, None), author(PAGE, None), published(PAGE, None, None)) == first


ASK_ALL = f"""
from datetime import date
from cleaner.fallback import author, body, published
page = {PAGE!r}
late = page.replace("08:00:00+01:00", "23:30:00+00:00")
print(body(page, None), author(page, None), published(page, None, None), published(late, None, date(2019, 3, 14)))
"""


def test_neither_hash_seed_nor_time_zone_nor_stderr_matter() -> None:
    answers = {
        run(ASK_ALL, PYTHONHASHSEED=seed, TZ=zone)
        for seed, zone in [("1", "UTC"), ("2", "Asia/Tokyo"), ("3", "America/Los_Angeles"), ("4", "Pacific/Kiritimati")]
    }
    assert len(answers) == 1


def test_four_threads_survive_and_agree() -> None:
    code = f"""
from concurrent.futures import ThreadPoolExecutor
from cleaner.fallback import author, body, published
page = {PAGE!r}
def ask(n):
    return body(page, None), author(page, None), published(page, None, None)
with ThreadPoolExecutor(4) as pool:
    answers = set(pool.map(ask, range(60)))
print(len(answers))
"""
    assert run(code) == "1\n"


def test_one_page_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    inside: list[int] = []
    most = []

    def slow(*args: object, **options: object) -> None:
        inside.append(1)
        most.append(len(inside))
        threading.Event().wait(0.02)
        inside.pop()

    monkeypatch.setattr("trafilatura.bare_extraction", slow)
    threads = [threading.Thread(target=body, args=(PAGE, None)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1, 1, 1, 1]


def test_importing_the_module_imports_neither() -> None:
    code = "import sys, cleaner.fallback; print([name for name in ('trafilatura', 'htmldate') if name in sys.modules])"
    assert run(code) == "[]\n"
