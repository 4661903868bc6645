"""Colours of inline styles, as far as it takes to tell a text that has its background's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(
    r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:\.\d+)?(?:\s*[,/]\s*(\d{0,3}(?:\.\d+)?)(%?))?\s*\)"
)
_NAMED = {
    "black": "#000", "silver": "#c0c0c0", "gray": "#808080", "grey": "#808080", "white": "#fff", "maroon": "#800000",
    "red": "#f00", "purple": "#800080", "fuchsia": "#f0f", "magenta": "#f0f", "green": "#008000", "lime": "#0f0",
    "olive": "#808000", "yellow": "#ff0", "navy": "#000080", "blue": "#00f", "teal": "#008080", "aqua": "#0ff",
    "cyan": "#0ff", "orange": "#ffa500", "transparent": "#0000", "snow": "#fffafa", "ivory": "#fffff0",
    "ghostwhite": "#f8f8ff", "whitesmoke": "#f5f5f5",
}  # fmt: skip
_FIRST_WORD = re.compile(r"rgba?\([^()]*\)|[^\s,]+")
_ALIKE = 10
"""Of 255 steps between dark and light: a smaller difference is none to the eye."""


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, and from 0 to 1 how much of what is behind it does not shine through."""

    red: int
    green: int
    blue: int
    alpha: float


def colour_of(value: str) -> Colour | None:
    """The colour of a CSS value in lower case; None for what is none, or is none of the common spellings."""
    value = _NAMED.get(value, value)
    if _HEX.fullmatch(value):
        digits = value[1:] if len(value) > 5 else "".join(digit * 2 for digit in value[1:])
        red, green, blue, alpha = bytes.fromhex((digits + "ff")[:8])
        return Colour(red, green, blue, alpha / 255)
    if match := _RGB.fullmatch(value):
        opaque = float(match[4]) if match[4] else 1.0
        return Colour(int(match[1]), int(match[2]), int(match[3]), opaque / 100 if match[5] else opaque)
    return None


def is_unseen(style: Mapping[str, str]) -> bool:
    """Whether text with these declarations has no colour at all, or that of the background they declare."""
    ink = colour_of(style.get("-webkit-text-fill-color") or style.get("color", ""))
    if ink is None or any(
        name.endswith("background-clip") or "text" in style[name] for name in style if "back" in name
    ):
        return False  # a background that is cut to the shape of the text shows it
    if ink.alpha < 0.02:
        return True
    ground = style.get("background-color") or style.get("background", "")
    if "url(" in ground or "gradient(" in ground or "background-image" in style:
        return False
    first = _FIRST_WORD.match(ground)
    behind = colour_of(first[0]) if first else None
    return (
        behind is not None
        and behind.alpha > 0.5
        and all(abs(a - b) < _ALIKE for a, b in zip(ink[:3], behind, strict=False))
    )
