"""Whatever stands in JSON-LD, microdata and meta: no exception, no value of a wrong type, no time out of proportion."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from apart import PROSE, STORY, all_cleaned, apart, check, cleaned

from cleaner import Article, clean

KEYS = (
    "headline name description author creator publisher datePublished dateModified dateCreated image "
    "thumbnailUrl url @id keywords articleSection mainEntityOfPage inLanguage license isAccessibleForFree "
    "hasPart articleBody text reviewBody mainEntity acceptedAnswer suggestedAnswer comment @graph @type "
    "@context alternateName contentUrl width height caption itemListElement isPartOf sameAs about jobTitle "
    "copyrightYear creditText"
).split()
TYPES: tuple[Any, ...] = (
    *(
        "NewsArticle",
        "Article",
        "Product",
        "Question",
        "QAPage",
        "WebPage",
        "Person",
        "Organization",
        "ImageObject",
        "",
    ),
    *("http://schema.org/Article", " ", "\0", None, 3, True, [], {}, ["Article", "X"], [["Article"]], ["", None, 5]),
    {"@type": "Article"},
)
VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        1.5,
        1e308,
        float("inf"),
        float("nan"),
        10**30,
        10**400,
        1_700_000_000,
        1_700_000_000_000,
    ),
    *(
        "",
        " ",
        "\0",
        "\ud800",
        "\u202e\u200d",
        "a" * 3_000,
        ",",
        "a,b;c|d",
        "true",
        "Infinity",
        "1e5",
        "١٢٣٤",
        "en",
        "zz-ZZ-zzzz",
    ),
    *(
        "2023-01-01",
        "2023-13-45T99:99:99+99:99",
        "9999-12-31T23:59:59-23:59",
        "0001-01-01",
        "2023-09-17T10:00:00+24:00",
    ),
    *(
        "http://example.org/c",
        "//example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://[::1",
        "https://exa mple/",
    ),
    *("<p>x</p>" * 20, "&lt;p&gt;x", "Jane Doe", "jane@example.org", "Jane Doe, and, John Roe &", "By", STORY[0] * 10),
)
METAS = (
    "og:title og:url og:image og:image:width og:locale og:site_name og:type twitter:title twitter:label1 "
    "twitter:data1 author description keywords date article:published_time article:modified_time article:tag "
    "article:content_tier citation_author content-language license headline datePublished image "
    "isAccessibleForFree inLanguage byl dc.date fb:app_id refresh"
).split()


def anything(chance: random.Random, depth: int) -> Any:
    """A JSON value of any shape."""
    kind = chance.random()
    if depth == 0 or kind < 0.45:
        return chance.choice(VALUES)
    if kind < 0.7:
        return [anything(chance, depth - 1) for _ in range(chance.randrange(4))]
    made = {chance.choice(KEYS): anything(chance, depth - 1) for _ in range(chance.randrange(6))}
    return made | {"@type": chance.choice(TYPES)} if chance.random() < 0.8 else made


def page(chance: random.Random) -> str:
    """A page whose structured data are of any shape, beside a story or none."""
    thing = {key: anything(chance, 3) for key in KEYS if chance.random() < 0.5} | {"@type": chance.choice(TYPES)}
    stated = chance.choice(
        [thing, [thing, anything(chance, 4)], {"@graph": [anything(chance, 4), thing]}, anything(chance, 5)]
    )
    naming = chance.choices(("name", "property", "itemprop", "http-equiv"), k=6)
    metas = "".join(
        f'<meta {attribute}="{chance.choice(METAS)}" content="{_attribute(chance.choice(VALUES))}">'
        for attribute in naming
    )
    items = "".join(
        f'<div itemscope itemtype="{_attribute(chance.choice(TYPES))}"><span itemprop="{chance.choice(KEYS)}">x</span>'
        f'<time itemprop="{chance.choice(KEYS)}" datetime="{_attribute(chance.choice(VALUES))}">y</time></div>'
        for _ in range(2)
    )
    return f"<script type=application/ld+json>{json.dumps(stated)}</script>{metas}{items}{chance.choice((PROSE, ''))}"


def _attribute(value: object) -> str:
    return str(value).replace('"', "'").encode("utf-8", "replace").decode()[:5_000]


def survive(first: int, last: int) -> int:
    """How many pages have been made into Articles that are fit to be handed on."""
    for seed in range(first, last):
        chance = random.Random(seed)
        check(clean(page(chance), url=chance.choice((None, "https://example.org/2023/01/01/x", "::", "http://[", ""))))
    return last - first


@pytest.mark.parametrize("first", [0, 300, 600, 900])
def test_data_of_any_shape(first: int) -> None:
    assert apart(survive, first, first + 300) == 300


def fields(article: Article) -> dict[str, object]:
    """What structured data could have filled."""
    return article.model_dump(
        include={"title", "description", "site", "section", "authors", "tags", "published", "license"}
    )


@pytest.mark.parametrize(
    "value", [None, True, 0, 1.5, [], {}, [[]], [None], {"@id": 3}, {"name": {}}, {"@value": []}, [{"name": []}]]
)
def test_values_of_another_type_fill_nothing(value: object) -> None:
    stated = dict.fromkeys(KEYS, value) | {"@type": "NewsArticle"}
    nothing = fields(cleaned(PROSE))
    assert fields(cleaned(f"<script type=application/ld+json>{json.dumps(stated)}</script>{PROSE}")) == nothing


def _script(text: str) -> str:
    return f"<script type=application/ld+json>{text}</script>"


LARGE: dict[str, Callable[[], str]] = {
    "brackets": lambda: _script("[" * 500_000),
    "closed brackets": lambda: _script("[" * 200_000 + "]" * 200_000),
    "nested objects": lambda: _script('{"@type":"Article","hasPart":' * 50_000),
    "quotes": lambda: _script('"' * 1_000_000),
    "escaped quotes": lambda: _script('"\\' * 500_000),
    "commas": lambda: _script("[" + "," * 1_000_000),
    "spaces after a comma": lambda: _script("[1," + " " * 1_000_000),
    "broken values": lambda: _script("{}" * 300_000 + "{"),
    "digits": lambda: _script('{"@type":"Article","x":' + "9" * 3_000_000 + "}"),
    "decimals": lambda: _script('{"@type":"Article","x":1.' + "9" * 3_000_000 + "}"),
    "a date": lambda: _script(json.dumps({"@type": "Article", "datePublished": "1/" * 1_000_000})),
    "a headline": lambda: _script(json.dumps({"@type": "Article", "headline": "x | " * 700_000})),
    "a body of tags": lambda: _script(json.dumps({"@type": "Article", "articleBody": "<a " * 1_000_000})),
    "keywords": lambda: _script(json.dumps({"@type": "Article", "keywords": "x," * 1_500_000})),
    "types": lambda: _script(json.dumps({"@type": ["Article"] * 300_000})),
    "keys": lambda: _script('{"@type":"Article",' + ",".join(f'"k{n}":{{"@type":"A"}}' for n in range(100_000)) + "}"),
    "authors": lambda: _script(
        json.dumps({"@type": "Article", "author": [{"name": f"Jo {n}"} for n in range(50_000)]})
    ),
    "things": lambda: _script(
        json.dumps([{"@type": "Article", "@id": n, "author": {"@id": n + 1}} for n in range(50_000)])
    ),
    "scripts": lambda: _script('{"@type":"Article","headline":"x"}') * 50_000,
    "metas": lambda: "".join(f"<meta name=n{n} content=x>" for n in range(100_000)),
    "metas of one name": lambda: "<meta name=author content='Jo Lens'>" * 100_000,
    "a title": lambda: "<title>" + " | x" * 700_000 + "</title>" + "<h2>Ferry boats</h2>" * 5_000,
    "titles in metas": lambda: (
        f"<meta property=og:title content='{'x y z ' * 500}'>" * 1_000 + "<h2>Ferry</h2>" * 5_000
    ),
    "an author": lambda: "<meta name=author content='" + "By A. " * 500_000 + "'>",
    "a language": lambda: "<html lang='" + "en-" * 500_000 + "'>",
    "a date of digits": lambda: "<meta name=date content='" + "2023-01-" * 300_000 + "'>",
    "canonical addresses": lambda: "<link rel=canonical href=x>" * 100_000 + "<img src=a.jpg>" * 20_000,
    "a base": lambda: "<base href='http://example.org/" + "x" * 2_000_000 + "'>" + "<img src=a.jpg>" * 20_000,
    "relations": lambda: "<link rel='" + "a " * 1_000_000 + "' href=x>",
    "itemprops": lambda: "<div itemscope>" + "<meta itemprop=datePublished content=2020-01-01>" * 100_000 + "</div>",
    "names of an itemprop": lambda: "<meta itemprop='" + "author " * 300_000 + "' content=x>",
    "itemtypes": lambda: "<div itemtype='" + "http://schema.org/Article " * 100_000 + "'>x</div>",
    "times": lambda: "<time datetime=2020-01-01>1 May 2020</time>" * 100_000,
    "sizes of an image": lambda: "<img srcset='" + "/a.jpg 100w," * 200_000 + "'>",
    "commas of an image": lambda: "<img srcset='" + "," * 1_000_000 + "'>",
    "a shared image": lambda: "<meta property=og:image content='https://example.org/og" + "1" * 1_900 + "!'>",
    "dates in the text": lambda: "<h1>Ferry</h1>" + "<p>Published 1 May 2020 by Jo Lens</p>" * 20_000,
    "digits in the text": lambda: "<h1>Ferry</h1><p>" + "2" * 1_000_000 + "</p><p>" + "1/" * 500_000 + "</p>",
    "names in a byline": lambda: "<h1>Ferry</h1><p>By " + "Jo Lens, " * 100_000 + "</p>",
    "footnotes": lambda: "<p>" + "<sup><a href=#n>1</a></sup> " * 50_000 + "<p id=n>x</p>",
    "copies of a paragraph": lambda: (
        f"<p>{STORY[0]} {STORY[1]} {'word ' * 500_000}.</p>" + f"<p>{STORY[0]} {STORY[1]}.</p>" * 10_000
    ),
    "a quote of many words": lambda: (
        "<blockquote>"
        + " ".join(f"w{n}" for n in range(30_000))
        + ". End.</blockquote><p>"
        + " ".join(f"w{n}" for n in range(30_000, -1, -1))
        + ". It goes on."
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_no_time_out_of_proportion(name: str) -> None:
    assert all(sentence in cleaned(LARGE[name]() + PROSE).model_dump_json() for sentence in STORY[:2])


def test_a_warning_says_that_not_all_of_it_was_read() -> None:
    much = json.dumps({"@type": "Article", "articleBody": "x" * 4_100_000})
    whole, cut = all_cleaned([PROSE, _script(much) + PROSE])
    assert whole.warnings == ()
    assert cut.warnings == ("cut_length",)
