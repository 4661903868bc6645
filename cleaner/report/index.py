"""The report of many pages: a row a page, the ones worth a look first, and their reports in the same file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any

from cleaner.document import Result
from cleaner.items import each
from cleaner.report.counts import Removed, bars, numbers, share_removed
from cleaner.report.html import html
from cleaner.report.page import view

MOST = 200


@dataclass(slots=True)
class _Total:
    """An account of all pages, those too that are not shown."""

    removed: Removed = field(default_factory=Removed)
    statuses: Counter[str] = field(default_factory=Counter)

    def counted(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, each counted as it passes."""
        for result in results:
            self.statuses[result.status] += 1
            if result.article is not None:
                self.removed.add(result.article)
            yield result


def render_index(results: Iterable[Result], *, most: int = MOST) -> str:
    """All pages as one file of HTML, from what `clean_many` yields.

    A row for each of the `most` pages that are most worth a look: those that failed, then those of the least
    confidence, then those of which most was removed; each leads to its page's report, as `render` makes it. What is
    counted and drawn is about all of them. No more than `most` articles are held. Raises ImportError without the extra
    [report].
    """
    total = _Total()
    given = each(results, Result, "render_index", "Give it what clean_many yields.")
    shown = nsmallest(most, total.counted(given), key=_worth)
    number = numbers(total.removed.names)
    measure, counts = total.removed.measure
    return html(
        "index.html",
        filters=len(number),
        title="Pages cleaned",
        statuses=total.statuses,
        rows=[_row(result, number) for result in shown],
        measure=measure,
        bars=bars(counts, number),
    )


def _worth(result: Result) -> tuple[float, float]:
    """What comes first."""
    if result.article is None:
        return -1.0, 0.0
    confidence = result.article.confidence
    return 0.0 if confidence is None else confidence, -share_removed(result.article)


def _row(result: Result, number: dict[str, int]) -> dict[str, Any]:
    article = result.article
    id = str(result.id)
    return {"result": result, "id": id, "view": None if article is None else view(article, number, id)}
