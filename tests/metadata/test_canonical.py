"""Which address may be the one that a page gives itself."""

from __future__ import annotations

import pytest

from cleaner.block import Page
from cleaner.metadata.canonical import own_address

URL = "https://example.org/2023/bridge"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        (URL, URL),
        ("https://www.example.org/bridge?page=2", "https://www.example.org/bridge?page=2"),
        ("//example.org/bridge", "https://example.org/bridge"),
        ("/bridge/", "https://example.org/bridge/"),
        ("bridge", "https://example.org/2023/bridge"),
        ("http://localhost/bridge", "http://localhost/bridge"),
        ("http://[2001:db8::1]/bridge", "http://[2001:db8::1]/bridge"),
        ("Bridge closed after the storm", None),
        ("https://example.org/", None),
        ("https://name-of-a-machine/bridge", None),
        ("http://[broken", None),
        ("javascript:void(0)", None),
        ("data:text/html,bridge", None),
        ("mailto:jane@example.org", None),
        ("about:blank", None),
        ("", None),
        (" ", None),
        (None, None),
        (5, None),
        ([URL], None),
        ({"@id": URL}, None),
    ],
)
def test_the_address_of_a_page(href: object, expected: str | None) -> None:
    assert own_address(href, Page((), url=URL)) == expected


def test_a_site_may_be_the_page() -> None:
    assert own_address("https://example.org/", Page((), url="https://example.org")) == "https://example.org/"
    assert own_address("https://example.org/", Page(())) == "https://example.org/"


def test_a_relative_address_needs_a_page() -> None:
    assert own_address("/bridge", Page(())) is None
