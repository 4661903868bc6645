"""Menus, breadcrumbs, page headers and footers, buttons and forms."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Block, Box, Drop, Page
from cleaner.signs import describe, named_boxes, saying
from cleaner.story import span

_NAMES = (
    "<nav>", "[navigation]", "[menu]", "[menubar]", "[search]", "[tablist]", "[toolbar]", "nav", "navbar", "navigation",
    "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "pagination", "pager", "skip", "topbar", "masthead", "offcanvas",
    "sitemap", "footer", "colophon", "[banner]", "sidebar", "<header>", "<select>", "<button>",
    "<form>", "dropdown", "toolbar",
)  # fmt: skip
_WHOLE_PAGE = ("<footer>", "[contentinfo]")
_LABEL = 60
_ENTRY = 40
_MENU = 3


def navigation(page: Page, *, label: int = _LABEL) -> Iterator[Drop]:
    """Boxes that are named as navigation, the page's own header and footer, form controls, and labels such as "Home".

    Leaves alone: a box that holds much of the page's prose, whatever its name; the header and footer of an article;
    labels (of at most `label` characters) that are not links in the middle of a story.
    """
    story = span(page)
    for box, name in (*named_boxes(page, _NAMES), *named_boxes(page, _WHOLE_PAGE, share=0.5)):
        if not (name == "<header>" and box.first > story.first) and not (name == "<footer>" and _in_article(box)):
            for block in page.inside(box):
                if not _is_headline(block) and not (name == "<header>" and block.prose):
                    yield Drop(block.index, describe(name))
    yield from _menus(page, story.first)
    for block, phrase in saying(page, "navigation", label):
        if (block.links or block.kind == "other") and block.kind != "heading":
            yield Drop(block.index, f"says {phrase!r}")


def _menus(page: Page, before: int) -> Iterator[Drop]:
    """Lists above the story that hold nothing but short links."""
    for name in ("<ul>", "<ol>", "<div>", "<td>"):
        for box in page.named(name):
            if box.blocks >= _MENU and box.linked >= 0.9 * box.chars and box.chars <= _ENTRY * box.blocks:
                if box.first + box.blocks <= before:
                    for block in page.inside(box):
                        if block.kind != "heading":
                            yield Drop(block.index, "in a list of short links above the story")


def _in_article(box: Box) -> bool:
    return any(outer.tag in ("article", "main", "blockquote") for outer in box.path())


def _is_headline(block: Block) -> bool:
    return block.kind == "heading" and block.level == 1
