"""Addresses: made absolute, compared, and read for the date that many sites put into their path."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote, urljoin, urlsplit

from cleaner.block import Page
from cleaner.metadata.calendars import month_of, plausible
from cleaner.metadata.fields import Fields

_MAX_LENGTH = 2_000
_ABSOLUTE = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#][!-~]*)?")
_DOTS = "/."
_HOST_END = re.compile(r"[/?#]")
_BLANKS = re.compile(r"[\x00-\x20\x7f]+")
_MONTH_IN_PATH = re.compile(r"/(19\d\d|20\d\d)/([a-z]{3,9})/([0-3]?\d)(?=[/_.-]|$)", re.IGNORECASE)
_DAY_IN_PATH = re.compile(r"/(19\d\d|20\d\d)([/-]?)([01]?\d)\2([0-3]?\d)(?=[/_.-]|$)")


def describe(page: Page) -> Fields:
    """The date in the page's own address, as /2023/09/17/."""
    return Fields(published=date_in_path(page.url or page.facts.first_meta("og:url") or ""))


def date_in_path(url: str) -> date | None:
    """The one date that stands in the address's path; None where there is none, or more than one."""
    path = _path(url)
    stated = [
        (year, int(month), day)
        for year, separator, month, day in _DAY_IN_PATH.findall(path)
        if separator or len(month) == len(day) == 2
    ]
    stated += [(year, month_of(month), day) for year, month, day in _MONTH_IN_PATH.findall(path)]
    found = {value for year, month, day in stated if (value := plausible(int(year), month, int(day)))}
    return found.pop() if len(found) == 1 else None


def absolute(href: object, page: Page) -> str | None:
    """The http(s) address that `href` means on this page; None for anything else."""
    if not isinstance(href, str) or not 0 < len(href) <= _MAX_LENGTH:
        return None
    href = href.strip()
    if _ABSOLUTE.fullmatch(href):
        return href
    if href[:1] == "/" and page.url and not page.facts.base and _DOTS not in href:
        scheme, _, rest = page.url.partition("://")
        url = f"{scheme}:{href}" if href[:2] == "//" else f"{scheme}://{_HOST_END.split(rest, 1)[0]}{href}"
        if _ABSOLUTE.fullmatch(url):  # the common case, without what `urljoin` costs
            return url
    href = _without_blanks(href)
    try:
        base = urljoin(page.url or _stated(page), _without_blanks((page.facts.base or "").strip()[:_MAX_LENGTH]))
        url = urljoin(base, href) if base else href
        if url.startswith("//"):
            url = "https:" + url
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        url = parts.scheme + url[len(parts.scheme) :]
        url.encode("utf-8")
    except ValueError:
        return None
    return url if url.isprintable() else "".join(char if char.isprintable() else quote(char) for char in url)


def _without_blanks(href: str) -> str:
    return _BLANKS.sub(lambda blank: "" if "\n" in blank[0] or "\t" in blank[0] else "%20", href)


def _stated(page: Page) -> str:
    """The address that the page gives itself, for callers who pass none."""
    stated = (*page.facts.links.get("canonical", ())[:3], page.facts.first_meta("og:url") or "")
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
