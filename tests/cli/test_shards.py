"""The folder in which a batch grows: whatever is cut off, nothing is lost and nothing is there twice."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import zstandard

from cleaner import Article, Removal, TextBlock
from cleaner.cli.refusal import Refusal
from cleaner.cli.shards import Shards, ledger_of
from cleaner.cli.tally import Tally
from cleaner.document import Result
from cleaner.io import ledger_rows, row
from cleaner.io.rows import write_all

MANIFEST: dict[str, Any] = {
    **{"pipeline": "abc", "schema_version": 1, "inputs": "def", "fields": {}, "keep": ["source"], "ledger": "full"},
}
PAGES = 7


def result(number: int) -> Result:
    block = TextBlock(index=0, kind="paragraph", text=f"Page {number}")
    removal = Removal(index=1, filter="ours", reason="why", text=f"Less {number}", kind="paragraph")
    return Result(number, None, {"source": f"s{number}"}, Article(blocks=(block,), removed=(removal,)), None, "ok")


def work(shards: Shards, size: int = 2, until: int = PAGES) -> None:
    """Writes shards of so many pages, as far as page `until`."""
    while not shards.complete and shards.documents < until:
        tally = Tally()
        with shards.next() as (write, write_removed):
            for number in range(shards.documents, min(shards.documents + size, PAGES)):
                write(row(result(number), ["source"]))
                if write_removed:
                    write_all(write_removed, ledger_rows(result(number)))
                tally.add(result(number))
        shards.commit(tally, last=shards.documents + tally.pages == PAGES)


def begun(out: Path, resume: bool = False, **changes: Any) -> Shards:
    shards = Shards(str(out), {**MANIFEST, **changes})
    shards.begin(resume)
    return shards


def rows(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    if path.suffix == ".zst":
        content = zstandard.ZstdDecompressor().stream_reader(content, read_across_frames=True).read()
    return [json.loads(line) for line in content.splitlines()]


def check(out: Path) -> None:
    """All pages are there once and in order, and nothing else is left."""
    assert [(one["id"], one["source"]) for one in rows(out)] == [(str(n), f"s{n}") for n in range(PAGES)]
    ledger = Path(ledger_of(str(out)))
    assert [one["text"] for one in rows(ledger)] == [f"Less {number}" for number in range(PAGES)]
    assert sorted(out.parent.iterdir()) == sorted([out, ledger])


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "OUT.Parquet".lower()])
def test_shards_are_joined(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    shards = begun(out)
    work(shards)
    assert not out.exists()
    assert (shards.complete, shards.documents, shards.tally().pages) == (True, PAGES, PAGES)
    shards.finish()
    check(out)


def test_the_ledger_is_there_where_it_is_asked_for(tmp_path: Path) -> None:
    assert ledger_of("a/out.jsonl.gz") == "a/out.ledger.jsonl.gz"
    shards = begun(tmp_path / "out.jsonl", ledger="counts")
    work(shards)
    shards.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    work(begun(out), size=2, until=3)
    again = begun(out, resume=True)
    assert (again.documents, again.complete, again.tally().pages) == (4, False, 4)
    work(again, size=3)
    last = begun(out, resume=True)
    assert (last.documents, last.complete) == (PAGES, True)
    last.finish()
    check(out)


def test_resuming_what_was_not_begun_begins_it(tmp_path: Path) -> None:
    shards = begun(tmp_path / "out.jsonl", resume=True)
    work(shards)
    shards.finish()
    check(tmp_path / "out.jsonl")


def test_it_is_done_where_the_output_is_there_and_no_batch_is_unfinished(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert not Shards(str(out), MANIFEST).is_done()
    out.write_text("of an earlier batch")
    shards = begun(out)
    assert not Shards(str(out), MANIFEST).is_done()
    work(shards)
    shards.finish()
    assert Shards(str(out), MANIFEST).is_done()
    check(out)


def test_what_a_kill_at_the_very_end_leaves_is_cleared_away(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    shards = begun(out)
    work(shards)
    shards.finish()
    (tmp_path / "out.jsonl.parts").mkdir()
    (tmp_path / "out.jsonl.parts" / "00000003.jsonl").touch()
    assert Shards(str(out), MANIFEST).is_done()
    check(out)


def test_it_leaves_nothing_where_nothing_is_done(tmp_path: Path) -> None:
    shards = begun(tmp_path / "out.jsonl")
    with shards.next() as (write, _):
        write(row(result(0), ["source"]))
    shards.leave()
    assert list(tmp_path.iterdir()) == []
    work(begun(tmp_path / "out.jsonl"), until=2)
    again = begun(tmp_path / "out.jsonl", resume=True)
    again.leave()
    assert again.documents == begun(tmp_path / "out.jsonl", resume=True).documents == 2


def test_it_does_not_throw_away_what_is_there(tmp_path: Path) -> None:
    work(begun(tmp_path / "out.jsonl"), until=2)
    with pytest.raises(Refusal, match="holds a batch that was not finished; go on with it by --resume, or remove"):
        begun(tmp_path / "out.jsonl")


def test_where_nothing_is_done_nothing_can_be_lost_or_mixed(tmp_path: Path) -> None:
    begun(tmp_path / "out.jsonl")
    begun(tmp_path / "out.jsonl", pipeline="xyz")
    assert begun(tmp_path / "out.jsonl", resume=True).documents == 0


@pytest.mark.parametrize(("name", "value"), [("pipeline", "xyz"), ("inputs", ""), ("keep", []), ("ledger", "counts")])
def test_it_does_not_mix(tmp_path: Path, name: str, value: Any) -> None:
    work(begun(tmp_path / "out.jsonl"), until=2)
    with pytest.raises(Refusal, match="must not be mixed"):
        begun(tmp_path / "out.jsonl", resume=True, **{name: value})
    assert begun(tmp_path / "out.jsonl", resume=True).documents == 2


def test_a_shard_without_its_account_does_not_count(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    work(begun(out), until=4)
    parts = tmp_path / "out.jsonl.parts"
    (parts / "00000001.json").unlink()
    (parts / ".00000002.jsonl.7.partial").write_text("half a row")
    again = begun(out, resume=True)
    assert again.documents == 2
    assert {path.name for path in parts.iterdir() if path.name[0] in ".0"} == {
        *("00000000.json", "00000000.jsonl", "00000000.ledger.jsonl"),
    }


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_what_a_batch_left_that_was_killed_while_it_joined_is_cleared_away(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    shards = begun(out)
    work(shards)
    for half in (out, Path(ledger_of(str(out)))):
        (tmp_path / f".{half.name}.7.partial").write_text("half a row")
    other = tmp_path / f".an{name}.7.partial"
    other.write_text("of a batch to another output")
    shards.finish()
    assert other.read_text() == "of a batch to another output"
    other.unlink()
    check(out)


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    parts = tmp_path / "out.jsonl.parts"
    parts.mkdir()
    (parts / "notes.txt").write_text("mine")
    shards = begun(out)
    work(shards)
    shards.finish()
    assert [path.name for path in parts.iterdir()] == ["notes.txt"]


class Killed(BaseException):
    """After it nothing reaches the disk."""


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
@pytest.mark.parametrize("seed", range(3))
def test_it_may_be_killed_between_any_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, seed: int
) -> None:
    """At every change of a name on the disk, one after the other, and by shards of another size each time."""
    out = tmp_path / name
    left = 0

    def dying(step: Any) -> Any:
        def guarded(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return step(*arguments, **named)

        return guarded

    for step in ("replace", "remove", "rmdir"):
        monkeypatch.setattr(os, step, dying(getattr(os, step)))
    for attempt in range(1, 200):
        left = 1 + (attempt + seed) % 4 if attempt < 60 else 1000
        try:
            shards = begun(out, resume=True)
            work(shards, size=1 + attempt % 3)
            shards.finish()
        except Killed:
            continue
        break
    left = 1000
    check(out)
    assert attempt > 5


@pytest.mark.skipif(os.name != "posix", reason="asks for locks of files")
def test_two_processes_do_not_work_on_one_output(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    code = (
        "import sys; from cleaner.cli.shards import Shards\n"
        f"Shards({str(out)!r}, {MANIFEST!r}).begin(False); print('there', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"there\n"
        with pytest.raises(Refusal, match="is being worked on by another process"):
            begun(out, resume=True)
        other.kill()
    assert begun(out, resume=True).documents == 0


def test_the_ledger_of_what_stood_there_before_goes(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for ledger in ("full", "counts"):
        shards = begun(out, ledger=ledger)
        work(shards)
        shards.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
