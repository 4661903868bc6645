"""What cannot be read is said in a sentence."""

from __future__ import annotations

import logging
import pickle

import pytest

from cleaner.io.damage import RecordError, log_error


def test_it_says_where_and_why() -> None:
    error = RecordError("a.jsonl", "line 3", "it is not JSON")
    assert str(error) == "a.jsonl, line 3: it is not JSON; it is left out."
    assert str(RecordError("a.jsonl", "", "cannot be opened")) == "a.jsonl: cannot be opened; it is left out."
    assert (error.source, error.place, error.reason) == ("a.jsonl", "line 3", "it is not JSON")


def test_it_pickles() -> None:
    error = RecordError("a.jsonl", "line 3", "it is not JSON")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_it_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    log_error(RecordError("a.jsonl", "line 3", "100% wrong"))
    assert caplog.record_tuples == [("cleaner", logging.WARNING, "a.jsonl, line 3: 100% wrong; it is left out.")]
