"""Filters by number and by what they took: what legends, colours and charts are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cleaner.article import Article
from cleaner.filters import DEFAULT
from cleaner.wording import word_count

_KNOWN = tuple(name for name, _ in DEFAULT)


def numbers(names: Iterable[str]) -> dict[str, int]:
    """A number for each filter, which is its colour: the same one in every report for those that come with us."""
    others = sorted(set(names) - set(_KNOWN))
    return {name: number for number, name in enumerate((*_KNOWN, *others))}


@dataclass(slots=True)
class Removed:
    """What was removed, by filter. Blocks and characters are known where articles have their ledger."""

    blocks: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article) -> None:
        """Counts one article."""
        self.words.update(article.removed_words)
        for removal in article.removed:
            self.blocks[removal.filter] += 1
            self.characters[removal.filter] += len(removal.text)

    @property
    def names(self) -> list[str]:
        """The filters that took something, by number."""
        names = {*self.words, *self.blocks}
        return sorted(names, key=numbers(names).__getitem__)

    @property
    def measure(self) -> tuple[str, Mapping[str, int]]:
        """Characters where all of them are known, else words."""
        known = set(self.characters) >= {name for name, count in self.words.items() if count}
        return ("characters", self.characters) if known else ("words", self.words)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart; `share` is its length, 0 to 1."""

    name: str
    number: int
    count: int
    share: float


def bars(counts: Mapping[str, int], number: Mapping[str, int]) -> list[Bar]:
    """The longest first."""
    longest = max(map(abs, counts.values()), default=0) or 1
    pairs = sorted(counts.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    return [Bar(name, number[name], count, abs(count) / longest) for name, count in pairs if count]


def share_removed(article: Article) -> float:
    """The share of the page's words that were left out, 0 to 1."""
    removed = sum(article.removed_words.values())
    kept = sum(word_count(block.text) for block in article.blocks)
    return removed / (removed + kept) if removed else 0.0
