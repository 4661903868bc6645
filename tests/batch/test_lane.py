"""A lane has one worker, and gets another when it must."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import partial
from queue import SimpleQueue

import pytest
from misdeeds import CLEANER, document
from pebble import ProcessExpired, ProcessPool

from cleaner.batch.lane import Answers, Lane
from cleaner.batch.parcels import Chunk, parcels_of
from cleaner.batch.process import context
from cleaner.batch.worker import start

NEWS: SimpleQueue[tuple[Lane, Answers]] = SimpleQueue()


@pytest.fixture
def lane() -> Iterator[Lane]:
    arguments = (pickle.dumps(CLEANER), None)
    made = Lane(
        partial(ProcessPool, max_workers=1, initializer=start, initargs=arguments, context=context(main=False)),
        lambda *news: NEWS.put(news),
    )
    yield made
    made.stop()
    made.join()


def chunk(*misdeeds: str) -> Chunk:
    return list(parcels_of([document(number, misdeed) for number, misdeed in enumerate(misdeeds)], CLEANER))


def test_a_chunk_has_its_answers(lane: Lane) -> None:
    sent = chunk("", "raise")
    lane.send(sent, 60, None)
    assert lane.load == 1
    where, answers = NEWS.get(timeout=60)
    assert where is lane
    assert [answer.status for answer in answers.result()] == ["ok", "filter_error"]
    assert lane.take(answers) is sent
    assert lane.load == 0
    assert lane.take(answers) is None


def test_what_was_lost_with_a_worker_is_given_back(lane: Lane) -> None:
    bad, good = chunk("exit"), chunk("")
    lane.send(bad, 60, None)
    _, answers = NEWS.get(timeout=60)
    lane.send(good, 60, None)
    assert isinstance(answers.exception(), ProcessExpired)
    assert lane.take(answers) is bad
    assert lane.renew() in ([good], [])
    lane.send(good, 60, None)
    while lane.load:
        _, answers = NEWS.get(timeout=60)
        lane.take(answers)
    assert answers.result()[0].status == "ok"


def test_what_is_done_is_not_lost(lane: Lane) -> None:
    sent = chunk("")
    lane.send(sent, 60, None)
    _, answers = NEWS.get(timeout=60)
    assert lane.renew() == []
    assert lane.take(answers) is sent


def test_a_pool_that_was_given_up_takes_nothing(lane: Lane) -> None:
    lane.stop()
    sent = chunk("")
    lane.send(sent, 60, None)
    _, answers = NEWS.get(timeout=60)
    assert type(answers.exception()).__name__ == "BrokenProcessPool"
    assert lane.take(answers) is sent
