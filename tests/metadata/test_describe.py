import html
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.block import ROOT, Block, Box, Facts, Page, Picture, Time
from cleaner.metadata import Fields, describe, images
from cleaner.parse import parse
from cleaner.parse.structured import read_json_ld

URL = "https://www.example.org/story"
TITLE = "Bridge closed after the storm"
STORY = (
    "The bridge was closed on Sunday after the storm had torn two cables from its pylons.",
    "Engineers were to look at the damage on Monday, the city said in a statement to the press.",
)


def page(
    *above: str | Block, below: tuple[str, ...] = (), url: str | None = URL, **facts: object
) -> tuple[Page, tuple[Block, ...]]:
    """A page with its headline, some lines above the story, the story, some lines below; and its body."""
    blocks = [Block(0, TITLE, "heading", level=1)]
    for one in (*above, *STORY, *below):
        blocks.append(one if isinstance(one, Block) else Block(len(blocks), one))
    start = 1 + len(above)
    return Page(tuple(blocks), facts=Facts(**facts), url=url), tuple(blocks[start : start + len(STORY)])  # type: ignore[arg-type]


def fields(*above: str | Block, below: tuple[str, ...] = (), url: str | None = URL, **facts: object) -> Fields:
    made, body = page(*above, below=below, url=url, **facts)
    return describe(made, {}, body)


def test_a_page_without_any_metadata() -> None:
    found = fields("By Jane Doe", "September 17, 2023")
    assert (found.title, found.authors, found.published) == (TITLE, ("Jane Doe",), date(2023, 9, 17))
    assert found.sources == {"title": "page", "authors": "page", "published": "page"}


def test_nothing_at_all() -> None:
    assert describe(Page(()), {}, ()) == Fields()


def test_the_dates_and_names_of_comments_and_teasers_are_not_the_storys() -> None:
    box = Box("div", ROOT, frozenset(["comment"]))
    found = fields(Block(1, "By A Reader on September 17, 2023", box=box))
    assert (found.authors, found.published) == ((), None)
    assert fields(below=("Another story", "September 17, 2023")).published is None


def dated(shown: str, declared: str, url: str = URL) -> str:
    """The published day of a page that shows and declares these."""
    return str(fields(shown, url=url, meta={"article:published_time": (declared,)}).published)[:10]


def test_an_earlier_day_that_the_page_shows_is_when_it_was_published() -> None:
    assert dated("September 10, 2023", "2023-09-17T10:15:00Z") == "2023-09-10"
    assert dated("September 24, 2023", "2023-09-17T10:15:00Z") == "2023-09-17"
    assert dated("10.9.2023", "2023-10-09T10:15:00Z") == "2023-10-09"  # an American writes it


def test_the_same_moment_is_of_two_days() -> None:
    assert dated("September 16, 2023", "2023-09-17T02:15:00Z") == "2023-09-17"
    assert dated("September 16, 2023", "2023-09-17T02:15:00Z", "https://example.org/2023/09/16/a") == "2023-09-16"
    assert dated("September 18, 2023", "2023-09-17T22:15:00Z", "https://example.org/2023/09/18/a") == "2023-09-18"
    assert dated("September 16, 2023", "2023-09-17T22:15:00Z") == "2023-09-16"  # nowhere is it the 16th
    assert dated("September 16, 2023", "2023-09-17T02:15:00+02:00") == "2023-09-17"
    assert dated("September 16, 2023", "2023-09-17T02:15:00") == "2023-09-16"


def test_declared_before_shown_and_the_publisher_last() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "author": "Example Times",
        "publisher": {"name": "Example Times"},
    }
    json_ld = read_json_ld([json.dumps(article)])
    assert fields("By Jane Doe", json_ld=json_ld).authors == ("Jane Doe",)
    assert fields(json_ld=json_ld).authors == ("Example Times",)
    assert fields("By Jane Doe", meta={"author": ("Jane M. Doe",)}).authors == ("Jane M. Doe",)
    assert fields("By Jane Doe", meta={"author": ("jdoe",)}).authors == ("Jane Doe",)


def test_a_byline_that_names_more_people_is_the_better_one() -> None:
    assert fields("By Jane Doe and John Roe", meta={"author": ("Jane Doe",)}).authors == ("Jane Doe", "John Roe")


def test_the_original_day_that_the_page_shows() -> None:
    meta = {"article:published_time": ("2023-09-17T08:00:00Z",)}
    assert fields("March 1, 2021", meta=meta).published == date(2021, 3, 1)
    assert str(fields("September 16, 2023", meta=meta).published)[:10] == "2023-09-17"  # the same day elsewhere
    assert str(fields("October 20, 2023", meta=meta).published)[:10] == "2023-09-17"


def test_no_date_after_the_crawl() -> None:
    made, body = page("September 17, 2023", meta={"article:published_time": ("2024-01-01",)})
    crawled = Page(made.blocks, facts=made.facts, url=URL, crawled=date(2023, 12, 1))
    assert describe(crawled, {}, body).published == date(2023, 9, 17)


def test_the_address_has_the_last_word() -> None:
    found = fields(url="https://example.org/2023/09/17/story")
    assert (found.published, found.sources["published"]) == (date(2023, 9, 17), "url")


def test_language_is_checked_against_the_body() -> None:
    body = (Block(0, "这座桥在星期日的暴风雨之后被关闭，因为两根缆绳从塔上被扯了下来，市政府正在评估损失。"),)
    found = describe(Page(body, facts=Facts(lang="en")), {}, body)
    assert (found.language, found.sources["language"]) == ("zh", "page")


def test_plain_text() -> None:
    texts = ("World", TITLE, "AFP", "Published", *STORY)
    blocks = tuple(Block(n, text) for n, text in enumerate(texts))
    made = Page(blocks, facts=Facts(dateline="2023-09-17"), plain=True)
    found = describe(made, {"title": blocks[1:2], "byline": blocks[2:3], "section": blocks[:1]}, blocks[4:])
    assert (found.title, found.authors, found.section, found.published) == (TITLE, ("AFP",), "World", date(2023, 9, 17))
    assert set(found.sources.values()) == {"text"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = (
    "@id @type headline name author creator publisher datePublished dateModified description keywords articleSection "
    "inLanguage isAccessibleForFree license image url mainEntityOfPage hasPart review itemListElement"
).split()
THINGS = st.lists(
    st.fixed_dictionaries(
        {"@type": st.sampled_from(["NewsArticle", "WebPage", "WebSite", "Person"]) | JSON},
        optional={key: JSON for key in KEYS if key != "@type"},
    ),
    max_size=3,
)
META = st.dictionaries(
    st.sampled_from(
        "og:title og:image author article:author article:published_time article:tag keywords date og:locale og:url "
        "og:site_name description dc.rights citation_author".split()
    ),
    st.lists(st.text(max_size=30), min_size=1, max_size=3).map(tuple),
)


def assert_right_types(found: Fields) -> None:
    for name in ("title", "description", "site", "section", "canonical_url", "language", "license"):
        value = getattr(found, name)
        if value is not None:
            assert isinstance(value, str)
            assert 0 < len(value.encode("utf-8")) <= 8_000
            assert value.strip() == value
    for values in (found.authors, found.tags):
        assert isinstance(values, tuple)
        assert len(values) <= 100
        assert all(value.strip() for value in values)
    assert all(value is None or isinstance(value, date) for value in (found.published, found.modified))
    assert found.paywalled in (None, True, False)
    assert set(found.sources) == {
        name for name in Fields.__slots__ if name != "sources" and getattr(found, name) not in (None, ())
    }


@settings(max_examples=200, deadline=None)
@given(
    things=THINGS,
    meta=META,
    texts=st.lists(st.text(min_size=1, max_size=60), max_size=6),
    attributes=st.dictionaries(
        st.sampled_from(["src", "srcset", "data-src", "alt", "width", "class"]), st.text(max_size=30)
    ),
    href=st.text(max_size=30),
)
def test_any_value_gives_the_right_types(
    things: list[dict[str, object]],
    meta: dict[str, tuple[str, ...]],
    texts: list[str],
    attributes: dict[str, str],
    href: str,
) -> None:
    blocks = tuple(Block(n, text) for n, text in enumerate(texts))
    facts = Facts(
        title=href,
        meta=meta,
        links={"canonical": (href,), "license": (href,)},
        json_ld=read_json_ld([json.dumps(thing) for thing in things]),
        microdata=tuple((name, href) for name in ("author", "datepublished", "image")),
        pictures=(Picture(attributes, (attributes,), 0, ROOT),),
        times=(Time(href, 0),),
        lang=href,
        base=href,
        dateline=href,
    )
    made = Page(blocks, facts=facts, url=href)
    roles = {
        "title": blocks[:1],
        "byline": blocks[1:2],
        "caption": blocks[2:3],
        "tags": blocks[3:4],
        "credit": blocks[4:5],
    }
    assert_right_types(describe(made, roles, blocks[2:]))  # type: ignore[arg-type]
    for image in images(made, roles, blocks[2:]):  # type: ignore[arg-type]
        assert image.src is None or image.src.startswith(("http://", "https://"))


def test_deep_and_huge_values() -> None:
    deep: object = "end"
    for _ in range(50):
        deep = {"name": deep, "author": [deep]}
    things = [
        {"@type": "NewsArticle", "headline": "x" * 100_000, "author": [f"Jane Doe {n}" for n in range(5_000)]},
        {
            "@type": ["NewsArticle"] * 5_000,
            "author": {"@id": "#a"},
            "@id": "#a",
            "keywords": ["k"] * 5_000,
            "name": "y" * 9_000,
        },
    ]
    made, body = page(
        json_ld=read_json_ld([json.dumps(things)]), title="z" * 100_000, meta={"keywords": ("a," * 50_000,)}
    )
    assert_right_types(describe(made, {}, body))


PROSE = "".join(f"<p>{text}" for text in STORY)
VALID = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "author": [{"@type": "Person", "name": "Jane Doe"}],
                "datePublished": "2023-09-17T10:15:00+02:00",
                "image": {"@type": "ImageObject", "url": "https://www.example.org/bridge.jpg"},
                "isAccessibleForFree": False,
            }
        ],
    }
)


def of_markup(head: str, url: str | None = URL) -> Fields:
    made = parse(f"<html lang=en><head>{head}</head><body><h1>{TITLE}</h1>{PROSE}</body></html>", url=url)
    return describe(made, {}, tuple(block for block in made.blocks if block.text in STORY))


def json_ld_of(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "null",
        "[]",
        "{",
        '{"@type": "NewsArticle", "headline": ',
        '{"@type": "NewsArticle", "author": {"name": "Jane',
        "[" * 100_000,
        '{"@graph":' * 5_000,
        "\x00\x01\ufeff",
        VALID.replace('"', "'"),
        "var data = " + VALID,
        '{"@type": NaN, "author": Infinity}',
        '{"@type": "NewsArticle", "datePublished": 1e999, "author": 12345678901234567890123456789}',
        '{"@type": "NewsArticle", "headline": "\\ud800", "author": "\\udfff"}',
    ],
)
def test_broken_json_ld_says_nothing_and_breaks_nothing(broken: str) -> None:
    found = of_markup(json_ld_of(broken) + "<meta name=author content='John Roe'>")
    assert_right_types(found)
    assert (found.title, found.authors) == (TITLE, ("John Roe",))


@settings(max_examples=100, deadline=None)
@given(
    at=st.integers(0, len(VALID)),
    cut=st.integers(0, 40),
    noise=st.text(alphabet='{}[]",:\\/<>&;nulltrue0', max_size=6),
)
def test_mangled_json_ld(at: int, cut: int, noise: str) -> None:
    assert_right_types(of_markup(json_ld_of(VALID[:at] + noise + VALID[at + cut :])))


PROPERTIES = st.lists(
    st.tuples(
        st.sampled_from(
            "author headline datePublished image keywords url isAccessibleForFree articleSection license".split()
        ),
        st.text(max_size=20),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(properties=PROPERTIES, itemtype=st.text(max_size=20))
def test_microdata_of_any_shape(properties: list[tuple[str, str]], itemtype: str) -> None:
    stated = "".join(
        f'<meta itemprop="{name}" content="{html.escape(value)}"><div itemscope itemprop="{name}">'
        for name, value in properties
    )
    assert_right_types(of_markup(f'<div itemscope itemtype="{html.escape(itemtype)}">{stated}'))


@pytest.mark.parametrize("author", [None, True, 5, 1.5, "", [], {}, [[["x"]]], {"name": {"name": []}}, {"@id": {}}])
def test_wrongly_typed_authors(author: object) -> None:
    thing = {"@type": "NewsArticle", "headline": TITLE, "author": author, "creator": author, "publisher": author}
    found = of_markup(json_ld_of(json.dumps(thing)))
    assert_right_types(found)
    assert found.authors == ()


def test_where_sources_contradict_each_other() -> None:
    thing = {
        "@type": "NewsArticle",
        "headline": "What a search engine is told",
        "author": "Jane Doe",
        "url": "javascript:void(0)",
        "inLanguage": "zh",
        "isAccessibleForFree": "perhaps",
    }
    found = of_markup(
        f"{json_ld_of(json.dumps(thing))}<title>Something else | Example Times</title>"
        "<meta name=author content='John Roe'><meta property=og:url content='data:text/html,x'>"
        "<meta property=og:title content='A third title'><link rel=canonical href='mailto:jane@example.org'>"
    )
    assert_right_types(found)
    assert (found.title, found.authors, found.language) == (TITLE, ("Jane Doe",), "en")
    assert (found.canonical_url, found.paywalled) == (None, None)


def test_things_that_refer_to_each_other_in_a_circle() -> None:
    things = [
        {"@type": "NewsArticle", "@id": "#a", "headline": TITLE, "author": {"@id": "#b"}},
        {"@type": "Person", "@id": "#b", "name": {"@id": "#a"}, "author": {"@id": "#b"}},
    ]
    found = of_markup(json_ld_of(json.dumps({"@graph": things})))
    assert_right_types(found)
    assert found.authors == ()
