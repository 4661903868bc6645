"""The workers: gives them chunks and collects what came of these, whatever befalls a worker.

A chunk that was lost with its worker, or was too slow, is cleaned again page by page, so that one page bears the blame.
"""

from __future__ import annotations

import atexit
import os
from collections import deque
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from queue import Empty, SimpleQueue
from threading import TIMEOUT_MAX

from pebble import ProcessExpired, ProcessPool

from cleaner.batch.lane import AHEAD, Answers, Lane
from cleaner.batch.outcome import Outcome, Packed
from cleaner.batch.parcels import Chunk
from cleaner.batch.process import context, how_it_ended
from cleaner.batch.worker import start
from cleaner.errors import PageTimeoutError, WorkerDiedError, shown

_CHUNKS = 1000
"""After so many a worker makes room for a new one, whatever filters have piled up in it."""
_SECONDS = 1.0
"""A chunk that takes longer comes back with what is done; its other pages then go one by one."""
_STARTS, _RESTARTS = 3, 20
"""How often in a row a worker may end without a page: as long as none has cleaned any, something is wrong from the
start; later, something else may be ending processes."""
_STALL = 60.0
"""Seconds beyond twice the timeout without any news, after which workers are started anew; it should not happen."""


class Crew:
    """Workers, each in a lane of its own, with the chunks that wait for one."""

    def __init__(
        self, cleaner: bytes, main: bool, *, workers: int, timeout: float | None, max_memory: int | None
    ) -> None:
        self._main, self._timeout = main, timeout
        self._seconds = _SECONDS if timeout is None else min(_SECONDS, timeout / 2)
        self._patience = None if timeout is None else min(2 * timeout + _STALL, TIMEOUT_MAX)
        self._most_broken = _STARTS
        self._owner = os.getpid()
        self._waiting: deque[Chunk] = deque()
        self._news: SimpleQueue[tuple[Lane, Answers]] = SimpleQueue()
        new_pool = partial(
            ProcessPool,
            max_workers=1,
            max_tasks=_CHUNKS,
            initializer=start,
            initargs=(cleaner, max_memory),
            context=context(main),
        )
        self._lanes = [Lane(new_pool, lambda *news: self._news.put(news)) for _ in range(workers)]
        atexit.register(self.close)

    def send(self, chunk: Chunk) -> None:
        """Takes a chunk, for the first worker that has little to do."""
        self._waiting.append(chunk)
        self._hand_out()

    def collect(self, wait: bool) -> Chunk:
        """The parcels whose outcome has become known; where it waits, until there is one or nothing is under way.

        Raises RuntimeError where no worker can be kept alive.
        """
        ended: Chunk = []
        while any(lane.load for lane in self._lanes):
            try:
                lane, answers = self._news.get(block=wait and not ended, timeout=self._patience)
            except Empty:
                if ended or not wait:
                    break
                for lane in self._lanes:
                    self._renew(lane)
            else:
                ended += self._ended(lane, answers)
            self._hand_out()
        return ended

    def close(self) -> None:
        """Ends all workers."""
        if self._owner != os.getpid():  # a child by fork has a copy of this object, and no part in it
            return
        for lane in self._lanes:
            lane.stop()
        for lane in self._lanes:
            lane.join()
        atexit.unregister(self.close)

    def _hand_out(self) -> None:
        while self._waiting:
            lane = min(self._lanes, key=lambda lane: lane.load)
            if lane.load >= AHEAD:
                break
            lane.send(self._waiting.popleft(), self._seconds, self._timeout)

    def _ended(self, lane: Lane, news: Answers) -> Chunk:
        """What a chunk that is done, or lost, says of its pages."""
        chunk = lane.take(news)
        if chunk is None:
            return []
        error = news.exception()
        if isinstance(error, BrokenProcessPool):  # its worker ended before it began with a chunk
            self._waiting.appendleft(chunk)
            self._renew(lane)
            return []
        lane.broken, self._most_broken = 0, _RESTARTS
        answers: list[Packed | Outcome] = []
        if error is None:
            answers += news.result()
        elif len(chunk) == 1:
            answers.append(self._blame(error))
        for parcel, answer in zip(chunk, answers, strict=False):
            parcel.end(answer)
        self._waiting.extendleft([parcel] for parcel in reversed(chunk[len(answers) :]))
        if error is not None:  # a worker may have begun with the next chunk when it was ended, and pebble not know it
            self._waiting.extendleft(lane.renew())
        return chunk[: len(answers)]

    def _blame(self, error: BaseException) -> Outcome:
        """What has become of a page which was alone when this happened."""
        if isinstance(error, TimeoutError) and self._timeout is not None:
            return Outcome("timeout", PageTimeoutError(self._timeout))
        if isinstance(error, ProcessExpired):
            return Outcome("worker_died", WorkerDiedError(how_it_ended(error.exitcode)))
        return Outcome("worker_died", WorkerDiedError(f"ended its worker with {shown(error)}"))

    def _renew(self, lane: Lane) -> None:
        """Has another worker do what one has not begun with."""
        lane.broken += 1
        if lane.broken >= self._most_broken:
            raise RuntimeError(self._complaint())
        self._waiting.extendleft(lane.renew())

    def _complaint(self) -> str:
        advice = (
            "a filter is defined in the script that calls clean_many, which each worker therefore imports: put the "
            'call under `if __name__ == "__main__":`, or the filter into a module.'
            if self._main
            else "see what they said on standard error, or try workers=0, which needs none."
        )
        return f"The worker processes of clean_many end before they have cleaned a page; {advice}"
