"""A batch from the command line."""

from __future__ import annotations

import importlib
import json
import os
import random
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from cleaner import Cleaner, __version__
from cleaner.cli import main
from cleaner.io import SCHEMA_VERSION, columns

STORY = "The ferry number {} has been cancelled for the third day, and the islanders share their bread."
PAGES = 400
PDF = "%PDF-1.7 nothing but bytes"


def lines(pages: int) -> list[dict[str, Any]]:
    return [
        {"id": f"p{n}", "url": f"https://skaal.example/{n}", "html": f"<nav>Home</nav><p>{STORY.format(n)}</p>", "n": n}
        for n in range(pages)
    ]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return written(tmp_path / "pages.jsonl", lines(20))


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["batch", *map(str, arguments), "--workers", "0"])


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_row_for_every_page_in_order(pages: Path, tmp_path: Path) -> None:
    done = run(pages, "-o", tmp_path / "out.jsonl", "--keep", "n")
    assert done.exit_code == 0
    rows = read(tmp_path / "out.jsonl")
    assert [row["id"] for row in rows] == [f"p{n}" for n in range(20)]
    assert [row["text"] for row in rows] == [STORY.format(n) for n in range(20)]
    assert [list(row) for row in rows] == [list(columns(["n"]))] * 20
    assert rows[3]["n"] == "3"
    assert (rows[0]["pipeline"], rows[0]["schema_version"]) == (Cleaner(ledger="counts").fingerprint, SCHEMA_VERSION)
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line.startswith("20 pages: 20 ok; ")
    assert line.endswith(" pages a second.")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "pages.jsonl"]


def test_a_table_and_its_ledger(pages: Path, tmp_path: Path) -> None:
    assert run(pages, "-o", tmp_path / "out.parquet", "--ledger", "full").exit_code == 0
    table = pq.read_table(tmp_path / "out.parquet")
    assert table.column("id").to_pylist() == [f"p{n}" for n in range(20)]
    assert dict(table.column("removed_words")[0].as_py()) == {"navigation": 1}
    ledger = pq.read_table(tmp_path / "out.ledger.parquet").to_pylist()
    assert [(row["id"], row["filter"], row["text"]) for row in ledger] == [
        (f"p{n}", "navigation", "Home") for n in range(20)
    ]


def test_a_folder_of_pages(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt"):
        (tmp_path / name).write_text(STORY.format(name))
    assert run(tmp_path, "-o", tmp_path / "out.jsonl").exit_code == 0
    assert [row["id"] for row in read(tmp_path / "out.jsonl")] == [str(tmp_path / name) for name in ("a.txt", "b.html")]
    assert run(tmp_path, "-o", tmp_path / "out.jsonl").exit_code == 0
    assert len(read(tmp_path / "out.jsonl")) == 2


def test_other_names_for_fields(tmp_path: Path) -> None:
    pages = written(tmp_path / "pages.jsonl", [{"key": 7, "body": f"<p>{STORY}", "text": "x"}])
    options = ("--field", "html=body", "--field", "id=key", "--field", "text=")
    assert run(pages, "-o", tmp_path / "out.jsonl", *options, "--keep", "text").exit_code == 2
    assert run(pages, "-o", tmp_path / "out.jsonl", *options).exit_code == 0
    assert [(row["id"], row["text"]) for row in read(tmp_path / "out.jsonl")] == [("7", STORY)]


def test_failures_are_rows_and_too_many_are_status_1(tmp_path: Path) -> None:
    rows = lines(20)
    rows[3]["html"] = PDF
    rows[4]["html"] = ""
    pages = written(tmp_path / "pages.jsonl", rows)
    done = run(pages, "-o", tmp_path / "out.jsonl")
    assert done.exit_code == 0  # 5% may fail
    assert done.stderr.startswith("20 pages: 18 ok, 1 empty, 1 not_html; ")
    row = read(tmp_path / "out.jsonl")[3]
    assert (row["status"], row["text"]) == ("not_html", None)
    assert row["error"].startswith("The input is a PDF")
    done = run(pages, "-o", tmp_path / "again.jsonl", "--max-failed", "0.04")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[1:] == ["Error: 5.0% failed, more than --max-failed allows (4.0%)."]
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


def test_what_cannot_be_read_is_said_and_counts_as_failed(tmp_path: Path) -> None:
    pages = written(tmp_path / "pages.jsonl", lines(3))
    with pages.open("a") as file:
        file.write("broken\n")
    done = run(pages, "-o", tmp_path / "out.jsonl", "--stats", tmp_path / "stats.json")
    assert done.exit_code == 1
    said, closing, failed = done.stderr.splitlines()
    assert said == f"{pages.as_posix()}, line 4: it is not JSON (Expecting value at character 1); it is left out."
    assert closing.startswith("3 pages: 3 ok; 1 unreadable in the input; ")
    assert failed.startswith("Error: 25.0% failed")
    assert json.loads((tmp_path / "stats.json").read_text())["unreadable"] == 1


def test_the_statistics(pages: Path, tmp_path: Path) -> None:
    assert run(pages, "-o", tmp_path / "out.jsonl", "--stats", tmp_path / "stats.json").exit_code == 0
    stats = json.loads((tmp_path / "stats.json").read_text())
    assert (stats["pages"], stats["status"]["ok"], stats["resumed"]) == (20, 20, 0)
    assert stats["removed_words"] == {"navigation": 20}
    assert sum(stats["page_types"].values()) == 20
    assert 0 < stats["ms"]["p50"] <= stats["ms"]["p95"] <= stats["ms"]["p99"]
    assert stats["pages_per_second"] > 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.jsonl", "-o", "out.jsonl"), "There is no file 'nowhere.jsonl'; give the path or the glob of files"),
        (("pages.jsonl", "-o", "out.csv"), "'out.csv' has no ending that says what to write; give one of .jsonl, "),
        (("pages.jsonl", "-o", "nowhere/out.jsonl"), "There is no folder 'nowhere'; make it first."),
        (("pages.jsonl", "-o", "pages.jsonl"), "'pages.jsonl' is both read and written; give the output another name."),
        (("pages.jsonl", "-o", "out.jsonl", "--keep", "url"), "--keep url: the output has a column 'url' of its own; "),
        (("pages.jsonl", "-o", "out.jsonl", "--keep", "html"), "--keep html: the field is read as the page's html; "),
        (
            ("pages.jsonl", "-o", "out.jsonl", "--field", "id=n", "--keep", "n"),
            "--keep n: the field is read as the page's id; leave it out.",
        ),
        (
            ("pages.jsonl", "-o", "out.jsonl", "--stats", "nowhere/stats.json"),
            "--stats nowhere/stats.json: There is no folder 'nowhere'; make it first.",
        ),
        (("pages.jsonl", "-o", "out.jsonl", "--stats", "."), "--stats .: '.' is a folder; give the name of a file"),
        (
            ("pages.jsonl", "-o", "out.jsonl", "--stats", "./out.jsonl"),
            "--stats ./out.jsonl: the rows go there; give the statistics another name.",
        ),
        (("pages.jsonl", "-o", "out.jsonl", "--stats", "pages.jsonl"), "'pages.jsonl' is both read and written"),
        (("pages.jsonl", "-o", "out.jsonl", "--max-memory", "9"), "max_memory=9 needs a worker process"),
        (("pages.jsonl", "-o", "out.jsonl", "--field", "body=html"), "--field 'body=html' is not of the form NAME="),
    ],
)
def test_what_cannot_be_done(
    pages: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(pages.parent)
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Error: {said}")
    assert [path.name for path in pages.parent.iterdir()] == ["pages.jsonl"]


def test_a_missing_extra(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    done = run(pages, "-o", pages.parent / "out.parquet")
    assert done.exit_code == 2
    assert "`pip install 'article-cleaner[arrow]'`" in done.stderr


def test_a_usage_error() -> None:
    done = run("pages.jsonl")
    assert done.exit_code == 2
    assert "Missing option '-o'" in done.stderr


def test_the_interrupt_keeps_what_is_done(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("cleaner.cli.batch")
    out = pages.parent / "out.jsonl"
    monkeypatch.setattr(module, "_SHARD_PAGES", 6)
    plain = module.row
    calls = 0

    def interrupted(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 9:
            raise KeyboardInterrupt
        return plain(*arguments)

    monkeypatch.setattr(module, "row", interrupted)
    done = run(pages, "-o", out)
    assert done.exit_code == 130
    assert done.stderr == (
        f"Error: Stopped; what is done is kept in {out}.parts, and --resume goes on from there. It does at most one "
        f"shard again: 6 pages, or what was done in 30 seconds.\n"
    )
    assert not out.exists()
    done = run(pages, "-o", out)
    assert done.exit_code == 2
    assert "--resume" in done.stderr
    done = run(pages, "-o", out, "--resume", "--ledger", "full")
    assert done.exit_code == 2
    assert "was begun with another --ledger, and the results of both must not be mixed" in done.stderr
    done = run(pages, "-o", out, "--resume")
    assert done.exit_code == 0
    assert done.stderr.startswith("20 pages: 20 ok (6 of them before this run); ")
    assert [row["id"] for row in read(out)] == [f"p{n}" for n in range(20)]


def test_resuming_what_is_complete_says_so_and_does_nothing(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run(pages, "-o", out, "--resume").exit_code == 0
    out.write_text("as it was")
    done = run(pages, "-o", out, "--resume")
    assert (done.exit_code, done.stdout) == (0, "")
    said = f"{out} is complete: nothing to resume; leave out --resume to clean the pages again.\n"
    assert (done.stderr, out.read_text()) == (said, "as it was")
    assert run(pages, "-o", out).exit_code == 0
    assert len(read(out)) == 20


def test_null_is_a_row_in_lines_and_in_tables(tmp_path: Path) -> None:
    rows = lines(3)
    rows[1]["html"] = None
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "pages.parquet")
    for pages in (written(tmp_path / "pages.jsonl", rows), tmp_path / "pages.parquet"):
        done = run(pages, "-o", tmp_path / "out.jsonl")
        assert done.stderr.startswith("3 pages: 2 ok, 1 empty; ")
        assert [row["id"] for row in read(tmp_path / "out.jsonl")] == ["p0", "p1", "p2"]


def test_a_field_to_keep_that_no_page_has_is_said_at_the_end(pages: Path, tmp_path: Path) -> None:
    done = run(pages, "-o", tmp_path / "out.jsonl", "--keep", "n", "--keep", "kay", "--keep", "kay")
    assert done.exit_code == 0
    said, closing = done.stderr.splitlines()
    assert said == "--keep: no page has a field 'kay'; nothing but null was kept."
    assert closing.startswith("20 pages: 20 ok; ")
    rows = lines(20)
    rows[7]["kay"] = None
    done = run(written(pages, rows), "-o", tmp_path / "out.jsonl", "--keep", "kay")
    assert len(done.stderr.splitlines()) == 1


def test_an_input_without_a_page_is_one_sentence(tmp_path: Path) -> None:
    rows = [{"id": f"p{n}", "body": "<p>"} for n in range(3)]
    done = run(written(tmp_path / "pages.jsonl", rows), "-o", tmp_path / "out.jsonl")
    assert (done.exit_code, done.stdout) == (2, "")
    place = f"{(tmp_path / 'pages.jsonl').as_posix()}, line 1, id 'p0'"
    assert done.stderr == (
        f"Error: There is no page in 3 records of the input. {place}: it has no 'html' or 'text', but 'id', 'body'; "
        f"where the field of the page has another name, give it by "
        f"--field html=NAME.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["pages.jsonl"]
    assert run(tmp_path / "pages.jsonl", "-o", tmp_path / "out.jsonl", "--field", "html=body").exit_code == 0


@pytest.mark.parametrize("asked", [("--keep", "kay"), ("--field", "html=body")])
def test_a_table_without_the_column_leaves_nothing_behind(tmp_path: Path, asked: tuple[str, str]) -> None:
    pq.write_table(pa.Table.from_pylist(lines(3)), tmp_path / "pages.parquet")
    done = run(tmp_path / "pages.parquet", "-o", tmp_path / "out.jsonl", *asked)
    assert done.exit_code == 2
    assert f"has no column {asked[1].removeprefix('html=')!r}" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["pages.parquet"]


def test_what_another_version_began_is_not_mixed_with_ours(pages: Path, tmp_path: Path) -> None:
    parts = tmp_path / "out.jsonl.parts"
    parts.mkdir()
    (parts / "manifest.json").write_text(json.dumps({"ledger": "counts", "pipeline": "of another version"}))
    (parts / "00000000.json").write_text("{}")
    done = run(pages, "-o", tmp_path / "out.jsonl", "--resume")
    assert done.exit_code == 2
    assert "was begun with another pipeline" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="asks for a terminal of its own")
def test_progress_is_shown_on_a_terminal(pages: Path, tmp_path: Path) -> None:
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    subprocess.run(command(pages, tmp_path / "out.jsonl", workers=0), stderr=theirs, check=True)
    said = os.read(ours, 10_000).decode()
    for end in (ours, theirs):
        os.close(end)
    assert said.startswith("\r0 pages [")
    assert "20 pages [" in said


def command(pages: Path, out: Path, workers: int) -> list[str]:
    """A batch in small shards."""
    code = (
        "import sys, importlib; importlib.import_module('cleaner.cli.batch')._SHARD_PAGES = 10\n"
        "from cleaner.cli import main; main(sys.argv[1:])"
    )
    return [
        sys.executable,
        "-c",
        code,
        "batch",
        str(pages),
        "-o",
        str(out),
        "--workers",
        "2",
        "--resume",
        "--keep",
        "n",
    ]


def wait(batch: subprocess.Popen[bytes], parts: Path, chance: random.Random) -> None:
    """Until some shards more are there, none to three, and then a moment; or until the batch is at its end."""
    shards = len(list(parts.glob("0*.json"))) + chance.randrange(4)
    while len(list(parts.glob("0*.json"))) < shards and batch.poll() is None:
        time.sleep(0.002)
    time.sleep(chance.random() / 5)


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_killed_ten_times_it_loses_nothing_and_has_nothing_twice(tmp_path: Path) -> None:
    chance = random.Random(6)
    pages = written(tmp_path / "pages.jsonl", lines(PAGES))
    outs = [tmp_path / "0.jsonl"]
    kills = 0
    while kills < 10:
        started = command(pages, outs[-1], workers=chance.randrange(3))
        with (tmp_path / "said").open("w") as said, subprocess.Popen(started, stderr=said) as batch:
            wait(batch, tmp_path / f"{outs[-1].name}.parts", chance)
            batch.send_signal(signal.SIGKILL)
        if batch.returncode == -signal.SIGKILL:
            kills += 1
        else:  # it was faster: the next one is killed instead
            assert batch.returncode == 0, (tmp_path / "said").read_text()
            outs.append(tmp_path / f"{len(outs)}.jsonl")
    subprocess.run(command(pages, outs[-1], workers=2), capture_output=True, check=True)
    (tmp_path / "said").unlink()
    for out in outs:
        rows = [(row["id"], row["n"]) for row in read(out)]
        assert rows == [(f"p{n}", str(n)) for n in range(PAGES)]
    assert sorted(tmp_path.iterdir()) == sorted([pages, *outs])


def test_the_version_of_the_rows_is_ours(pages: Path, tmp_path: Path) -> None:
    run(pages, "-o", tmp_path / "out.jsonl")
    assert {row["cleaner_version"] for row in read(tmp_path / "out.jsonl")} == {__version__}
