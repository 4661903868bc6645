"""Pages as files."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from results import stop

from cleaner import Cleaner, NotHTMLError, PageTooLargeError, clean_many, clean_text
from cleaner.document import Document
from cleaner.io import RecordError, read_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of pages, and of what is none."""
    pages = {
        "b.html": "<p>b",
        "a.HTM": "<p>a",
        "c.xhtml": "<p>c",
        "notes.txt": "Skål",
        "style.css": "p {}",
        "README": "x",
    }
    for name, content in pages.items():
        (tmp_path / name).write_text(content, "utf-8")
    for name in ("z/one.html", "d/e/two.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("<p>deep", "utf-8")
    (tmp_path / "dir.html").mkdir()
    return tmp_path


def read(source: Path | str) -> list[Document]:
    return list(read_files(source, on_error=stop))


def test_a_page(folder: Path) -> None:
    [document] = read(folder / "b.html")
    assert document == Document(b"<p>b", id=(folder / "b.html").as_posix())


def test_a_text_file_is_text(folder: Path) -> None:
    [document] = read(folder / "notes.txt")
    assert (document.text, document.html) == ("Skål", None)


def test_a_file_by_its_name_is_a_page_whatever_its_ending(folder: Path) -> None:
    assert [document.html for document in read(folder / "README")] == [b"x"]


def test_a_folder_in_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["a.HTM", "b.html", "c.xhtml", "notes.txt", "d/e/two.html", "z/one.html"]
    assert [document.id for document in read(folder)] == [(folder / name).as_posix() for name in names]
    monkeypatch.chdir(folder.parent)
    assert [document.id for document in read(folder.name)] == [f"{folder.name}/{name}" for name in names]
    monkeypatch.chdir(folder)
    assert [document.id for document in read(".")] == names
    assert [document.id for document in read("**/*.html")] == ["b.html", "d/e/two.html", "z/one.html"]


def test_a_stream_is_a_page_without_an_id() -> None:
    assert list(read_files(io.BytesIO(b"<p>x"))) == [Document(b"<p>x")]


def test_text_in_another_charset(tmp_path: Path) -> None:
    story = "Die Fähre nach Föhr fährt heute nicht, und die Gäste müssen übernachten. " * 3
    (tmp_path / "story.txt").write_bytes(story.encode("latin-1"))
    [document] = read(tmp_path)
    assert document.text == story


def test_what_is_no_page_is_a_document_that_says_so_when_it_is_cleaned(tmp_path: Path) -> None:
    for name in ("paper.txt", "paper.html"):
        (tmp_path / name).write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    page, text = read(tmp_path)
    with pytest.raises(NotHTMLError):
        Cleaner().clean(page.html or "")
    with pytest.raises(NotHTMLError):
        Cleaner().clean_text(text.text or "")


def test_no_more_is_read_than_may_be_cleaned(tmp_path: Path) -> None:
    for name in ("page.html", "page.txt"):
        (tmp_path / name).write_bytes(b"word " * 100)
    page, text = read_files(tmp_path, max_bytes=50)
    assert (len(page.html or ""), len(text.text or "")) == (51, 51)
    assert (page.cut_at, text.cut_at) == (50, 50)
    with pytest.raises(PageTooLargeError):
        Cleaner(max_bytes=50).clean_text(text.text or "")


def test_a_page_that_was_cut_is_too_large_for_a_cleaner_that_would_take_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>The ferry is late.</p>" * 4)
    (tmp_path / "b.txt").write_bytes(b"The ferry is late. " * 5 + b"Soon.")
    results = clean_many(read_files(tmp_path, max_bytes=99), cleaner=Cleaner(max_bytes=1000), workers=0)
    assert [(result.status, result.id) for result in results] == [
        ("too_large", (tmp_path / "a.html").as_posix()),
        ("too_large", (tmp_path / "b.txt").as_posix()),
    ]
    whole = clean_many(read_files(tmp_path, max_bytes=100), workers=0)
    assert [result.status for result in whole] == ["ok", "ok"]


def test_a_file_that_cannot_be_read_costs_itself(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>a")
    (tmp_path / "b.html").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c.html").write_bytes(b"<p>c")
    errors: list[RecordError] = []
    found = read_files(str(tmp_path / "*.html"), on_error=errors.append)
    assert [document.html for document in found] == [b"<p>a", b"<p>c"]
    path = (tmp_path / "b.html").as_posix()
    assert [str(error) for error in errors] == [
        f"{path}: cannot be opened (No such file or directory); it is left out."
    ]


@pytest.mark.skipif(os.name != "posix", reason="asks for names that are bytes")
def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/sk\xe5l.html"
    with open(path, "wb") as file:
        file.write(b"<p>a")
    [document] = read(tmp_path)
    assert document.id == Path(os.fsdecode(path)).as_posix()


def test_a_file_that_there_is_not() -> None:
    with pytest.raises(FileNotFoundError, match=r"There is no file 'nowhere\.html'"):
        read_files("nowhere.html")


def test_text_with_bytes_that_are_none_says_so_when_it_is_cleaned(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes("The ferry to Skål ".encode() * 20 + b"\xff and back")
    [document] = read(tmp_path)
    assert document.text is not None
    assert clean_text(document.text).warnings == ("replaced_bytes",)
