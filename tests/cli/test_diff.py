"""What changed between two batches."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cleaner import Cleaner, Document, clean_many
from cleaner.cli import main
from cleaner.cli.shards import ledger_of
from cleaner.io import write_jsonl, write_ledger_jsonl, write_ledger_parquet, write_parquet
from cleaner.report import html

STORY = "The ferry number {} has been cancelled for the third day, and the islanders share their bread."
PAGES = [
    Document(f"<title>Ferry {n}</title><p>{STORY.format(n)}{'<p hidden>Not to be seen.' * (n % 3)}", id=f"p{n}")
    for n in range(6)
]
OLD = Cleaner()
NEW = OLD.with_filters(hidden=None)


def written(path: Path, cleaner: Cleaner, documents: list[Document], ledger: bool = True) -> Path:
    results = list(clean_many(documents, cleaner=cleaner, workers=0))
    in_parquet = path.suffix == ".parquet"
    (write_parquet if in_parquet else write_jsonl)(results, path)
    if ledger:
        (write_ledger_parquet if in_parquet else write_ledger_jsonl)(results, ledger_of(str(path)))
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


def lines(*arguments: str | Path) -> list[str]:
    done = run(*arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout.splitlines()


def refusal(*arguments: str | Path) -> str:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    [line] = done.stderr.splitlines()
    return line


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return written(tmp_path / "old.jsonl", OLD, PAGES)


@pytest.mark.parametrize("name", ["new.jsonl", "new.jsonl.gz", "new.jsonl.zst", "new.parquet"])
def test_what_changed_the_largest_first(old: Path, tmp_path: Path, name: str) -> None:
    new = written(tmp_path / name, NEW, PAGES)
    first, filters, *pages = lines(old, new, "-o", tmp_path / "diff.html")
    assert first == "4 of 6 pages changed."
    assert filters.startswith("Removed words: hidden -")
    assert [line.split()[1] for line in pages[:2]] == ["p2", "p5"]
    sizes = [float(line.split("%")[0]) for line in pages]
    assert sizes == sorted(sizes, reverse=True)
    content = (tmp_path / "diff.html").read_text("utf-8")
    assert "<h1>4 of 6 pages changed</h1>" in content
    assert "Not to be seen." in content


def test_nothing_changed(old: Path) -> None:
    assert lines(old, old) == ["0 of 6 pages changed."]


def test_pages_of_one_side_are_counted(old: Path, tmp_path: Path) -> None:
    new = written(tmp_path / "new.jsonl", OLD, [*PAGES[2:], Document("<p>New", id="other")])
    assert lines(old, new) == ["0 of 4 pages changed; 2 are in OLD only; 1 is in NEW only."]


def test_order_does_not_matter(old: Path, tmp_path: Path) -> None:
    assert lines(old, written(tmp_path / "new.jsonl", OLD, PAGES[::-1])) == ["0 of 6 pages changed."]


def test_most_says_how_many_are_shown(old: Path, tmp_path: Path) -> None:
    new = written(tmp_path / "new.jsonl", NEW, PAGES)
    assert len(lines(old, new, "--most", "1")) == 3


def test_it_needs_no_ledger(tmp_path: Path) -> None:
    old = written(tmp_path / "old.jsonl", OLD, PAGES, ledger=False)
    new = written(tmp_path / "new.jsonl", NEW, PAGES, ledger=False)
    assert lines(old, new, "-o", tmp_path / "diff.html")[0] == "4 of 6 pages changed."


def test_what_cannot_be_read_is_said_and_left_out(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.jsonl"
    new.write_text(old.read_text("utf-8") + "nonsense\n" + json.dumps({"n_blocks": 1}) + "\n", "utf-8")
    done = run(old, new)
    assert done.stdout == "0 of 6 pages changed.\n"
    assert [line.split(", ")[1].split(":")[0] for line in done.stderr.splitlines()] == ["line 7", "row 7"]


def test_what_is_asked_for_cannot_be_done(old: Path, tmp_path: Path) -> None:
    pages: list[dict[str, Any]] = [{"html": "<p>Hello"}]
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(map(json.dumps, pages)))
    (tmp_path / "page.html").write_text("<p>Hello")
    assert "There is no file" in refusal(old, tmp_path / "nowhere.jsonl")
    assert "is a folder; give the output of a batch, which is a file" in refusal(tmp_path, old)
    assert "is no output of a batch" in refusal(old, tmp_path / "page.html")
    assert "no rows that cleaner wrote" in refusal(rows, old)
    assert "name that ends in .html" in refusal(old, old, "-o", tmp_path / "diff.txt")


def test_a_missing_extra(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert "pip install 'article-cleaner[report]'" in refusal(old, old, "-o", tmp_path / "diff.html")
    assert lines(old, old) == ["0 of 6 pages changed."]
