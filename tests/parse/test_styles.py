"""Inline styles that hide, and what looks like them; `test_visibility` has the common ones."""

from __future__ import annotations

import pytest

from cleaner.parse.styles import hidden_by


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        (r"d\69splay:none", "display: none"),
        ("display/**/:/* x */none", "display: none"),
        ("display:none;display:block", "display: none"),
        ("content-visibility: hidden", "visibility: hidden"),
        ("filter: blur(1px) opacity(0%)", "opacity: 0"),
        ("font: 0/0 serif", "font size 0"),
        ("font-size: 0.01em", "font size 0"),
        ("transform: scale(0)", "a box of size 0"),
        ("scale: 0 1", "a box of size 0"),
        ("transform: translateX(-9999px)", "placed off the screen"),
        ("inset: -2000px auto auto auto", "placed off the screen"),
        ("text-indent: 100%; overflow: hidden", "placed off the screen"),
        ("clip-path: inset(50%)", "clipped to nothing"),
        ("clip-path: circle(0)", "clipped to nothing"),
        ("clip-path: polygon(0 0, 0 0, 0 0)", "clipped to nothing"),
        ("color: transparent", "text in the colour of its background"),
    ],
)
def test_a_style_that_hides(style: str, reason: str) -> None:
    assert hidden_by(style) == reason


@pytest.mark.parametrize(
    "style",
    [
        "transform: scale(0.5)",
        "transform: translateX(-3000px)",
        "clip-path: inset(10%)",
        "clip-path: polygon(0 0, 100% 0, 100% 100%)",
        "font: 12px/0 serif",
        "width: 100px; overflow: hidden",
        "x-display: none",
        "display",
        "a" * 10_000,
    ],
)
def test_a_style_that_does_not(style: str) -> None:
    assert hidden_by(style) is None
