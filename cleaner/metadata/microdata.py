"""What elements with an `itemprop` state in their attributes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cleaner.block import Page
from cleaner.metadata.dates import read_stamp
from cleaner.metadata.fields import Fields, Moment
from cleaner.metadata.language import normalise
from cleaner.metadata.names import names
from cleaner.metadata.tidy import line, lines, section, split_list

_MOST_LOOKED_AT = 1_000
_TOO_MANY = 3
"""Different days of publication on a page that is a list of stories, or a story with comments."""


def describe(page: Page, sites: Collection[str] = ()) -> Fields:
    """The fields that microdata fills; `sites` are the site's names.

    It is read without its structure, so that what occurs often is not trusted.
    """
    stated: dict[str, list[str]] = {}
    for properties, value in page.facts.microdata[:_MOST_LOOKED_AT]:
        for name in properties.split():
            stated.setdefault(name, []).append(value)
    if not stated:
        return Fields()
    free = [value.lower().rpartition("/")[2] for value in stated.get("isaccessibleforfree", ())]
    return Fields(
        title=next((line(value) for value in stated.get("headline", ())), None),
        description=_only(stated.get("description", []), 2_000),
        section=section(_only(stated.get("articlesection", []), 500)),
        authors=_authors(stated.get("author", []), sites),
        tags=lines((tag for value in stated.get("keywords", ())[:100] for tag in split_list(value)), limit=100),
        published=_moment(stated.get("datepublished", [])) or _moment(stated.get("datecreated", [])),
        modified=_moment(stated.get("datemodified", [])),
        language=normalise(next(iter(stated.get("inlanguage", ())), None)),
        license=_only(stated.get("license", []), 500),
        paywalled={"true": False, "false": True}.get(free[0]) if free else None,
    )


def image_urls(page: Page) -> Iterator[object]:
    """The images that stand under `image`, if there are few."""
    urls = [value for name, value in page.facts.microdata[:_MOST_LOOKED_AT] if "image" in name.split()]
    if len(set(urls)) <= _TOO_MANY:
        yield from urls


def _authors(values: list[str], sites: Collection[str]) -> tuple[str, ...]:
    return names(*values[:20], known=sites) if len(set(values)) <= _TOO_MANY else ()


def _only(values: list[str], limit: int) -> str | None:
    return line(values[0], limit) if len(set(values)) == 1 else None


def _moment(values: list[str]) -> Moment | None:
    """The first, unless there are too many different ones."""
    moments = [moment for value in values if (moment := read_stamp(value))]
    return moments[0] if moments and len({str(moment)[:10] for moment in moments}) <= _TOO_MANY else None
