"""How captions end that name whose picture it is."""

from __future__ import annotations

import re

from cleaner.agencies import NEWS, PICTURES

_TAIL = re.compile(
    r"(?<!\s)\s*+(?:[-–—|/(\[]\s*+)?"
    r"(?:copyright|©|\(c\)|photo(?:graph)?(?: by|:)|credit ?:|image ?:|foto:|crédit ?:|bild:)\s*\S.*$"
    r"|(?<!\s)\s*+[(\[]photo \S.*$|[\s。](?-i:[\u3400-\u9fff·]){2,12} ?(?:摄影|攝影|撮影|摄|攝)$",
    re.IGNORECASE | re.DOTALL,
)
_HINTS = ("copyright", "©", "(c)", "photo", "credit", "crédit", "image", "foto:", "bild:", "摄", "攝", "撮影")
_SIGNATURE = re.compile(r"(?:^|[.!?…\"”’»(\[（)]|(?<=\s)[-–—|])\s?([^.!?…()\[\]（）]{4,100})[\])）]?\.?$")
"""What stands behind the last sentence, dash or bar, or in brackets at the end."""
_LONGEST = 110
"""Characters of it, and of what stands around it."""
_BETWEEN = re.compile(r" ?(?://?|\|) ?| via ")
_PARTICLES = frozenset("by von van de di del of for the".split())


def without_credit(text: str) -> str:
    """The text without the credit at its end."""
    return _TAIL.sub("", text) if _hints_at_credit(text) else text


def ends_in_credit(text: str) -> bool:
    """Whether a credit stands at its end, or is all that it says."""
    return _hints_at_credit(text) and _TAIL.search(text) is not None


def is_credit(text: str) -> bool:
    """Whether it is a credit and nothing else."""
    return _hints_at_credit(text) and _TAIL.match(text) is not None


def is_signed(text: str) -> bool:
    """Whether the text ends as a caption does that an agency sent: "(Ana Lopes/Reuters)", "Ana Lopes | Getty Images".

    Agencies alone sign stories as well, and few letters may be anything: "(Reuters)", "(dpa/AFP)", "(EPA/DHA)".
    """
    signature = _SIGNATURE.search(text, max(0, len(text) - _LONGEST))
    parts = _BETWEEN.split(signature[1].strip()) if signature else []
    others = [part for part in parts if part not in NEWS and part not in PICTURES]
    if len(parts) < 2 or len(others) == len(parts):
        return False
    return any(_is_name(part, 2 if PICTURES.isdisjoint(parts) else 1) for part in others)


def _is_name(text: str, least: int) -> bool:
    """All words are capitalised, at least so many and not with capitals alone."""
    words = [word for word in text.split() if word not in _PARTICLES]
    return all(word[0].isupper() for word in words) and sum(word[1:2].islower() for word in words) >= least


def _hints_at_credit(text: str) -> bool:
    lower = text.casefold()
    return any(hint in lower for hint in _HINTS)
