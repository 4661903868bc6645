"""Lists of tags, topics and categories."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Drop, Page
from cleaner.signs import named_boxes, phrases_of
from cleaner.story import introduced

_NAMES = ("tags", "tag", "taglist", "topics", "keywords", "categories", "category", "labels")
_LONGEST = 400


def tags(page: Page, *, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named as tag lists, lines that begin like one ("In this article: ..."), and runs of `rel=tag` links.

    Leaves alone: prose, whatever its box is called; a list that the story introduces; texts over `longest` characters.
    """
    announced = introduced(page)
    for box, _ in named_boxes(page, _NAMES):
        if box.chars <= longest and not box.prose:
            for block in page.inside(box):
                if block.index not in announced and (block.kind != "heading" or box.link_density > 0.3):
                    yield Drop(block.index, "in a box named as tags", "tags")
    labels = phrases_of(page, "tags")
    for block in page.blocks:
        if len(block.text) > longest or (block.prose and block.links < 2 and not page.plain):
            continue
        if block.text[0] == "#" and all(word[0] == "#" for word in block.text.split()):
            yield Drop(block.index, "nothing but hashtags", "tags")
        elif block.link_share > 0.5 and "tag" in block.marks:
            yield Drop(block.index, "links to tags", "tags")
        elif block.kind != "heading" and block.index in labels:
            yield Drop(block.index, f"begins with {labels[block.index]!r}", "tags")
