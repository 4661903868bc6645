"""HTML to blocks and facts, in one pass of an lxml parser target. The only room that imports lxml."""

from __future__ import annotations

from datetime import date

from lxml import etree

from cleaner.block import Page
from cleaner.parse.target import Target


def parse(html: str, *, url: str | None = None, crawled: date | None = None, warnings: tuple[str, ...] = ()) -> Page:
    """Reads a whole page or a fragment. `html` must be encodable as UTF-8; `warnings` are what decoding had to say."""
    target = Target()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    parser.feed(html.encode())
    parser.close()
    target.close()
    blocks = tuple(target.blocks)
    boxes = tuple(box for box in target.boxes if box.blocks)
    facts = target.head.facts(warnings)
    # The parser and its target refer to each other: emptied, they leave nothing for the garbage collector to walk.
    vars(target).clear()
    return Page(blocks, facts=facts, url=url, crawled=crawled, boxes=boxes)
