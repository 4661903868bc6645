"""Inline markup as a TextBlock has it."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.article import Span
from cleaner.block import Page
from cleaner.metadata.address import absolute
from cleaner.parse import parse
from cleaner.structure import structures


def spans(html: str, url: str | None = "https://a.example/b/c") -> list[list[Span]]:
    page: Page = parse(html, url=url)
    return [list(fields.get("spans", ())) for fields in structures(page, page.blocks)]


def test_links_are_absolute() -> None:
    assert spans("<p><a href='/x?y=1#z'>a</a> <a href=d>b</a> <a href='https://b.example'>c</a>") == [
        [
            Span(0, 1, "link", "https://a.example/x?y=1#z"),
            Span(2, 3, "link", "https://a.example/b/d"),
            Span(4, 5, "link", "https://b.example"),
        ]
    ]
    assert spans("<base href=/e/><p><a href=d>b</a>") == [[Span(0, 1, "link", "https://a.example/e/d")]]


def test_links_that_lead_nowhere_are_none() -> None:
    assert spans("<p><a href='javascript:x()'>a</a> <a href='data:text/html,x'>b</a> <a href=' '>c</a>") == [[]]
    assert spans("<p><a href=/d>b</a>", url=None) == [[]]


def test_signs_of_footnotes_and_back() -> None:
    html = "<p>Oak<sup><a href=#n>1</a></sup> <a href=#m>map</a></p><p id=n>Old. <a href=#r>↩</a>"
    assert spans(html) == [
        [Span(3, 4, "sup"), Span(3, 4, "note", "n"), Span(5, 8, "link", "https://a.example/b/c#m")],
        [Span(5, 6, "back")],
    ]


def test_an_article_has_them() -> None:
    article = clean("<article><p>The <em>oldest</em> oak of the valley stands <b>here</b>, they say.</article>")
    assert [(block.spans, block.language) for block in article.blocks] == [
        ((Span(4, 10, "emphasis"), Span(36, 40, "strong")), None)
    ]


@pytest.mark.parametrize("url", ["https://a.example:8080/b/c?d#e", "http://a.example", None])
@pytest.mark.parametrize("base", ["", "<base href='/e/'>", "<base href='https://b.example/f/g'>"])
def test_the_short_cut_leads_where_the_long_way_leads(url: str | None, base: str) -> None:
    targets = ("/", "/x/y.html?z=/../a#b", "/x/./y", "/../x", "//c.example/x", "x", "?x", "#x", "/ä", "/a b", "/x.y/.z")
    links = "".join(f'<a href="{target}">{target}</a>, ' for target in targets)
    page = parse(f"{base}<p>{links}", url=url)
    (fields,) = structures(page, page.blocks)
    found = [absolute(target, page) for target in targets]
    assert [span.target for span in fields["spans"]] == [target for target in found if target]
