"""Menus, breadcrumbs, page headers and footers, dialogs, buttons and forms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from cleaner.block import Box, Drop, Page
from cleaner.signs import describe, named_boxes, named_parts, phrases_of, saying
from cleaner.story import Span, span

_NAMES = (
    "<nav>", "[navigation]", "[menu]", "[menubar]", "[search]", "[tablist]", "[toolbar]", "nav", "navbar", "navigation",
    "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "pagination", "pager", "skip", "topbar", "masthead",
    "offcanvas", "sitemap", "footer", "colophon", "[banner]", "sidebar", "<header>", "<select>", "<button>", "<form>",
    "dropdown", "toolbar", "<textarea>", "navheader", "navfooter",
)  # fmt: skip
_DIALOGS = ("[dialog]", "[alertdialog]")
_ALL = 0.98
"""Share of the page's prose that a dialog or a footer may hold; one that holds more may be the page. Terms and cookie
settings on pages of pictures, in WCXB's development split, held up to 0.98 of it."""
_BANNER = 500
"""Characters; what the filter `consent` takes, asking in few words, is left to it."""
_IN_STORY = ("<header>", "<footer>")
_LABEL = 60
_LOOSE = frozenset(("menu", "nav", "navigation", "sidebar", "<header>", "topbar", "masthead", "dropdown", "toolbar"))
"""Names that stories bear too: a story about menus, a header over the first paragraph."""
_LINKED = 0.2
_ENTRY = 40
_MENU = 3
_LISTS = frozenset(("ul", "ol", "div", "td"))


def navigation(page: Page, *, label: int = _LABEL) -> Iterator[Drop]:
    """Boxes named as navigation, the page's own header and footer, dialogs, form controls, and labels such as "Home".

    Leaves alone: a box that holds much of the page's prose, whatever its name; the header and footer of an article;
    labels (of at most `label` characters) that are not links in the middle of a story; an accordion, whose panels stand
    between its tabs.
    """
    story = span(page)
    ends = named_boxes(page, ("[contentinfo]",), share=0.5), named_boxes(page, ("<footer>",), share=_ALL)
    for box, name in (*named_parts(page, _NAMES), *chain(*ends)):
        if (name in _IN_STORY and _in_story(box, story)) or (name == "[tablist]" and box.prose):
            continue
        why = describe(name)
        for block in page.inside(box):
            heads = block.kind == "heading" and (block.level == 1 or name == "<button>")
            if not heads and not (block.prose and name in _LOOSE and box.link_density < _LINKED):
                yield Drop(block.index, why)
    title = next((block.index for block in page.blocks if block.level == 1 and block.kind == "heading"), story.first)
    yield from _menus(page, min(title, story.first))
    yield from _dialogs(page)
    for block, phrase in saying(page, "navigation", label):
        if (block.links or block.kind == "other" or " " in phrase) and block.kind != "heading":
            yield Drop(block.index, f"says {phrase!r}")


def _menus(page: Page, before: int) -> Iterator[Drop]:
    """Lists above the story that hold nothing but short links, and lines of such links."""
    shared, tagged = phrases_of(page, "share"), phrases_of(page, "tags")  # such lists have filters of their own
    end = 0
    for box in page.boxes:
        if box.first >= before:
            break
        after = box.first + box.blocks
        if box.first < end or after > before or box.blocks < _MENU or box.tag not in _LISTS:
            continue
        if box.linked >= 0.9 * box.chars and box.chars <= _ENTRY * box.blocks:
            end = after
            inside = page.inside(box)
            if not any(block.index in shared or block.index in tagged for block in inside):
                for block in inside:
                    if block.kind != "heading":
                        yield Drop(block.index, "in a list of short links above the story")
    for block in page.blocks:
        if block.index >= before:
            break
        is_row = block.links >= _MENU and block.link_share > 0.75 and len(block.text) <= _ENTRY * block.links
        if is_row and block.kind != "heading" and block.index not in shared:
            yield Drop(block.index, "a row of short links above the story")


def _dialogs(page: Page) -> Iterator[Drop]:
    """What opens over the page; short banners that ask for consent have a filter of their own."""
    asks = phrases_of(page, "consent")
    end = 0
    for box in sorted(chain(*map(page.named, _DIALOGS)), key=lambda box: box.number):
        if box.first + box.blocks <= end or box.prose > _ALL * page.root.prose:
            continue
        end = box.first + box.blocks
        inside = page.inside(box)
        if box.chars > _BANNER or not any(block.index in asks for block in inside):
            for block in inside:
                yield Drop(block.index, "in a dialog")


def _in_story(box: Box, story: Span) -> bool:
    """Whether a header or footer is one of the story, and not the page's."""
    after = box.first + box.blocks
    return (story.first < box.first and after <= story.last) or any(
        outer.tag in ("article", "main", "blockquote") for outer in box.path()
    )
