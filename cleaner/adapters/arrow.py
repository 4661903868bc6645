"""Arrow tables of pages to Arrow tables of what was cleaned, which is the shape in which engines hand on their data."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from cleaner import Cleaner, Document, Result, clean_many
from cleaner.adapters import MAX_MEMORY, engine
from cleaner.io import COLUMNS, columns, row
from cleaner.io.schema import arrow_table

with engine("arrow", "article-cleaner[arrow]"):
    import pyarrow as pa
    from pyarrow import types

_OPTIONAL = ("url", "id")
_ADVICE = {
    "html": 'Say which one holds the pages, as html="body".',
    "url": 'Say which one holds the addresses, as url="link", or url=None.',
    "id": 'Say which one holds the names, as id="key", or id=None.',
}
_KEEP = "Give keep= the names of columns that there are."


def clean_table(
    table: pa.Table,
    *,
    html: str = "html",
    url: str | None = "url",
    id: str | None = "id",
    keep: Sequence[str] = (),
    cleaner: Cleaner | None = None,
    isolate: bool = False,
    timeout: float | None = 30.0,
    max_memory: int | None = MAX_MEMORY,
) -> pa.Table:
    """Cleans a table of pages: as many rows, in the same order, with the columns of `cleaner.io.SCHEMA`.

    html: the column of the pages, text or binary; null is an empty page.
    url, id: the columns of addresses (text) and of names (text or integers). None for none; a column called "url" or
        "id" may also be missing. What has no name is numbered from 0.
    keep: other columns to carry over, as they are, behind those of the schema.
    isolate: cleans in a worker process, so that a page which kills it, takes longer than `timeout` seconds or more than
        `max_memory` bytes costs its own row. Without it the pages are cleaned in this process, under no limit. Starting
        the worker takes about half a second, for each table.

    A page's failure is in its row, in `status` and `error`. Raises ValueError for a column that is missing or of
    another type, and what `clean_many` does for arguments that make no sense.
    """
    clean = TableCleaner(
        html=html,
        url=url,
        id=id,
        keep=keep,
        cleaner=cleaner,
        isolate=isolate,
        timeout=timeout,
        max_memory=max_memory,
    )
    return clean.table(table)


@dataclass(frozen=True, kw_only=True)
class TableCleaner:
    """`clean_table` with its settings, checked at once, for engines that send it from process to process."""

    html: str = "html"
    url: str | None = "url"
    id: str | None = "id"
    keep: Sequence[str] = ()
    cleaner: Cleaner | None = None
    isolate: bool = False
    timeout: float | None = 30.0
    max_memory: int | None = MAX_MEMORY

    def __post_init__(self) -> None:
        columns(self.keep)
        self._results(())

    def table(self, table: pa.Table) -> pa.Table:
        """What `clean_table` gives."""
        return next(self.tables([table]), None) or self._cleaned(table, [])

    def tables(self, tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """Table by table what `clean_table` gives, but all from one worker process; none for an empty table."""
        read: deque[pa.Table] = deque()

        def documents() -> Iterator[Document]:
            for table in tables:
                pages = self._documents(table)
                if table.num_rows:
                    read.append(table)
                    yield from pages

        rows: list[dict[str, Any]] = []
        for result in self._results(documents()):
            rows.append(row(result))
            if len(rows) == read[0].num_rows:
                yield self._cleaned(read.popleft(), rows)
                rows = []

    def _results(self, documents: Iterable[Document]) -> Iterator[Result]:
        workers, max_memory = (1, self.max_memory) if self.isolate else (0, None)
        return clean_many(documents, cleaner=self.cleaner, workers=workers, timeout=self.timeout, max_memory=max_memory)

    def _documents(self, table: pa.Table) -> Iterator[Document]:
        """The pages, one at a time as Python's objects. Raises at once where the table's columns do not do."""
        if not isinstance(table, pa.Table):
            raise TypeError(f"A pyarrow.Table is needed, not {type(table).__name__}; make it one.")
        pages = _values(table, "html", self.html, "text or binary", _is_text, _is_binary)
        urls = _values(table, "url", self.url, "text", _is_text)
        ids = _values(table, "id", self.id, "text or integers", _is_text, types.is_integer)
        for name in self.keep:
            _column(table, name, _KEEP)
        return (
            Document("" if page is None else page, url=_text(url), id=_text(id))
            for page, url, id in zip(pages, urls, ids, strict=False)
        )

    def _cleaned(self, table: pa.Table, rows: list[dict[str, Any]]) -> pa.Table:
        """The rows, with the columns of the table that are kept."""
        cleaned = arrow_table(rows, COLUMNS)
        for name in self.keep:
            cleaned = cleaned.append_column(table.schema.field(name), _column(table, name, _KEEP))
        return cleaned


def _column(table: pa.Table, name: str, advice: str) -> pa.ChunkedArray[Any]:
    found = table.schema.get_all_field_indices(name)
    if len(found) == 1:
        return table.column(found[0])
    there = ", ".join(map(repr, table.column_names))
    wrong = f"{len(found)} columns" if found else "no column"
    raise ValueError(f"The table has {wrong} {name!r}, but needs one; there are {there}. {advice}")


def _values(
    table: pa.Table, argument: str, name: str | None, wanted: str, *fits: Callable[[pa.DataType], bool]
) -> Iterable[Any]:
    """The values of a column of a type that fits, converted as they are asked for; None for ever where it may lack."""
    if name is None or (name in _OPTIONAL and name not in table.column_names):
        return repeat(None)
    column = _column(table, name, _ADVICE[argument])
    type_ = column.type.value_type if types.is_dictionary(column.type) else column.type
    if not (types.is_null(type_) or any(fit(type_) for fit in fits)):
        raise ValueError(f"The column {name!r} is {column.type}, but must be {wanted}; cast it, or name another.")
    return map(_value, column)


def _value(scalar: Any) -> Any:
    """As Python's object. What is called text and is not UTF-8, as in Spark it may be, is bytes."""
    if isinstance(scalar, pa.DictionaryScalar):
        scalar = scalar.value
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return scalar.as_buffer().to_pybytes()


def _text(value: Any) -> Any:
    return value.decode(errors="replace") if isinstance(value, bytes) else value


def _is_text(type_: pa.DataType) -> bool:
    return types.is_string(type_) or types.is_large_string(type_) or types.is_string_view(type_)


def _is_binary(type_: pa.DataType) -> bool:
    kinds = (types.is_binary, types.is_large_binary, types.is_binary_view, types.is_fixed_size_binary)
    return any(kind(type_) for kind in kinds)
