"""Paths, globs, folders and streams, compressed or not."""

from __future__ import annotations

import gc
import gzip
import io
import sys
from pathlib import Path
from typing import Any, cast

import pytest
import zstandard
from results import stop

from cleaner.io.sources import Source, check_zstd, decompressed, inputs, name_of, opened, walk, zstd_writer

CONTENT = b"".join(b"line %d\n" % number for number in range(50_000))


def test_files_folders_and_globs_in_order(tmp_path: Path) -> None:
    for name in ("b.x", "a.x", "a.y", "sub/c.x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    paths = [str(tmp_path / name) for name in ("a.x", "b.x", "sub/c.x")]
    assert inputs(tmp_path, [".x"]) == list(walk(str(tmp_path), [".x"])) == paths
    assert inputs(str(tmp_path / "*.x"), [".x"]) == paths[:2]
    assert inputs(str(tmp_path / "*"), [".x"]) == [paths[0], str(tmp_path / "a.y"), *paths[1:]]
    assert inputs(tmp_path / "a.y", [".x"]) == [str(tmp_path / "a.y")]


def test_a_name_that_looks_like_a_glob(tmp_path: Path) -> None:
    (tmp_path / "page[1].html").touch()
    assert inputs(tmp_path / "page[1].html", ()) == [str(tmp_path / "page[1].html")]


def test_what_there_is_not() -> None:
    for source in ("nowhere/*.html", "nowhere.html"):
        with pytest.raises(FileNotFoundError, match="There is no file 'nowhere"):
            inputs(source, ())


@pytest.mark.parametrize("source", [5, None, b"bytes", io.StringIO("text")])
def test_what_is_neither_path_nor_stream(source: Any) -> None:
    with pytest.raises(TypeError, match="A path, a glob or an open binary stream is needed, not "):
        inputs(cast(Source, source), ())


def test_names(tmp_path: Path) -> None:
    assert name_of("a/b.html") == "a/b.html"
    assert name_of(io.BytesIO()) == "the stream"
    with open(tmp_path / "x", "wb") as file:
        assert name_of(file) == str(tmp_path / "x")


def test_a_stream_of_the_callers_stays_open() -> None:
    stream = io.BytesIO(b"x")
    with opened(stream, stop) as found:
        assert found is stream
    assert not stream.closed


def frames(content: bytes) -> bytes:
    return zstandard.compress(content[:1000]) + zstandard.compress(content[1000:])


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress, frames])
def test_compression_is_seen_by_the_bytes(pack: Any) -> None:
    assert decompressed(io.BytesIO(pack(CONTENT))).read() == CONTENT
    assert list(decompressed(io.BytesIO(pack(CONTENT)))) == CONTENT.splitlines(keepends=True)
    assert decompressed(io.BytesIO(pack(b""))).read() == b""


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, frames])
def test_what_is_cut_short_says_so(pack: Any) -> None:
    with pytest.raises(EOFError):
        decompressed(io.BytesIO(pack(CONTENT)[:-9])).read()


def test_a_zstd_stream_that_is_damaged() -> None:
    with pytest.raises(OSError, match="zstd"):
        decompressed(io.BytesIO(zstandard.compress(CONTENT)[:500] + b"\xff" * 500 + bytes(500_000))).read()


def test_a_long_window() -> None:
    parameters = zstandard.ZstdCompressionParameters.from_level(1, window_log=28, enable_ldm=True)
    packed = zstandard.ZstdCompressor(compression_params=parameters).compressobj().compress(b"") + zstandard.compress(
        CONTENT
    )
    assert decompressed(io.BytesIO(packed)).read() == CONTENT


def test_zstd_out_and_in() -> None:
    stream = io.BytesIO()
    with zstd_writer(stream) as out:
        out.write(CONTENT)
    assert decompressed(io.BytesIO(stream.getvalue())).read() == CONTENT


def test_without_the_extra_a_name_is_enough_to_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    check_zstd(["a.jsonl.zst"])
    monkeypatch.setitem(sys.modules, "zstandard", None)
    check_zstd(["a.jsonl", io.BytesIO()])
    with pytest.raises(ImportError, match=r"`pip install 'article-cleaner\[zstd\]'`"):
        check_zstd(["a.jsonl.zst"])


def test_no_file_is_read_twice(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.x", "sub/c.x"):
        (tmp_path / name).touch()
    assert inputs(str(tmp_path / "**"), [".x"]) == [str(tmp_path / name) for name in ("a.x", "sub/c.x")]


def test_a_stream_stays_open_when_what_reads_it_goes() -> None:
    stream = io.BytesIO(CONTENT)
    assert decompressed(stream).read() == CONTENT
    gc.collect()
    assert not stream.closed
