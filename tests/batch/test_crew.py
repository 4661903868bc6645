"""What pages do to their workers, and what becomes of the pool then."""

from __future__ import annotations

import multiprocessing
import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest
from misdeeds import CLEANER, document

from cleaner import clean_many
from cleaner.batch import crew as crew_module
from cleaner.batch.crew import Crew
from cleaner.batch.parcels import parcels_of
from cleaner.errors import FilterError, WorkerDiedError


@pytest.mark.skipif(sys.platform != "linux", reason="signals and libraries as Linux has them")
def test_each_page_bears_its_own_misdeed() -> None:
    misdeeds = ["status", "abort", "kill", "hang_in_c", "raise_oddly", "leave", "interrupt", "exit"]
    documents = [document(0), *[one for name in misdeeds for one in (document(0, name), document(0))]]
    results = list(clean_many(documents, cleaner=CLEANER, workers=2, timeout=2.0))
    assert [result.status for result in results[::2]] == ["ok"] * 9
    said = dict(zip(misdeeds, [result.error for result in results[1::2]], strict=True))
    died = {name: error.how for name, error in said.items() if isinstance(error, WorkerDiedError)}
    assert died == {
        "status": "ended its worker process with exit status 7",
        "abort": "ended its worker process by SIGABRT",
        "kill": "ended its worker process by SIGKILL, which is also what a system without free memory does",
        "leave": "ended its cleaning with SystemExit(3)",
        "interrupt": "ended its cleaning with KeyboardInterrupt()",
        "exit": "ended its worker process with exit status 0",
    }
    assert results[7].status == "timeout"
    odd = said["raise_oddly"]
    assert isinstance(odd, FilterError)
    assert (odd.filter, odd.detail) == ("misdeed", "raised Unpicklable: of its own kind")
    assert "in refuse_oddly" in odd.__notes__[0]  # what the cause would have shown, had it pickled


def test_slow_pages_of_one_chunk_are_no_timeout() -> None:
    documents = [document(number, "slow") for number in range(6)]
    results = list(clean_many(documents, cleaner=CLEANER, workers=1, timeout=1.2))
    assert [result.status for result in results] == ["ok"] * 6


def test_a_worker_that_has_done_its_share_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "_CHUNKS", 2)
    results = list(clean_many(map(document, range(100)), cleaner=CLEANER, workers=2, timeout=None))
    assert [result.status for result in results] == ["ok"] * 100


class Deaf:
    """A pool that has broken, or gives no answer."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error

    def schedule(self, *arguments: object, **named: object) -> Future[None]:
        future: Future[None] = Future()
        if self.error:
            future.set_exception(self.error)
        return future

    def stop(self) -> None:
        pass

    join = stop


@pytest.fixture
def crew() -> Iterator[Crew]:
    team = Crew(pickle.dumps(CLEANER), False, workers=1, timeout=10.0, max_memory=None)
    yield team
    team.close()


@pytest.mark.parametrize("error", [None, BrokenProcessPool("as when an idle worker dies")])
def test_a_worker_without_answer_is_replaced(
    error: Exception | None, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    [lane] = crew._lanes
    deaf = Deaf(error)
    monkeypatch.setattr(lane, "_pool", deaf)
    monkeypatch.setattr(crew, "_patience", 0.1)
    monkeypatch.setattr(deaf, "stop", lambda: setattr(crew, "_patience", 60))  # the other one needs time to start
    pages = list(parcels_of([document(0)], CLEANER))
    crew.send(pages)
    assert crew.collect(wait=False) == []
    ended = crew.collect(wait=True) or crew.collect(wait=True)
    assert ended == pages
    assert lane.broken == 0


@pytest.mark.parametrize(("done", "allowed"), [(0, crew_module._STARTS), (1, crew_module._RESTARTS)])
def test_workers_that_cannot_be_kept_alive_are_an_error(
    done: int, allowed: int, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in parcels_of([document(number) for number in range(done)], CLEANER):
        crew.send([one])
        assert crew.collect(wait=True) == [one]
    [lane] = crew._lanes
    broken: Any = Deaf(BrokenProcessPool("again"))
    monkeypatch.setattr(lane, "_pool", broken)
    monkeypatch.setattr(lane, "_new_pool", lambda: broken)
    crew.send(list(parcels_of([document(1)], CLEANER)))
    with pytest.raises(RuntimeError, match=r"end before they have cleaned a page; see what they said on standard err"):
        crew.collect(wait=True)
    assert lane.broken == allowed


def test_so_are_those_that_cannot_begin(capfd: pytest.CaptureFixture[str]) -> None:
    team = Crew(b"no pickle", False, workers=1, timeout=10.0, max_memory=None)
    try:
        team.send(list(parcels_of([document(0)], CLEANER)))
        with pytest.raises(RuntimeError, match="end before they have cleaned a page"):
            team.collect(wait=True)
    finally:
        team.close()
    assert "UnpicklingError" in capfd.readouterr().err


def test_nothing_under_way_is_nothing_to_wait_for(crew: Crew) -> None:
    assert crew.collect(wait=True) == []


@pytest.mark.skipif(sys.platform != "linux", reason="kills")
def test_who_else_kills_workers_costs_the_page_in_hand_at_most() -> None:
    results = clean_many(map(document, range(300)), cleaner=CLEANER, workers=2)
    found = [next(results)]
    for result in results:
        found.append(result)
        if len(found) in (50, 150):
            for child in multiprocessing.active_children():
                child.kill()
    assert [result.id for result in found] == list(range(300))
    assert {result.status for result in found} <= {"ok", "worker_died"}
    assert sum(result.status == "ok" for result in found) > 290
