"""Two bodies, paragraph by paragraph: what both have, what went, and what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from cleaner.article import Article
from cleaner.report.blocks import LONGEST

_MOST_PAIRS = 250_000
"""Paragraphs of one times paragraphs of the other, above which their order is not looked at.

Where many say the same, as "Reply", `SequenceMatcher` takes 1.3 seconds for as many as this, and a minute for sixteen
times.
"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`fate` is "same", "gone" or "new"; the filter that took it out of the one body, where that is known, and why."""

    fate: str
    text: str
    filter: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive paragraphs of one fate."""

    fate: str
    paragraphs: tuple[Paragraph, ...]


def difference(old: Article | None, new: Article | None) -> tuple[Stretch, ...]:
    """In the order of the page."""
    before, after = _texts(old), _texts(new)
    found: list[Stretch] = []
    for tag, first, last, start, end in _steps(before, after):
        if tag == "equal":
            found.append(Stretch("same", tuple(Paragraph("same", text[:LONGEST]) for text in before[first:last])))
            continue
        for fate, texts, other in (("gone", before[first:last], new), ("new", after[start:end], old)):
            if texts:
                found.append(Stretch(fate, _paragraphs(fate, texts, other)))
    return tuple(found)


def _paragraphs(fate: str, texts: list[str], other: Article | None) -> tuple[Paragraph, ...]:
    """Each with what the other pipeline said when it left it out."""
    taken = {removal.text: removal for removal in other.removed} if other else {}
    whys = [(taken[text].filter, taken[text].reason) if text in taken else ("", "") for text in texts]
    return tuple(Paragraph(fate, text[:LONGEST], *why) for text, why in zip(texts, whys, strict=True))


def _texts(article: Article | None) -> list[str]:
    return [block.text for block in article.blocks] if article else []


def _steps(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if len(before) * len(after) <= _MOST_PAIRS:
        return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    same = [old == new for old, new in zip_longest(before, after)]
    start = same.index(False) if False in same else len(same)
    return [("equal", 0, start, 0, start), ("replace", start, len(before), start, len(after))]
