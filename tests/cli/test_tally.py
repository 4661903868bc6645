"""Accounts of pages, which can be added up and written down."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from cleaner import Article, NotHTMLError
from cleaner.cli.tally import Tally
from cleaner.document import Result, Status

ARTICLE = Article(page_type="listing", removed_words={"teasers": 3, "ours": 1}, warnings=("cut_depth",))


def result(article: Article | None = ARTICLE, status: Status = "ok", seconds: float | None = None) -> Result:
    error = None if article else NotHTMLError("PDF")
    return Result(id=0, url=None, meta=None, article=article, error=error, status=status, seconds=seconds)


def tally_of(results: Sequence[Result], unreadable: int = 0) -> Tally:
    tally = Tally(unreadable=unreadable)
    for one in results:
        tally.add(one)
    return tally


RESULTS = [result()] * 3 + [result(Article(), "empty"), result(None, "not_html")]


def test_what_is_counted() -> None:
    report = tally_of(RESULTS, unreadable=1).report()
    assert (report["pages"], report["unreadable"], report["failed_share"]) == (5, 1, round(2 / 6, 6))
    assert {status: number for status, number in report["status"].items() if number} == {
        "ok": 3,
        "empty": 1,
        "not_html": 1,
    }
    assert report["page_types"] == {"listing": 3, "unknown": 1}
    assert report["removed_words"] == {"teasers": 9, "ours": 3}
    assert report["warnings"] == {"cut_depth": 3}
    assert report["ms"] == {"p50": None, "p95": None, "p99": None}


def test_the_line() -> None:
    assert tally_of(RESULTS).as_line() == "5 pages: 3 ok, 1 empty, 1 not_html"
    assert tally_of(RESULTS[:1], unreadable=1200).as_line() == "1 page: 1 ok; 1,200 unreadable in the input"
    assert Tally().as_line() == "0 pages"


def test_nothing_is_no_failure() -> None:
    assert Tally().failed == 0


def test_accounts_add_up_and_go_through_json() -> None:
    both = Tally()
    for part in (tally_of(RESULTS[:2], unreadable=1), tally_of(RESULTS[2:], unreadable=2)):
        both.merge(Tally.of_json(json.loads(json.dumps(part.as_json()))))
    assert both == tally_of(RESULTS, unreadable=3)


def test_fields_to_keep_are_counted_where_a_page_has_them() -> None:
    tally = Tally()
    for meta in ({"n": None}, {"n": 1, "other": 2}, {}, None):
        tally.add(replace(result(), meta=meta), keep=("n", "kay"))
    assert Tally.of_json(tally.as_json()).kept == {"n": 2}


@pytest.mark.parametrize("seconds", [1e-9, 0.0004, 0.0123, 3.0, 400.0])
def test_times_are_kept_to_a_percent(seconds: float) -> None:
    told = tally_of([result(seconds=seconds)]).report()["ms"]["p50"]
    assert told == pytest.approx(1000 * max(seconds, 1e-6), rel=0.02)


def test_shares_of_times() -> None:
    times = tally_of([result(seconds=number / 1000) for number in range(1, 101)]).report()["ms"]
    assert [times[share] for share in ("p50", "p95", "p99")] == [pytest.approx(n, rel=0.02) for n in (50, 95, 99)]
