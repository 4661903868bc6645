"""Text without markup to blocks: the same road as HTML, from text that some other tool made of a page."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from cleaner.block import MOST_BLOCKS, ROOT, Block, BlockKind, Facts, Page
from cleaner.folding import fold

_DATELINE = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})(?:\s+|$)")
_BULLET = re.compile(r"([ \t]*)(?:[-*•‣◦–▪]|(?<=[ \t])[o+]|\d{1,3}[.)])\s+(?=\S)")
"""An "o" and a "+" are one only where they are indented: tools draw the signs of inner lists with them."""
_SENTENCE_END = re.compile(r"[.!?…:;。！？؟।۔][\"'”’»)\]」』]*$")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_NARROWEST = 45
_WIDEST = 100
"""Columns between which tools and mail programs wrap text; verse is narrower, and a paragraph in one line is wider."""


def read_text(
    text: str, *, url: str | None = None, crawled: date | None = None, warnings: tuple[str, ...] = ()
) -> Page:
    """A block a line, or a paragraph where lines are wrapped. A leading "date YYYY-MM-DD" is the page's dateline."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    dateline = _DATELINE.match(text)
    if dateline:
        text = text[dateline.end() :]
    blocks: list[Block] = []
    lines = _lines(text)
    for number, line in enumerate(lines):
        if len(blocks) >= MOST_BLOCKS:
            if rest := fold(" ".join(lines[number:])):
                blocks.append(Block(len(blocks), rest))
                warnings += ("cut_length",)
            break
        folded = fold(line)
        if folded:
            kind, level = _kind(line)
            blocks.append(Block(len(blocks), folded, kind, ROOT, level))
    facts = Facts(dateline=dateline[1] if dateline else None, warnings=warnings)
    return Page(tuple(blocks), facts=facts, url=url, crawled=crawled, plain=True)


def _lines(text: str) -> list[str]:
    if not _is_wrapped(text):
        return text.split("\n")
    lines = []
    for paragraph in _PARAGRAPH.split(text):
        lines += re.split(rf"\n(?={_BULLET.pattern})", paragraph)
    return lines


def _is_wrapped(text: str) -> bool:
    """Whether line ends are a matter of width: most long lines are broken in mid-sentence at about the same column."""
    lines = [line.strip() for line in text.split("\n")]
    followed = [line for line, after in pairwise(lines) if line and after]
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST or len(followed) < 5:
        return False
    full = [line for line in followed if len(line) > 0.75 * width]
    broken = [line for line in full if not _SENTENCE_END.search(line)]
    return len(full) >= 0.6 * len(followed) and len(broken) >= 0.6 * len(full)


def _kind(line: str) -> tuple[BlockKind, int | None]:
    bullet = _BULLET.match(line)
    if bullet is None:
        return "paragraph", None
    return "list_item", 1 + len(bullet[1].expandtabs(4)) // 2
