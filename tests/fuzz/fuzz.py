"""Coverage-guided fuzzing of the library, by hand: it runs until it is stopped, or as long as it is told.

    pip install atheris
    python tests/fuzz/fuzz.py clean|clean_text|structured [FOLDER] [-max_total_time=600]

What follows is libFuzzer's: the folder to which inputs go that reach new code, and its options. An input that makes the
library raise, hang or crash is written to the working directory; `python tests/fuzz/fuzz.py clean FILE` runs it again.
"""

from __future__ import annotations

import sys
from contextlib import suppress

import atheris

with atheris.instrument_imports(include=["cleaner"]):
    from cleaner import Article, NotHTMLError, clean, clean_text
    from cleaner.metadata import describe
    from cleaner.pipeline import read

CHARSETS = (None, "utf-8", "utf-16", "windows-1252", "shift_jis", "gbk", "no-such-charset")
ADDRESSES = (None, "https://example.org/2024/03/02/ferry", "//", "http://[::1")
STORY = (
    "<p>The ferry to the northern islands sails again, the harbour master said on Monday, and nobody believed him.</p>"
)
DATA = (
    ("<script type=application/ld+json>", "</script>"),
    ('<script type=application/ld+json>{"@type":"NewsArticle",', "}</script>"),
    ('<script type=application/ld+json>{"@graph":[{"@type":["Article"],"headline":', "}]}</script>"),
    ("<div itemscope itemtype=http://schema.org/Article><meta itemprop=author content='", "'></div>"),
    ("<meta property=article:published_time content='", "'>"),
    ("<meta name=author content='", "'><h1>Ferry</h1><p class=byline>"),
    ("<meta property=og:image content='", "'><link rel=canonical href='"),
    ("<html lang='", "'>"),
    ("<h1>Ferry</h1><p class=byline>", "</p>"),
    ("<figure><img src=a.jpg srcset='", "'><figcaption>Photo: </figcaption></figure>"),
    ("<p style='", f"'>{STORY}"),
)


def fit(article: Article) -> None:
    """Raises where the Article does not survive its trip through JSON."""
    assert Article.model_validate_json(article.model_dump_json()) == article
    assert not {chr(code) for code in range(32)} - set("\t\n") & set(article.text)
    for address in (article.canonical_url, *(image.src for image in article.images)):
        assert address is None or address.startswith(("http://", "https://"))


def fuzz_clean(data: bytes) -> None:
    """A page of these bytes, the first two of which choose charset and address."""
    choice = (*data[:2], 0, 0)
    page: bytes | str = data[2:]
    if choice[0] % 8 == 7:
        page = data[2:].decode("utf-8", "surrogateescape")
    with suppress(NotHTMLError):
        fit(clean(page, charset=CHARSETS[choice[0] % 7], url=ADDRESSES[choice[1] % 4]))


def fuzz_clean_text(data: bytes) -> None:
    """A text of these bytes."""
    with suppress(NotHTMLError):
        fit(clean_text(data.decode("utf-8", "surrogateescape"), url=ADDRESSES[len(data) % 4]))


def fuzz_structured(data: bytes) -> None:
    """Structured data in one of the frames that pages have for them, the first byte says which, and a story."""
    before, after = DATA[data[0] % len(DATA)] if data else DATA[0]
    html = before + data[1:].decode("utf-8", "replace") + after + STORY * 2
    page = read(html, url=ADDRESSES[1])
    describe(page, {}, page.original)
    fit(clean(html))


TARGETS = {"clean": fuzz_clean, "clean_text": fuzz_clean_text, "structured": fuzz_structured}


def main() -> None:
    """Fuzzes the target that the first argument names."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        raise SystemExit(f"say which target: {', '.join(TARGETS)}")
    target = TARGETS[sys.argv.pop(1)]
    clean(STORY * 5)  # reads weights and language files
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
