"""Lines of JSON in and out."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
import zstandard
from results import ALL, FULL

from cleaner.document import Document
from cleaner.io import (
    COLUMNS,
    LEDGER_COLUMNS,
    RecordError,
    ledger_rows,
    read_jsonl,
    row,
    write_jsonl,
    write_ledger_jsonl,
)
from cleaner.io.jsonl import jsonl_rows
from cleaner.io.sources import decompressed

LINES = [{"id": number, "url": f"u{number}", "html": f"<p>{number}", "source": "s"} for number in range(5)]
DOCUMENTS = [Document(f"<p>{number}", url=f"u{number}", id=number, meta={"source": "s"}) for number in range(5)]


def lines(*records: Any) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def read(content: bytes, **names: Any) -> tuple[list[Document], list[str]]:
    errors: list[RecordError] = []
    documents = list(read_jsonl(io.BytesIO(content), on_error=errors.append, **names))
    return documents, [str(error) for error in errors]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress])
def test_lines(pack: Any) -> None:
    assert read(pack(lines(*LINES))) == (DOCUMENTS, [])


def test_blank_lines_ends_of_lines_and_a_mark_are_nothing() -> None:
    content = b"\xef\xbb\xbf" + lines(*LINES).replace(b"\n", b"\r\n\n  \n").rstrip()
    assert read(content) == (DOCUMENTS, [])
    assert read(b"") == ([], [])


def test_other_names() -> None:
    [document], _ = read(lines({"key": "a", "content": "<p>x", "id": 3}), id="key", html="content")
    assert document == Document("<p>x", id="a", meta={"id": 3})


def test_a_folder_and_a_glob(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines(*LINES[2:])))
    (tmp_path / "a.jsonl").write_bytes(lines(*LINES[:2]))
    (tmp_path / "c.json").write_bytes(b"{}")
    assert list(read_jsonl(tmp_path)) == list(read_jsonl(str(tmp_path / "*.jsonl*"))) == DOCUMENTS


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"html": ', "it is not JSON (Expecting value at character 9)"),
        (b"[1]", "it is [1], not an object"),
        (b"{}", "it has no 'html' or 'text'"),
        (b'{"html": "\xff"}', "it is not UTF-8"),
        (b'{"html": "", "crawled": "soon"}', "its day is 'soon', not a date as 2024-03-02"),
        (b"[" * 200_000, "it is nested too deep"),
        (b'{"html": 1e5}', "its 'html' is 100000.0, not str or bytes"),
    ],
)
def test_a_line_that_is_no_document_costs_itself(line: bytes, said: str) -> None:
    documents, errors = read(lines(*LINES[:2]) + line + b"\n" + lines(*LINES[2:]))
    assert documents == DOCUMENTS
    assert errors == [f"the stream, line 3: {said}; it is left out."]


def test_null_is_an_empty_page_and_an_error_names_the_id() -> None:
    documents, errors = read(lines({"id": "a", "html": None}, {"id": "b", "html": 5}, {"id": "c", "body": ""}))
    assert documents == [Document("", id="a")]
    assert errors == [
        "the stream, line 2, id 'b': its 'html' is 5, not str or bytes; it is left out.",
        "the stream, line 3, id 'c': it has no 'html' or 'text', but 'id', 'body'; it is left out.",
    ]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_file_that_is_cut_short_gives_the_lines_before(pack: Any, tmp_path: Path) -> None:
    many = [{"html": f"<p>{number * number}"} for number in range(20_000)]
    content = pack(lines(*many))
    (tmp_path / "a.jsonl").write_bytes(content[: len(content) // 2])
    (tmp_path / "b.jsonl").write_bytes(lines(*LINES))
    errors: list[RecordError] = []
    documents = list(read_jsonl(tmp_path, on_error=errors.append))
    assert 1000 < len(documents) < 19_000
    assert documents[-5:] == DOCUMENTS
    assert documents[:-5] == [Document(str(record["html"])) for record in many[: len(documents) - 5]]
    assert errors[-1].place == f"from line {len(documents) - 5 + 1:,} on"


def test_errors_are_reported_where_they_stand() -> None:
    """So that whoever counts knows which documents were read before."""
    seen: list[Any] = []
    documents = read_jsonl(io.BytesIO(lines(LINES[0]) + b"x\n" + lines(LINES[1])), on_error=seen.append)
    seen.extend(document.id for document in documents)
    assert [type(one) for one in seen] == [int, RecordError, int]


def test_without_the_extra_the_call_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.zst").touch()
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(ImportError, match=r"`pip install 'article-cleaner\[zstd\]'`"):
        read_jsonl(tmp_path)


def test_rows() -> None:
    stream = io.BytesIO()
    assert write_jsonl(iter(ALL), stream, keep=["source"]) == 3
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [list(one) for one in rows] == [[*COLUMNS, "source"]] * 3
    expected = {**row(FULL, ["source"]), "crawled": "2024-03-05", "published_at": "2024-03-01T23:30:00+00:00"}
    assert rows[0] == expected
    assert "Skål".encode() in stream.getvalue()


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"])
def test_compression_by_the_name(name: str, tmp_path: Path) -> None:
    plain = io.BytesIO()
    write_jsonl(ALL, plain)
    for path in (tmp_path / name, tmp_path / "again" / name):
        path.parent.mkdir(exist_ok=True)
        assert write_jsonl(ALL, path) == 3
    packed = path.read_bytes()
    assert packed == (tmp_path / name).read_bytes()
    assert decompressed(io.BytesIO(packed)).read() == plain.getvalue()
    assert packed.startswith({".gz": b"\x1f\x8b", ".zst": b"\x28\xb5\x2f\xfd"}.get(path.suffix, b"{"))


def test_what_was_written_can_be_read(tmp_path: Path) -> None:
    write_jsonl([FULL], tmp_path / "out.jsonl.gz")
    [document] = read_jsonl(tmp_path / "out.jsonl.gz")
    assert (document.text, document.url, document.id, document.crawled) == (
        *("No ferry to Skål\n\nBread", FULL.url, "a"),
        FULL.crawled,
    )


def test_the_ledger() -> None:
    stream = io.BytesIO()
    assert write_ledger_jsonl(ALL, stream) == 2
    assert [json.loads(line) for line in stream.getvalue().splitlines()] == list(ledger_rows(FULL))
    assert list(json.loads(stream.getvalue().splitlines()[0])) == list(LEDGER_COLUMNS)


def test_a_column_that_there_is_already(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="There is a column 'title' already"):
        write_jsonl([], tmp_path / "out.jsonl", keep=["title"])
    assert list(tmp_path.iterdir()) == []


def test_objects_whatever_they_are() -> None:
    errors: list[RecordError] = []
    found = list(jsonl_rows(io.BytesIO(b'{"a": 1}\n[2]\nnonsense\n\n{"b": null}'), errors.append))
    assert found == [{"a": 1}, {"b": None}]
    assert [str(error).split(": ")[0] for error in errors] == ["the stream, line 2", "the stream, line 3"]


@pytest.mark.parametrize("write", [write_jsonl, write_ledger_jsonl])
def test_what_cannot_be_written_is_a_sentence(write: Any, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=rf"^{write.__name__} takes Results; item 1 is 'x'"):
        write([FULL, "x"], tmp_path / "out.jsonl")
    with pytest.raises(FileNotFoundError, match=r"^There is no folder '.*nowhere'; make it first\.$"):
        write(ALL, tmp_path / "nowhere" / "out.jsonl")
    assert list(tmp_path.iterdir()) == []
