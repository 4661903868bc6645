"""Reader comments under an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.block import Block, Drop, Page
from cleaner.languages import Topic, phrases
from cleaner.signs import named_boxes, saying
from cleaner.story import section_box, span

_NAMES = (
    "comments",
    "comment",
    "commentlist",
    "commentform",
    "respond",
    "disqus",
    "livefyre",
    "discussion",
    "guestbook",
    "hypercomments",
)
_TOPICS: tuple[Topic, ...] = ("comments", "feedback")
_LABEL = 40
_NUMBER = re.compile(r"[\d().,]+")
_STORY = 400
_LONGEST = 220


def comments(page: Page, *, story: int = _STORY, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named as comments after at least `story` characters of prose, comment forms and rules, and their labels.

    Leaves alone: a forum, where the posts are the body: there is no story before them, or the page says so.
    """
    if is_forum(page):
        return
    for box, name in named_boxes(page, _NAMES, share=1.0):
        before = sum(len(block.text) for block in page.blocks if block.prose and block.index < box.first)
        if before >= story and not any(outer.tag in ("p", "blockquote") for outer in box.path()):
            for block in page.inside(box):
                yield Drop(block.index, f"in a box named {name!r} under the story")
    yield from _under_label(page, story)
    for topic in _TOPICS:
        for block, phrase in saying(page, topic, longest):
            yield Drop(block.index, f"says {phrase!r}")


def _under_label(page: Page, story: int) -> Iterator[Drop]:
    """The section that a label such as "2 comments" opens after the story."""
    end = span(page).last
    for block in page.blocks:
        if block.index > end and len(block.text) <= _LABEL and _counts_comments(block):
            box = section_box(page, block)
            before = sum(len(other.text) for other in page.blocks if other.prose and other.index < box.first)
            if before >= story:
                for other in page.inside(box):
                    yield Drop(other.index, f"in the section that {block.text!r} opens")


def _counts_comments(block: Block) -> bool:
    label = _NUMBER.sub("", block.key).strip()
    return label in phrases(None).whole and "comments" in phrases(None).whole[label] and len(label) > 2


def is_forum(page: Page) -> bool:
    """Whether the page says that it is a forum, a question with answers, or a thread."""
    types = {str(item.get("@type")) for item in page.facts.json_ld[:50]}
    if not types.isdisjoint(("DiscussionForumPosting", "QAPage", "Question")):
        return True
    roots = [box for box in page.boxes if box.depth <= 2]
    return any(
        not box.words.isdisjoint(("forum", "phpbb", "thread", "vbulletin", "discourse", "topic")) for box in roots
    )
