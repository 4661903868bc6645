"""Reports from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner import clean
from cleaner.cli import main
from cleaner.report import html, render

STORY = "The ferry number {} has been cancelled for the third day, and the islanders share their bread."
PDF = b"%PDF-1.7 nothing but bytes"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    for n in range(3):
        (pages / f"{n}.html").write_text(f"<title>Ferry {n}</title><nav>Home</nav><p>{STORY.format(n)}</p>", "utf-8")
    return pages


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments), "--workers", "0"])


def refusal(*arguments: str | Path) -> str:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    [line] = done.stderr.splitlines()
    return line


def batch(*arguments: str | Path) -> None:
    assert CliRunner().invoke(main, ["batch", *map(str, arguments), "--workers", "0"]).exit_code == 0


def test_one_page_is_shown_by_itself(folder: Path, out: Path) -> None:
    done = run(folder / "0.html", "-o", out)
    assert (done.exit_code, done.output) == (0, "")
    assert out.read_text("utf-8") == render(clean((folder / "0.html").read_bytes()))


def test_several_pages_are_an_index(folder: Path, out: Path) -> None:
    for sources in ([folder], [folder / "0.html", folder / "1.html", folder / "2.html"]):
        assert run(*sources, "-o", out).exit_code == 0
        content = out.read_text("utf-8")
        assert "<h1>3 pages</h1>" in content
        assert all(STORY.format(n) in content for n in range(3))


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz", ".parquet"])
def test_the_output_of_a_batch_is_not_cleaned_again(folder: Path, out: Path, ending: str, tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    batch(folder, "-o", made / f"out{ending}", "--ledger", "full")
    for source in (made / f"out{ending}", made):
        assert run(source, "-o", out).exit_code == 0
        content = out.read_text("utf-8")
        assert "<h1>3 pages</h1>" in content
        assert "Removed characters by filter" in content
        assert content.count("Home") == 3


def test_the_output_of_a_batch_without_ledger_is_counted(folder: Path, out: Path, tmp_path: Path) -> None:
    batch(folder, "-o", tmp_path / "out.jsonl")
    assert run(tmp_path / "out.jsonl", "-o", out).exit_code == 0
    assert "Removed words by filter" in out.read_text("utf-8")
    assert "has no ledger" in out.read_text("utf-8")


def test_an_article_as_the_command_line_prints_it(folder: Path, out: Path, tmp_path: Path) -> None:
    page = folder / "0.html"
    (tmp_path / "a.json").write_text(CliRunner().invoke(main, [str(page), "--format", "json"]).stdout, "utf-8")
    done = run(tmp_path / "a.json", "-o", out)
    assert (done.exit_code, done.output) == (0, "")
    assert out.read_text("utf-8") == render(clean(page.read_bytes()))
    assert run(tmp_path / "a.json", folder, "-o", out).exit_code == 0
    assert "<h1>4 pages</h1>" in out.read_text("utf-8")


def test_json_that_is_no_article(out: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"pages": 3}')
    done = run(tmp_path / "a.json", "-o", out)
    said, refused = done.stderr.splitlines()
    assert (done.exit_code, out.exists()) == (2, False)
    assert "a.json: it is not what cleaner wrote (" in said
    assert "There is no page in" in refused


def test_rows_are_cleaned(out: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"html": "<title>One</title>"}\nnonsense\n{"html": "<title>Two</title>"}\n')
    done = run(rows, "-o", out)
    assert done.exit_code == 0
    assert "line 2: it is not JSON" in done.stderr
    assert "<h1>2 pages</h1>" in out.read_text("utf-8")


def test_most_says_how_many_are_shown(folder: Path, out: Path) -> None:
    (folder / "bad.html").write_bytes(PDF)
    assert run(folder, "-o", out, "--most", "1").exit_code == 0
    content = out.read_text("utf-8")
    assert "The input is a PDF" in content
    assert "<h1>4 pages</h1>" in content
    assert STORY.format(0) not in content


def test_a_page_that_cannot_be_cleaned(folder: Path, out: Path) -> None:
    (folder / "bad.html").write_bytes(PDF)
    assert "bad.html: The input is a PDF" in refusal(folder / "bad.html", "-o", out)
    assert not out.exists()


def test_what_is_asked_for_cannot_be_done(folder: Path, out: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("")
    assert "There is no file" in refusal(tmp_path / "nowhere", "-o", out)
    assert "name that ends in .html" in refusal(folder, "-o", tmp_path / "report.pdf")
    assert "There is no folder" in refusal(folder, "-o", tmp_path / "nowhere" / "report.html")
    assert "no page" in refusal(empty, "-o", out)
    assert "both read and written" in refusal(folder / "0.html", "-o", folder / "0.html")


def test_a_missing_extra(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert "pip install 'article-cleaner[report]'" in refusal(folder, "-o", out)
