"""What two pipelines make of the same page."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from cleaner.article import Article
from cleaner.document import Document, Result
from cleaner.errors import CleanerError, shown
from cleaner.items import each
from cleaner.pipeline import Cleaner

_DENSE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that part no words by spaces: each character counts as one, or else a sentence would."""
_WORD = re.compile(f"[{_DENSE}]|[^\\W{_DENSE}]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A page, and what an old and a new pipeline made of it; None for an article that could not be made."""

    id: str | int
    url: str | None
    old: Article | None
    new: Article | None
    changed: bool = field(init=False)
    """The body is another."""
    size: float = field(init=False)
    """How much of it: 1 - F1 of the words of both bodies, 0 to 1. Words that only moved count for nothing."""
    moved: dict[str, int] = field(init=False, compare=False)
    """By filter, how many words more (or less, where negative) the new pipeline removes."""

    def __post_init__(self) -> None:
        old, new = _text(self.old), _text(self.new)
        object.__setattr__(self, "changed", old != new)
        object.__setattr__(self, "size", 0.0 if old == new else _distance(old, new))
        object.__setattr__(self, "moved", _moved(self.old, self.new))

    def __str__(self) -> str:
        """How much, which page, and which filters moved."""
        filters = ", ".join(f"{name} {count:+,}" for name, count in sorted(self.moved.items(), key=_largest))
        return f"{self.size:6.1%}  {self.id}" + (f"  ({filters})" if filters else "")


def compare(old: Cleaner, new: Cleaner, documents: Iterable[Document]) -> Iterator[Change]:
    """What each document comes to under both, one after the other, in their order; the unchanged ones too.

    A document without an `id` has its number. One that cannot be cleaned has no article: nothing but what `documents`
    raises, and TypeError for what is no Document, ends it. Raises TypeError at once for what is no Cleaner.
    """
    for cleaner in (old, new):
        if not isinstance(cleaner, Cleaner):
            raise TypeError(f"compare takes two Cleaners; {shown(cleaner)} was given. Make it one, as Cleaner().")
    return _changes(old, new, each(documents, Document, "compare", "Make it one, as Document(html, id=...)."))


def _changes(old: Cleaner, new: Cleaner, documents: Iterator[Document]) -> Iterator[Change]:
    for number, document in enumerate(documents):
        id = number if document.id is None else document.id
        yield Change(id, document.url, _cleaned(old, document), _cleaned(new, document))


def _cleaned(cleaner: Cleaner, document: Document) -> Article | None:
    if document.cut_at is not None:  # what a reader left of a page is no page
        return None
    try:
        if document.html is None:
            return cleaner.clean_text(document.text or "", url=document.url, crawled=document.crawled)
        return cleaner.clean(document.html, url=document.url, charset=document.charset, crawled=document.crawled)
    except CleanerError:
        return None


class Pairs:
    """The pages that two outputs share, by `id`, as Changes. Read once; only then are the counts there.

    What is held is the pages that are out of step: none where both have the same pages in the same order. Of pages
    with the same id the first goes with the first.
    """

    only_old = 0
    """How many pages the new output does not have."""
    only_new = 0

    def __init__(self, old: Iterable[Result], new: Iterable[Result]) -> None:
        self._both = zip_longest(old, new)

    def __iter__(self) -> Iterator[Change]:
        waiting_old: dict[str, deque[Result]] = {}
        waiting_new: dict[str, deque[Result]] = {}
        for old, new in self._both:
            if old is not None:
                waiting_old.setdefault(str(old.id), deque()).append(old)
            if new is not None:
                waiting_new.setdefault(str(new.id), deque()).append(new)
            for id in dict.fromkeys(str(one.id) for one in (old, new) if one is not None):
                if id in waiting_old and id in waiting_new:
                    first, second = _taken(waiting_old, id), _taken(waiting_new, id)
                    yield Change(second.id, second.url, first.article, second.article)
        self.only_old = sum(map(len, waiting_old.values()))
        self.only_new = sum(map(len, waiting_new.values()))


def _taken(waiting: dict[str, deque[Result]], id: str) -> Result:
    results = waiting[id]
    result = results.popleft()
    if not results:
        del waiting[id]
    return result


def _text(article: Article | None) -> str:
    return "" if article is None else article.text


def _distance(old: str, new: str) -> float:
    words = Counter(_WORD.findall(old)), Counter(_WORD.findall(new))
    total = words[0].total() + words[1].total()
    return 1 - 2 * (words[0] & words[1]).total() / total if total else 0.0


def _moved(old: Article | None, new: Article | None) -> dict[str, int]:
    if old is None or new is None:  # it is not the filters that made the difference
        return {}
    after = Counter(new.removed_words)
    after.subtract(old.removed_words)
    return {name: count for name, count in after.items() if count}


def _largest(pair: tuple[str, int]) -> tuple[int, str]:
    return -abs(pair[1]), pair[0]
