"""What cleaner wrote, read again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleaner import Article, Document, Result, clean, clean_many
from cleaner.cli.outputs import is_output, read_article, read_output
from cleaner.cli.shards import ledger_of
from cleaner.io import RecordError, jsonl, parquet, write_jsonl, write_ledger_jsonl, write_ledger_parquet, write_parquet

STORY = (
    "The ferry to Skål has been cancelled for the third day, and the islanders have begun to share their bread.",
    "The harbour master, who measured the wind himself, said on Tuesday that no boat would leave before the swell.",
)
PAGE = f"""<html lang="en"><head><title>No ferry</title><meta property="article:published_time" content="2024-02-19">
<meta property="og:image" content="https://skaal.example/quay.jpg"></head>
<nav>Home</nav><h1>No ferry</h1><p>{STORY[0]}</p><aside class="newsletter">Subscribe to our newsletter</aside>
<p>{STORY[1]}</p><footer>Copyright 2024</footer></html>"""
DOCUMENTS = (
    Document(PAGE, id="a", url="https://skaal.example/a"),
    Document(b"%PDF-1.4", id="b"),
    Document("<title>Empty</title>", id="c"),
    Document(PAGE, id="d"),
    Document(PAGE, id="d"),
)
FORMS = pytest.mark.parametrize("ending", [*jsonl.ENDINGS, *parquet.ENDINGS])


def written(folder: Path, ending: str, ledger: bool = True) -> str:
    path = str(folder / f"out{ending}")
    results = list(clean_many(DOCUMENTS, workers=0))
    in_parquet = ending in parquet.ENDINGS
    (write_parquet if in_parquet else write_jsonl)(results, path)
    if ledger:
        (write_ledger_parquet if in_parquet else write_ledger_jsonl)(results, ledger_of(path))
    return path


def never(error: RecordError) -> None:
    raise error


def read(path: str, on_error: Callable[[RecordError], object] = never) -> list[Result]:
    return list(read_output(path, on_error))


@FORMS
def test_a_row_is_the_result_again(tmp_path: Path, ending: str) -> None:
    found = read(written(tmp_path, ending))
    assert [(one.id, one.status) for one in found] == [
        *(("a", "ok"), ("b", "not_html"), ("c", "empty"), ("d", "ok"), ("d", "ok")),
    ]
    assert "is a PDF" in str(found[1].error)
    article = found[0].article
    whole = clean(PAGE, url="https://skaal.example/a")
    assert article is not None
    for name in ("text", "title", "published", "language", "url", "confidence", "page_type", "removed_words"):
        assert getattr(article, name) == getattr(whole, name), name
    assert article.images[0].src == "https://skaal.example/quay.jpg"


@FORMS
def test_the_ledger_puts_every_block_in_its_place(tmp_path: Path, ending: str) -> None:
    for result in read(written(tmp_path, ending)):
        if result.status == "ok":
            assert result.article is not None
            assert result.article.removed == clean(PAGE, url=result.url).removed
            assert [block.index for block in result.article.blocks] == [
                block.index for block in clean(PAGE, url=result.url).blocks
            ]


def test_without_a_ledger_there_is_the_body(tmp_path: Path) -> None:
    article = read(written(tmp_path, ".jsonl", ledger=False))[0].article
    assert article is not None
    assert [block.text for block in article.blocks] == list(STORY)
    assert article.removed == ()


def test_a_body_with_blank_lines_of_its_own_is_one_block(tmp_path: Path) -> None:
    path = written(tmp_path, ".jsonl", ledger=False)
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    rows[0]["n_blocks"] = 1
    Path(path).write_text(json.dumps(rows[0]), "utf-8")
    [result] = read(path)
    assert result.article is not None
    assert [block.text for block in result.article.blocks] == ["\n\n".join(STORY)]


def test_articles_as_json(tmp_path: Path) -> None:
    article = clean(PAGE, url="https://skaal.example/a")
    path = tmp_path / "articles.jsonl"
    path.write_text(f"{article.model_dump_json()}\n{Article().model_dump_json()}\n", "utf-8")
    assert is_output(str(path))
    found = read(str(path))
    assert [(one.id, one.url, one.status, one.article) for one in found] == [
        (0, "https://skaal.example/a", "ok", article),
        (1, None, "empty", Article()),
    ]


def test_an_article_alone_may_be_indented(tmp_path: Path) -> None:
    article = clean(PAGE, url="https://skaal.example/a")
    path = tmp_path / "a.json"
    path.write_text(article.model_dump_json(indent=2), "utf-8")
    [one] = read_article(str(path), never)
    assert (one.id, one.url, one.status, one.article) == (str(path), "https://skaal.example/a", "ok", article)


@pytest.mark.parametrize("content", ['{"pages": 3}', "", "nonsense", "[]"])
def test_what_is_no_article_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    errors: list[RecordError] = []
    assert list(read_article(str(path), errors.append)) == []
    assert [str(error).split(": ")[1][:34] for error in errors] == ["it is not what cleaner wrote (1 va"]
    assert list(read_article(str(tmp_path), errors.append)) == []
    assert "cannot be read" in str(errors[1])


@FORMS
def test_an_output_is_known_by_its_first_row(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path, ending)
    assert is_output(path)
    assert not is_output(ledger_of(path))


@pytest.mark.parametrize("content", ['{"html": "<p>Hello"}', "", "nonsense", "[1]"])
def test_other_rows_are_no_output(tmp_path: Path, content: str) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(content)
    assert not is_output(str(path))


@pytest.mark.parametrize("spoilt", [{"status": None, "text": 5}, {"removed_words": 7}, {"n_blocks": 2}])
def test_a_row_that_cleaner_did_not_write_costs_itself(tmp_path: Path, spoilt: dict[str, Any]) -> None:
    path = Path(written(tmp_path, ".jsonl"))
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([lines[0], json.dumps(spoilt), *lines[1:]]), "utf-8")
    errors: list[RecordError] = []
    assert [one.id for one in read(str(path), errors.append)] == ["a", "b", "c", "d", "d"]
    [error] = errors
    assert "row 2: it is not what cleaner wrote (" in str(error)


def test_a_damaged_ledger_costs_no_page(tmp_path: Path) -> None:
    path = written(tmp_path, ".jsonl")
    Path(ledger_of(path)).write_text('{"id": "a", "index": 0, "text": 5}\nnonsense\n{"index": "x"}\n')
    errors: list[RecordError] = []
    found = read(path, errors.append)
    assert [one.id for one in found] == ["a", "b", "c", "d", "d"]
    assert found[0].article is not None
    assert found[0].article.removed == ()
    assert ["a row of the page a" in str(errors[0]), "line 2" in str(errors[1])] == [True, True]


def test_a_row_that_somebody_took_out_costs_no_other(tmp_path: Path) -> None:
    path = Path(written(tmp_path, ".jsonl"))
    _, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(rest), "utf-8")
    found = [result.article.removed for result in read(str(path)) if result.status == "ok" and result.article]
    assert found == [clean(PAGE).removed] * 2
