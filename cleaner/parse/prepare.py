"""What a page needs before it is parsed: markup that libxml2 takes otherwise than browsers do, and no event tells."""

from __future__ import annotations

import re

_RAW = re.compile(rb"(</?)noframes(?=[\s/>])", re.IGNORECASE)
"""libxml2 gives what stands in these as text with its tags."""
_INSTEAD = {b"b": b"strong", b"i": b"em"}
_TAG = re.compile(rb"<(/?)(b|big|i|s|small|strike|tt|u|font|p|center)(?=[\s/>])([^<>]*)", re.IGNORECASE)


def prepared(page: bytes) -> bytes:
    """The page without NUL, as browsers take it, and with the content of `noframes` as markup."""
    page = page.replace(b"\0", b"")  # libxml2 would put U+FFFD in place of NUL
    if b"<noframes" in page or b"<NOFRAMES" in page or b"<NoFrames" in page:
        page = _RAW.sub(rb"\1no-frames", page)
    return page


def goes_on(page: bytes) -> bool:
    """Whether a hidden formatting element, `<b hidden>`, is open where a paragraph begins.

    Browsers open it anew in the paragraph, and hide that too; libxml2 ends it there.
    """
    hidden = b""
    for match in _TAG.finditer(page):
        end, tag, attributes = match[1], match[2].lower(), match[3].lower()
        if tag in (b"p", b"center"):
            if hidden and not end:
                return True
        elif not hidden and not end and (b"hidden" in attributes or b"style" in attributes):
            hidden = tag
        elif end and tag == hidden:
            hidden = b""
    return False


def lasting(page: bytes) -> bytes:
    """The page with its formatting elements as others that look and hide the same, which no paragraph ends."""
    return _TAG.sub(_renamed, page)


def _renamed(match: re.Match[bytes]) -> bytes:
    end, tag, attributes = match.groups()
    if tag.lower() in (b"p", b"center"):
        return match[0]
    return b"<" + end + _INSTEAD.get(tag.lower(), b"span") + attributes
