"""What a text looks like, whatever its language: its size, its words, whether it reads like prose."""

from __future__ import annotations

import re
from itertools import pairwise

_PROSE_SIZE = 75
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔：:;][\"'”’»)\]」』]?(?:\s|$)|[。！？]|[\u0e00-\u0e7f]{25}")
_TERMINAL = frozenset(".!?…。！？؟।۔")
_DENSE = re.compile("[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
"""Scripts that write a word in two or three characters, or without spaces: Thai, Han, Kana, Hangul."""
_EDGE = " \t\n:.…·•|»«›‹<>→←↓↑▶►▸-–—*#/\\+()[]（）【】"
KEY_LENGTH = 200
"""Characters of a text that its key is made of."""
_PIECE = 100_000
"""Characters whose words are listed at once: the list takes ten times as much memory."""
_LETTERS = re.compile(r"\w+")


def size(text: str) -> int:
    """The text's length in characters of a spaced script: a character of a dense script counts as three."""
    if text.isascii() or not _DENSE.search(text[:60]):
        return len(text)
    return len(text) + 2 * len(_DENSE.findall(text))


def reads_like_prose(text: str) -> bool:
    """Whether the text is long enough for prose, about a dozen words, and has the punctuation of sentences."""
    if size(text) < _PROSE_SIZE:
        return False
    return text[-1] in _TERMINAL or ". " in text or _SENTENCE_END.search(text) is not None


def key_of(text: str) -> str:
    """The first 200 characters, case-folded, without punctuation and brackets at the ends."""
    return text[:KEY_LENGTH].casefold().strip(_EDGE)


def word_count(text: str) -> int:
    """How many words there are between the text's white space."""
    if len(text) <= _PIECE:
        return len(text.split())
    pieces = range(0, len(text), _PIECE)
    words = sum(len(text[at : at + _PIECE].split()) for at in pieces)
    return words - sum(at > 0 and not text[at].isspace() and not text[at - 1].isspace() for at in pieces)


def trimmed(text: str) -> str:
    """The text without punctuation and brackets at its ends."""
    return text.strip(_EDGE)


def plain_words(text: str) -> list[str]:
    """The text's words, case-folded, punctuation and quote style gone: two texts with equal words say the same."""
    return _LETTERS.findall(text.casefold())


def terms(text: str) -> list[str]:
    """The text's words, case-folded; of scripts without spaces, each two neighbouring characters."""
    words = plain_words(text)
    if text.isascii() or not _DENSE.search(text):
        return words
    return [term for word in words for term in _pairs(word)]


def _pairs(word: str) -> list[str]:
    if len(word) < 2 or not _DENSE.search(word):
        return [word]
    return [first + second for first, second in pairwise(word)]
