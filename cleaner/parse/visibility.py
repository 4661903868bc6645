"""Why a reader cannot see an element, as far as its own attributes tell (style sheets are not read)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HINTS = ("none", "visib", "opacity", "font-size", "clip", "overflow", "background")
_FAR = re.compile(r":\s*-\d{4}")
"""What a style has that hides; most have neither, and are read no further."""

_STYLE = re.compile(
    r"(?P<display>display\s*:\s*none)"
    r"|(?P<visibility>visibility\s*:\s*(?:hidden|collapse))"
    r"|(?P<opacity>(?<![\w-])opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$))"
    r"|(?P<offscreen>(?:text-indent|left|right|top|margin-left|margin-top)\s*:\s*-\d{4,}(?:px|em|rem|pt)?)"
    r"|(?P<size>font-size\s*:\s*0(?:\.0*)?(?:px|em|rem|pt|%)?\s*(?:;|!|$))"
    r"|(?P<clip>clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\))",
)
_STYLE_REASON = {
    "display": "display: none",
    "visibility": "visibility: hidden",
    "opacity": "opacity: 0",
    "offscreen": "placed off the screen",
    "size": "font size 0",
    "clip": "clipped to nothing",
}
_ZERO_BOX = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:\.0*)?(?:px|em|rem|pt|%)?\s*(?:;|!|$)")
_OVERFLOW = re.compile(r"overflow(?:-[xy])?\s*:\s*hidden")
_INK = re.compile(r"(?<![\w-])(?P<what>background(?:-color)?|color)\s*:\s*(?P<value>[^;!]+)")


def why_hidden(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The reason why a reader does not see the element, else None. `html` and `body` never count: scripts show them."""
    if tag == "body" or tag == "html":
        return None
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return "hidden attribute"
    if "style" in attributes and (reason := _hidden_by_style(attributes["style"])):
        return reason
    if tag == "dialog" and "open" not in attributes:
        return "closed dialog"
    return None


def _hidden_by_style(style: str) -> str | None:
    style = style.lower()
    if not (any(map(style.__contains__, _HINTS)) or _FAR.search(style)):
        return None
    found = _STYLE.search(style)
    if found and found.lastgroup:
        return _STYLE_REASON[found.lastgroup]
    if _ZERO_BOX.search(style) and _OVERFLOW.search(style):
        return "a box of size 0"
    ink = {match["what"]: match["value"].strip() for match in _INK.finditer(style)}
    ground = ink.get("background-color") or ink.get("background")
    if ground and ink.get("color") == ground:
        return "text in the colour of its background"
    return None
