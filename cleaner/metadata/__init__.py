"""The Article's fields, from what a page declares, shows and is called, in the order of how far each can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from cleaner.block import Block, Page, Role
from cleaner.metadata import address, authors, json_ld, meta, microdata
from cleaner.metadata import page as shown
from cleaner.metadata.dates import known_by, other_reading, read_stamp
from cleaner.metadata.fields import Fields as Fields
from cleaner.metadata.fields import Moment
from cleaner.metadata.images import images as images
from cleaner.metadata.language import checked
from cleaner.metadata.stated import stated_body as stated_body
from cleaner.metadata.title import Headline, headline

__all__ = ["Fields", "describe", "images", "stated_body"]

_LAST_OF_YESTERDAY = 12
"""The hour by UTC until which it is still the day before somewhere."""
_TRUST = ("json-ld", "meta", "microdata", "page", "url")
"""The order in which sources are asked for a field that has no order of its own."""
_DECLARING = {"json-ld": json_ld, "meta": meta, "microdata": microdata}
_ORDER = {
    "description": _TRUST,
    "site": ("meta", "json-ld"),
    "section": _TRUST,
    "tags": _TRUST,
    "published": _TRUST,
    "modified": _TRUST,
    "canonical_url": ("meta", "json-ld"),
    "language": ("page", "json-ld", "meta", "microdata"),
    "license": _TRUST,
    "paywalled": _TRUST,
}


def describe(page: Page, roles: Mapping[Role, tuple[Block, ...]], body: tuple[Block, ...]) -> Fields:
    """What the page says about itself: each field from the first source that has it, with that source's name.

    `roles` holds the blocks that filters gave to a field, `body` the blocks that are left.
    """
    sites = [name for name in (meta.site(page.facts), json_ld.site(page), *json_ld.publisher_names(page)) if name]
    said = {name: source.describe(page, sites) for name, source in _DECLARING.items()}
    title = _headline(page, roles, body, said, sites)
    own = [*sites, *page.host.split(".")[:-1]]
    declared = authors.declared(said, own)
    names = declared[1] if declared else ()
    said["page"] = shown.describe(page, roles, body, title.block, declared=names, sites=own)
    said["url"] = address.describe(page)
    values: dict[str, Any] = {"title": title.text}
    sources = {"title": title.source}
    for name, order in _ORDER.items():
        sources[name], values[name] = _first(said, name, order, page)
    if _is_earlier(said["page"].published, values["published"], said["url"].published):
        sources["published"], values["published"] = "page", said["page"].published
    sources["authors"], values["authors"] = authors.choose(said, own)
    values["language"], sources["language"] = checked(values["language"], sources["language"], body)
    if page.facts.dateline and (moment := known_by(read_stamp(page.facts.dateline), page.crawled)):
        values["published"], sources["published"] = moment, "text"
    if page.plain:
        sources = dict.fromkeys(sources, "text")
    filled = {name: source for name, source in sources.items() if values[name] not in (None, ())}
    return Fields(**values, sources=filled)


def _first(said: Mapping[str, Fields], name: str, order: tuple[str, ...], page: Page) -> tuple[str, Any]:
    """The first of the sources that fills the field, and its value; a date after the day of the crawl fills none."""
    for source in order:
        value = getattr(said[source], name)
        if name in ("published", "modified"):
            value = known_by(value, page.crawled)
        if value is not None and value != ():
            return source, value
    return "page", () if name == "tags" else None


def _is_earlier(shown_date: Moment | None, declared: Moment | None, in_path: Moment | None) -> bool:
    """The page shows an earlier day than it declares: systems declare the day on which they stored the page anew.

    The day before or after may be the same moment by another clock: it counts if the address says so too. A day that
    is the declared one with day and month exchanged is that one.
    """
    if shown_date is None or declared is None:
        return False
    day, stated = _day(shown_date), _day(declared)
    if abs(day - stated) == timedelta(1) and day == in_path:
        return True
    if day >= stated or day == other_reading(stated):
        return False
    zone = declared.utcoffset() if isinstance(declared, datetime) else None
    same_moment = isinstance(declared, datetime) and zone is not None and (zone or declared.hour < _LAST_OF_YESTERDAY)
    return not same_moment or stated - day > timedelta(1)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _headline(
    page: Page,
    roles: Mapping[Role, tuple[Block, ...]],
    body: tuple[Block, ...],
    said: Mapping[str, Fields],
    sites: Iterable[str],
) -> Headline:
    stated = [(said[source].title, source) for source in ("json-ld", "meta", "microdata")]
    return headline(page, roles, body, [*stated, (page.facts.title, "meta")], sites)
