"""What cleaner wrote, read again: the rows of a batch, with their ledger where it lies beside them, and Articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from cleaner.article import Article, Image, Removal, TextBlock
from cleaner.cli.shards import ledger_of
from cleaner.document import Result, Status
from cleaner.errors import CleanerError
from cleaner.io import LEDGER_COLUMNS, RecordError, parquet
from cleaner.io.damage import OnError
from cleaner.io.jsonl import jsonl_rows
from cleaner.io.parquet import parquet_rows

_SAME = ("canonical_url", "title", "authors", "published", "language", "page_type", "confidence", "tags", "warnings")
_COLUMNS = (
    *("id", "url", "status", "error", "text", "n_blocks", "image_src", "image_caption", "removed_words"),
    *("cleaner_version", "pipeline", *_SAME),
)


def is_output(path: str) -> bool:
    """Whether the file's first row is one that cleaner wrote."""
    with closing(cast(Any, _rows(path, _COLUMNS, lambda error: None))) as rows:
        first: dict[str, Any] = next(rows, {})
    return "n_blocks" in first or "blocks" in first


def read_output(path: str, on_error: OnError) -> Iterator[Result]:
    """A Result for each row of a batch's output, or for each Article as `model_dump_json` wrote it.

    Rows hold the body as text only: its blocks are paragraphs here, and what was removed is known where the batch
    wrote a full ledger. What is no row of either kind goes to `on_error`.
    """
    ledger = _Ledger(path, on_error)
    for number, row in enumerate(_rows(path, _COLUMNS, on_error)):
        try:
            yield _of_article(row, number) if "blocks" in row else _of_row(row, ledger)
        except (KeyError, TypeError, ValueError) as error:
            on_error(_foreign(path, f"row {number + 1:,}", error))


def read_article(path: str, on_error: OnError) -> Iterator[Result]:
    """The Result of a file that is one Article, as `cleaner PAGE --format json` prints it; what is none is an error."""
    try:
        article = Article.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        on_error(RecordError(path, "", f"cannot be read ({error.strerror})"))
    except ValueError as error:
        on_error(_foreign(path, "", error))
    else:
        yield _result(article, path)


def _rows(path: str, columns: tuple[str, ...], on_error: OnError) -> Iterator[dict[str, Any]]:
    if path.lower().endswith(parquet.ENDINGS):
        return parquet_rows(path, columns, on_error)
    return jsonl_rows(path, on_error)


def _foreign(path: str, place: str, error: Exception) -> RecordError:
    said = f"there is no {error}" if isinstance(error, KeyError) else str(error).partition("\n")[0]
    return RecordError(path, place, f"it is not what cleaner wrote ({said})")


class _Ledger:
    """The removed blocks of page after page, in the order of the pages."""

    def __init__(self, path: str, on_error: OnError) -> None:
        self._path = ledger_of(path)
        self._on_error = on_error
        there = os.path.exists(self._path)
        rows = _rows(self._path, tuple(LEDGER_COLUMNS), on_error) if there else iter(())
        self._pages = groupby(rows, _Page())
        self._next = next(self._pages, None)

    def of(self, id: str) -> tuple[Removal, ...]:
        """Those of the page, which has some; pages before it that are not asked for are passed over."""
        while self._next is not None and self._next[0][0] != id:
            self._next = next(self._pages, None)
        if self._next is None or self._next[0][0] != id:
            return ()
        removed = []
        for row in self._next[1]:
            try:
                removed.append(Removal(**{name: row[name] for name in Removal.model_fields}))
            except (KeyError, ValueError) as error:
                self._on_error(_foreign(self._path, f"a row of the page {id}", error))
        self._next = next(self._pages, None)
        return tuple(removed)


class _Page:
    """The page of a ledger's row: where indexes begin anew, another page of the same id begins."""

    def __init__(self) -> None:
        self._id: str | None = None
        self._index = self._number = 0

    def __call__(self, row: dict[str, Any]) -> tuple[str, int]:
        id, index = str(row.get("id")), row.get("index")
        index = index if isinstance(index, int) else -1
        if id != self._id or index <= self._index:
            self._number += 1
        self._id, self._index = id, index
        return id, self._number


def _of_article(row: dict[str, Any], number: int) -> Result:
    return _result(Article.model_validate(row), number)


def _result(article: Article, id: str | int) -> Result:
    return Result(id, article.url, None, article, None, "ok" if article.blocks else "empty")


def _of_row(row: dict[str, Any], ledger: _Ledger) -> Result:
    status = cast(Status, row["status"])
    if row["text"] is None:
        return Result(row["id"], row["url"], None, None, CleanerError(row["error"] or status), status)
    removed = ledger.of(row["id"]) if row["removed_words"] else ()
    image = Image(src=row["image_src"], caption=row["image_caption"])
    article = Article(
        **{name: row[name] for name in _SAME},
        url=row["url"],
        blocks=_blocks(row["text"], row["n_blocks"], {removal.index for removal in removed}),
        images=(image,) if image != Image() else (),
        removed=removed,
        removed_words=dict(row["removed_words"]),
        cleaner_version=row["cleaner_version"],
        pipeline=row["pipeline"],
    )
    return Result(row["id"], row["url"], None, article, None, status)


def _blocks(text: str, number: int, taken: set[int]) -> tuple[TextBlock, ...]:
    """The body's blocks, in the places that no removed block has. One block where blank lines part it otherwise."""
    texts = text.split("\n\n") if text else []
    if len(texts) != number:
        texts = [text] if text else []
    places = (index for index in range(len(texts) + len(taken)) if index not in taken)
    return tuple(TextBlock(index=index, kind="paragraph", text=one) for index, one in zip(places, texts, strict=False))
