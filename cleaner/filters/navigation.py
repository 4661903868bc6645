"""Menus, breadcrumbs, page headers and footers, buttons and forms."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Box, Drop, Page
from cleaner.signs import describe, named_boxes, phrases_of, saying
from cleaner.story import span

_NAMES = (
    "<nav>", "[navigation]", "[menu]", "[menubar]", "[search]", "[tablist]", "[toolbar]", "nav", "navbar", "navigation",
    "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "pagination", "pager", "skip", "topbar", "masthead",
    "offcanvas", "sitemap", "footer", "colophon", "[banner]", "sidebar", "<header>", "<select>", "<button>", "<form>",
    "dropdown", "toolbar", "<textarea>",
)  # fmt: skip
_IN_STORY = ("<header>", "<footer>")
_WHOLE_PAGE = ("<footer>", "[contentinfo]")
_LABEL = 60
_LOOSE = frozenset(("menu", "nav", "navigation", "sidebar", "<header>", "topbar", "masthead", "dropdown", "toolbar"))
"""Names that stories bear too: a story about menus, a header over the first paragraph."""
_LINKED = 0.2
_ENTRY = 40
_MENU = 3
_LISTS = frozenset(("ul", "ol", "div", "td"))


def navigation(page: Page, *, label: int = _LABEL) -> Iterator[Drop]:
    """Boxes that are named as navigation, the page's own header and footer, form controls, and labels such as "Home".

    Leaves alone: a box that holds much of the page's prose, whatever its name; the header and footer of an article;
    labels (of at most `label` characters) that are not links in the middle of a story; an accordion.
    """
    story = span(page)
    for box, name in (*named_boxes(page, _NAMES), *named_boxes(page, _WHOLE_PAGE, share=0.5)):
        if name == "[tablist]" and box.prose:  # an accordion, with its panels between the tabs
            continue
        if not (name in _IN_STORY and (_in_article(box) or story.first < box.first < story.last)):
            why = describe(name)
            for block in page.inside(box):
                heads = block.kind == "heading" and (block.level == 1 or name == "<button>")
                if not heads and not (block.prose and name in _LOOSE and box.link_density < _LINKED):
                    yield Drop(block.index, why)
    title = next((block.index for block in page.blocks if block.level == 1 and block.kind == "heading"), story.first)
    yield from _menus(page, min(title, story.first))
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


def _in_article(box: Box) -> bool:
    return any(outer.tag in ("article", "main", "blockquote") for outer in box.path())
