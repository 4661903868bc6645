"""Where asterisks are emphasis."""

from __future__ import annotations

import pytest

from cleaner.markdown.flanking import closes, opens


@pytest.mark.parametrize(
    ("before", "first", "can", "only"),
    [
        ("", "a", True, True),
        (" ", "a", True, True),
        ("x", "a", True, False),
        ("x", "“", False, False),
        (" ", "“", True, True),
        ("(", "a", True, True),
        ("(", "“", True, False),
        ("x", "€", False, False),
        ("€", "“", False, False),
        ("€", "a", True, False),
        ("漢", "字", True, False),
        ("x", " ", False, False),
        ("x", "", False, False),
    ],
)
def test_both_sides_decide(before: str, first: str, can: bool, only: bool) -> None:
    assert (opens(before, first, only=False), opens(before, first, only=True)) == (can, only)
    assert (closes(first, before, only=False), closes(first, before, only=True)) == (can, only)
