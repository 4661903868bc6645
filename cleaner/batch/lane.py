"""One worker with what it has to do: a pool of pebble's that has one process.

Workers of one pool would share a pipe and its locks, and one that is killed while it holds them stops all others. Here
it stops but its own lane, which is then given another pool.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import TypeAlias

from pebble import ProcessPool

from cleaner.batch.outcome import Packed
from cleaner.batch.parcels import Chunk
from cleaner.batch.worker import run

Answers: TypeAlias = "Future[list[Packed]]"

AHEAD = 2
"""Chunks that a worker has at most: one in hand, and the next, so that it need not wait for it."""


class Lane:
    """A worker, started when the first chunk comes, and again whenever it dies."""

    def __init__(self, new_pool: Callable[[], ProcessPool], news: Callable[[Lane, Answers], object]) -> None:
        self._new_pool, self._news = new_pool, news
        self._pool = new_pool()
        self._chunks: dict[Answers, Chunk] = {}
        self.broken = 0
        """Pools in a row that broke before their worker had done anything."""

    @property
    def load(self) -> int:
        """Chunks that it has."""
        return len(self._chunks)

    def send(self, chunk: Chunk, seconds: float, timeout: float | None) -> None:
        """Gives the worker a chunk."""
        try:
            answers: Answers = self._pool.schedule(
                run, ([parcel.content for parcel in chunk], seconds), timeout=timeout
            )
        except RuntimeError as error:  # pebble has given the pool up
            answers = Future()
            answers.set_exception(BrokenProcessPool(str(error)))
        self._chunks[answers] = chunk
        answers.add_done_callback(lambda answers: self._news(self, answers))

    def take(self, answers: Answers) -> Chunk | None:
        """The chunk that these answers are to; None where it has been sent again meanwhile."""
        return self._chunks.pop(answers, None)

    def renew(self) -> list[Chunk]:
        """Gives it another pool. Returns the chunks that were lost with the one before."""
        lost = {answers: chunk for answers, chunk in self._chunks.items() if not answers.done()}
        for answers in lost:
            del self._chunks[answers]
        self.stop()
        self.join()
        self._pool = self._new_pool()
        return list(lost.values())

    def stop(self) -> None:
        """Has the worker ended soon."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble has types, but not here

    def join(self) -> None:
        """Waits until it has, after `stop`."""
        self._pool.join()
