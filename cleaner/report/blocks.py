"""The blocks of a page in page order, kept and removed, in runs that one filter took for one reason."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from cleaner.article import Article, Removal, TextBlock

LONGEST = 20_000
"""Characters of a block that are shown."""
MOST = 5_000
"""Blocks of a page that are shown."""
_UNSURE = 0.4


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as it is shown."""

    index: int
    kind: str
    text: str
    level: int
    rows: tuple[tuple[str, ...], ...] | None
    header_rows: int
    score: float | None
    near: bool
    """The model came near to the other verdict, or a rule overruled it."""
    left_out: int
    """How many characters are not shown."""


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive blocks that share their fate; `filter` is None for the body."""

    filter: str | None
    reason: str
    blocks: tuple[Shown, ...]


def runs(article: Article) -> tuple[Run, ...]:
    """The first `MOST` blocks."""
    blocks: list[TextBlock | Removal] = [*article.blocks, *article.removed]
    blocks.sort(key=lambda block: block.index)
    return tuple(Run(*fate, tuple(map(_shown, group))) for fate, group in groupby(blocks[:MOST], _fate))


def _fate(block: TextBlock | Removal) -> tuple[str | None, str]:
    return (block.filter, block.reason) if isinstance(block, Removal) else (None, "")


def _shown(block: TextBlock | Removal) -> Shown:
    kept = block if isinstance(block, TextBlock) else None
    left_out = max(len(block.text) - LONGEST, 0)
    return Shown(
        index=block.index,
        kind=block.kind,
        text=block.text[:LONGEST],
        level=min((kept and kept.level) or 1, 6),
        rows=kept.rows if kept and not left_out else None,
        header_rows=kept.header_rows if kept else 0,
        score=block.score,
        near=block.score is not None and (1 - block.score if kept else block.score) >= _UNSURE,
        left_out=left_out,
    )
