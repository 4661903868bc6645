"""Where one value ends and another begins in a line without white space between them: only style sheets part them."""

from __future__ import annotations

SEAM = "\x1f"
"""Stands where an element with a class begins right after a letter or digit. Whoever looks at a line takes it for white
space, as it is neither linked nor bold, and it is gone once the line has ended."""


def mended(raw: str) -> str:
    """The text with a space at those of its seams that part two values: a name and a date, a price and a count.

    Style sheets keep them apart. At other seams a word goes on: after a large first letter, or after a correction.
    """
    first, *rest = raw.split(SEAM)
    whole, before = [first], first[-2:]
    for after in rest:
        whole += (" ", after) if _apart(before, after[:2]) else (after,)
        before = (before + after)[-2:]
    return "".join(whole)


def _apart(before: str, after: str) -> bool:
    """Whether two characters and the two after them are of two values: the case changes, or a number ends or begins.

    A small letter after a number may be its unit, or go on with an ordinal.
    """
    last, first = before[-1:], after[:1]
    whole = len(before) == 2 and before.isalnum()  # or else one letter, which may be any
    if last.isdecimal():
        return first.isupper() or (first.isdecimal() and whole and before.isdecimal())
    if last.islower():
        return whole and (first.isupper() or first.isdecimal())
    return whole and before.isupper() and first.isupper() and after[1:].islower()
