"""Links by which headings lead to themselves."""

from __future__ import annotations

import pytest

from cleaner.parse.permalinks import is_permalink


@pytest.mark.parametrize("text", ["¶", " # ", "§", "🔗"])
@pytest.mark.parametrize("tag", ["h1", "h6", "dt", "caption"])
def test_a_sign_in_a_heading_or_an_entry(text: str, tag: str) -> None:
    assert is_permalink(text, "#install", tag)


@pytest.mark.parametrize(
    ("text", "target", "tag"),
    [("*", "#n", "h2"), ("1", "#n", "h2"), ("", "#n", "h2"), ("¶", "/n", "h2"), ("¶", "", "h2"), ("§", "#5", "p")],
)
def test_what_is_none(text: str, target: str, tag: str) -> None:
    assert not is_permalink(text, target, tag)
