"""What fuzzers have found, each once mended."""

from __future__ import annotations

import pytest
from apart import PROSE, cleaned


@pytest.mark.parametrize(
    "html",
    [
        "<pre class='language-py'><h2>x</h2>",  # a heading in code has no span that names a language
        "<pre><code class='hljs python'><h2>x <b>y</b></h2></code></pre>",
    ],
)
def test_every_value_is_of_its_type(html: str) -> None:
    cleaned(PROSE + html)


def test_the_scheme_of_an_address_in_any_case() -> None:
    stated = (
        "<link rel=canonical href='hTTpS://example.org/x'><meta property=og:image content='HTTP://example.org/y.jpg'>"
    )
    article = cleaned(stated + PROSE)
    assert article.canonical_url == "https://example.org/x"
    assert [image.src for image in article.images] == ["http://example.org/y.jpg"]


@pytest.mark.parametrize(
    "html",
    [
        f"<figure><img src=/a.jpg><figcaption>A long word.{' A on' * 28} zz</figcaption></figure>",
        f"<link rel=canonical href='{'a ' * 60_000}/'>",
        "<figure><img src=/a.jpg><figcaption>The pier in the storm.</figcaption></figure><p>word</p>" * 4_000,
        f"<div id=m>{'<p>word<sup><a href=#m>1</a></sup>' * 25_000}</div>",
    ],
    ids="credit address captions footnotes".split(),
)
def test_what_took_time_out_of_proportion(html: str) -> None:
    article = cleaned(html + PROSE)
    texts = [*(block.text for block in article.blocks), *(removed.text for removed in article.removed)]
    assert any("nine hours" in text for text in texts)
