"""What cannot be read: said once, counted by whoever asks, and never the end of the others."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeAlias

_log = logging.getLogger("cleaner")


class RecordError(ValueError):
    """A record (or a stretch of a file) that is no document. `source` and `place` say where it is, `reason` why.

    Not a `CleanerError`: there is no page that it could be the error of.
    """

    def __init__(self, source: str, place: str, reason: str) -> None:
        super().__init__(source, place, reason)
        self.source = source
        self.place = place
        self.reason = reason

    def __str__(self) -> str:
        return f"{', '.join(filter(None, (self.source, self.place)))}: {self.reason}; it is left out."


OnError: TypeAlias = Callable[[RecordError], object]
"""What a reader calls with each record that it leaves out. If that raises, the reading ends with it."""


def log_error(error: RecordError) -> None:
    """What readers do by default."""
    _log.warning("%s", error)
