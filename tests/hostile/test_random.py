"""What holds for any markup, any bytes and any text: hypothesis makes them up."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

from apart import PROSE, SECRET, STORY, check
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner import Article, NotHTMLError, clean, clean_text

TAGS = (
    "html head body title meta link base script style noscript template p div span a b i em code pre br hr h1 h2 "
    "ul ol li dl dt dd table caption tr th td blockquote figure figcaption img picture source video object svg "
    "foreignObject math select option button form textarea iframe frameset noframes time article section aside "
    "nav header footer details summary dialog x-card ruby rt sup sub font center plaintext xmp embed track"
).split()
ATTRIBUTES = (
    "class id style hidden href src srcset alt title rel itemprop itemscope itemtype content name property "
    "datetime lang dir role aria-hidden aria-controls colspan rowspan type shadowrootmode open width height data-src "
    "value start http-equiv charset"
).split()
VALUES = st.one_of(
    st.sampled_from(
        "display:none left:-9999px color:#fff;background:white author published sr-only hidden true 9007199254740991 "
        "javascript:x data:, #x //x /a.jpg https://example.org/x 2024-03-02 en-US application/ld+json og:title open "
        "article:published_time NewsArticle comments related byline share caption headline canonical utf-16".split()
    ),
    st.text(max_size=12),
)
WORDS = st.one_of(
    st.sampled_from((*STORY, SECRET, "By Jo Lens", "2 March 2024", "12 comments", "Read more:", "©", " ")),
    st.text(max_size=20),
)
CHARACTERS = st.text(st.characters(), max_size=40)


def tag(name: str, attributes: list[tuple[str, str]], closed: int) -> str:
    inside = "".join(f' {key}="{value}"' for key, value in attributes)
    return (f"<{name}{inside}>", f"</{name}>", f"<{name}{inside}/>", f"<{name}{inside}")[closed]


MARKUP = st.lists(
    st.one_of(
        st.builds(
            tag,
            st.sampled_from(TAGS),
            st.lists(st.tuples(st.sampled_from(ATTRIBUTES), VALUES), max_size=3),
            st.sampled_from((0, 0, 0, 1, 1, 1, 2, 3)),
        ),
        WORDS,
        st.sampled_from(
            (
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "<!doctype html>",
                "<?xml ?>",
                "&#0;",
                "&amp;",
                "&#xE0041;",
                "\0",
                "<",
                ">",
                '"',
            )
        ),
    ),
    max_size=25,
).map("".join)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), CHARACTERS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(
                st.sampled_from(
                    "@type @id @graph headline author name datePublished image articleBody keywords".split()
                ),
                CHARACTERS,
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=10,
)
many = settings(max_examples=150, deadline=None)


def fit(call: Callable[[str], Article] | Callable[[bytes], Article], page: object) -> None:
    with suppress(NotHTMLError):
        check(call(page))  # type: ignore[arg-type]  # each strategy gives what its call takes


@given(MARKUP)
@example("<table><td><svg><foreignObject><table><noframes>")
@example("<b hidden><i><p><template shadowrootmode=open><pre><br>")
@example("<a href=#x><sup><a href=#y id=x>1</a><p id=y><ol start=9999999999><li value=-1>")
@many
def test_any_markup(markup: str) -> None:
    fit(clean, markup)
    fit(clean, markup + PROSE)
    fit(clean, markup.encode("utf-8", "surrogatepass"))


@given(MARKUP)
@many
def test_any_markup_as_text(markup: str) -> None:
    fit(clean_text, markup)


@given(
    st.binary(max_size=300),
    st.sampled_from((b"", b"<p>", b"\xff\xfe", b"\xef\xbb\xbf", b"<meta charset=gbk>", PROSE.encode())),
)
@many
def test_any_bytes(noise: bytes, before: bytes) -> None:
    fit(clean, before + noise)


@given(
    st.integers(0, 10_000),
    st.binary(min_size=1, max_size=3),
    st.sampled_from(("utf-8", "utf-16", "cp1252", "gb18030", "cp932")),
)
@many
def test_a_page_with_other_bytes_in_it(place: int, noise: bytes, codec: str) -> None:
    raw = (PROSE + "<p>Ä«é» 北の島</p>").encode(codec, "replace")
    place %= len(raw)
    fit(clean, raw[:place] + noise + raw[place + 1 :])


@given(CHARACTERS)
@many
def test_any_characters(text: str) -> None:
    for call in (clean, clean_text):
        fit(call, text)
    fit(
        clean,
        f"<title>{text}</title><meta name=author content='{text}'><p class='{text}'>{text}<pre>{text}</pre>"
        f"<img alt='{text}' src=x>",
    )


@given(JSON)
@many
def test_any_json(value: object) -> None:
    stated = json.dumps(value)
    fit(clean, f"<script type=application/ld+json>{stated}</script>{PROSE}")
    fit(clean, f"<script type=application/ld+json>[{{'@type':'Article'}},{stated}</script>{PROSE}")
