"""A file appears under its name when it is complete."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from cleaner.io.targets import Target, check_path, written


def test_it_appears_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with written(path) as stream:
        stream.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def fail(stream: BinaryIO, error: type[BaseException]) -> None:
    stream.write(b"new")
    raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(error), written(str(path)) as stream:
        fail(stream, error)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_in_the_folder_where_we_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with written("out.jsonl") as stream:
        stream.write(b"new")
    assert (tmp_path / "out.jsonl").read_bytes() == b"new"


def test_a_stream_stays_open() -> None:
    stream = io.BytesIO()
    with written(stream) as out:
        out.write(b"new")
    assert stream.getvalue() == b"new"


def test_what_is_neither_path_nor_stream() -> None:
    with pytest.raises(TypeError, match="not int"), written(cast(Target, 5)):
        pass


def test_where_no_file_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_path(str(tmp_path / "out.jsonl"))
    for path, error, said in (
        (tmp_path / "nowhere" / "out.jsonl", FileNotFoundError, r"^There is no folder '.*nowhere'; make it first\.$"),
        (tmp_path, IsADirectoryError, r"^'.*' is a folder; give the name of a file to write\.$"),
    ):
        with pytest.raises(error, match=said):
            check_path(str(path))
        with pytest.raises(error, match=said), written(path):
            pass
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(PermissionError, match=r"^Nothing may be written into the folder '.*'; give another\.$"):
        check_path(str(tmp_path / "out.jsonl"))
    assert list(tmp_path.iterdir()) == []


def test_a_stream_of_text_is_none_of_bytes(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="not StringIO"), written(cast(Target, io.StringIO())):
        pass


def test_a_pipe_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with written(pipe) as stream:
        stream.write(b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_link_leads_where_it_led(tmp_path: Path) -> None:
    link, path = tmp_path / "link", tmp_path / "out.jsonl"
    link.symlink_to(path)
    with written(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
