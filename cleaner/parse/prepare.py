"""Markup that libxml2 takes otherwise than browsers do, and what to put in its place."""

from __future__ import annotations

import re
from html import unescape

from cleaner.parse.styles import hidden_by

_RAW = re.compile(rb"(</?)noframes(?=[\s/>])", re.IGNORECASE)
"""libxml2 gives what stands in these as text with its tags."""
_FORMATTING = rb"a|b|big|i|s|small|strike|tt|u|font"
_STYLED = re.compile(rb"<(" + _FORMATTING + rb")(?=[\s/])([^<>]*?(?:hidden|style)[^<>]*)", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)(" + _FORMATTING + rb"|p|center|table|fieldset)(?=[\s/>])", re.IGNORECASE)
_BLOCKS = frozenset((b"p", b"center", b"table", b"fieldset"))
"""Elements at whose start libxml2 ends one or other of the formatting elements."""
_VALUE = re.compile(rb"=\s*(?:\"[^\"]*|'[^']*|[^\s\"']+)")
_HIDDEN = re.compile(rb"[\s\"']hidden(?![\w-])", re.IGNORECASE)
_STYLE = re.compile(rb"style\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"']+))", re.IGNORECASE)


def unframed(page: bytes) -> bytes:
    """The page with the content of `noframes` as markup."""
    return _RAW.sub(rb"\1no-frames", page)


def lasting(page: bytes) -> bytes:
    """The page with another name for hidden formatting elements, as `<b hidden>`, where one has a paragraph inside.

    Browsers open it anew in the paragraph, and hide that too; libxml2 ends it there. It never ends a `span`.
    """
    pieces = []
    at = done = 0
    while start := _STYLED.search(page, at):
        at = start.end()
        if not _hides(start[2]):
            continue
        parted, end = _extent(page, at, start[1].lower())
        if parted:
            pieces += [page[done : start.start()], b"<span", start[2], page[at : end.start()] if end else page[at:]]
            pieces += [b"</span"] if end else []
            done = end.end() if end else len(page)
        at = end.end() if end else len(page)
    return b"".join((*pieces, page[done:])) if pieces else page


def _hides(attributes: bytes) -> bool:
    style = _STYLE.search(attributes)
    value = next(filter(None, style.groups()), b"") if style else b""
    return bool(_HIDDEN.search(_VALUE.sub(b" ", attributes)) or hidden_by(unescape(value.decode(errors="replace"))))


def _extent(page: bytes, at: int, name: bytes) -> tuple[bool, re.Match[bytes] | None]:
    """Whether a paragraph or the like begins in the element that is open here, and the end tag, where there is one."""
    depth, parted = 1, False
    for tag in _TAG.finditer(page, at):
        found = tag[2].lower()
        if found == name:
            depth += -1 if tag[1] else 1
            if not depth:
                return parted, tag
        parted |= found in _BLOCKS and not tag[1]
    return parted, None
