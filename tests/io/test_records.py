"""What is damaged in an archive costs itself, and is reported."""

from __future__ import annotations

import gzip
import io
import random
import re
from collections.abc import Callable
from typing import Any

import pytest
import zstandard
from archives import http, members, page, record
from results import stop

from cleaner.io import RecordError, read_warc
from cleaner.io.records import Record, records

PAGES = [page(number) for number in range(6)]


def take(record: Any) -> bytes | None:
    body: bytes = record.reader.read()
    return body


def found(content: bytes) -> tuple[list[str], list[str]]:
    """The numbers of the pages that are read, and the errors."""
    errors: list[RecordError] = []
    documents = list(read_warc(io.BytesIO(content), on_error=errors.append))
    return [str(document.id).strip("<>").split(":")[-1] for document in documents], [str(error) for error in errors]


def without(*lost: int) -> list[str]:
    return [str(number) for number in range(6) if number not in lost]


def damaged(member: bytes) -> bytes:
    return member[:40] + b"\xff" * 20 + member[60:]


def zstd(records: list[bytes]) -> bytes:
    return b"".join(zstandard.compress(one) for one in records)


FORMS: dict[str, Callable[[list[bytes]], bytes]] = {
    "plain": b"".join,
    "members": members,
    "one member": lambda records: gzip.compress(b"".join(records)),
    "zstd": zstd,
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_sound_file(form: Callable[[list[bytes]], bytes]) -> None:
    assert found(form(PAGES)) == (without(), [])
    assert found(form([])) == ([], [])


def test_places_lead_back_to_the_record() -> None:
    for form in (FORMS["plain"], FORMS["members"], FORMS["zstd"]):
        content = b"\n" * 0 + form(PAGES)
        for number, one in enumerate(records(io.BytesIO(content), take, stop)):
            again = next(iter(records(io.BytesIO(content[one.at :]), take, stop)))
            assert isinstance(again, Record)
            assert again.record.headers["WARC-Record-ID"] == f"<urn:uuid:{number}>"


def test_a_damaged_member_costs_itself() -> None:
    parts = [members([one]) for one in PAGES]
    parts[2] = damaged(parts[2])
    names, [error] = found(b"".join(parts))
    assert names == without(2)
    start, end = len(parts[0]), sum(map(len, parts[:3]))
    assert error.startswith(f"the stream, byte {start:,} to byte {end:,}: not all of it can be read (")


def test_members_side_by_side_are_one_stretch() -> None:
    parts = [members([one]) for one in PAGES]
    parts[2:4] = [damaged(part) for part in parts[2:4]]
    names, errors = found(b"".join(parts))
    assert (names, len(errors)) == (without(2, 3), 1)


def test_stretches_apart_are_two() -> None:
    parts = [members([one]) for one in PAGES]
    parts[1], parts[4] = damaged(parts[1]), damaged(parts[4])
    names, errors = found(b"".join(parts))
    assert (names, len(errors)) == (without(1, 4), 2)


def test_the_first_and_the_last_member() -> None:
    parts = [members([one]) for one in PAGES]
    for lost, place in ((0, "byte 0 to byte"), (5, "to the end")):
        names, [error] = found(b"".join([*parts[:lost], damaged(parts[lost]), *parts[lost + 1 :]]))
        assert names == without(lost)
        assert place in error


@pytest.mark.parametrize("form", [FORMS["plain"], FORMS["members"], FORMS["one member"]])
@pytest.mark.parametrize("lost", [1, 30, 150])
def test_a_file_that_is_cut_short(form: Callable[[list[bytes]], bytes], lost: int) -> None:
    content = form(PAGES)
    names, errors = found(content[:-lost])
    if lost == 1:  # within the checksum or the line breaks behind the last record
        assert names == without() or names == without(5)
    else:
        assert set(names) < set(without())
        assert len(errors) == 1
        assert "to the end" in errors[0]


def test_what_is_no_record_costs_itself() -> None:
    names, [error] = found(b"".join([*PAGES[:2], b"what is this?\r\n\r\n" * 9, *PAGES[2:]]))
    assert names == without()
    assert f"to byte {len(PAGES[0]) + len(PAGES[1]) + 17 * 9:,}" in error


def test_a_record_that_says_it_is_longer_than_the_file_does_not_swallow_the_others() -> None:
    parts = list(PAGES)
    parts[2] = re.sub(rb"(?<=Content-Length: )\d+(?=\r\n\r\nHTTP)", b"99999", parts[2])
    for form in (FORMS["plain"], FORMS["members"]):
        names, [error] = found(form(parts))
        assert names == without(2)
        assert "cut short" in error


def test_a_record_that_says_it_is_shorter_than_it_is_does_not_cost_the_next() -> None:
    parts = list(PAGES)
    parts[2] = re.sub(rb"(?<=Content-Length: )\d+(?=\r\n\r\nHTTP)", b"200", parts[2])
    for form in (FORMS["plain"], FORMS["members"]):
        names, errors = found(form(parts))
        assert (names, len(errors)) == (without(), 1)


@pytest.mark.parametrize("length", ["many", "", "-1"])
def test_a_length_that_is_no_number(length: str) -> None:
    names, errors = found(members([*PAGES[:2], record(b"x", length=length), *PAGES[2:]]))
    assert names == without()
    assert errors


def test_a_response_without_http_costs_itself() -> None:
    for body in (b"\0\1nonsense", b"", b"<p>Hello</p>\r\n\r\n<p>again</p>"):
        names, [error] = found(b"".join([*PAGES[:2], record(body), *PAGES[2:]]))
        assert names == without()
        assert error.startswith("the stream, record at byte ")


def test_what_is_no_archive_is_reported() -> None:
    for content in (b"<html>hello</html>", gzip.compress(b"<html>hello</html>"), b"\0" * 100):
        names, [error] = found(content)
        assert names == []
        assert "byte 0 to the end" in error


class Pipe(io.RawIOBase):
    """A stream that cannot be searched."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._content.readinto(buffer)


def test_a_pipe_is_read_as_far_as_it_is_sound() -> None:
    for form in FORMS.values():
        assert found_in_pipe(form(PAGES)) == (without(), 0)
    parts = [members([one]) for one in PAGES]
    assert found_in_pipe(b"".join([*parts[:2], damaged(parts[2]), *parts[3:]])) == (["0", "1"], 1)


def found_in_pipe(content: bytes) -> tuple[list[str], int]:
    errors: list[RecordError] = []
    documents = list(read_warc(io.BufferedReader(Pipe(content)), on_error=errors.append))
    return [str(document.id)[10:-1] for document in documents], len(errors)


def test_an_archive_within_a_stream_begins_where_the_stream_stands() -> None:
    stream = io.BytesIO(b"before" + members(PAGES))
    stream.seek(6)
    assert len(list(read_warc(stream, on_error=stop))) == 6


@pytest.mark.parametrize("seed", range(20))
def test_no_damage_raises_or_gives_a_record_twice(seed: int) -> None:
    chance = random.Random(seed)
    parts = [page(number) + record(http(b"<p>" + bytes(200)), type_="request") for number in range(6)]
    form = chance.choice([FORMS["plain"], FORMS["members"], FORMS["one member"], FORMS["zstd"]])
    content = bytearray(form(parts))
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(content))
        content[at : at + chance.randint(0, 60)] = chance.randbytes(chance.randint(0, 60))
    names, _ = found(bytes(content))
    known = [name for name in names if name in without()]
    assert known == sorted(set(known))
