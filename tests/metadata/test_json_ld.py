from datetime import date
from typing import Any

from cleaner.block import Block, Facts, Page
from cleaner.metadata import json_ld
from cleaner.parse.structured import read_json_ld

URL = "https://example.org/2023/bridge"
TITLE = "Bridge closed after the storm"
ARTICLE: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "author": {"@type": "Person", "name": "Jane Doe"},
    "datePublished": "2023-09-17",
}


def page(*things: dict[str, Any], title: str | None = TITLE) -> Page:
    import json

    facts = Facts(title=title, json_ld=read_json_ld(json.dumps(thing) for thing in things))
    return Page((Block(0, TITLE, "heading", level=1),), facts=facts, url=URL)


def test_a_plain_article() -> None:
    found = json_ld.describe(
        page(
            ARTICLE
            | {
                "dateModified": "2023-09-18",
                "description": "A bridge &amp; a storm",
                "keywords": "storm, bridge,storm",
                "articleSection": ["World"],
                "inLanguage": "en_GB",
                "license": {"@id": "https://example.org/license"},
                "isAccessibleForFree": "False",
                "publisher": {"@type": "Organization", "name": "Example Times"},
                "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
                "url": "/2023/bridge",
            }
        )
    )
    assert (found.title, found.authors, found.tags) == (TITLE, ("Jane Doe",), ("storm", "bridge"))
    assert (found.published, found.modified) == (date(2023, 9, 17), date(2023, 9, 18))
    assert (found.description, found.section, found.language) == ("A bridge & a storm", "World", "en-GB")
    assert (found.license, found.paywalled, found.site) == ("https://example.org/license", True, "Example Times")
    assert found.canonical_url == URL


def test_of_several_articles_the_one_of_this_page() -> None:
    other = ARTICLE | {"headline": "Another story", "author": "John Roe", "url": "https://example.org/other"}
    assert json_ld.describe(page(other, ARTICLE)).authors == ("Jane Doe",)
    by_address = ARTICLE | {"headline": "A search engine's title", "url": "http://www.example.org/2023/bridge/?a=b#c"}
    assert json_ld.describe(page(other, by_address)).authors == ("Jane Doe",)
    assert json_ld.describe(page(other, other | {"headline": "A third"})).authors == ()


def test_articles_in_lists_are_not_this_page() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ARTICLE | {"headline": "Other"}}]}
    assert json_ld.describe(page(listed)).authors == ()
    assert json_ld.describe(page(listed, ARTICLE)).authors == ("Jane Doe",)


def test_reviews_and_comments_are_not_this_page() -> None:
    reviewed = {"@type": "Product", "name": "Lamp", "review": [{"@type": "Review", "author": {"name": "A Customer"}}]}
    assert json_ld.describe(page(reviewed)).authors == ()
    commented = ARTICLE | {
        "comment": [{"@type": "Comment", "author": {"name": "A Reader"}, "datePublished": "2023-10-01"}]
    }
    assert json_ld.describe(page(commented)).authors == ("Jane Doe",)


def test_authors_by_reference() -> None:
    graph = {
        "@graph": [
            ARTICLE | {"author": {"@id": "#jane"}},
            {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        ]
    }
    assert json_ld.describe(page(graph)).authors == ("Jane Doe",)


def test_authors_of_all_shapes() -> None:
    for author in (
        "Jane Doe",
        ["Jane Doe"],
        {"name": "Jane Doe"},
        [{"name": ["Jane Doe"]}],
        {"name": "By Jane Doe, Editor"},
    ):
        assert json_ld.describe(page(ARTICLE | {"author": author})).authors == ("Jane Doe",), author


def test_the_day_on_which_a_mere_page_was_saved_is_no_publication() -> None:
    thing = {"@type": "WebPage", "name": TITLE, "datePublished": "2019-01-02", "dateModified": "2023-09-17"}
    found = json_ld.describe(page(thing))
    assert (found.published, found.modified) == (None, date(2023, 9, 17))


def test_the_free_part_of_a_paid_story() -> None:
    part = {"@type": "WebPageElement", "isAccessibleForFree": False}
    assert json_ld.describe(page(ARTICLE | {"hasPart": part})).paywalled is True
    assert json_ld.describe(page(ARTICLE | {"isAccessibleForFree": True})).paywalled is False
    assert json_ld.describe(page(ARTICLE)).paywalled is None


def test_the_front_page_is_not_this_pages_address() -> None:
    assert json_ld.describe(page(ARTICLE | {"url": "https://example.org/"})).canonical_url is None
    assert json_ld.describe(page(ARTICLE | {"url": "javascript:void(0)"})).canonical_url is None


def test_the_section() -> None:
    assert json_ld.describe(page(ARTICLE | {"articleSection": ["Uncategorized", "World"]})).section == "World"
    assert json_ld.describe(page(ARTICLE | {"articleSection": "World, Storms, Bridges"})).section == "World"


def test_the_sites_names() -> None:
    things = (ARTICLE | {"publisher": {"name": "Example Times"}}, {"@type": "WebSite", "name": "ET"})
    assert json_ld.publisher_names(page(*things)) == ("Example Times", "ET")
    assert json_ld.site(page(*things)) == "ET"
    expert = page(ARTICLE | {"author": {"name": "Island Travel Expert"}})
    assert json_ld.describe(expert, ["Island Travel Expert"]).authors == ("Island Travel Expert",)


def test_image_addresses() -> None:
    images = ["https://example.org/a.jpg", {"@type": "ImageObject", "url": "https://example.org/b.jpg"}]
    assert list(json_ld.image_urls(page(ARTICLE | {"image": images}))) == [
        "https://example.org/a.jpg",
        "https://example.org/b.jpg",
    ]
