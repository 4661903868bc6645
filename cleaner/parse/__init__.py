"""HTML to blocks and facts, in one pass of an lxml parser target. The only room that imports lxml."""

from __future__ import annotations

from datetime import date
from operator import attrgetter

from lxml import etree

from cleaner.block import Page
from cleaner.parse.prepare import lasting, unframed
from cleaner.parse.streamed import in_place
from cleaner.parse.target import Target


def parse(html: str, *, url: str | None = None, crawled: date | None = None, warnings: tuple[str, ...] = ()) -> Page:
    """Reads a whole page or a fragment. `html` must be encodable as UTF-8; `warnings` are what decoding had to say."""
    page = html.encode().replace(b"\0", b"")  # libxml2 would put U+FFFD in place of NUL, browsers nothing
    target = _read(in_place(page))
    blocks = tuple(target.blocks)
    boxes = tuple(filter(attrgetter("blocks"), target.boxes.all))
    facts = target.head.facts(target.boxes, (*warnings, *target.warnings()))
    # The parser and its target refer to each other: emptied, they leave nothing for the garbage collector to walk.
    target.empty()
    return Page(blocks, facts=facts, url=url, crawled=crawled, boxes=boxes)


def _read(data: bytes) -> Target:
    """Parses the page, and again where it has markup that libxml2 takes otherwise than browsers do."""
    target = _parsed(data)
    if target.has_noframes:
        target.empty()
        data = unframed(data)
        target = _parsed(data)
    if target.hides_formatting and (changed := lasting(data)) is not data:
        target.empty()
        target = _parsed(changed)
    return target


def _parsed(data: bytes) -> Target:
    target = Target()
    # The stubs ask for a method `comment`, which lxml does not need, and for tags in bytes, which it does not give.
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]
    parser.feed(data)
    parser.close()
    # libxml2 without memory stops, and lxml says nothing of it: what was read so far would pass for the page.
    if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.feed_error_log):
        raise MemoryError("libxml2 had no memory for the page.")
    target.close()
    return target
