"""Which file of a picture is meant, and which files are of one picture."""

from __future__ import annotations

import pytest

from cleaner.block import ROOT, Page, Picture
from cleaner.metadata.picture_files import (
    file_key,
    file_path,
    is_of_site,
    is_other_file,
    loose_key,
    may_be_filled,
    proxied,
    size,
    source,
)

PAGE = Page((), url="https://example.org/ferry")


def file_of(**attributes: str) -> str | None:
    return source(Picture({name.replace("_", "-"): value for name, value in attributes.items()}, (), 0, ROOT), PAGE)


@pytest.mark.parametrize(
    ("attributes", "path"),
    [
        ({"src": "/a.jpg"}, "/a.jpg"),
        ({"src": " /a.jpg "}, "/a.jpg"),
        ({"src": "data:image/gif;base64,AAAA", "data_src": "/a.jpg"}, "/a.jpg"),
        ({"src": "data:image/gif;base64,AAAA", "data_original": "/a.jpg"}, "/a.jpg"),
        ({"src": "data:image/gif;base64,AAAA", "data_lazy_src": "/a.jpg"}, "/a.jpg"),
        ({"src": "javascript:void(0)", "data_src": "/a.jpg"}, "/a.jpg"),
        ({"src": "data:image/gif;base64,AAAA", "data_srcset": "/b.jpg 300w,\n /c.jpg 900w"}, "/c.jpg"),
        ({"src": "/a.jpg", "srcset": "/b.jpg 300w, /c.jpg 900w"}, "/c.jpg"),
        ({"srcset": "/b.jpg 1x,/c.jpg 1.5x"}, "/c.jpg"),
        ({"srcset": "/w_3,h_2/b.jpg 300w, /w_9,h_6/c.jpg 900w"}, "/w_9,h_6/c.jpg"),
        ({"srcset": "/b.jpg", "data_srcset": "/c.jpg 2x"}, "/c.jpg"),
        ({"src": "/a-300.jpg", "data_orig_file": "/a.jpg"}, "/a.jpg"),
        ({"src": "/placeholder.gif", "data_lazyload": "/a.jpg"}, "/a.jpg"),
        ({"src": "/logo.png", "data_url": "/a.jpg"}, "/a.jpg"),
    ],
)
def test_the_largest_file(attributes: dict[str, str], path: str) -> None:
    assert file_of(**attributes) == f"https://example.org{path}"


def test_no_file() -> None:
    assert file_of(src="data:image/gif;base64,AAAA") is None
    assert file_of(src="javascript:void(0)") is None
    assert file_of() is None


def test_the_sources_of_a_picture_element() -> None:
    def of(*sources: dict[str, str], **attributes: str) -> str | None:
        return source(Picture(attributes, sources, 0, ROOT), PAGE)

    assert of({"srcset": "/b.webp 3x, /a.webp 1x"}, src="/logo.png") == "https://example.org/b.webp"
    assert (
        of({"srcset": "/b.webp 1600w, /c.webp 800w"}, src="/a.jpg", srcset="/d.jpg 900w")
        == "https://example.org/b.webp"
    )
    assert of({"srcset": "/b.webp"}, src="/a.jpg") == "https://example.org/a.jpg"
    assert of({"data-srcset": "/b.webp"}, src="data:image/gif;base64,AAAA") == "https://example.org/b.webp"


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("https://example.org/logo.png", True),
        ("https://example.org/img/avatar-jane.jpg", True),
        ("https://example.org/1x1.gif", True),
        ("https://example.org/iconic-pier.jpg", False),
        ("https://logo.example.org/pier.jpg", False),
        ("https://example.org/pier.jpg?logo=1", False),
        ("https://example.org/img/cta/pier.png", True),
        ("https://example.org/_next/image?url=%2Fimg%2Flogos%2Fpier.png&w=640", True),
    ],
)
def test_files_of_another_kind(url: str, other: bool) -> None:
    assert is_other_file(url) is other


def test_the_path_of_a_file() -> None:
    assert file_path("https://example.org/a/b.jpg?x=/c") == "a/b.jpg"
    assert file_path("https://example.org") == ""
    assert file_path("/a/b.jpg?x=/c") == "a/b.jpg"


@pytest.mark.parametrize(
    ("stated", "pixels"),
    [("800", 800), (" 600px ", 600), ("12.5", 12), ("0", None), ("100%", None), ("auto", None), ("123456", None)],
)
def test_sizes(stated: str, pixels: int | None) -> None:
    assert size({"width": stated}, "width") == pixels
    assert size({}, "width") is None


def test_a_sign_that_is_shown_large_is_a_picture() -> None:
    assert is_other_file("https://example.org/logo.png", shown_large=True) is False
    assert is_other_file("https://example.org/avatar.png", shown_large=True) is True
    assert file_of(src="/chatbot-icon.jpg", width="900", height="600") == "https://example.org/chatbot-icon.jpg"
    assert file_of(src="/chatbot-icon.jpg", width="900", height="100") is None


@pytest.mark.parametrize(
    ("src", "may"),
    [("/pier.jpg", True), ("/placeholder.svg", True), ("data:image/gif;base64,AAAA", True), ("/avatar.png", False)],
)
def test_what_scripts_may_make_a_picture(src: str, may: bool) -> None:
    assert may_be_filled(Picture({"src": src}, (), 0, ROOT)) is may


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/img/ferry-pier.jpg", "/img/ferry-pier-300x200.jpg"),
        ("/img/ferry-pier.jpg", "/other/ferry-pier-scaled.webp"),
        ("/img/ferry-pier@2x.jpg", "/img/Ferry-Pier.jpg?w=300"),
        ("/img/ferry-pier-e1570000000000.jpg", "/img/ferry-pier.jpg"),
        ("/_processed_/1/4/csm_ferry-pier_ba0377b770.jpg", "/_processed_/1/4/csm_ferry-pier_159b883115.jpg"),
        ("/a/pier.jpg?width=300&quality=80", "/a/pier.jpg"),
        ("/w_300,h_200/v1/pier.jpg", "/w_900,h_600/v1/pier.jpg"),
        ("/300x200/pier.jpg", "/900x600/pier.jpg"),
        ("/media/4f2a/master/3000.jpg", "/media/4f2a/master/500.jpg"),
        ("/_next/image?url=%2Fimg%2Fferry-pier.jpg&w=640", "/img/ferry-pier.jpg"),
    ],
)
def test_two_files_of_one_picture(one: str, other: str) -> None:
    assert file_key(f"https://example.org{one}") == file_key(f"https://example.org{other}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/img/ferry-pier-1.jpg", "/img/ferry-pier-2.jpg"),
        ("/img/IMG_1234.jpg", "/img/IMG_1200.jpg"),
        ("/storage/123/pier.jpg", "/storage/124/pier.jpg"),
        ("/2022/09/pier.jpg", "/2023/09/pier.jpg"),
        ("/photo.php?id=1", "/photo.php?id=2"),
    ],
)
def test_files_of_two_pictures(one: str, other: str) -> None:
    assert file_key(f"https://example.org{one}") != file_key(f"https://example.org{other}")


def test_a_usual_width_at_the_end_of_a_name() -> None:
    assert loose_key("https://example.org/ferry-pier-1200.jpg") == loose_key(
        "https://example.org/ferry-pier-600x400.jpg"
    )
    assert loose_key("https://example.org/ferry-pier-1201.jpg") != loose_key("https://example.org/ferry-pier.jpg")


@pytest.mark.parametrize(
    ("name", "of_site"),
    [
        ("og-image.png", True),
        ("fb.jpg", True),
        ("share-1200x630.png", True),
        ("default-user-image.png", True),
        ("image.jpg", False),
        ("sharing-bread.jpg", False),
        ("media-day.jpg", False),
    ],
)
def test_pictures_that_stand_for_a_site(name: str, of_site: bool) -> None:
    assert is_of_site(f"https://example.org/img/{name}") is of_site


def test_what_a_resizing_service_is_asked_for() -> None:
    assert (
        proxied("https://example.org/_next/image?url=https%3A%2F%2Fexample.com%2Fa.jpg&w=3")
        == "https://example.com/a.jpg"
    )
    assert proxied("https://example.org/a.jpg?w=3") == "https://example.org/a.jpg?w=3"


@pytest.mark.parametrize("text", ["a" * 100_000, "-1x1" * 20_000, "/w_1,h_1" * 10_000, "1x, " * 20_000])
def test_long_text_takes_no_time(text: str) -> None:
    file_key(f"https://example.org/{text}")
    is_of_site(f"https://example.org/{text}")
    file_of(srcset=text)
