"""Counts of characters in all texts of a page at once: one look at each character instead of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.block import Page
from cleaner.model.scale import Ints
from cleaner.wording import KEY_LENGTH, size

_SPACE, _COMMA, _DOT, _MARK, _STOP, _DIGIT = range(1, 7)
_SIZES = "sizes"
_BMP = 0x10000
_CHUNK = 1 << 17
"""Characters that are looked at together, each of which takes some 16 bytes then; of one long text, all, at less."""
_SORT = np.zeros(_BMP, np.uint8)
"""What a character is, 0 for most; those outside of the basic plane are nothing, as is its last."""
_SORT[[code for code in range(_BMP) if chr(code).isdecimal()]] = _DIGIT
for _sort, _signs in ((_SPACE, " "), (_COMMA, ",，、،"), (_DOT, "."), (_MARK, "!?"), (_STOP, "。！？।۔")):
    _SORT[[ord(sign) for sign in _signs]] = _sort


class Counts(NamedTuple):
    """(texts,) each."""

    spaces: Ints
    commas: Ints
    stops: Ints
    """Ends of sentences inside the text; of Latin ones only dots where all of it is ASCII."""
    numbers_in_key: Ints
    """Of one or more digits, in the characters that `Block.key` is made of, which has the same numbers."""


def sizes(page: Page) -> Ints:
    """(blocks,): how long each block is, as `wording` measures it, once for all who ask."""
    known = page.shared.get(_SIZES)
    if known is None or known[0] is not page.original:
        known = page.shared[_SIZES] = page.original, np.array([size(block.text) for block in page.original], np.int64)
    measured: Ints = known[1]
    return measured


def counts(texts: Sequence[str]) -> Counts:
    """The counts of these texts, of which there is at least one."""
    return Counts(*map(np.concatenate, zip(*map(_counts, _portions(texts)), strict=True)))


def _counts(texts: Sequence[str]) -> Counts:
    sorts, starts = _joined(texts)
    spaces = sorts == _SPACE
    dots, marks = sorts == _DOT, sorts == _MARK
    dots[:-1] &= spaces[1:]
    marks[:-1] &= spaces[1:]
    others = _sum(marks | (sorts == _STOP), starts)
    others[[text.isascii() for text in texts]] = 0
    stops = _sum(dots, starts) + others
    return Counts(_sum(spaces, starts), _sum(sorts == _COMMA, starts), stops, _numbers(sorts, starts))


def _numbers(sorts: NDArray[np.uint8], starts: Ints) -> Ints:
    digits = sorts == _DIGIT
    digits[1:] &= ~digits[:-1]
    [begins] = digits.nonzero()
    of = np.searchsorted(starts, begins, side="right") - 1
    return np.bincount(of[begins - starts[of] < KEY_LENGTH], minlength=len(starts))


def _portions(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in their order, as many at once as are looked at together."""
    first = size = 0
    for at, text in enumerate(texts):
        size += len(text)
        if size >= _CHUNK:
            yield texts[first : at + 1]
            first, size = at + 1, 0
    if first < len(texts):
        yield texts[first:]


def _joined(texts: Sequence[str]) -> tuple[NDArray[np.uint8], Ints]:
    """What the characters of all texts are, and where each text begins; one that is nothing stands after each."""
    whole = "\0".join([*texts, ""])
    sorts = np.empty(len(whole), np.uint8)
    for at in range(0, len(whole), _CHUNK):
        codes = np.frombuffer(whole[at : at + _CHUNK].encode("utf-32-le", "surrogatepass"), "<u4")
        sorts[at : at + _CHUNK] = _SORT.take(codes, mode="clip")
    ends = np.cumsum([len(text) + 1 for text in texts])
    return sorts, np.concatenate([[0], ends[:-1]])


def _sum(found: NDArray[np.bool_], starts: Ints) -> Ints:
    return np.add.reduceat(found, starts, dtype=np.int64)
