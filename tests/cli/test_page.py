"""One page, in processes of its own: bytes, statuses and pipes are what it is about."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cleaner import Article, __version__

STORY = (
    "The ferry to Skål has been cancelled for the third day, and the islanders have begun to share their bread, "
    "their lamp oil and their patience.",
    "The harbour master, who measured the wind himself, said on Tuesday that no boat would leave before the swell "
    "had gone down by half.",
    "On the quay, eleven crates of oranges wait for a ship; the children have asked, so far in vain, what is to "
    "become of them.",
)
PAGE = f"""<html lang="en"><head><meta charset="utf-8"><title>No ferry to Skål</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>No ferry to Skål</h1>{"".join(f"<p>{paragraph}</p>" for paragraph in STORY)}</article></body></html>"""
TEXT = "\n\n".join(STORY)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def run(*arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cleaner", *map(str, arguments)]
    environment = {**os.environ, **(env or {})}
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, timeout=60, check=False)


def output(*arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> str:
    done = run(*arguments, stdin=stdin, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


def refusal(*arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> str:
    """The one line that the program says when it cannot do what was asked for."""
    done = run(*arguments, stdin=stdin, env=env)
    assert (done.returncode, done.stdout) == (2, b"")
    [line] = done.stderr.decode("utf-8").splitlines()
    return line


def test_a_page_is_its_body(page: Path) -> None:
    assert output(page) == TEXT + "\n"


def test_the_article_as_json(page: Path) -> None:
    printed = output(page, "--format", "json", "--url", "https://skaal.example/ferry")
    article = Article.model_validate_json(printed)
    assert (article.title, article.url, article.text) == ("No ferry to Skål", "https://skaal.example/ferry", TEXT)
    assert json.loads(printed)["text"] == TEXT
    assert printed.startswith('{\n  "')


def test_standard_input() -> None:
    assert output("-", stdin=PAGE.encode()) == TEXT + "\n"


def test_explain_lists_what_was_removed_in_page_order(page: Path) -> None:
    lines = output(page, "--explain").splitlines()
    article = Article.model_validate_json(output(page, "--format", "json"))
    assert len(lines) == len(article.removed) == 3
    for line, removal in zip(lines, article.removed, strict=True):
        index, name, rest = line.split(maxsplit=2)
        assert (int(index), name, rest) == (removal.index, removal.filter, f"{removal.reason}: {removal.text}")


def test_explain_cuts_long_texts(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("<h1>", f"<p hidden>{'word ' * 100}</p><h1>"), "utf-8")
    assert "word…" in output(path, "--explain")


def test_explain_has_no_json_form(page: Path) -> None:
    done = run(page, "--explain", "--format", "json")
    assert done.returncode == 2
    assert b"`removed`" in done.stderr


def test_plain_text_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "story.TXT"
    path.write_text("No ferry to Skål\n\n" + TEXT + "\n", "utf-8")
    assert output(path) == TEXT + "\n"


def test_plain_text_by_request(tmp_path: Path) -> None:
    marked_up = "<b> is the tag for bold text, and the lecturer wrote it on the board before anyone had sat down."
    path = tmp_path / "story.html"
    path.write_text(marked_up, "utf-8")
    assert output(path, "--text") == marked_up + "\n"
    assert "<b>" not in output(path)


def test_html_by_request(page: Path) -> None:
    assert output(page.rename(page.with_suffix(".txt")), "--html") == TEXT + "\n"


def test_a_page_without_text_prints_nothing(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_bytes(b"")
    assert output(path) == output(path, "--explain") == ""


def test_the_output_is_utf_8_whatever_the_locale(page: Path) -> None:
    latin = {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert output(page, env=latin) == TEXT + "\n"
    assert "Skål" in output(page, "--explain", env=latin)


def test_a_missing_path() -> None:
    assert refusal("nowhere.html") == (
        "Error: There is no file 'nowhere.html'; give the path of a page, or - for standard input."
    )


def test_a_missing_path_in_any_letters_and_locale() -> None:
    for locale in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        line = refusal("föhr.html", env=locale)
        assert line.startswith("Error: There is no file 'f")
        assert "udc" not in line


def test_an_address_is_not_fetched() -> None:
    assert refusal("https://skaal.example/ferry") == (
        "Error: 'https://skaal.example/ferry' is an address, and cleaner fetches nothing; "
        "use curl -s URL | cleaner - --url URL."
    )


def shell(redirection: str, *arguments: str | Path) -> tuple[int, str]:
    """The status and what is said on standard error, where a shell redirects input or output."""
    command = ["sh", "-c", f'"$@" {redirection}', "sh", sys.executable, "-m", "cleaner", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    return done.returncode, done.stderr.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks for a device that is always full")
@pytest.mark.parametrize("option", ["--format=json", "--explain", "--help"])
def test_output_that_cannot_be_written(page: Path, option: str) -> None:
    said = "Error: The output cannot be written (No space left on device); send it elsewhere.\n"
    assert shell("> /dev/full", page, option) == (2, said)


@pytest.mark.skipif(os.name != "posix", reason="asks for a shell")
def test_closed_standard_input() -> None:
    said = "Error: Standard input is closed; give the path of a page, or pipe one in.\n"
    assert shell("<&-", "-") == (2, said)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="asks for a file without end")
def test_no_more_is_read_than_may_be_cleaned() -> None:
    said = "has more than 50,000,000 bytes; cut it, or use Cleaner(max_bytes=...) in Python.\n"
    assert shell("", "/dev/zero") == (2, f"Error: '/dev/zero' {said}")
    assert shell("< /dev/zero", "-") == (2, f"Error: '-' {said}")


def test_a_directory(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"Error: {str(tmp_path)!r} is a directory; give the path of one page in it."


@pytest.mark.parametrize("name", ["paper.pdf", "paper.txt", "-"])
def test_a_pdf(tmp_path: Path, name: str) -> None:
    content = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
    (tmp_path / name).write_bytes(content)
    path = name if name == "-" else str(tmp_path / name)
    line = refusal(path, stdin=content)
    assert line.startswith(f"Error: {path}: The input is a PDF, not HTML or plain text; extract its text with a tool")
    assert refusal(path, "--text", stdin=content) == line


def test_a_closed_pipe_is_quiet(page: Path) -> None:
    long = PAGE.replace("</article>", f"<p>{TEXT} {TEXT}</p>" * 2000 + "</article>").encode()
    page.write_bytes(long)
    process = subprocess.Popen(
        [sys.executable, "-m", "cleaner", str(page), "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"{\n"
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == b""
    process.wait(60)


def test_help_is_that_of_cleaning_a_page() -> None:
    help_ = output("--help")
    assert help_.startswith("Usage: python -m cleaner [OPTIONS] PAGE\n")
    assert ".txt" in help_
    assert "Commands:\n  batch   Clean all pages in IN... and write a row for each to OUT.\n" in help_


def test_a_usage_error_goes_by_the_programs_name() -> None:
    done = run()
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[:2] == [
        "Usage: python -m cleaner [OPTIONS] PAGE",
        "Try 'python -m cleaner --help' for help.",
    ]


def test_the_version() -> None:
    assert output("--version") == f"cleaner, version {__version__}\n"
