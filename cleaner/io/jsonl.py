"""Lines of JSON: `.jsonl`, `.jsonl.gz` and `.jsonl.zst`."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, BinaryIO, cast

from cleaner.document import Document, Result
from cleaner.errors import shown
from cleaner.io.damage import OnError, RecordError, log_error
from cleaner.io.fields import Fields
from cleaner.io.rows import WriteRow, ledger_rows, results_of, row, write_all
from cleaner.io.schema import columns
from cleaner.io.sources import Source, check_zstd, decompressed, inputs, name_of, opened, zstd_writer
from cleaner.io.targets import Target, written

ENDINGS = (".jsonl", ".jsonl.gz", ".jsonl.zst")
_BOM = b"\xef\xbb\xbf"


def read_jsonl(
    source: Source,
    *,
    id: str | None = "id",
    url: str | None = "url",
    html: str | None = "html",
    text: str | None = "text",
    charset: str | None = "charset",
    crawled: str | None = "crawled",
    on_error: OnError = log_error,
) -> Iterator[Document]:
    """A Document a line, each an object with `html`, or with `text` where it has no `html`; null is an empty page.

    The other arguments are the fields' names, None for one that is not to be looked for. All other fields go to
    `meta`. Compression is seen by the bytes, whatever the name. Blank lines are none.

    A line that is no JSON object, lacks both fields, or holds a value of another type costs itself, and goes to
    `on_error` with its number, and its id where it has one. A compressed file that is cut short or damaged gives the
    lines before that, and one error that says from which line on it is lost. Raises ImportError for `.zst` without the
    extra [zstd].
    """
    fields = Fields(id, url, html, text, charset, crawled)
    found = inputs(source, ENDINGS)
    check_zstd(found)
    return (document for file in found for document in _documents(file, fields, on_error))


def _documents(file: str | BinaryIO, fields: Fields, on_error: OnError) -> Iterator[Document]:
    for place, record in _objects(file, on_error):
        try:
            yield fields.document(record)
        except ValueError as error:
            on_error(RecordError(name_of(file), fields.place(place, record), str(error)))


def jsonl_rows(file: str | BinaryIO, on_error: OnError = log_error) -> Iterator[dict[str, Any]]:
    """The objects of a file, a line each, whatever they are; what `read_jsonl` says of damage holds here too."""
    return (record for _, record in _objects(file, on_error))


def _objects(file: str | BinaryIO, on_error: OnError) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each with its place."""
    for number, line in _lines(file, on_error):
        place = f"line {number:,}"
        try:
            record = _object(line)
        except (ValueError, RecursionError) as error:
            on_error(RecordError(name_of(file), place, _reason(error)))
        else:
            yield place, record


def _lines(file: str | BinaryIO, on_error: OnError) -> Iterator[tuple[int, bytes]]:
    number = 0
    with opened(file, on_error) as stream:
        if stream is None:
            return
        try:
            for number, line in enumerate(decompressed(stream), 1):
                content = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
                if content:
                    yield number, content
        except (OSError, EOFError, zlib.error) as error:
            on_error(RecordError(name_of(file), f"from line {number + 1:,} on", f"cannot be read ({error})"))


def _object(line: bytes) -> dict[str, Any]:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise ValueError(f"it is {shown(record)}, not an object")
    return record


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON ({error.msg.removesuffix(' at')} at character {error.pos + 1:,})"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def write_jsonl(results: Iterable[Result], target: Target, *, keep: Sequence[str] = ()) -> int:
    """Writes a row a Result with the columns of `SCHEMA`, dates as ISO 8601 says them; the number of rows.

    `keep` names columns of the documents' `meta` to add: text as it is, anything else as JSON. A path is compressed
    where it ends in .gz or .zst, and appears under its name only when it is complete; a stream is written as it is.
    """
    columns(keep)
    return _write(target, (row(result, keep) for result in results_of(results, "write_jsonl")))


def write_ledger_jsonl(results: Iterable[Result], target: Target) -> int:
    """Writes a row for each block that was removed, as `LEDGER_COLUMNS` has it; the number of rows."""
    found = results_of(results, "write_ledger_jsonl")
    return _write(target, (entry for result in found for entry in ledger_rows(result)))


def _write(target: Target, rows: Iterable[dict[str, Any]]) -> int:
    with jsonl_table(target) as write:
        return write_all(write, rows)


@contextmanager
def jsonl_table(target: Target) -> Iterator[WriteRow]:
    """A function that writes a row; the file is complete when the context ends without an exception."""
    with written(target) as stream, _compressed(target, stream) as out:

        def write(row: dict[str, Any]) -> None:
            line = json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=_iso)
            out.write(line.encode() + b"\n")

        yield write


def _iso(day: date) -> str:
    return day.isoformat()


@contextmanager
def _compressed(target: Target, stream: BinaryIO) -> Iterator[BinaryIO]:
    name = "" if hasattr(target, "write") else str(target).lower()
    if name.endswith(".gz"):
        # Neither name nor time go into the file: the same rows are the same bytes.
        with gzip.GzipFile("", "wb", 6, stream, mtime=0) as out:
            yield cast(BinaryIO, out)
    elif name.endswith(".zst"):
        with zstd_writer(stream) as out:
            yield out
    else:
        yield stream
