"""What the page's `meta` and `link` elements say: Open Graph, Twitter, Dublin Core, citation, parsely and the rest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from cleaner.block import Facts, Page
from cleaner.metadata.address import absolute
from cleaner.metadata.canonical import own_address
from cleaner.metadata.dates import read_stamp
from cleaner.metadata.fields import Fields, Moment
from cleaner.metadata.language import normalise
from cleaner.metadata.names import names
from cleaner.metadata.tidy import line, lines, section, split_list

_TITLE = (
    "og:title twitter:title dc.title dcterms.title citation_title parsely-title sailthru.title headline title".split()
)
_DESCRIPTION = "og:description description twitter:description dc.description dcterms.description".split()
_SITE = "og:site_name application-name dc.publisher citation_journal_title apple-mobile-web-app-title".split()
_SECTION = "article:section og:article:section parsely-section section cxenseparse:category news_section".split()
_AUTHOR = (
    "author parsely-author sailthru.author article:author_name byl dc.creator dcterms.creator article:author".split()
)
_CITATION_AUTHOR = ("citation_author", "citation_authors")
_TAGS = "article:tag og:article:tag parsely-tags sailthru.tags news_keywords citation_keywords keywords".split()
_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time article:published article.published "
    "datepublished date_published published_date published-date publish-date publish_date publishdate publisheddate "
    "published_at published pubdate pub_date pub-date date-pub parsely-pub-date sailthru.date og:publish_date "
    "og:pubdate cxenseparse:publishtime cxenseparse:recs:publishtime shareaholic:article_published_time dc.date.issued "
    "dcterms.issued dc.date.created dcterms.created dc.date.published citation_publication_date citation_online_date "
    "citation_date prism.publicationdate created article:created_time original-publish-date originalpublicationdate "
    "date dc.date dcterms.date"
).split()
_MODIFIED = (
    "article:modified_time og:article:modified_time og:updated_time article:updated_time datemodified date_modified "
    "dcterms.modified dc.date.modified last-modified lastmod modified updated"
).split()
_OWN_PUBLISHED = ("publish", "publication", "pubdate", "datecreated", "date.created", "date_original")
_NOT_PUBLISHED = ("last", "modif", "updat", "expir", "unpublish", "publisher")
_LANGUAGE = "content-language dc.language dcterms.language citation_language language og:locale".split()
_LICENSE = "license dcterms.license dc.rights.license dc.rights dcterms.rights".split()
_ADDRESS = re.compile(r"https?://[^\s()<>,;\"']+")
_LONGEST_LICENSE = 100
_WRITTEN_BY = (
    "written",
    "author",
    "by",
    "verfasst",
    "geschrieben",
    "escrit",
    "écrit",
    "scritto",
    "door",
    "autor",
    "автор",
    "skriv",
)


def describe(page: Page, sites: Collection[str] = ()) -> Fields:
    """The fields that `meta` and `link` elements fill; `sites` are the site's names."""
    facts = page.facts
    return Fields(
        title=line(facts.first_meta(*_TITLE)),
        description=line(facts.first_meta(*_DESCRIPTION), 2_000),
        site=site(facts),
        section=section(facts.first_meta(*_SECTION)),
        authors=_authors(facts, sites),
        tags=_tags(facts),
        published=_moment(facts, _PUBLISHED) or _moment(facts, filter(_is_publication, facts.meta)),
        modified=_moment(facts, _MODIFIED),
        canonical_url=_canonical(page),
        language=normalise(facts.first_meta(*_LANGUAGE)),
        license=_license(page),
        paywalled={"locked": True, "metered": True, "free": False}.get(facts.first_meta("article:content_tier") or ""),
    )


def image_urls(page: Page) -> Iterator[object]:
    """The address of the lead image, and what the page says of it."""
    for name in ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"):
        yield from page.facts.meta.get(name, ())[:5]


def site(facts: Facts) -> str | None:
    """What the site is called."""
    return line(facts.first_meta(*_SITE), 100)


def _authors(facts: Facts, sites: Collection[str]) -> tuple[str, ...]:
    """The names that the first of these gives, or another that gives all of them and more."""
    stated = [names(*facts.meta.get(name, ())[:100], known=sites) for name in _AUTHOR if name in facts.meta]
    for name in _CITATION_AUTHOR:
        cited = (part for value in facts.meta.get(name, ())[:100] for part in value[:5_000].split(";"))
        stated.append(names(*cited, inverted=True))
    first = next(filter(None, stated), ())
    return max((found for found in stated if set(found) >= set(first)), key=len, default=()) or _twitter_author(facts)


def _twitter_author(facts: Facts) -> tuple[str, ...]:
    """`twitter:label1` "Written by", `twitter:data1` the name."""
    for number in "12":
        label = facts.first_meta(f"twitter:label{number}")
        if label and label.casefold().startswith(_WRITTEN_BY):
            return names(facts.first_meta(f"twitter:data{number}"))
    return ()


def _tags(facts: Facts) -> tuple[str, ...]:
    for name in _TAGS:
        values = facts.meta.get(name, ())
        found = lines((tag for value in values[:100] for tag in split_list(value[:5_000])), limit=100)
        if found:
            return found
    return ()


def _is_publication(name: str) -> bool:
    """A site's own name for the day of publication: "w-published-date"."""
    return any(part in name for part in _OWN_PUBLISHED) and not any(part in name for part in _NOT_PUBLISHED)


def _moment(facts: Facts, names_of_meta: Iterable[str]) -> Moment | None:
    for name in names_of_meta:
        for value in facts.meta.get(name, ())[:5]:
            moment = read_stamp(value)
            if moment:
                return moment
    return None


def _canonical(page: Page) -> str | None:
    """`link rel=canonical`, else `og:url`."""
    stated = (*page.facts.links.get("canonical", ())[:3], *page.facts.meta.get("og:url", ())[:3])
    return next((url for href in stated if (url := own_address(href, page))), None)


def _license(page: Page) -> str | None:
    """The address of the license, or its name where `meta` gives one; not a copyright line."""
    for href in page.facts.links.get("license", ())[:3]:
        if absolute(href, page):
            return absolute(href, page)
    for name in _LICENSE:
        value = line(page.facts.first_meta(name))
        if value and (address := _ADDRESS.search(value)):
            return address[0].rstrip(".")
        if value and len(value) <= _LONGEST_LICENSE and (name.endswith("license") or value.startswith("CC")):
            return value
    return None
