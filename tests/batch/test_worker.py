"""A worker is set up once, and then cleans."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Iterator

import pytest
from misdeeds import CLEANER, document

from cleaner.batch import worker
from cleaner.batch.parcels import parcels_of


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(worker, "_work", None)
    for library in worker._ONE_THREAD:
        monkeypatch.setenv(f"{library}_NUM_THREADS", "8")
    worker.start(pickle.dumps(CLEANER), None)
    yield
    gc.unfreeze()


def contents(*misdeeds: str) -> list[bytes]:
    documents = [document(number, misdeed) for number, misdeed in enumerate(misdeeds)]
    return [parcel.content for parcel in parcels_of(documents, CLEANER)]


def test_libraries_compute_on_one_thread() -> None:
    assert {os.environ[f"{library}_NUM_THREADS"] for library in ("OMP", "OPENBLAS", "MKL")} == {"1"}


def test_a_chunk() -> None:
    answers = worker.run(contents("", "raise", "interrupt", "leave", ""), 60)
    assert [answer.status for answer in answers] == ["ok", "filter_error", "worker_died", "worker_died", "ok"]


def test_it_stops_after_its_time_but_never_before_the_first_page() -> None:
    assert len(worker.run(contents("slow", "", ""), 0.1)) == 1
    assert len(worker.run(contents("", "", "", ""), 60)) == 4


def test_what_cannot_be_read_is_that_pages_failure() -> None:
    answers = worker.run([b"garbage", *contents("")], 60)
    assert [answer.status for answer in answers] == ["worker_died", "ok"]
