"""Markdown says the body again: a Markdown parser gives its words back, whatever the text is."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cleaner import Article, Cleaner, Image, TextBlock, clean_text
from cleaner.article import Container, Merged, Span

PARSERS = (MarkdownIt("commonmark").enable("table"), MarkdownIt("default", {"html": True}))
NASTY = (
    *("1. x", "12) x", "# x", "####### x", "#", "*a*", "**", "_a_", "__init__", "a_b", "`", "``x`", "<b>", "</b>"),
    *("&amp;", "&#42;", "&", "[x](y)", "![x](y)", "[x]: y", "[^1]: y", "[ ] x", "|", "a|b", ":-:|-", "---", "- - -"),
    *("===", "> ", ">x", " x", "    x", "+", "+ x", "- x", "-5", "a\\", "\\", "\\*", "~~~", "~~x~~", "<!-- x", "<?x"),
    *(
        "https://example.org/a_b_c?d=*e*&copy;=1",
        "<https://example.org>",
        "a@b.example",
        "x  ",
        "!",
        "!x",
        "***",
        "1*2",
    ),
    *("“x”", "(x)", "漢字", "「漢」", "don't", "x:", ":", ".", "€5", "🙂", "e\u0301", "\u200dx", "a  b", "<a", "5 < 6"),
)
words = st.one_of(st.sampled_from(NASTY), st.sampled_from(("oak", "larch", "Ende")), st.text(max_size=6))
joints = st.sampled_from((" ", " ", ""))
KINDS = ("emphasis", "strong", "code", "link", "sub", "sup", "break")
TARGETS = (
    "https://example.org/a",
    "https://example.org/a(b)?c=*d*&amp;e=[f]",
    "https://x.example/`a`|b\\",
    "javascript:x",
)


class Rendered(HTMLParser):
    """The text of a page, a space between blocks."""

    INLINE = frozenset("a em strong code sub sup s".split())

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def words_of(text: str) -> list[str]:
    return text.replace("\0", "\ufffd").split()


@st.composite
def texts(draw: st.DrawFn) -> str:
    drawn = draw(st.lists(words, min_size=1, max_size=6))
    return "".join(word + draw(joints) for word in drawn)


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    """Any spans at all, also such as cross and such as reach beyond the text."""
    places = st.integers(0, len(text) + 1)
    found = []
    for kind in draw(st.lists(st.sampled_from(KINDS), max_size=5)):
        start, end = sorted((draw(places), draw(places)))
        if kind == "break":
            start = text.find(" ", start)
            end = start + 1
        if start >= 0:
            target = draw(st.sampled_from(TARGETS)) if kind == "link" else None
            found.append(Span._make((start, end, kind, target)))
    return tuple(found)


@st.composite
def containers(draw: st.DrawFn, index: int) -> tuple[Container, ...]:
    """What stands in a small tree of lists and quotes; which box is which goes by few numbers."""
    found: list[Container] = []
    for _ in range(draw(st.integers(0, 3))):
        first = draw(st.integers(max(0, index - 1), index))
        if draw(st.booleans()):
            found.append(Container("quote", first))
        else:
            ordered = draw(st.booleans())
            found.append(Container("list", draw(st.integers(0, 1)), "ordered" if ordered else ""))
            found.append(Container("item", first, str(draw(st.integers(0, 12))) if ordered else ""))
    return tuple(found)


@st.composite
def blocks(draw: st.DrawFn, index: int) -> TextBlock:
    kind = draw(st.sampled_from(("paragraph", "paragraph", "heading", "list_item", "quote", "code", "table", "other")))
    within = draw(containers(index)) if draw(st.booleans()) else ()
    level = draw(st.integers(1, 3)) if kind in ("heading", "list_item") else None
    if kind == "table":
        rows = draw(
            st.lists(
                st.lists(texts().map(lambda cell: " ".join(cell.split())), min_size=1, max_size=3).map(tuple),
                min_size=1,
                max_size=3,
            )
        )
        text = "\n".join("\t".join(row) for row in rows)
        merged = (Merged(0, 0, draw(st.integers(1, 3)), draw(st.integers(1, 3))),)
        return TextBlock(
            index=index,
            kind="table",
            text=text,
            rows=tuple(rows),
            spans=draw(spans(text)),
            within=within,
            header_rows=draw(st.integers(0, 2)),
            merged=merged,
        )
    text = draw(texts())
    if kind == "code":
        text = text.strip("\n\r") or "x"
    return TextBlock(
        index=index,
        kind=kind,
        text=text,
        level=level,
        spans=draw(spans(text)),
        within=within,
        language=draw(st.sampled_from((None, "c++", "a`b"))),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    return Article(blocks=tuple(draw(blocks(index)) for index in range(draw(st.integers(1, 4)))))


def bare(block: TextBlock) -> str:
    """The text without the sign with which a line of plain text begins."""
    sign = re.match(r"(?:[-*+•‣◦–▪o]|\d{1,9}[.)])\s+(?=\S)", block.text)
    return block.text[sign.end() :] if sign and block.kind == "list_item" and not block.within else block.text


@given(articles())
@settings(max_examples=400, deadline=None)
def test_a_markdown_parser_gives_the_words_back(article: Article) -> None:
    expected = [word for block in article.blocks for word in words_of(bare(block))]
    for links in (True, False):
        markdown = article.to_markdown(links=links)
        for parser in PARSERS:
            assert words_of("".join(Rendered(parser.render(markdown)).parts)) == expected, markdown


# ---------------------------------------------------------------- pages
PAGE = """<title>Oaks</title><article><h1>Oaks</h1><h2>How <b>old</b> they grow #</h2>
<p>The <b>oldest</b> oak of the <a href="/valley">valley</a> stands behind the mill,<br>as the <i>keeper</i> of it
says, and nobody knows its age.<sup><a href="#fn1">1</a></sup></p>
<figure><img src="/oak.jpg" alt="An [oak]" width=600 height=400><figcaption>The oak in May. Photo: Jo Lens</figcaption>
</figure><p>What is known of the other trees of the valley can be said in a few lines, and here they are:</p>
<ol start="3"><li>The larch is younger than the oak.<ul><li>It was planted by the miller.</ul>
<li>The ash is older than the larch.</ol>
<blockquote><p>A tree is a tree, and a mill is a mill, as the miller used to say.</p></blockquote>
<pre><code class="language-python">for tree in trees:
    print("```", tree)
</code></pre>
<p>The list of all trees is kept in the mill, where everybody may see it on any day of the week:</p>
<table><tr><th>Tree<th colspan="2">Age | year<tr><td>Oak<td>400<td>1624<tr><td>Larch<td>90<td>1934</table>
<ol><li id="fn1">The keeper has counted up to four hundred. <a href="#r1">↩</a></ol></article>"""
MARKDOWN = r"""## How **old** they grow \#

The **oldest** oak of the [valley](https://a.example/valley) stands behind the mill,\
as the *keeper* of it says, and nobody knows its age.[^1]

![An \[oak\]](https://a.example/oak.jpg)\
The oak in May. (Jo Lens)

What is known of the other trees of the valley can be said in a few lines, and here they are:

3. The larch is younger than the oak.
   - It was planted by the miller.
4. The ash is older than the larch.

> A tree is a tree, and a mill is a mill, as the miller used to say.

````python
for tree in trees:
    print("```", tree)
````

The list of all trees is kept in the mill, where everybody may see it on any day of the week:

| Tree | Age \| year |  |
| --- | --- | --- |
| Oak | 400 | 1624 |
| Larch | 90 | 1934 |

[^1]: The keeper has counted up to four hundred."""


def everything(html: str) -> Article:
    """The Article of a page of which the rules for navigation and the model's scores take nothing."""
    cleaner = Cleaner(keep=("navigation", "boilerplate", "appended", "repeats"))
    return cleaner.clean(html, url="https://a.example/oaks")


def test_a_page_as_markdown() -> None:
    article = everything(PAGE)
    assert article.to_markdown(images=True) == MARKDOWN
    assert Article.model_validate_json(article.model_dump_json()).to_markdown(images=True) == MARKDOWN


def test_without_links_and_images() -> None:
    markdown = everything(PAGE).to_markdown(links=False)
    assert "of the valley stands" in markdown
    assert "![" not in markdown


def test_what_the_parser_makes_of_it_is_what_the_page_has() -> None:
    tags = Rendered(PARSERS[0].render(MARKDOWN)).tags
    for tag in ("ol", "ul", "blockquote", "pre", "code", "table", "img", "a", "em", "h2"):
        assert tags.count(tag) == 1, tag
    assert (tags.count("li"), tags.count("br"), tags.count("strong")) == (3, 2, 2)


@pytest.mark.parametrize(
    "html",
    [
        "<p>A link that <a href='javascript:alert(1)'>runs</a> what a page wants to run, and should not.",
        "<p>Another that <a href='data:text/html,<script>alert(1)</script>'>holds</a> what a page wants to run.",
        "<p>Words in brackets &lt;script&gt;alert(1)&lt;/script&gt; are words and no element, wherever they stand.",
        "<p>An image &lt;img src=x onerror=alert(1)&gt; that stands in the text is text and no image at all.",
    ],
)
def test_nothing_of_a_hostile_page_runs(html: str) -> None:
    rendered = PARSERS[0].render(everything(html).to_markdown(images=True))
    assert set(Rendered(rendered).tags) <= {"p"}


def test_an_empty_body_is_empty() -> None:
    assert Article().to_markdown() == ""
    assert Article(blocks=(TextBlock(index=0, kind="heading", text=" "),)).to_markdown() == ""


def test_captions_without_a_picture_and_images_without_a_place() -> None:
    images = (Image(caption="# The oak", credit="Jo"), Image(src="https://a.example/b", before=7), Image(alt="nothing"))
    assert Article(images=images).to_markdown(images=True) == "\\# The oak (Jo)\n\n![](https://a.example/b)"


def test_an_image_stands_in_the_list_around_it() -> None:
    within = (Container("list", 0), Container("item", 0))
    blocks = tuple(TextBlock(index=at, kind="list_item", text=text, within=within) for at, text in enumerate("ab"))
    article = Article(blocks=blocks, images=(Image(src="https://a.example/b", before=1),))
    assert article.to_markdown(images=True) == "- a\n\n  ![](https://a.example/b)\n\n  b"


def test_levels_of_headings_are_those_there_are() -> None:
    for level, signs in ((None, "#"), (0, "#"), (3, "###"), (9, "######")):
        assert (
            Article(blocks=(TextBlock(index=0, kind="heading", text="x", level=level),)).to_markdown() == f"{signs} x"
        )


def test_plain_text_as_markdown() -> None:
    steps = ("3) Cover the rib with two litres of cold water.", "4) Shred the cabbage as finely as patience allows.")
    assert clean_text("\n".join(steps)).to_markdown().split("\n") == [step.replace(")", ".") for step in steps]


def test_many_spans_take_linear_time() -> None:
    begun = time.process_time()
    many = "".join(f"<b>a</b> <sup><a href=#x>{at % 9}</a></sup> <code>`</code> <i>b</i>" for at in range(5_000))
    article = everything(f"<p>{many}<p id=x>A note, and no more than a note, in so many words.")
    assert len(article.blocks[0].spans) > 10_000
    article.to_markdown()
    assert time.process_time() - begun < 10
