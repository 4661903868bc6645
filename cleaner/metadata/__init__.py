"""The Article's fields, from what a page declares, shows and is called, in the order of how far each can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from cleaner.block import Block, Page, Role
from cleaner.metadata import address, json_ld, meta, microdata
from cleaner.metadata import page as shown
from cleaner.metadata.dates import known_by, read_stamp
from cleaner.metadata.fields import Fields as Fields
from cleaner.metadata.fields import Moment
from cleaner.metadata.images import images as images
from cleaner.metadata.language import checked
from cleaner.metadata.names import is_account
from cleaner.metadata.stated import stated_body as stated_body
from cleaner.metadata.title import Headline, headline
from cleaner.wording import plain_words

__all__ = ["Fields", "describe", "images", "stated_body"]

_TRUST = ("json-ld", "meta", "microdata", "page", "url")
"""The order in which sources are asked for a field that has no order of its own."""
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
    said = {"json-ld": json_ld.describe(page), "meta": meta.describe(page), "microdata": microdata.describe(page)}
    sites = [name for name in (said["meta"].site, said["json-ld"].site, *json_ld.publisher_names(page)) if name]
    title = _headline(page, roles, body, said, sites)
    signed = not all(_is_weak(part.authors, sites) for part in said.values())
    said["page"] = shown.describe(page, roles, body, title.block, signed=signed)
    said["url"] = address.describe(page)
    values: dict[str, Any] = {"title": title.text}
    sources = {"title": title.source}
    for name, order in _ORDER.items():
        sources[name], values[name] = _first(said, name, order, page)
    if _is_earlier(said["page"].published, values["published"]):
        sources["published"], values["published"] = "page", said["page"].published
    sources["authors"], values["authors"] = _authors(said, sites)
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


def _is_earlier(shown_date: Moment | None, declared: Moment | None) -> bool:
    """The page shows an earlier day than it declares: systems declare the day on which they stored the page anew."""
    return shown_date is not None and declared is not None and _day(shown_date) < _day(declared) - timedelta(days=1)


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


def _is_weak(authors: tuple[str, ...], sites: Iterable[str]) -> bool:
    """There is nobody among the authors but the site itself and logins."""
    own = {name.casefold() for name in sites}
    return all(name.casefold() in own or is_account(name) for name in authors)


def _authors(said: Mapping[str, Fields], sites: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The first source that names people; one that names only the site, or an account, if no other does.

    A byline that has all the names of the first source and more is the better one.
    """
    claims = [(source, part.authors) for source, part in said.items() if part.authors]
    if not claims:
        return "page", ()
    best = next((claim for claim in claims if not _is_weak(claim[1], sites)), claims[0])
    byline = " ".join(plain_words(", ".join(said["page"].authors)))
    if len(said["page"].authors) > len(best[1]) and all(" ".join(plain_words(name)) in byline for name in best[1]):
        return "page", said["page"].authors
    return best
