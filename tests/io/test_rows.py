"""What is in which column."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, cast

import pytest
from results import ALL, EMPTY, FAILED, FULL

from cleaner import Article, clean_many
from cleaner.document import Document, Result
from cleaner.io import COLUMNS, LEDGER_COLUMNS, SCHEMA_VERSION, columns, ledger_rows, row
from cleaner.io.rows import results_of


def of(article: Article) -> dict[str, Any]:
    return row(replace(EMPTY, article=article))


def test_a_page_with_everything() -> None:
    assert row(FULL) == {
        "id": "a",
        "url": "https://www.skaal.example/ferry",
        "canonical_url": "https://skaal.example/ferry?full",
        "host": "skaal.example",
        "crawled": date(2024, 3, 5),
        "status": "ok",
        "error": None,
        "title": "Ferry",
        "authors": ["Ada Quill", "Jo Lens"],
        "published": "2024-03-02T00:30:00+01:00",
        "published_at": datetime(2024, 3, 1, 23, 30, tzinfo=UTC),
        "published_precision": "instant",
        "language": "en",
        "page_type": "article",
        "confidence": 0.875,
        "text": "No ferry to Skål\n\nBread",
        "n_words": 5,
        "n_blocks": 2,
        "tags": ["Ferries"],
        "image_src": "https://skaal.example/pier.jpg",
        "image_caption": "The pier",
        "removed_words": {"teasers": 3, "copyright": 2},
        "warnings": ["replaced_bytes"],
        "cleaner_version": "0.3.0",
        "pipeline": "abc",
        "schema_version": SCHEMA_VERSION,
    }


@pytest.mark.parametrize("result", ALL)
def test_the_columns_are_those_of_the_schema_in_its_order(result: Result) -> None:
    assert list(row(result)) == list(COLUMNS)
    assert list(row(result, ["source", "n"])) == list(columns(["source", "n"]))
    assert [list(entry) for entry in ledger_rows(FULL)] == [list(LEDGER_COLUMNS)] * 2


def test_a_failure_has_its_error_and_nothing_of_an_article() -> None:
    filled = {name: value for name, value in row(FAILED).items() if value is not None}
    assert filled == {
        "id": "2",
        "url": "https://b.example/",
        "host": "b.example",
        "status": "filter_error",
        "error": str(FAILED.error),
        "schema_version": SCHEMA_VERSION,
    }


def test_an_empty_page_has_empty_lists_and_no_words() -> None:
    values = row(EMPTY)
    assert (values["text"], values["n_words"], values["n_blocks"]) == ("", 0, 0)
    assert (values["authors"], values["tags"], values["warnings"], values["removed_words"]) == ([], [], [], {})


@pytest.mark.parametrize(
    ("published", "at", "precision"),
    [
        (None, None, None),
        (date(2024, 3, 2), datetime(2024, 3, 2, tzinfo=UTC), "day"),
        (datetime(2024, 3, 2, 8, 30), datetime(2024, 3, 2, 8, 30, tzinfo=UTC), "local"),
        (
            datetime(2024, 3, 2, 8, 30, 1, 5, timezone(timedelta(hours=-5))),
            datetime(2024, 3, 2, 13, 30, 1, 5, UTC),
            "instant",
        ),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))), datetime.max.replace(tzinfo=UTC), "local"),
    ],
)
def test_the_moment_of_publication(published: date | None, at: datetime | None, precision: str | None) -> None:
    values = of(Article(published=published))
    assert values["published"] == (published.isoformat() if published else None)
    assert (values["published_at"], values["published_precision"]) == (at, precision)


def test_the_host() -> None:
    assert of(Article(canonical_url="https://www.B.example:80/x"))["host"] == "b.example"
    for url in ("http://[broken/", "not an address", ""):
        assert row(replace(FULL, url=url, article=Article()))["host"] is None


def test_a_crawl_time_is_a_day() -> None:
    assert row(replace(FULL, crawled=datetime(2024, 3, 2, 5)))["crawled"] == date(2024, 3, 2)


def test_what_is_kept_of_meta() -> None:
    values = row(FULL, ["source", "weight", "nested", "absent"])
    assert [values[name] for name in ("source", "weight", "nested", "absent")] == ["crawl 7", "3", '{"à": [1]}', None]
    assert row(EMPTY, ["source"])["source"] is None
    with pytest.raises(TypeError, match="keep names fields of `meta`, which is list"):
        row(replace(FULL, meta=["source"]), ["source"])


def test_lone_surrogates_become_the_replacement_character() -> None:
    values = row(
        replace(FULL, id="sk\udce5l", meta={"a": "\ud83d\ude00"}, article=Article(authors=("x\ud800",))), ["a"]
    )
    assert (values["id"], values["authors"], values["a"]) == ("sk\ufffdl", ["x\ufffd"], "😀")


def test_the_ledger() -> None:
    assert next(ledger_rows(FULL)) == {
        **{"id": "a", "index": 1, "filter": "teasers", "reason": "a card", "kind": "list_item"},
        **{"score": 0.25, "text": "Larch or oak"},
    }
    assert list(ledger_rows(EMPTY)) == list(ledger_rows(FAILED)) == []


def test_what_is_no_result_is_said() -> None:
    assert list(results_of(iter(ALL), "write_jsonl")) == list(ALL)
    with pytest.raises(TypeError, match=r"^write_jsonl takes an iterable of Results; Result\("):
        results_of(FULL, "write_jsonl")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^write_jsonl takes Results; item 0 is Article\(.*\. Give it what clean_many"):
        list(results_of([FULL.article], "write_jsonl"))  # type: ignore[list-item]


def test_what_a_page_is_refused_for_is_in_no_column() -> None:
    [result] = clean_many([Document("<p>x", url=cast(Any, 5), crawled=cast(Any, "yesterday"))], workers=0)
    values = row(result)
    assert result.status == "not_html"
    assert (values["url"], values["host"], values["crawled"]) == (None, None, None)
