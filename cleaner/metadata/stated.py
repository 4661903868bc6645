"""The body as a page's structured data state it: evidence for the one that the page shows."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Page
from cleaner.metadata.json_ld import Thing, is_a, is_story, own_things

_BODIES = ("articleBody", "reviewBody", "text")
_DESCRIBED = ("Product", "Course", "Event", "JobPosting")
"""What is sold, held or offered has no body but its description."""
_TALK = ("ForumPosting", "SocialMediaPosting", "Question", "Answer", "Comment")
"""What is said in answer to these is body as they are; what readers say of an article is not."""
_SAID = ("acceptedAnswer", "suggestedAnswer", "comment")
_DEEPEST = 4
_MOST = 200


def stated_body(page: Page) -> tuple[str, ...]:
    """The texts of the page's own story, questions with answers, posts or product, in their order.

    They may hold HTML. A product beside a story is one that the story speaks of, and none of the page's own.
    """
    if not any(_text(thing) for thing in page.facts.json_ld):
        return ()
    own = own_things(page, sure=True)
    if own and is_story(own[0]):
        own = tuple(thing for thing in own if not is_a(thing, _DESCRIBED))
    return tuple(dict.fromkeys(text for thing in own for text in _texts(thing, 0)))[:_MOST]


def _texts(thing: Thing, depth: int) -> Iterator[str]:
    if text := _text(thing):
        yield text
    if depth < _DEEPEST:
        for part in _parts(thing):
            yield from _texts(part, depth + 1)


def _text(thing: Thing) -> str | None:
    """A thing's own text. Of a question with a text the name is the title, of one without it is all there is."""
    keys: tuple[str, ...] = _BODIES
    if is_a(thing, _DESCRIBED):
        keys += ("description",)
    if is_a(thing, ("Question",)):
        keys += ("name",)
    return next((text for key in keys if isinstance(text := thing.get(key), str) and text.strip()), None)


def _parts(thing: Thing) -> Iterator[Thing]:
    """The questions on a page, and what is said in answer."""
    for key in ("mainEntity", *(_SAID if is_a(thing, _TALK) else ())):
        value = thing.get(key)
        for part in value[:_MOST] if isinstance(value, list) else [value]:
            if isinstance(part, dict) and (key != "mainEntity" or is_a(part, ("Question",))):
                yield part
