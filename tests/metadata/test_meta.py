from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

from cleaner.block import Facts, Page
from cleaner.metadata import meta

URL = "https://example.org/2023/09/17/bridge"


def page(
    url: str | None = URL,
    base: str | None = None,
    *,
    meta: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    links: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Page:
    return Page((), facts=Facts(meta=meta, links=links, base=base), url=url)


def test_open_graph() -> None:
    found = meta.describe(
        page(
            meta={
                "og:title": ("Bridge closed",),
                "og:site_name": ("Example Times",),
                "og:description": ("A bridge &amp; a storm",),
                "article:published_time": ("2023-09-17T10:15:00Z",),
                "article:modified_time": ("2023-09-18",),
                "article:section": ("World",),
                "article:tag": ("storm", "bridge", "Storm"),
                "article:author": ("https://example.org/jane",),
                "author": ("Jane Doe",),
                "og:locale": ("en_GB",),
                "article:content_tier": ("metered",),
            },
            links={"canonical": ("/2023/09/17/bridge/",), "license": ("https://example.org/license",)},
        )
    )
    assert (found.title, found.site, found.section) == ("Bridge closed", "Example Times", "World")
    assert (found.description, found.authors, found.tags) == ("A bridge & a storm", ("Jane Doe",), ("storm", "bridge"))
    assert (found.published, found.modified) == (datetime(2023, 9, 17, 10, 15, tzinfo=UTC), date(2023, 9, 18))
    assert (found.language, found.paywalled) == ("en-GB", True)
    assert (found.canonical_url, found.license) == (URL + "/", "https://example.org/license")


def test_scholarly_and_dublin_core() -> None:
    authors = {"citation_author": ("Doe, Jane", "Roe, John"), "citation_publication_date": ("2023/09/17",)}
    assert meta.describe(page(meta=authors)).authors == ("Jane Doe", "John Roe")
    assert meta.describe(page(meta=authors)).published == date(2023, 9, 17)
    core = {"dc.creator": ("Jane Doe",), "dc.date.issued": ("2023-09-17",), "dc.title": ("Bridge closed",)}
    found = meta.describe(page(meta=core))
    assert (found.authors, found.published, found.title) == (("Jane Doe",), date(2023, 9, 17), "Bridge closed")


def test_a_sites_own_name_for_the_day_of_publication() -> None:
    assert meta.describe(page(meta={"w-published-date": ("2023-09-17",)})).published == date(2023, 9, 17)
    assert meta.describe(page(meta={"x:publishtime": ("2023-09-17",), "date": ("2023-09-18",)})).published == date(
        2023, 9, 18
    )
    for name in ("last_published", "publisher", "unpublish-date", "release-date"):
        assert meta.describe(page(meta={name: ("2023-09-17",)})).published is None


def test_the_fuller_of_two_lists_of_authors() -> None:
    cited = {"dc.creator": ("Jane Doe",), "citation_authors": ("Doe, Jane; Roe, John",)}
    assert meta.describe(page(meta=cited)).authors == ("Jane Doe", "John Roe")
    other = {"author": ("Jane Doe",), "citation_author": ("Roe, John", "Major, Mary")}
    assert meta.describe(page(meta=other)).authors == ("Jane Doe",)


def test_the_sites_name_stays_whole() -> None:
    stated = page(meta={"author": ("Island Travel Expert",)})
    assert meta.describe(stated).authors == ("Island Travel",)
    assert meta.describe(stated, ["Island Travel Expert"]).authors == ("Island Travel Expert",)


def test_twitter_labels() -> None:
    labels = {
        "twitter:label1": ("Written by",),
        "twitter:data1": ("Jane Doe",),
        "twitter:label2": ("Est. reading time",),
    }
    assert meta.describe(page(meta=labels)).authors == ("Jane Doe",)
    assert meta.describe(page(meta={"twitter:label1": ("Price",), "twitter:data1": ("Ten Euros",)})).authors == ()


def test_a_copyright_line_is_no_license() -> None:
    assert meta.describe(page(meta={"dc.rights": ("© 2023 Example Times",)})).license is None
    assert meta.describe(page(meta={"dc.rights": ("CC BY 4.0",)})).license == "CC BY 4.0"
    long = "All articles are distributed under a license (https://example.org/by/4.0/), which permits use."
    assert meta.describe(page(meta={"dc.rights": (long,)})).license == "https://example.org/by/4.0/"
    assert meta.describe(page(meta={"license": ("x" * 200,)})).license is None


def test_the_front_page_is_not_this_pages_address() -> None:
    assert meta.describe(page(links={"canonical": ("https://example.org/",)})).canonical_url is None
    front = page("https://example.org", links={"canonical": ("https://example.org/",)})
    assert meta.describe(front).canonical_url == "https://example.org/"
