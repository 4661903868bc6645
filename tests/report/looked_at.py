"""A report as a parser sees it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser

ELEMENTS = set(
    "html head meta title style body main section header footer nav h1 h2 p ul li details summary table thead tbody tr "
    "th td fieldset legend label input span div b bdi a button svg g rect text script".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class dir id type checked title viewbox preserveaspectratio aria-hidden "
    "aria-label aria-sort role width height x y rx text-anchor href data-type data-sort data-label".split()
)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements:
            self.data.append((self.elements[-1][0], data))


def parsed(html: str) -> _Parser:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser


def text(html: str) -> str:
    """What stands in it for a reader, white space folded."""
    pieces = [data for tag, data in parsed(html).data if tag not in ("style", "script")]
    return " ".join(" ".join(pieces).split())


def classes(html: str) -> Iterator[set[str]]:
    for _, attributes in parsed(html).elements:
        yield set((attributes.get("class") or "").split())


def check_harmless(html: str) -> None:
    """Nothing but our elements and attributes, no address but of its own sections, and a policy for our own code."""
    found = parsed(html)
    assert {tag for tag, _ in found.elements} <= ELEMENTS
    assert {name for _, attributes in found.elements for name in attributes} <= ATTRIBUTES
    addresses = [attributes["href"] or "" for _, attributes in found.elements if "href" in attributes]
    assert all(re.fullmatch(r"#index|#page-\d+", address) for address in addresses)
    [policy] = [attributes["content"] or "" for _, attributes in found.elements if "http-equiv" in attributes]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    [style] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert len(scripts) <= 1
    for code in (*scripts, style):
        assert f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" in policy
