"""Who the author is, under the story or the post."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Block, Drop, Page
from cleaner.signs import declared_authors, named_boxes, phrases_of, saying
from cleaner.story import over_prose, span

_NAMES = "bio biography authorbio authorbox abh about-author authorinfo contributor contributors".split()
_AUTHOR_NAMES = ("author", "authors", "postprofile", "userinfo")
_SIGNATURES = ("signature", "signatures", "signaturecontainer", "postsignature")
_BOXES = (
    (_NAMES, 0.3, "in a box named as biography"),
    (_AUTHOR_NAMES, 0.15, "in an author's box"),
    (_SIGNATURES, 0.3, "in a signature"),
)
"""Names of boxes, the share of the page's prose that such a box may hold, and the reason."""
_LONGEST = 1200
_LAST = 400
"""Characters of a sentence or two about the author."""
_SHORTEST = 4
"""Blocks; a shorter story may well end with its author."""


def biographies(page: Page, *, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named as biography, author or signature, what follows "About the author", and a press release's last words.

    Leaves alone: prose before the end of the story; a box of over `longest` characters.
    """
    for names, share, why in _BOXES:
        for box, _ in named_boxes(page, names, share):
            if box.chars <= longest:
                for block in page.inside(box):
                    yield Drop(block.index, why)
    yield from _by_name(page)
    yield from _after_label(page, longest)
    yield from _company(page)


def _after_label(page: Page, longest: int) -> Iterator[Drop]:
    """Past the middle of the story: a label and the block below it, or a sentence that says who somebody is."""
    story = span(page)
    middle = (story.first + story.last) // 2
    for index, phrase in phrases_of(page, "biography").items():
        block, below = page.original[index], page.at(index + 1)
        if index <= middle or (over_prose(page, block) and index + 1 < story.last):
            continue
        if page.at(index):
            yield Drop(index, f"says {phrase!r}")
        is_label = len(block.text) <= 80 and block.key.startswith(phrase)
        if is_label and below and below.kind != "heading" and len(below.text) <= longest:
            yield Drop(below.index, "follows the label of a biography")


def _by_name(page: Page) -> Iterator[Drop]:
    """The last block of the story, where it begins with the full name of the author and is about them."""
    last = page.at(span(page).last)
    names = tuple(name for name in declared_authors(page) | _signed(page) if " " in name)
    if last and names and len(last.text) <= _LAST and last.key.startswith(names) and len(page.blocks) > _SHORTEST:
        yield Drop(last.index, "begins with the author's name at the end of the story")


def _signed(page: Page) -> set[str]:
    """The names in blocks that say "By ..."."""
    labels = phrases_of(page, "by")
    bylines = [block for block in page.original if block.index in labels and len(block.key) <= 60]
    return {block.key.removeprefix(labels[block.index]).strip() for block in bylines}


def _company(page: Page) -> Iterator[Drop]:
    """What press releases end with: the last heading, "About X", over prose that begins with X."""
    middle = len(page.original) // 2
    end = span(page).last
    last = next((block for block in reversed(page.blocks) if block.kind == "heading" and block.index < end), None)
    following = page.at(last.index + 1) if last else None
    if last and following and following.prose and last.index > middle and _names(last, following):
        yield Drop(last.index, "the heading of a company's description")
        yield Drop(following.index, "describes the company named in its heading")
    for block, phrase in saying(page, "company", 200):
        if block.index > middle:
            yield Drop(block.index, f"says {phrase!r}")


def _names(heading: Block, prose: Block) -> bool:
    """Whether the prose begins with the name that ends the heading, after one to three words ("About ...")."""
    words = heading.text.rstrip(":").split()
    told = prose.text.casefold()
    for lead in range(1, min(4, len(words)) if words and words[0].isalpha() else 0):
        name = " ".join(words[lead:]).casefold()
        if len(name) >= 3 and not words[lead][0].islower() and told.startswith((name, f"the {name}")):
            return True
    return False
