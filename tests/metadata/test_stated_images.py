"""What a page states of its images."""

from __future__ import annotations

import json
from typing import Any

from cleaner.article import Image
from cleaner.block import Facts, Page
from cleaner.metadata.stated_images import lead, said_of
from cleaner.parse.structured import read_json_ld

URL = "https://example.org/bridge"


def page(*things: object, **meta: str) -> Page:
    named = {name.replace("_", ":").replace("site:name", "site_name"): (value,) for name, value in meta.items()}
    return Page((), facts=Facts(meta=named, json_ld=read_json_ld([json.dumps(things)])), url=URL)


def test_the_lead_image() -> None:
    stated = page(og_image="/bridge.jpg", og_image_alt="A bridge", og_image_width="1200", og_image_height="630")
    assert lead(stated) == Image(src="https://example.org/bridge.jpg", alt="A bridge", width=1200, height=630)
    assert lead(page()) is None


def test_a_logo_or_a_picture_for_sharing_does_not_lead() -> None:
    story = {"@type": "NewsArticle", "url": URL, "image": {"@type": "ImageObject", "url": "/bridge.jpg"}}
    for of_site in ("/logo.png", "/img/og-image.png", "data:image/gif;base64,AAAA", "javascript:void(0)"):
        assert lead(page(story, og_image=of_site)) == Image(src="https://example.org/bridge.jpg")
        assert lead(page(og_image=of_site)) is None


def test_a_picture_that_is_called_after_the_site_does_not_lead() -> None:
    assert lead(page(og_image="/card.jpg", og_image_alt="Example Times", og_site_name="Example Times")) is None
    story = {"@type": "NewsArticle", "url": URL, "image": "/bridge.jpg"}
    stated = page(story, og_image="/card.jpg", og_image_alt="Example Times", og_site_name="Example Times")
    assert lead(stated) == Image(src="https://example.org/bridge.jpg")


def test_captions_and_credits_by_file() -> None:
    one = {"@type": "ImageObject", "contentUrl": "/the-bridge.jpg", "caption": "The bridge. Photo: Jane Doe"}
    two = {"@type": ["ImageObject"], "url": "/the-cable.jpg", "creator": {"name": "© Jane Doe"}, "caption": "IMG_1234"}
    assert said_of(page({"@type": "WebPage", "image": [one, two]})) == {
        "the-bridge": ("The bridge.", "Jane Doe"),
        "the-cable": (None, "Jane Doe"),
    }


def test_values_of_the_wrong_type_say_nothing() -> None:
    wrong: list[Any] = [None, 5, [], {}, ["x"], {"name": 5}]
    for value in wrong:
        thing = {
            "@type": "ImageObject",
            "url": "/the-bridge.jpg",
            "caption": None,
            "creditText": value,
            "creator": value,
        }
        assert said_of(page(thing)) == {}
        assert said_of(page({"@type": "ImageObject", "url": value, "caption": "The bridge"})) == {}
    assert (
        said_of(page({"@type": "ImageObject", "url": "/the-bridge.jpg", "creator": "https://example.org/jane"})) == {}
    )
