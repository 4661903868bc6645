"""What a batch came to: pages by status, words by filter, milliseconds a page. Accounts can be added up."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from cleaner.document import STATUSES, Result

_STEP = math.log(1.02)
"""Times are kept to 2%: any number of them takes no more memory."""
_GOOD = ("ok", "empty")


@dataclass(slots=True)
class Tally:
    """An account of pages.

    `kept` counts those that have a field which is to be kept; `unreadable`, the records of the input that are no
    documents.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    page_types: Counter[str] = field(default_factory=Counter)
    removed_words: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    unreadable: int = 0

    def add(self, result: Result, keep: Iterable[str] = ()) -> None:
        """Counts one page, and which of the fields to keep it has."""
        self.kept.update(name for name in keep if name in (result.meta or ()))
        self.statuses[result.status] += 1
        if result.seconds is not None:
            self.times[str(round(math.log(max(result.seconds, 1e-6)) / _STEP))] += 1
        if result.article is not None:
            self.page_types[result.article.page_type or "unknown"] += 1
            self.removed_words.update(result.article.removed_words)
            self.warnings.update(result.article.warnings)

    def merge(self, other: Tally) -> None:
        """Adds what another account has."""
        for one in fields(self):
            value = getattr(other, one.name)
            if isinstance(value, Counter):
                getattr(self, one.name).update(value)
        self.unreadable += other.unreadable

    @property
    def pages(self) -> int:
        """How many documents were cleaned, or failed."""
        return self.statuses.total()

    @property
    def failed(self) -> float:
        """The share that failed, of pages and of records that are no documents."""
        bad = self.pages - sum(self.statuses[status] for status in _GOOD) + self.unreadable
        return bad / max(self.pages + self.unreadable, 1)

    def as_line(self) -> str:
        """Pages by status."""
        counts = [f"{self.statuses[status]:,} {status}" for status in STATUSES if self.statuses[status]]
        line = f"{self.pages:,} {'page' if self.pages == 1 else 'pages'}"
        line += f": {', '.join(counts)}" if counts else ""
        return line + (f"; {self.unreadable:,} unreadable in the input" if self.unreadable else "")

    def as_json(self) -> dict[str, Any]:
        """As it is written to the disk, and read again by `of_json`."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in values.items()}

    @classmethod
    def of_json(cls, values: dict[str, Any]) -> Tally:
        """The account that `as_json` wrote."""
        tally = cls(unreadable=values["unreadable"])
        for one in fields(cls):
            if one.name != "unreadable":
                getattr(tally, one.name).update(values[one.name])
        return tally

    def report(self) -> dict[str, Any]:
        """What `--stats` says of it, the most frequent first."""
        return {
            "pages": self.pages,
            "unreadable": self.unreadable,
            "failed_share": round(self.failed, 6),
            "status": {status: self.statuses[status] for status in STATUSES},
            "page_types": dict(self.page_types.most_common()),
            "removed_words": dict(self.removed_words.most_common()),
            "warnings": dict(self.warnings.most_common()),
            "ms": {f"p{share}": self._milliseconds(share / 100) for share in (50, 95, 99)},
        }

    def _milliseconds(self, share: float) -> float | None:
        """The time that this share of the pages did not exceed, to 1%; None where no time is known."""
        rest = math.ceil(share * self.times.total())
        for step in sorted(map(int, self.times)):
            rest -= self.times[str(step)]
            if rest <= 0:
                return float(f"{1000 * math.exp(step * _STEP):.3g}")
        return None
