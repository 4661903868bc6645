"""Reader comments under an article, and customers' reviews on the page of a product."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.block import Block, Drop, Page
from cleaner.languages import Topic, phrases
from cleaner.signs import named_parts, saying
from cleaner.story import section_box, span

_NAMES = (
    "comments", "comment", "commentlist", "commentform", "respond", "disqus", "livefyre", "discussion", "guestbook",
    "hypercomments",
)  # fmt: skip
_REVIEWS = ("reviews", "review")
_PRAISE = frozenset(("testimonial", "testimonials"))
"""What the seller chose to show is the seller's."""
_TABS = frozenset(("product", "description", "reviews"))
"""The words of a name that is of what the seller wrote and the reviews together."""
_STORY_TYPES = ("Article", "Posting", "Review")
_LOOKED_AT = 50
"""Types that a page states; the first ones tell what it is."""
_FORUM_NAMES = frozenset(("forum", "phpbb", "thread", "vbulletin", "discourse", "topic"))
_OUTER = 2
"""Depth down to which a box stands for the whole page."""
_TOPICS: tuple[Topic, ...] = ("comments", "feedback")
_LABEL = 40
_NUMBER = re.compile(r"[\d().,]+")
_STORY = 400
_LONGEST = 220


def comments(page: Page, *, story: int = _STORY, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named as comments, or opened by a label such as "2 comments", after at least `story` characters of prose.

    Blocks of at most `longest` characters that invite comments or feedback, or state the rules for them, go too.

    On a page that says that it is of a product, boxes named as reviews go: they are not what its author wrote.

    Leaves alone: a forum, where the posts are the body: there is no story before them, or the page says so; a review
    of a product; a box with the page's headline in it; testimonials.
    """
    if is_forum(page):
        return
    if _is_product(page):
        yield from _reviews(page)
    told = _told(page, story)
    for box, name in named_parts(page, _NAMES, share=1.0):
        if box.first >= told and not any(outer.tag in ("p", "blockquote") for outer in box.path()):
            for block in page.inside(box):
                yield Drop(block.index, f"in a box named {name!r} under the story")
    yield from _under_label(page, told)
    for topic in _TOPICS:
        for block, phrase in saying(page, topic, longest):
            yield Drop(block.index, f"says {phrase!r}")


def _is_product(page: Page) -> bool:
    """Whether the page states a product, and neither a story nor, before it, a review of one."""
    if "product" in (page.facts.first_meta("og:type") or "").lower():
        return True
    stated = [*_types(page), *page.facts.itemtypes[:_LOOKED_AT]]
    first = next((kind for kind in stated if "Product" in kind or any(story in kind for story in _STORY_TYPES)), "")
    return "Product" in first and not any("Article" in kind or "Posting" in kind for kind in stated)


def _reviews(page: Page) -> Iterator[Drop]:
    title = next((block.index for block in page.original if block.level == 1 and block.kind == "heading"), -1)
    named = {box.number: (box, name) for name in _REVIEWS for box in page.named(name)}
    end = 0
    for box, name in (named[number] for number in sorted(named)):
        last = box.first + box.blocks
        of_others = box.words.isdisjoint(_PRAISE) and not box.words >= _TABS
        if last > end and not box.first <= title < last and box is not page.root and of_others:
            end = last
            for block in page.inside(box):
                yield Drop(block.index, f"in a box named {name!r} on the page of a product")


def _told(page: Page, story: int) -> int:
    """The number of the first block that comes after `story` characters of prose; past the page if none does."""
    told = 0
    number = 0
    for block in page.blocks:
        if told >= story:
            return number
        if block.prose:
            told += len(block.text)
            number = block.index + 1
    return number if told >= story else len(page.original) + 1


def _under_label(page: Page, told: int) -> Iterator[Drop]:
    """The section that a label such as "2 comments" opens after the story."""
    end = max(span(page).last, told - 1)
    for block in page.blocks:
        if block.index > end and len(block.text) <= _LABEL and _counts_comments(block):
            box = section_box(page, block)
            if box.first >= told:
                end = box.first + box.blocks - 1
                for other in page.inside(box):
                    yield Drop(other.index, f"in the section that {block.text!r} opens")


def _counts_comments(block: Block) -> bool:
    label = _NUMBER.sub("", block.key).strip()
    return len(label) > 2 and "comments" in phrases(None).whole.get(label, ())


def _types(page: Page) -> list[str]:
    """The types in the page's JSON-LD; several of one object in one string."""
    return [str(item.get("@type")) for item in page.facts.json_ld[:_LOOKED_AT]]


def is_forum(page: Page) -> bool:
    """Whether the page says that it is a forum, a question with answers, or a thread."""
    if not {"DiscussionForumPosting", "QAPage", "Question"}.isdisjoint(_types(page)):
        return True
    return any(box.depth <= _OUTER for name in _FORUM_NAMES for box in page.named(name))
