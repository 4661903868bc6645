"""The images that a page states: the one by which it presents itself elsewhere, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from cleaner.article import Image
from cleaner.block import Page
from cleaner.metadata import json_ld, meta, microdata
from cleaner.metadata.address import absolute
from cleaner.metadata.credits import clean_credit, split_credit
from cleaner.metadata.picture_files import file_key, is_of_site, is_other_file, size
from cleaner.metadata.tidy import line
from cleaner.wording import plain_words

_MOST_LOOKED_AT = 500
_CREDITS = ("creditText", "copyrightHolder", "creator", "author", "copyrightNotice")


def lead(page: Page) -> Image | None:
    """The image by which the page presents itself elsewhere, unless it is the site's logo, or called after the site."""
    facts = page.facts
    alt = line(facts.first_meta("og:image:alt", "twitter:image:alt"))
    for_sharing = meta.image_urls(page) if not alt or alt != meta.site(facts) else ()
    for value in chain(for_sharing, json_ld.image_urls(page), microdata.image_urls(page)):
        src = absolute(value, page)
        if src and not is_other_file(src) and not is_of_site(src):
            stated = {side: facts.first_meta(f"og:image:{side}") or "" for side in ("width", "height")}
            if src == absolute(facts.first_meta("og:image"), page):
                return Image(src=src, alt=alt, width=size(stated, "width"), height=size(stated, "height"))
            return Image(src=src, alt=alt if for_sharing else None)
    return None


def said_of(page: Page) -> dict[str, tuple[str | None, str | None]]:
    """Caption and credit of the images that JSON-LD describes, by the key of their file; a word is no caption."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for thing in page.facts.json_ld[:_MOST_LOOKED_AT]:
        if json_ld.is_a(thing, ("ImageObject",)):
            caption, credit = split_credit(line(thing.get("caption")) or "")
            credit = next(_credits(thing), None) or credit
            for key in ("contentUrl", "url"):
                src = absolute(thing.get(key), page)
                if src and (caption or credit):
                    is_caption = caption is not None and len(plain_words(caption)) > 1
                    found.setdefault(file_key(src), (caption if is_caption else None, credit))
    return found


def _credits(thing: Mapping[str, Any]) -> Iterator[str]:
    """The names to which an image is credited."""
    for key in _CREDITS:
        value = thing.get(key)
        name = line(value.get("name") if isinstance(value, dict) else value)
        if name and "://" not in name and (credit := clean_credit(name)):
            yield credit
