"""Files of every kind as one stream of numbered documents."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.cli.inputs import Inputs, digest, found
from cleaner.cli.refusal import Refusal

RECORD = (
    "WARC/1.0\r\nWARC-Type: {type_}\r\nWARC-Record-ID: <urn:{type_}>\r\nContent-Type: {content_type}\r\n"
    "Content-Length: {length}\r\n\r\n{body}\r\n\r\n"
)


def record(type_: str, content_type: str, body: str) -> bytes:
    return RECORD.format(type_=type_, content_type=content_type, length=len(body), body=body).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A file of each kind."""
    (tmp_path / "a.html").write_text("<p>page")
    (tmp_path / "b.jsonl").write_text(
        '{"id": "line", "html": "<p>line", "source": "s"}\nbroken\n{"html": "<p>second"}\n'
    )
    pq.write_table(pa.table({"id": ["row"], "html": ["<p>row"], "source": ["s"]}), tmp_path / "c.parquet")
    answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>response"
    (tmp_path / "d.warc").write_bytes(record("response", "application/http", answer))
    (tmp_path / "e.warc.wet.gz").write_bytes(gzip.compress(record("conversion", "text/plain", "conversion")))
    (tmp_path / "style.css").touch()
    return tmp_path


NAMES = ["a.html", "b.jsonl", "c.parquet", "d.warc", "e.warc.wet.gz"]


def of(folder: Path, names: list[str] = NAMES, keep: tuple[str, ...] = ()) -> Inputs:
    return Inputs([str(folder / name) for name in names], {}, keep)


def test_files_of_a_folder_by_their_endings(folder: Path) -> None:
    paths = [str(folder / name) for name in NAMES]
    assert found([str(folder)], ()) == paths
    assert found([str(folder / "d.warc"), str(folder / "*.html")], ()) == [paths[3], paths[0]]


def test_what_the_batch_writes_is_not_read(folder: Path) -> None:
    out = folder / "out.jsonl"
    out.touch()
    (folder / "out.jsonl.parts").mkdir()
    (folder / "out.jsonl.parts" / "00000000.jsonl").touch()
    assert found([str(folder)], (str(out), f"{out}.parts")) == [str(folder / name) for name in NAMES]
    with pytest.raises(Refusal, match="is both read and written"):
        found([str(out)], (str(out),))


def test_a_name_that_says_nothing(folder: Path) -> None:
    with pytest.raises(Refusal, match=r"style\.css' has no ending that says what it is; known are \.html, "):
        found([str(folder / "style.css")], ())


def test_an_ending_that_may_be_named_is_let_be_in_folders(folder: Path) -> None:
    (folder / "a.json").touch()
    assert found([str(folder / "a.json")], (), also=(".json",)) == [str(folder / "a.json")]
    assert found([str(folder)], (), also=(".json",)) == found([str(folder)], ())
    with pytest.raises(Refusal, match=r"a\.json' has no ending that says what it is"):
        found([str(folder / "a.json")], ())


def test_a_folder_without_pages(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no page in "):
        found([str(tmp_path)], ())


def test_every_kind_is_read_and_every_document_has_an_id(folder: Path) -> None:
    documents = list(of(folder).documents())
    assert [document.id for document in documents] == [
        (folder / "a.html").as_posix(),
        *("line", 2, "row", "<urn:response>", "<urn:conversion>"),
    ]
    assert [document.html or document.text for document in documents] == [
        *(b"<p>page", "<p>line", "<p>second", "<p>row", b"<p>response", "conversion")
    ]


def test_documents_that_are_done_are_passed_over_and_counted(folder: Path) -> None:
    inputs = of(folder)
    inputs.done = 2
    assert [document.id for document in inputs.documents()][:2] == [2, "row"]


def test_damage_is_told_with_the_document_that_follows_it(folder: Path) -> None:
    inputs = of(folder)
    documents = inputs.documents()
    for _ in range(3):
        next(documents)
    assert inputs.damage(until=2) == []
    assert [error.place for error in inputs.damage(until=3)] == ["line 2"]
    assert inputs.damage(until=None) == []


@pytest.mark.parametrize(("done", "told"), [(1, 1), (2, 1), (3, 0)])
def test_damage_before_what_is_done_was_told_before(folder: Path, done: int, told: int) -> None:
    inputs = of(folder, ["a.html", "b.jsonl"])
    inputs.done = done
    list(inputs.documents())
    assert len(inputs.damage(until=None)) == told


def test_fields_and_columns_to_keep(folder: Path, tmp_path: Path) -> None:
    names = {"html": "body", "id": "key"}
    rows = [{"key": "k", "body": "<p>x", "source": "s", "n": 1}]
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(row) for row in rows))
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "x.parquet")
    inputs = Inputs([str(tmp_path / "x.jsonl"), str(tmp_path / "x.parquet")], names, ["source"])
    line, row = inputs.documents()
    assert (line.id, line.html, line.meta) == ("k", "<p>x", {"source": "s", "n": 1})
    assert (row.id, row.html, row.meta) == ("k", "<p>x", {"source": "s"})


def test_a_table_without_the_columns_is_refused(folder: Path) -> None:
    with pytest.raises(Refusal, match="has no column 'weight' to keep"):
        list(of(folder, keep=("weight",)).documents())


def test_the_digest_changes_with_names_and_sizes(folder: Path) -> None:
    paths = [str(folder / name) for name in NAMES]
    before = digest(paths)
    assert digest(paths) == before
    assert digest(paths[:-1]) != before
    assert digest([*paths[1:], paths[0]]) != before
    os.truncate(paths[0], 3)
    assert digest(paths) != before
    os.remove(paths[0])
    assert digest(paths)
