"""Parquet files, a row group at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

from cleaner.document import Document, Result
from cleaner.extras import extra
from cleaner.io.damage import OnError, RecordError, log_error
from cleaner.io.fields import Fields
from cleaner.io.rows import WriteRow, ledger_rows, results_of, row, write_all
from cleaner.io.schema import LEDGER_COLUMNS, ColumnType, arrow_schema, arrow_table, check_keep, columns
from cleaner.io.sources import Source, inputs, name_of, opened
from cleaner.io.targets import Target, written

if TYPE_CHECKING:
    import pyarrow

ENDINGS = (".parquet",)
_ROWS_AT_A_TIME = 64
_UNREADABLE = (ValueError, OverflowError, LookupError)
"""What is raised for a value that cannot be read; the last two for a day or a zone that no calendar has."""
"""A page can be megabytes: these are what is in memory as Python sees it."""
_GROUP_ROWS = 10_000
_GROUP_CHARACTERS = 64_000_000


def pyarrow_parquet() -> Any:
    """The library. Raises ImportError without the extra [arrow]."""
    with extra("arrow", "Reading or writing Parquet files"):
        import pyarrow.parquet  # noqa: PLC0415  # loaded when asked for
    return pyarrow


def read_parquet(
    source: Source,
    *,
    id: str | None = "id",
    url: str | None = "url",
    html: str | None = "html",
    text: str | None = "text",
    charset: str | None = "charset",
    crawled: str | None = "crawled",
    keep: Sequence[str] = (),
    on_error: OnError = log_error,
) -> Iterator[Document]:
    """A Document a row: its `html` (text or bytes), or its `text` where it has no `html`; null is an empty page.

    The other arguments are the columns' names, None for one that is not to be looked for. `keep` names columns to
    carry in `meta`; the others are not read. A stream must be one that can be searched.

    A row with a value of another type costs itself, and goes to `on_error` with its number in its row group, and its id
    where it has one. Damage costs the rest of its row group, and a file that is no Parquet costs itself. Raises
    ValueError when it comes to a file without a column of html or text, or without one that `keep` names: then it is
    the names that are wrong. Raises ImportError without the extra [arrow].
    """
    check_keep(keep)
    pyarrow_parquet()
    fields = Fields(id, url, html, text, charset, crawled)
    found = inputs(source, ENDINGS)
    return (document for file in found for document in _documents(file, fields, tuple(keep), on_error))


def _documents(file: str | BinaryIO, fields: Fields, keep: tuple[str, ...], on_error: OnError) -> Iterator[Document]:
    with opened(file, on_error) as stream:
        if stream is None:
            return
        name = name_of(file)
        table = _table(stream, name, on_error)
        if table is None:
            return
        wanted = _wanted(table.schema_arrow.names, fields, keep, name)
        for place, record in _records(table, wanted, name, on_error):
            values: dict[str, Any] = {}
            try:
                for column, value in record.items():
                    values[column] = value.as_py()
                yield fields.document(values)
            except _UNREADABLE as error:
                on_error(RecordError(name, fields.place(place, values), str(error)))


def parquet_rows(
    file: str | BinaryIO, names: Collection[str], on_error: OnError = log_error
) -> Iterator[dict[str, Any]]:
    """The rows of a file, with those of the named columns that it has; what `read_parquet` says of damage holds too."""
    with opened(file, on_error) as stream:
        table = None if stream is None else _table(stream, name_of(file), on_error)
        if table is not None:
            wanted = [name for name in table.schema_arrow.names if name in names]
            for place, record in _records(table, wanted, name_of(file), on_error):
                try:
                    yield {column: value.as_py() for column, value in record.items()}
                except _UNREADABLE as error:
                    on_error(RecordError(name_of(file), place, str(error)))


def _table(stream: BinaryIO, name: str, on_error: OnError) -> Any | None:
    try:
        return pyarrow_parquet().parquet.ParquetFile(stream)
    except (OSError, ValueError) as error:
        on_error(RecordError(name, "", f"cannot be read as Parquet ({error})"))
        return None


def _wanted(names: Sequence[str], fields: Fields, keep: tuple[str, ...], file: str) -> list[str]:
    """The columns to read, of those that there are: the id first, to be known where another does not convert."""
    there = ", ".join(map(repr, names))
    if not {fields.html, fields.text} & set(names):
        raise ValueError(f"{file} has no column {fields.page()}, but {there}; name the one that holds the pages.")
    for name in keep:
        if name not in names:
            raise ValueError(f"{file} has no column {name!r} to keep, but {there}.")
    wanted = [name for name in names if name in fields.names() or name in keep]
    if twice := [name for name in dict.fromkeys(wanted) if wanted.count(name) > 1]:
        raise ValueError(f"{file} has several columns {twice[0]!r}; rename all but the one that is meant.")
    return sorted(wanted, key=lambda name: name != fields.id)


def _records(table: Any, wanted: list[str], name: str, on_error: OnError) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows, each with its place, as Arrow's scalars: one that does not convert is not to cost its batch."""
    for group in range(table.num_row_groups):
        number = 0
        try:
            for batch in table.iter_batches(_ROWS_AT_A_TIME, row_groups=[group], columns=wanted):
                for at in range(batch.num_rows):
                    number += 1
                    yield f"row group {group}, row {number:,}", {column: batch.column(column)[at] for column in wanted}
        except (OSError, ValueError) as error:  # pyarrow has errors of both kinds for damage
            on_error(RecordError(name, f"row group {group}, from row {number + 1:,} on", f"cannot be read ({error})"))


def write_parquet(results: Iterable[Result], target: Target, *, keep: Sequence[str] = ()) -> int:
    """Writes a row a Result with the columns of `SCHEMA`; the number of rows.

    `keep` names columns of the documents' `meta` to add, all of text: text as it is, anything else as JSON. A path
    appears under its name only when it is complete. Rows are written in groups, and no more than one group is held.
    Raises ImportError without the extra [arrow].
    """
    return _write(target, columns(keep), (row(result, keep) for result in results_of(results, "write_parquet")))


def write_ledger_parquet(results: Iterable[Result], target: Target) -> int:
    """Writes a row for each block that was removed, as `LEDGER_COLUMNS` has it; the number of rows."""
    found = results_of(results, "write_ledger_parquet")
    return _write(target, LEDGER_COLUMNS, (entry for result in found for entry in ledger_rows(result)))


def _write(target: Target, columns: Mapping[str, ColumnType], rows: Iterable[dict[str, Any]]) -> int:
    with parquet_table(target, columns) as write:
        return write_all(write, rows)


@contextmanager
def parquet_table(target: Target, columns: Mapping[str, ColumnType]) -> Iterator[WriteRow]:
    """A function that writes a row; the file is complete when the context ends without an exception."""
    with _writer(target, arrow_schema(columns)) as writer:
        rows: list[dict[str, Any]] = []
        characters = 0

        def write(row: dict[str, Any]) -> None:
            nonlocal characters
            rows.append(row)
            characters += len(row["text"] or "")
            if len(rows) >= _GROUP_ROWS or characters >= _GROUP_CHARACTERS:
                flush()

        def flush() -> None:
            nonlocal characters
            writer.write_table(arrow_table(rows, columns))
            rows.clear()
            characters = 0

        yield write
        if rows:
            flush()


def join_parquet(parts: Iterable[str], target: Target, columns: Mapping[str, ColumnType]) -> None:
    """Writes the rows of files of the same columns to one, small row groups joined into larger ones."""
    with _writer(target, arrow_schema(columns)) as writer:
        tables: list[Any] = []
        for part in parts:
            with pyarrow_parquet().parquet.ParquetFile(part) as table:
                for group in range(table.num_row_groups):
                    tables.append(table.read_row_group(group))
                    if sum(one.nbytes for one in tables) >= _GROUP_CHARACTERS:
                        _write_joined(writer, tables)
        _write_joined(writer, tables)


def _write_joined(writer: Any, tables: list[Any]) -> None:
    if tables:
        writer.write_table(pyarrow_parquet().concat_tables(tables))
        tables.clear()


@contextmanager
def _writer(target: Target, schema: pyarrow.Schema) -> Iterator[Any]:
    parquet = pyarrow_parquet().parquet
    with written(target) as stream, parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        yield writer
