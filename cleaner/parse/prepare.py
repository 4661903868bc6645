"""What a page needs before it is parsed: markup that libxml2 takes otherwise than browsers do, and no event tells."""

from __future__ import annotations

import re

_RAW = re.compile(rb"(</?)noframes(?=[\s/>])", re.IGNORECASE)
"""libxml2 gives what stands in these as text with its tags."""
_TAG = re.compile(
    rb"<(/?)(a|b|big|i|s|small|strike|tt|u|font|p|center|table|fieldset)(?=[\s/>])([^<>]*)", re.IGNORECASE
)
_BLOCKS = frozenset((b"p", b"center", b"table", b"fieldset"))
"""Elements at whose start libxml2 ends one or other of the formatting elements."""


def prepared(page: bytes) -> bytes:
    """The page without NUL, as browsers take it, and with the content of `noframes` as markup."""
    page = page.replace(b"\0", b"")  # libxml2 would put U+FFFD in place of NUL
    if b"<noframes" in page or b"<NOFRAMES" in page or b"<NoFrames" in page:
        page = _RAW.sub(rb"\1no-frames", page)
    return page


def lasting(page: bytes) -> bytes:
    """The page with another name for hidden formatting elements, as `<b hidden>`, where one has a paragraph inside.

    Browsers open it anew in the paragraph, and hide that too; libxml2 ends it there. It never ends a `span`.
    """
    hidden: dict[bytes, int] = {}  # how many of each tag are open, from one on that is hidden
    is_parted = False

    def renamed(match: re.Match[bytes]) -> bytes:
        nonlocal is_parted
        end, tag, attributes = match[1], match[2].lower(), match[3]
        if tag in _BLOCKS:
            is_parted |= bool(hidden) and not end
        elif tag in hidden:
            hidden[tag] += -1 if end else 1
            if not hidden[tag]:
                del hidden[tag]
                return b"</span"
        elif not end and (b"hidden" in attributes.lower() or b"style" in attributes.lower()):
            hidden[tag] = 1
            return b"<span" + attributes
        return match[0]

    changed = _TAG.sub(renamed, page)
    return changed if is_parted else page
