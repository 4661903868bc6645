"""Changes of many pages: how many there are, the largest, and which filters moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest

from cleaner.article import Article
from cleaner.items import each
from cleaner.report.changes import Change
from cleaner.report.counts import bars, numbers
from cleaner.report.difference import difference
from cleaner.report.html import html
from cleaner.report.page import name_of
from cleaner.wording import word_count

MOST = 200


@dataclass(slots=True)
class Summary:
    """What `summary` makes of changes."""

    pages: int = 0
    changed: int = 0
    """Those whose body is another."""
    failed: tuple[int, int] = (0, 0)
    """Those without an article, old and new."""
    moved: Counter[str] = field(default_factory=Counter)
    """Words that the new pipeline removes more, by filter."""
    largest: list[Change] = field(default_factory=list)
    """The changed pages, the largest change first."""
    pipelines: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))
    """Version and fingerprint of the old and the new ones."""

    def counted(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Those whose body changed, each one counted as it passes."""
        for change in changes:
            self.pages += 1
            self.moved.update(change.moved)
            self.failed = self.failed[0] + (change.old is None), self.failed[1] + (change.new is None)
            for article, known in zip((change.old, change.new), self.pipelines, strict=True):
                if article is not None:
                    known.add(f"{article.cleaner_version} {article.pipeline}".strip())
            if change.changed:
                self.changed += 1
                yield change


def summary(changes: Iterable[Change], *, most: int = MOST) -> Summary:
    """What `compare` yields, summed up; no more than the `most` largest changes are held."""
    found = Summary()
    given = each(changes, Change, "summary", "Give it what compare yields.")
    found.largest = nsmallest(most, found.counted(given), key=lambda change: -change.size)
    return found


def render_changes(changes: Iterable[Change] | Summary, *, most: int = MOST) -> str:
    """The changes as one file of HTML: a row for each of the `most` largest, which leads to what went and what came.

    Raises ImportError without the extra [report].
    """
    found = changes if isinstance(changes, Summary) else summary(changes, most=most)
    articles = (article for change in found.largest for article in (change.old, change.new) if article is not None)
    number = numbers({*found.moved, *(removal.filter for article in articles for removal in article.removed)})
    return html(
        "changes.html",
        filters=len(number),
        title="Pages that changed",
        summary=found,
        bars=bars(found.moved, number),
        number=number,
        name=_name,
        words=_words,
        difference=difference,
    )


def _name(change: Change) -> str:
    article = change.new or change.old
    return name_of(article, str(change.id)) if article else str(change.id)


def _words(article: Article | None) -> int:
    return sum(word_count(block.text) for block in article.blocks) if article else 0
