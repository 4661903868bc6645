"""Errors are sentences: what was given, what is wrong, what to do. (That they pickle is for the front door to say.)"""

from __future__ import annotations

import inspect

import pytest

from cleaner import errors
from cleaner.errors import (
    CleanerError,
    FilterError,
    NotHTMLError,
    PageMemoryError,
    PageTimeoutError,
    PageTooLargeError,
    WorkerDiedError,
)

CLASSES = [
    value
    for value in vars(errors).values()
    if inspect.isclass(value) and issubclass(value, CleanerError) and value is not CleanerError
]


def test_not_html() -> None:
    error = NotHTMLError("PDF")
    assert error.kind == "PDF"
    assert str(error).startswith("The input is a PDF, not HTML or plain text; extract")


@pytest.mark.parametrize("kind", ["gzip archive", "compressed file (xz)"])
def test_what_is_packed_is_to_be_unpacked(kind: str) -> None:
    assert str(NotHTMLError(kind)) == f"The input is a {kind}, not HTML or plain text; unpack it first."


def test_too_large_says_both_numbers() -> None:
    error = PageTooLargeError(60_000_000, 50_000_000)
    assert (error.size, error.limit) == (60_000_000, 50_000_000)
    assert str(error).startswith("The page has 60,000,000 bytes, more than the limit of 50,000,000; cut it, or")


def test_too_large_for_its_reader_names_both_limits() -> None:
    error = PageTooLargeError(None, 50_000_000)
    assert str(error).startswith("The page has more than 50,000,000 bytes, where its reader stopped; cut it, or raise")
    assert "read_files(max_bytes=...) and Cleaner(max_bytes=...)" in str(error)


def test_a_filters_error_names_it_and_says_how_to_leave_it_out() -> None:
    error = FilterError("teasers", "raised KeyError: 'a'")
    assert (error.filter, error.detail) == ("teasers", "raised KeyError: 'a'")
    assert str(error) == (
        "The filter 'teasers' raised KeyError: 'a'; mend it, or leave it out with with_filters(teasers=None)."
    )


def test_a_timeout_says_how_long_it_was() -> None:
    error = PageTimeoutError(2.5)
    assert error.timeout == 2.5
    assert str(error) == (
        "Cleaning the page took longer than 2.5 seconds; leave it out, or give it more time with "
        "clean_many(timeout=...)."
    )


def test_want_of_memory_says_whose_limit_it_was() -> None:
    error = PageMemoryError(2_000_000)
    assert error.limit == 2_000_000
    assert str(error).startswith("Cleaning the page took more than 2,000,000 bytes of memory; leave it out, or raise")
    assert str(PageMemoryError(None)).startswith("There was not enough memory to clean the page; leave it out, or give")


def test_the_end_of_a_worker_says_how() -> None:
    error = WorkerDiedError("ended its worker process with exit status 3")
    assert error.how == "ended its worker process with exit status 3"
    assert str(error).startswith("The page ended its worker process with exit status 3; clean it apart from others")


@pytest.mark.parametrize("value", ["long " * 100, list(range(100)), {"a" * 50: "b" * 50}, Exception("long " * 100)])
def test_a_value_is_shown_in_at_most_60_characters(value: object) -> None:
    assert len(errors.shown(value)) <= 60


def test_a_short_value_is_shown_as_it_is() -> None:
    assert [errors.shown(value) for value in (None, (1, "why"), "a word")] == ["None", "(1, 'why')", "'a word'"]


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_every_error_is_one_tree_and_in_its_drawing(error: type[CleanerError]) -> None:
    assert issubclass(error, ValueError)
    assert error.__name__ in (errors.__doc__ or "")
    assert error.__doc__
