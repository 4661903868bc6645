"""The result: frozen, strict about its fields, and the same after a trip through JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import ValidationError

from cleaner import Article, Image, Removal, TextBlock
from cleaner.article import Container, Merged, Span

BLOCKS = (
    TextBlock(index=0, kind="heading", text="Timber", level=2),
    TextBlock(
        index=2,
        kind="table",
        text="Oak\t4",
        rows=(("Oak", "4"),),
        spans=(Span(0, 3, "link", "https://a.example/oak"), Span(4, 5, "strong")),
        within=(Container("list", 2, "ordered"), Container("item", 2, "1")),
        header_rows=1,
        merged=(Merged(0, 1, 2, 1),),
    ),
)
FULL = Article(
    blocks=BLOCKS,
    title="Ferry",
    authors=("Ada Quill",),
    tags=("Ferries", "Islands"),
    published=datetime(2024, 3, 2, 8, 30, tzinfo=timezone(timedelta(hours=1))),
    modified=date(2024, 3, 3),
    images=(Image(src="https://example.org/pier.jpg", width=640, before=0),),
    paywalled=False,
    removed=(Removal(index=1, filter="teasers", reason="why", text="Larch or oak", kind="list_item"),),
    removed_words={"teasers": 3},
    sources={"title": "meta"},
)


def test_the_text_is_the_blocks_joined_by_a_blank_line() -> None:
    assert FULL.text == "Timber\n\nOak\t4"
    assert Article().text == ""


def test_it_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        FULL.title = "Another"  # type: ignore[misc]  # that is the point
    with pytest.raises(ValidationError, match="frozen"):
        FULL.blocks[0].text = "Another"  # type: ignore[misc]  # that is the point


def test_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Article.model_validate({"headline": "Ferry"})


@pytest.mark.parametrize("article", [FULL, Article()])
def test_it_is_the_same_after_a_trip_through_json(article: Article) -> None:
    assert Article.model_validate_json(article.model_dump_json()) == article
    assert Article.model_validate(article.model_dump()) == article


def test_the_json_has_the_text_which_is_not_read_on_the_way_in() -> None:
    told: dict[str, Any] = json.loads(FULL.model_dump_json())
    assert told["text"] == FULL.text
    assert Article.model_validate({**told, "text": "Another"}).text == FULL.text


@pytest.mark.parametrize(
    "moment",
    [
        date(2024, 3, 2),
        datetime(2024, 3, 2),
        datetime(2024, 3, 2, 8, 30),
        datetime(2024, 3, 2, 8, 30, 15, 250, UTC),
        datetime(2024, 3, 2, 8, 30, tzinfo=timezone(-timedelta(hours=9, minutes=30))),
    ],
)
def test_a_date_stays_a_date_and_an_offset_stays(moment: date) -> None:
    again = Article.model_validate_json(Article(published=moment).model_dump_json()).published
    assert (type(again), again, str(again)) == (type(moment), moment, str(moment))


def test_what_is_unknown_is_empty() -> None:
    filled = {name for name, value in Article().model_dump().items() if value not in (None, (), {}, "")}
    assert filled == set()
    assert Article().paywalled is None


def test_it_is_shown_in_a_line() -> None:
    assert repr(FULL) == str(FULL) == "Article(title='Ferry', 3 words in 2 blocks, 3 words removed)"
    assert repr(Article()) == "Article(title=None, 0 words in 0 blocks, 0 words removed)"


def test_equal_articles_have_equal_hashes_and_all_fields_count_for_equality() -> None:
    again = Article.model_validate_json(FULL.model_dump_json())
    assert len({FULL, again}) == 1
    other = FULL.model_copy(update={"sources": {}})
    assert other != FULL
    assert len({FULL, other}) == 2


def test_structure_is_tuples_with_names_after_json_too() -> None:
    table = Article.model_validate_json(FULL.model_dump_json()).blocks[1]
    assert (table.spans[0].target, table.within[1].label, table.merged[0].columns) == ("https://a.example/oak", "1", 2)
    assert (type(table.spans[0]), type(table.within[0]), type(table.merged[0])) == (Span, Container, Merged)


def test_a_span_is_of_a_kind_that_there_is() -> None:
    with pytest.raises(ValidationError):
        TextBlock.model_validate({"index": 0, "kind": "paragraph", "text": "a", "spans": [[0, 1, "blink", None]]})


def test_the_body_as_markdown() -> None:
    assert FULL.to_markdown() == ("## Timber\n\n1. | [Oak](https://a.example/oak) | **4** |  |\n   | --- | --- | --- |")
    assert FULL.to_markdown(links=False).startswith("## Timber\n\n1. | Oak |")
