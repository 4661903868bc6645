"""A record with named fields to a Document."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from cleaner.document import Document
from cleaner.io.fields import Fields

DEFAULT = Fields("id", "url", "html", "text", "charset", "crawled")


def test_all_fields() -> None:
    record = {
        "id": 7,
        "url": "u",
        "html": "<p>x",
        "charset": "utf-8",
        "crawled": "2024-03-02",
        "source": "a",
        "n": None,
    }
    assert DEFAULT.document(record) == Document(
        "<p>x", url="u", id=7, charset="utf-8", crawled=date(2024, 3, 2), meta={"source": "a", "n": None}
    )


def test_text() -> None:
    assert DEFAULT.document({"text": "x", "id": "a"}) == Document(text="x", id="a")
    assert DEFAULT.document({"text": "x", "html": None}) == Document(text="x")


def test_of_html_and_text_html_is_the_page() -> None:
    assert DEFAULT.document({"html": "<p>x", "text": "x"}) == Document("<p>x", meta={"text": "x"})
    assert DEFAULT._replace(html=None).document({"html": "<p>x", "text": "x"}) == Document(
        text="x", meta={"html": "<p>x"}
    )


def test_an_empty_page_is_a_page() -> None:
    assert DEFAULT.document({"html": ""}) == Document("")


def test_null_is_an_empty_page() -> None:
    assert DEFAULT.document({"html": None, "id": 1}) == Document("", id=1)
    assert DEFAULT.document({"text": None, "id": 1}) == Document(text="", id=1)
    assert DEFAULT.document({"html": None, "text": None}).html == ""
    assert DEFAULT._replace(text=None).document({"html": None, "text": "x"}) == Document("", meta={"text": "x"})


def test_a_place_names_the_id_where_there_is_one() -> None:
    assert DEFAULT.place("line 3", {"id": "p7"}) == "line 3, id 'p7'"
    assert DEFAULT._replace(id="key").place("line 3", {"id": 1, "key": 0}) == "line 3, key 0"
    assert DEFAULT.place("line 3", {"id": None}) == DEFAULT._replace(id=None).place("line 3", {"id": 1}) == "line 3"


def test_other_names() -> None:
    fields = Fields("key", None, "body", None, None, "day")
    assert fields.document({"key": "a", "body": b"<p>", "day": "", "id": 1, "url": 2}) == Document(
        b"<p>", id="a", meta={"id": 1, "url": 2}
    )


@pytest.mark.parametrize(
    "value",
    [
        *("2024-03-02", "20240302", "2024-03-02T23:30:00Z", "2024-03-02 23:30"),
        *(date(2024, 3, 2), datetime(2024, 3, 2, 23, tzinfo=UTC)),
    ],
)
def test_days(value: Any) -> None:
    assert DEFAULT.document({"html": "", "crawled": value}).crawled == date(2024, 3, 2)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({}, "it has no 'html' or 'text'$"),
        ({"id": 7, "body": ""}, "it has no 'html' or 'text', but 'id', 'body'$"),
        ({"html": 5}, "its 'html' is 5, not str or bytes"),
        ({"html": "", "id": 1.5}, "its 'id' is 1.5, not str or int"),
        ({"html": "", "id": True}, "its 'id' is True, not str or int"),
        ({"html": "", "url": ["a"]}, r"its 'url' is \['a'\], not str"),
        ({"text": b"x"}, "its 'text' is b'x', not str"),
        ({"html": "", "crawled": "yesterday"}, "its day is 'yesterday', not a date as 2024-03-02"),
        ({"html": "", "crawled": 1709337600}, "its day is 1709337600, not a date as 2024-03-02"),
    ],
)
def test_what_is_no_document_says_why(record: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        DEFAULT.document(record)
