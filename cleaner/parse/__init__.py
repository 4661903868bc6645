"""HTML to blocks and facts, in one pass of an lxml parser target. The only room that imports lxml."""

from __future__ import annotations

from datetime import date
from operator import attrgetter

from lxml import etree

from cleaner.block import Page
from cleaner.parse.target import Target


def parse(html: str, *, url: str | None = None, crawled: date | None = None, warnings: tuple[str, ...] = ()) -> Page:
    """Reads a whole page or a fragment. `html` must be encodable as UTF-8; `warnings` are what decoding had to say."""
    data = html.encode().replace(b"\0", b"")  # as browsers do; libxml2 would put U+FFFD in place of NUL
    target = Target()
    # The stubs ask for a method `comment`, which lxml does not need, and for tags in bytes, which it does not give.
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]
    parser.feed(data)
    parser.close()
    target.close()
    blocks = tuple(target.blocks)
    boxes = tuple(filter(attrgetter("blocks"), target.boxes.all))
    facts = target.head.facts(target.boxes.itemtypes, warnings)
    # The parser and its target refer to each other: emptied, they leave nothing for the garbage collector to walk.
    target.empty()
    return Page(blocks, facts=facts, url=url, crawled=crawled, boxes=boxes)
