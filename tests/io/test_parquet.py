"""Parquet in and out, a row group at a time."""

from __future__ import annotations

import io
import sys
from datetime import UTC, date, datetime
from itertools import repeat
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from results import ALL, FAILED, FULL

from cleaner.document import Document
from cleaner.io import (
    LEDGER_COLUMNS,
    SCHEMA,
    RecordError,
    arrow_schema,
    columns,
    ledger_rows,
    parquet,
    read_parquet,
    row,
    write_ledger_parquet,
    write_parquet,
)
from cleaner.io.parquet import parquet_rows

COLUMNS: dict[str, list[Any]] = {
    "id": [7, 8, 9],
    "url": ["u7", None, "u9"],
    "html": ["<p>7", None, "<p>9"],
    "text": ["seven", "eight", None],
    "crawled": [date(2024, 3, 2), None, date(2024, 3, 4)],
    "source": ["a", "b", "c"],
    "other": [1, 2, 3],
}


def table_of(group: int = 2, **changes: Any) -> io.BytesIO:
    stream = io.BytesIO()
    pq.write_table(pa.table({**COLUMNS, **changes}), stream, row_group_size=group)
    return io.BytesIO(stream.getvalue())


def read(stream: io.BytesIO, **options: Any) -> tuple[list[Document], list[str]]:
    errors: list[RecordError] = []
    documents = list(read_parquet(stream, on_error=errors.append, **options))
    return documents, [str(error) for error in errors]


def test_rows_in() -> None:
    documents = [
        Document("<p>7", url="u7", id=7, crawled=date(2024, 3, 2), meta={"text": "seven"}),
        Document(text="eight", id=8),
        Document("<p>9", url="u9", id=9, crawled=date(2024, 3, 4), meta={"text": None}),
    ]
    assert read(table_of()) == (documents, [])


def test_columns_to_keep_are_in_meta_and_others_are_not_read() -> None:
    documents, _ = read(table_of(), keep=["source"], text=None)
    assert [document.meta for document in documents] == [{"source": "a"}, {"source": "b"}, {"source": "c"}]


@pytest.mark.parametrize(
    "type_", [pa.string(), pa.large_string(), pa.binary(), pa.large_binary(), pa.dictionary(pa.int8(), pa.string())]
)
def test_types_of_html(type_: pa.DataType) -> None:
    documents, errors = read(table_of(html=pa.array(["<p>7", None, "<p>9"]).cast(type_)))
    assert errors == []
    expected = b"<p>7" if "binary" in str(type_) else "<p>7"
    assert documents[0].html == expected


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_times_of_crawling(unit: Any) -> None:
    times = pa.array([datetime(2024, 3, 2, 5, tzinfo=UTC)] * 3).cast(pa.timestamp(unit, "UTC"))
    documents, errors = read(table_of(crawled=times))
    assert ([document.crawled for document in documents], errors) == ([date(2024, 3, 2)] * 3, [])


def test_a_row_that_is_no_document_costs_itself() -> None:
    documents, errors = read(table_of(crawled=["soon", None, "2024-03-04"]))
    assert [document.id for document in documents] == [8, 9]
    assert errors == [
        "the stream, row group 0, row 1, id 7: its day is 'soon', not a date as 2024-03-02; it is left out."
    ]


def test_null_is_an_empty_page() -> None:
    documents, errors = read(table_of(html=[None, None, "<p>9"], text=[None, "eight", None]))
    assert [(document.html, document.text) for document in documents] == [("", None), (None, "eight"), ("<p>9", None)]
    assert errors == []
    assert [document.html for document in read(table_of(html=pa.nulls(3)), text=None)[0]] == ["", "", ""]


def test_text_that_is_no_utf_8_costs_itself() -> None:
    html = pa.Array.from_buffers(pa.string(), 3, pa.array([b"<p>7", b"<p>\xff", b"<p>9"], pa.binary()).buffers())
    stream = io.BytesIO()
    pq.write_table(pa.table({"html": html, "id": COLUMNS["id"]}), stream)
    documents, errors = read(io.BytesIO(stream.getvalue()))
    assert [document.id for document in documents] == [7, 9]
    assert len(errors) == 1
    assert "row group 0, row 2, id 8: " in errors[0]


def test_damage_costs_its_row_group(tmp_path: Path) -> None:
    pages = [f"<p>{number}" * 50 for number in range(40)]
    path = tmp_path / "pages.parquet"
    pq.write_table(pa.table({"html": pages}), path, row_group_size=10, use_dictionary=False)
    content = bytearray(path.read_bytes())
    start = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    content[start : start + 60] = b"\xff" * 60
    documents, errors = read(io.BytesIO(bytes(content)))
    assert [document.html for document in documents] == pages[:10] + pages[20:]
    assert len(errors) == 1
    assert "row group 1, from row 1 on: cannot be read (" in errors[0]


def test_what_is_no_parquet_costs_itself(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(table_of().getvalue()[:-20])
    (tmp_path / "b.parquet").write_bytes(table_of().getvalue())
    (tmp_path / "c.parquet").write_bytes(b"")
    errors: list[RecordError] = []
    assert len(list(read_parquet(tmp_path, on_error=errors.append))) == 3
    assert [error.source for error in errors] == [(tmp_path / name).as_posix() for name in ("a.parquet", "c.parquet")]


def test_names_that_there_are_not() -> None:
    with pytest.raises(ValueError, match="has no column 'body', but 'id', 'url'"):
        list(read_parquet(table_of(), html="body", text=None))
    with pytest.raises(ValueError, match="has no column 'weight' to keep"):
        list(read_parquet(table_of(), keep=["weight"]))
    with pytest.raises(TypeError, match=r"^keep is the text 'source'; give a sequence of names, as \['source'\]"):
        read_parquet(table_of(), keep="source")


def test_it_is_never_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pages.parquet"
    pq.write_table(pa.table({"html": ["<p>x"] * 1000, "huge": ["x"] * 1000}), path, row_group_size=100)
    taken: list[Any] = []
    plain = pq.ParquetFile.iter_batches

    def watched(self: pq.ParquetFile, *arguments: Any, **named: Any) -> Any:
        taken.append((arguments, named))
        return plain(self, *arguments, **named)

    monkeypatch.setattr(pq.ParquetFile, "iter_batches", watched)
    documents = read_parquet(path)
    for _ in range(150):
        next(documents)
    assert [named["row_groups"] for _, named in taken] == [[0], [1]]
    assert all(named["columns"] == ["html"] for _, named in taken)


def test_rows_out(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    assert write_parquet(iter(ALL), path, keep=["source", "weight"]) == 3
    table = pq.read_table(path)
    assert table.schema == arrow_schema(columns(["source", "weight"]))
    expected = [row(result, ["source", "weight"]) for result in ALL]
    assert [as_row(one) for one in table.to_pylist()] == expected


def as_row(values: dict[str, Any]) -> dict[str, Any]:
    counts = values["removed_words"]
    return {**values, "removed_words": counts and dict(counts) if counts != [] else {}}


def test_no_rows_are_a_table_too() -> None:
    stream = io.BytesIO()
    assert write_parquet([], stream) == 0
    assert pq.read_table(io.BytesIO(stream.getvalue())).schema == SCHEMA


def test_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_GROUP_ROWS", 10)
    stream = io.BytesIO()
    write_parquet(repeat(FAILED, 25), stream)
    groups = pq.ParquetFile(io.BytesIO(stream.getvalue())).metadata
    assert [groups.row_group(number).num_rows for number in range(groups.num_row_groups)] == [10, 10, 5]
    monkeypatch.setattr(parquet, "_GROUP_CHARACTERS", 1)
    stream = io.BytesIO()
    write_parquet(repeat(FULL, 3), stream)
    assert pq.ParquetFile(io.BytesIO(stream.getvalue())).metadata.num_row_groups == 3


def test_parts_are_joined(tmp_path: Path) -> None:
    parts = []
    for number, results in enumerate((ALL, (), ALL[:1])):
        parts.append(str(tmp_path / f"{number}.parquet"))
        write_parquet(results, parts[-1])
    parquet.join_parquet(parts, tmp_path / "out.parquet", columns())
    joined = pq.ParquetFile(tmp_path / "out.parquet")
    assert joined.metadata.num_row_groups == 1
    assert joined.read() == pa.concat_tables([pq.read_table(part) for part in parts])
    parquet.join_parquet([], tmp_path / "none.parquet", columns())
    assert pq.read_table(tmp_path / "none.parquet").num_rows == 0


def test_the_ledger(tmp_path: Path) -> None:
    assert write_ledger_parquet(ALL, tmp_path / "ledger.parquet") == 2
    table = pq.read_table(tmp_path / "ledger.parquet")
    assert table.schema == arrow_schema(LEDGER_COLUMNS)
    assert table.to_pylist() == list(ledger_rows(FULL))


def test_without_the_extra_the_call_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    for call in (lambda: read_parquet("nowhere"), lambda: write_parquet([], tmp_path / "out.parquet")):
        with pytest.raises(ImportError, match=r"`pip install 'article-cleaner\[arrow\]'`"):
            call()
    assert list(tmp_path.iterdir()) == []


def test_rows_of_named_columns_whatever_they_are() -> None:
    assert list(parquet_rows(table_of(), ("other", "id", "nowhere"))) == [
        {"id": 7, "other": 1},
        {"id": 8, "other": 2},
        {"id": 9, "other": 3},
    ]


def test_rows_of_what_is_no_parquet() -> None:
    errors: list[RecordError] = []
    assert list(parquet_rows(io.BytesIO(b"nonsense"), ("id",), errors.append)) == []
    assert "cannot be read as Parquet" in str(errors[0])


@pytest.mark.parametrize("write", [write_parquet, write_ledger_parquet])
def test_what_cannot_be_written_is_a_sentence(write: Any, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=rf"^{write.__name__} takes Results; item 1 is 'x'"):
        write([FULL, "x"], tmp_path / "out.parquet")
    with pytest.raises(FileNotFoundError, match=r"^There is no folder '.*nowhere'; make it first\.$"):
        write(ALL, tmp_path / "nowhere" / "out.parquet")
    assert list(tmp_path.iterdir()) == []


def test_a_day_of_no_calendar_costs_its_row() -> None:
    days = pa.array([0, 2**30, 1], pa.int32()).cast(pa.date32())
    documents, errors = read(table_of(crawled=days))
    assert [document.id for document in documents] == [7, 9]
    assert [error.partition(": ")[0] for error in errors] == ["the stream, row group 0, row 2, id 8"]
    passed: list[RecordError] = []
    assert [one["id"] for one in parquet_rows(table_of(crawled=days), ["id", "crawled"], passed.append)] == [7, 9]
    assert len(passed) == 1


def test_two_columns_of_one_name() -> None:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_arrays([pa.array(["<p>a"]), pa.array(["<p>b"])], ["html", "html"]), stream)
    with pytest.raises(ValueError, match="has several columns 'html'; rename all but the one that is meant"):
        list(read_parquet(io.BytesIO(stream.getvalue())))
