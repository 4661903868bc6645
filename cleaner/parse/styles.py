"""What an inline style says that hides an element from its readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from cleaner.parse.colours import is_unseen

_HINTS = ("none", "hidden", "collapse", "opacity", "font", "clip", "color", "overflow", "scale", "transl")
"""What a style has that hides; most have nothing of it, and are read no further."""
_FAR_HINT = re.compile(r"\d{3}")

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.DOTALL)
_LENGTH = re.compile(r"(?<![\w.#-])([+-]?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9}))(px|r?em|pt|v[hw]|%)?(?![\w.%])")
_FUNCTION = re.compile(r"(?<![a-z])([a-z]++)(?:3d)?\(([^()]*)\)")

_PIXELS = {"": 1.0, "px": 1.0, "pt": 1.0, "em": 10.0, "rem": 10.0, "vw": 10.0, "vh": 10.0, "%": 0.0}
_FAR = -1_000
"""Pixels to the left of the screen, or above it."""
_VERY_FAR = 9_000
"""Pixels in any direction; rows of slides are moved by thousands."""
_SIDES = ("width", "height", "max-width", "max-height")


@lru_cache(maxsize=1024)
def hidden_by(style: str) -> str | None:
    """The reason why an element with this style is hidden, else None. What hides it once, nothing after it undoes."""
    style = style.lower()
    if "\\" in style or "/*" in style:
        style = _ESCAPE.sub(_unescaped, _COMMENT.sub(" ", style))
    if not any(map(style.__contains__, _HINTS)) and not _FAR_HINT.search(style):
        return None
    said: dict[str, str] = {}
    for name, value in _declarations(style):
        rule = _RULES.get(name)
        if rule and (reason := rule(value)):
            return reason
        said[name] = value
    return _hidden_together(said)


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for part in style.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            yield name.strip(), value.partition("!")[0].strip()


def _unescaped(match: re.Match[str]) -> str:
    if not match[1]:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if code < 0x110000 else ""


def _hidden_together(said: Mapping[str, str]) -> str | None:
    """What several declarations do together."""
    if any(said.get(name) in ("hidden", "clip") for name in ("overflow", "overflow-x", "overflow-y")):
        if any(size <= (name != "max-width") for name in _SIDES for size in _pixels(said.get(name, ""))[:1]):
            return "a box of size 0"
        indent = _LENGTH.fullmatch(said.get("text-indent", ""))
        if indent and indent[2] == "%" and float(indent[1]) >= 100:
            return "placed off the screen"
    return "text in the colour of its background" if is_unseen(said) else None


def _pixels(value: str) -> list[float]:
    """The lengths in a value, shares of an unknown whole as 0 where they are 0, and else not at all."""
    found = [(float(number), unit or "") for number, unit in _LENGTH.findall(value)]
    return [number * _PIXELS[unit] for number, unit in found if unit != "%" or not number]


def _display(value: str) -> str | None:
    return "display: none" if value == "none" else None


def _visibility(value: str) -> str | None:
    return "visibility: hidden" if value in ("hidden", "collapse") else None


def _opacity(value: str) -> str | None:
    match = _LENGTH.fullmatch(value)
    if not match or match[2] not in (None, "%"):
        return None
    return "opacity: 0" if float(match[1]) <= 0 else None  # what is hardly there, animations fade in


def _filter(value: str) -> str | None:
    return next((_opacity(given.strip()) for name, given in _FUNCTION.findall(value) if name == "opacity"), None)


def _font_size(value: str) -> str | None:
    match = _LENGTH.fullmatch(value)
    if not match:
        return None
    number, unit = float(match[1]), match[2]
    largest = {None: 0.0, "%": 5.0, "em": 0.05, "rem": 0.05}.get(unit, 1.0)
    return "font size 0" if number <= largest else None


def _font(value: str) -> str | None:
    """The size in the shorthand, which may go on with a line height: "0/0 serif"."""
    return next(filter(None, (_font_size(word.partition("/")[0]) for word in value.split())), None)


def _place(value: str) -> str | None:
    far = any(pixels <= _FAR or pixels >= _VERY_FAR for pixels in _pixels(value))
    return "placed off the screen" if far else None


def _transform(value: str) -> str | None:
    for name, given in _FUNCTION.findall(value):
        if name.startswith("scale") and any(number == "0" for number in re.split(r"[\s,]+", given.strip())[:2]):
            return "a box of size 0"
        if name.startswith("translate") and any(abs(pixels) >= _VERY_FAR for pixels in _pixels(given)):
            return "placed off the screen"
    return None


def _clip(value: str) -> str | None:
    for name, given in _FUNCTION.findall(value):
        sides = _pixels(given)
        if name == "rect" and len(sides) == 4 and max(sides) <= 1:
            return "clipped to nothing"
        first = _LENGTH.match(given.strip())
        if first and name == "inset" and first[2] == "%" and float(first[1]) >= 50:
            return "clipped to nothing"
        if first and name in ("circle", "ellipse") and float(first[1]) == 0:
            return "clipped to nothing"
        if name == "polygon" and len({corner.strip() for corner in given.split(",")}) == 1:
            return "clipped to nothing"
    return None


_RULES: dict[str, Callable[[str], str | None]] = {
    "display": _display,
    "visibility": _visibility,
    "content-visibility": _visibility,
    "opacity": _opacity,
    "filter": _filter,
    "-webkit-filter": _filter,
    "font-size": _font_size,
    "font": _font,
    "clip": _clip,
    "clip-path": _clip,
    "-webkit-clip-path": _clip,
    "transform": _transform,
    "-webkit-transform": _transform,
    "scale": lambda value: _transform(f"scale({value})"),
    "translate": lambda value: _transform(f"translate({value})"),
    **dict.fromkeys(("left", "right", "top", "bottom", "inset", "inset-inline-start", "text-indent"), _place),
    **dict.fromkeys(("margin", "margin-left", "margin-right", "margin-top", "margin-bottom"), _place),
}
