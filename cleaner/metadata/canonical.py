"""What may be the address that a page gives itself."""

from __future__ import annotations

import re

from cleaner.block import Page
from cleaner.metadata.address import absolute, is_front_page

_HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?:[^/?#.]+\.[^/?#]|localhost|\[)")


def own_address(href: object, page: Page) -> str | None:
    """The address, absolute, if it can be this page's: at a full host, not that of the whole site, not a text."""
    if not isinstance(href, str) or not href.strip() or _is_text(href):
        return None
    url = absolute(href, page)
    if url is None or not _HOST.match(url):
        return None
    return None if is_front_page(url) and page.url and not is_front_page(page.url) else url


def _is_text(href: str) -> bool:
    """Words where an address should be."""
    return len(href.split()) > 1 and "/" not in href and ":" not in href
