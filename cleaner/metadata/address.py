"""Addresses: made absolute, compared, and read for the date that many sites put into their path."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urljoin, urlsplit

from cleaner.block import Page
from cleaner.metadata.dates import plausible
from cleaner.metadata.fields import Fields

_MAX_LENGTH = 2_000
_ABSOLUTE = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#][!-~]*)?")
_BLANKS = re.compile(r"[\x00-\x20\x7f]+")
_DAY_IN_PATH = re.compile(r"/(19\d\d|20\d\d)([/-]?)([01]?\d)\2([0-3]?\d)(?=[/_.-]|$)")


def describe(page: Page) -> Fields:
    """The date in the page's own address, as /2023/09/17/."""
    return Fields(published=date_in_path(page.url or page.facts.first_meta("og:url") or ""))


def date_in_path(url: str) -> date | None:
    """The one date that stands in the address's path; None where there is none, or more than one."""
    found: set[date] = set()
    for year, separator, month, day in _DAY_IN_PATH.findall(_path(url)):
        if separator or len(month) == len(day) == 2:
            value = plausible(int(year), int(month), int(day))
            if value:
                found.add(value)
    return found.pop() if len(found) == 1 else None


def absolute(href: object, page: Page) -> str | None:
    """The http(s) address that `href` means on this page; None for anything else."""
    if not isinstance(href, str) or not 0 < len(href) <= _MAX_LENGTH:
        return None
    href = href.strip()
    if _ABSOLUTE.fullmatch(href):
        return href
    href = _BLANKS.sub(lambda blank: "" if "\n" in blank[0] or "\t" in blank[0] else "%20", href)
    try:
        base = urljoin(page.url or _stated(page), page.facts.base or "")
        url = urljoin(base, href) if base else href
        if url.startswith("//"):
            url = "https:" + url
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        url.encode("utf-8")
    except ValueError:
        return None
    return url


def _stated(page: Page) -> str:
    """The address that the page gives itself, for callers who pass none."""
    stated = (*page.facts.links.get("canonical", ()), page.facts.first_meta("og:url") or "")
    return next((href for href in stated if _ABSOLUTE.fullmatch(href)), "")


def page_key(url: str) -> str:
    """What two addresses of one page have in common: scheme, "www.", query, fragment and a last slash do not count."""
    host, path = _host_and_path(url)
    return host.removeprefix("www.") + path.rstrip("/").casefold() if host else ""


def is_front_page(url: str) -> bool:
    """The address has no path, so that it means a site and no page of it."""
    return _path(url).strip("/") == ""


def _path(url: str) -> str:
    return _host_and_path(url)[1]


def _host_and_path(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url.strip())
        return parts.hostname or "", parts.path
    except ValueError:
        return "", ""
