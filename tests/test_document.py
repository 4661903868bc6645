"""What goes into a batch, and what comes out of it."""

from __future__ import annotations

import dataclasses
import pickle
from datetime import date
from typing import Any

import pytest

from cleaner import Article, Document, Result
from cleaner.document import STATUSES
from cleaner.errors import NotHTMLError


@pytest.mark.parametrize(
    ("given", "said"),
    [({}, "neither"), ({"html": "<p>", "text": "a"}, "both"), ({"html": b"", "text": ""}, "both")],
)
def test_a_document_has_either_html_or_text(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=f"^A Document has {said} of html and text; give exactly one of them"):
        Document(**given)


def test_an_empty_page_is_a_page() -> None:
    assert (Document("").html, Document(b"").html, Document(text="").text) == ("", b"", "")


def test_only_the_page_goes_without_a_name() -> None:
    with pytest.raises(TypeError):
        Document("<p>", "text")  # type: ignore[call-arg]
    assert [one.name for one in dataclasses.fields(Document) if not one.kw_only] == ["html"]
    assert [one.name for one in dataclasses.fields(Document) if one.kw_only] == (
        ["text", "url", "id", "charset", "crawled", "meta", "cut_at"]
    )


@pytest.mark.parametrize(
    "value",
    [
        Document("<p>", url="https://a.example", id=3, charset="utf-8", crawled=date(2024, 3, 2), meta={"a": 1}),
        Result(0, "https://a.example", None, Article(title="T"), None, "ok", seconds=0.5),
    ],
    ids=["document", "result"],
)
def test_they_are_frozen_and_slotted_and_pickle(value: Any) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.url = None
    assert not hasattr(value, "__dict__")
    assert pickle.loads(pickle.dumps(value)) == value


def test_a_result_of_a_failure_pickles() -> None:
    again = pickle.loads(pickle.dumps(Result("a", None, None, None, NotHTMLError("PDF"), "not_html")))
    assert (again.id, again.article, again.status, again.crawled, again.seconds) == ("a", None, "not_html", None, None)
    assert str(again.error) == str(NotHTMLError("PDF"))


def test_the_statuses() -> None:
    statuses = "ok empty not_html too_large filter_error timeout memory worker_died"
    assert " ".join(STATUSES) == statuses
