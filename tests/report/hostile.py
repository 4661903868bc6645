"""What a page may say to whoever looks at its report."""

from __future__ import annotations

from cleaner import Article, Image, Removal, TextBlock

TEXTS = (
    "</script><script>alert(1)</script>",
    "</style><style>* { display: none }</style>",
    "</title><base href=//evil.example><meta http-equiv=refresh content='0; url=//evil.example'>",
    "<img src=//evil.example/x onerror=alert(1)><svg onload=alert(1)><iframe src=javascript:alert(1)>",
    "\"'><p onclick='alert(1)' style=\"background: url(//evil.example)\">",
    "javascript:alert(document.domain)",
    "data:text/html,<script>alert(1)</script>",
    "{{ 7 * 7 }}{% for x in y %}{# {{ self }}",
    "<!-- --> ]]> <![CDATA[ -->",
    "&lt;script&gt; &#x3c;b&#x3e;",
    "\u202egpj.exe \u2066\u2067 \u202d",
    "\x00\x1b[31m\x7f\ud800\udfff",
    "a" * 100_000,
)


def article() -> Article:
    """Hostile in every field, be it one that a page does not reach."""
    some = " ".join(TEXTS[:-1])
    return Article(
        title=some,
        description=some,
        site=some,
        section=some,
        authors=TEXTS,
        tags=TEXTS,
        url=TEXTS[5],
        canonical_url=TEXTS[6],
        language=some,
        license=some,
        page_type=some,
        confidence=0.5,
        images=tuple(Image(src=text, alt=text[::-1], caption=text, credit=text) for text in TEXTS),
        blocks=tuple(TextBlock(index=2 * n, kind="code", text=text, score=0.5) for n, text in enumerate(TEXTS)),
        removed=tuple(
            Removal(index=2 * n + 1, filter=text[:200], reason=text, text=text, kind="table")
            for n, text in enumerate(TEXTS)
        ),
        removed_words={text[:200]: 3 for text in TEXTS},
        sources={"title": some},
        warnings=TEXTS,
        cleaner_version=some,
        pipeline=some,
    )
