"""Whether asterisks can stand for emphasis at a place: CommonMark goes by the characters on both sides of them.

What counts as punctuation has changed (symbols do since version 0.31), so that each side is asked for what it is in all
versions. Nothing, at the ends of a line, counts as white space.
"""

from __future__ import annotations

import unicodedata


def opens(before: str, first: str, *, only: bool) -> bool:
    """Whether they can begin emphasis between these two characters; `only`: and cannot end any."""
    if _is_blank(first):
        return False
    if only:
        return _is_blank(before) or (_is_punctuation(before) and not _may_be_punctuation(first))
    return not _may_be_punctuation(first) or _is_blank(before) or _is_punctuation(before)


def closes(last: str, after: str, *, only: bool) -> bool:
    """Whether they can end emphasis between these two characters; `only`: and cannot begin any."""
    return opens(after, last, only=only)


def _is_blank(char: str) -> bool:
    return not char or char.isspace()


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] == "P" or (char.isascii() and _may_be_punctuation(char))


def _may_be_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
