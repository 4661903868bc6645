"""A limit for one page, which ends with it."""

from __future__ import annotations

import errno
import sys

import pytest

from cleaner.batch.memory import HELD, is_want_of_memory, limited

held = pytest.mark.skipif(not HELD, reason="there is no limit here")


@held
def test_a_page_may_take_so_much_and_no_more() -> None:
    with limited(50_000_000):
        bytearray(20_000_000)
    with pytest.raises(MemoryError), limited(50_000_000):
        bytearray(600_000_000)
    bytearray(600_000_000)


@held
def test_what_was_there_does_not_count() -> None:
    before = bytearray(60_000_000)
    with limited(50_000_000):
        bytearray(20_000_000)
    assert len(before) == 60_000_000


@held
def test_a_lower_limit_of_others_stays() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with limited(80_000_000), limited(1 << 50), pytest.raises(MemoryError):
        bytearray(600_000_000)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_no_limit() -> None:
    with limited(None):
        bytearray(600_000_000)


def test_where_it_is_held() -> None:
    assert HELD is sys.platform.startswith("linux")


def led_to(error: BaseException, cause: BaseException, *, chained: bool) -> BaseException:
    if chained:
        error.__cause__ = cause
    else:
        error.__context__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "limited", "expected"),
    [
        (MemoryError(), False, True),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), False, True),
        (led_to(ValueError("no"), MemoryError(), chained=True), False, True),
        (led_to(KeyError("no"), led_to(ValueError("no"), MemoryError(), chained=True), chained=False), False, True),
        (SystemError("error return without exception set"), True, True),
        (SystemError("error return without exception set"), False, False),
        (ValueError("out of memory"), True, False),
        (OSError(errno.ENOENT, "No such file"), True, False),
    ],
)
def test_want_of_memory_shows_in_what_led_to_an_error(error: BaseException, limited: bool, expected: bool) -> None:
    assert is_want_of_memory(error, limited) is expected


def test_errors_in_a_ring() -> None:
    first = ValueError("first")
    first.__context__ = led_to(ValueError("second"), first, chained=False)
    assert not is_want_of_memory(first, limited=True)
