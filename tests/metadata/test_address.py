"""Addresses made absolute, compared, and read for a date."""

from __future__ import annotations

from datetime import date

import pytest

from cleaner.block import Facts, Page
from cleaner.metadata.address import absolute, date_in_path, describe, is_front_page, page_key
from cleaner.metadata.fields import Fields

DAY = date(2023, 9, 17)
URL = "https://example.org/2023/09/17/bridge"


def page(url: str | None = URL, base: str | None = None) -> Page:
    return Page((), facts=Facts(base=base), url=url)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("//cdn.example.org/a.jpg", "https://cdn.example.org/a.jpg"),
        ("/a", "https://example.org/a"),
        ("a b", "https://example.org/2023/09/17/a%20b"),
        (" https://example.org/a\n", "https://example.org/a"),
        ("javascript:alert(1)", None),
        ("data:image/gif;base64,AAAA", None),
        ("mailto:jane@example.org", None),
        ("http://[broken", None),
        ("http://", None),
        ("", None),
        ("x" * 5_000, None),
        (None, None),
        (5, None),
        (["https://example.org"], None),
    ],
)
def test_addresses_are_absolute_or_none(href: object, expected: str | None) -> None:
    assert absolute(href, page()) == expected


def test_relative_addresses_need_a_page() -> None:
    assert absolute("/a", page(None)) is None
    assert absolute("a", page(None, "https://example.org/b/")) == "https://example.org/b/a"
    assert absolute("a", page(URL, "/b/")) == "https://example.org/b/a"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        (URL, DAY),
        ("https://example.org/2023-09-17/bridge", DAY),
        ("https://example.org/bridge/20230917", DAY),
        ("https://example.org/2023/9/17/bridge", DAY),
        ("https://example.org/2023/sep/17/bridge", DAY),
        ("https://example.org/2023/September/17", DAY),
        ("https://example.org/2023/best/17/bridge", None),
        ("https://example.org/2023/09/bridge", None),
        ("https://example.org/2023/13/17/bridge", None),
        ("https://example.org/?d=/2023/09/17/", None),
        ("https://example.org/2023/09/17/to/2023/09/18/", None),
        ("https://example.org/1234567890", None),
        ("http://[broken/2023/09/17/", None),
        ("", None),
    ],
)
def test_a_date_in_the_path(url: str, day: date | None) -> None:
    assert date_in_path(url) == day


def test_an_address_that_only_the_page_states() -> None:
    stated = Facts(links={"canonical": ("/bridge", "https://example.org/2023/bridge")})
    assert absolute("a.jpg", Page((), facts=stated)) == "https://example.org/2023/a.jpg"
    stated = Facts(meta={"og:url": ("https://example.org/b/",)})
    assert absolute("a.jpg", Page((), facts=stated)) == "https://example.org/b/a.jpg"


def test_line_breaks_in_an_address_are_dropped_and_spaces_written_out() -> None:
    assert absolute("/a\n  b c", page()) == "https://example.org/ab%20c"


def test_the_page_is_dated_by_its_own_address_before_the_one_it_states() -> None:
    other = Facts(meta={"og:url": ("https://example.org/2020/01/02/bridge",)})
    assert describe(Page((), facts=other, url=URL)) == Fields(published=DAY)
    assert describe(Page((), facts=other)) == Fields(published=date(2020, 1, 2))
    assert describe(Page((), url="https://example.org/bridge")) == Fields()


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/b",
        "http://www.example.org/a/b/",
        " https://EXAMPLE.org/A/B?x=1#y ",
        "//example.org/a/b",
    ],
)
def test_two_addresses_of_one_page(url: str) -> None:
    assert page_key(url) == "example.org/a/b"


@pytest.mark.parametrize("url", ["", "/a/b", "http://[broken", "no address"])
def test_what_has_no_host_is_no_pages_address(url: str) -> None:
    assert page_key(url) == ""


def test_other_pages_have_other_keys() -> None:
    assert len({page_key(f"https://{rest}") for rest in ("example.org/a", "example.org/b", "b.example.org/a")}) == 3


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("https://example.org", True),
        ("https://example.org/?x=1#y", True),
        ("https://example.org/a", False),
        ("https://example.org//", True),
    ],
)
def test_the_front_page_has_no_path(url: str, front: bool) -> None:
    assert is_front_page(url) is front


@pytest.mark.parametrize("url", ["https://example.org?p=5", "https://example.org#top", "https://example.org"])
def test_the_host_ends_before_a_query(url: str) -> None:
    assert absolute("/a.jpg", Page((), url=url)) == "https://example.org/a.jpg"
