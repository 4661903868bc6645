"""The documents between input and output: bounded, so that an endless input is read as fast as it is consumed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from cleaner.batch.parcels import Chunk, Parcel

PAGES = 64
BYTES = 8 << 20
"""What is read ahead for each worker."""


class Window:
    """Parcels that were read and have not been handed out: in their order, or as they are done."""

    def __init__(self, workers: int, *, ordered: bool) -> None:
        self._most_pages, self._most_bytes = workers * PAGES, workers * BYTES
        self._line: deque[Parcel] | None = deque() if ordered else None
        self._pages = self._bytes = 0

    @property
    def empty(self) -> bool:
        """Whether all that was read has been handed out."""
        return self._pages == 0

    @property
    def full(self) -> bool:
        """Whether there is no room for another chunk."""
        return self._pages >= self._most_pages or self._bytes >= self._most_bytes

    def add(self, chunk: Chunk) -> None:
        """Takes in what was read."""
        self._pages += len(chunk)
        self._bytes += sum(parcel.size for parcel in chunk)
        if self._line is not None:
            self._line += chunk

    def hand_out(self, ended: Iterable[Parcel]) -> Iterator[Parcel]:
        """What can go to the caller, now that the outcome of these is known."""
        for parcel in ended if self._line is None else self._in_order(self._line):
            self._pages -= 1
            self._bytes -= parcel.size
            yield parcel

    def _in_order(self, line: deque[Parcel]) -> Iterator[Parcel]:
        while line and line[0].outcome is not None:
            yield line.popleft()
