"""The containers that are open while a page is parsed, and the boxes of those that hold anything."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from cleaner.block import MOST_BLOCKS, Block, BlockKind, Box
from cleaner.panels import CLOSED_BY, closed, is_closed
from cleaner.parse.elements import CONTEXTUAL, HEADINGS, KIND, PLAIN, TRANSPARENT, UNRENDERED
from cleaner.parse.naming import NAMELESS, NameCache, Names
from cleaner.parse.visibility import why_hidden

MAX_DEPTH = 200
"""Containers nested deeper share the box at this depth: no text is lost, and boxes stay cheap to walk and pickle."""

_RARE_NAMING = ("itemprop", "data-testid", "data-component", "aria-label")
_COUNT = {"ol": "start", "li": "value"}
"""Where a list states with which number it begins, and an item which it has."""
_LEVELS = {str(level): tag for tag, level in HEADINGS.items()}
_NO_ATTRIBUTES: Mapping[str, str] = {}
_NEXT = 3
"""Blocks from a control on, its own among them, within which what it opens begins."""
_UNSEEN = frozenset((*UNRENDERED, "dialog"))


class Context(NamedTuple):
    """What the elements around say of the blocks inside: their kind, its level, and how many lists are open."""

    kind: BlockKind
    level: int | None
    lists: int


@lru_cache(maxsize=1024)
def inside(tag: str, context: Context) -> Context:
    """The context inside an element of this tag that stands in this context."""
    if tag == "ul" or tag == "ol":
        return context._replace(lists=context.lists + 1)
    if tag in HEADINGS:
        return Context("heading", HEADINGS[tag], context.lists)
    if tag in TRANSPARENT and context.kind == TRANSPARENT[tag]:
        return context
    kind = KIND[tag]
    return Context(kind, max(1, context.lists) if kind == "list_item" else None, context.lists)


def _heading(attributes: Mapping[str, str]) -> str:
    """The element that is a heading of the level that an element with the role states; WAI-ARIA has 2 by default."""
    return _LEVELS.get(attributes.get("aria-level", "").strip(), "h2")


_TOP = Context("paragraph", None, 0)


class Boxes:
    """A stack of open containers. A box is made only when something stands in it: many containers hold nothing."""

    def __init__(self, blocks: list[Block]) -> None:
        self.all: list[Box] = []
        """In the order of their start tags."""
        self.open: list[tuple[str, Mapping[str, str]]] = [("html", _NO_ATTRIBUTES)]
        """The containers, outermost first; whoever parses pushes and pops."""
        self.made: list[tuple[Box, Context]] = []
        """The boxes of the first of them: those that hold anything yet."""
        self.itemtypes: list[str] = []
        """What containers that hold anything state in `itemtype`."""
        self.fragments: set[str] = set()
        """The ids to which links of the page have led so far."""
        self.anchors: dict[str, int] = {}
        """The numbers of the boxes with these ids."""
        self.controlled: set[str] = set()
        """The ids of what elements in sight have said so far that they open (`aria-controls` of WAI-ARIA)."""
        self._has_tabs = False
        self._closed_at = -_NEXT  # where the last control is that is closed and says nothing of what it opens
        self.counts: dict[int, str] = {}
        """By the number of a box: the number that a list is to begin with, or an item is to have, as stated."""
        self.too_deep = False
        """Whether containers had to share a box."""
        self._blocks = blocks
        self._names = NameCache()

    def innermost(self) -> tuple[Box, Context]:
        """The box of the innermost open container, and what it says of the blocks inside."""
        made = self.made
        if not made:
            self.all.append(Box("html"))
            made.append((self.all[0], _TOP))
        if len(made) == len(self.open):
            return made[-1]
        box, context = made[-1]
        for tag, attributes in self.open[len(made) :]:
            if tag in CONTEXTUAL:
                context = inside(tag, context)
            if tag in PLAIN and not attributes:
                made.append((box, context))
                continue
            (words, concealed, dialog), role = NAMELESS, ""
            if attributes:
                words, concealed, dialog = self.names(attributes)
                role = attributes.get("role", "")
                context = inside(_heading(attributes), context) if role == "heading" else context
            if "-" in tag:
                words |= frozenset(tag.split("-"))
            hidden = box.hidden
            if (hidden is None or is_closed(hidden)) and (attributes or tag in _UNSEEN):
                hidden = self._why_unseen(tag, attributes, concealed, dialog) or hidden
            if (box.depth < MAX_DEPTH and len(self._blocks) < MOST_BLOCKS) or hidden != box.hidden:
                if attributes and (
                    "itemtype" in attributes
                    or ("id" in attributes and attributes["id"] in self.fragments)
                    or (tag in _COUNT and _COUNT[tag] in attributes)
                ):
                    self._note(tag, attributes)
                box = Box(tag, box, words, role, hidden, box.depth + 1, len(self.all), len(self._blocks))
                self.all.append(box)
            elif box.depth >= MAX_DEPTH:
                self.too_deep = True
            made.append((box, context))
        return made[-1]

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Notes what else the next box states."""
        if "itemtype" in attributes:
            self.itemtypes.append(attributes["itemtype"])
        if "id" in attributes and attributes["id"] in self.fragments:
            self.anchors.setdefault(attributes["id"], len(self.all))
        if tag in _COUNT and _COUNT[tag] in attributes:
            self.counts[len(self.all)] = attributes[_COUNT[tag]]

    def note_control(self, attributes: Mapping[str, str]) -> None:
        """Notes what an element says it opens, if a reader sees the innermost container, or can."""
        hidden = self.innermost()[0].hidden
        if hidden is None or is_closed(hidden):
            self.controlled.update(attributes["aria-controls"].split())

    def _why_unseen(self, tag: str, attributes: Mapping[str, str], concealed: str | None, dialog: bool) -> str | None:
        """Why a reader does not see a container whose outer ones are seen; if one does, what it opens is noted."""
        if tag in UNRENDERED:
            return None if "shadowrootmode" in attributes else UNRENDERED[tag]  # a template that browsers put to use
        if ("style" in attributes or "hidden" in attributes or tag == "dialog") and (
            why := why_hidden(tag, attributes)
        ):
            is_panel = why in CLOSED_BY and self._can_be_opened(attributes) and not (concealed or dialog)
            return closed(why) if is_panel else why
        if dialog and not concealed and attributes.get("aria-hidden") == "true":
            return "closed dialog"
        if not concealed:
            self._note_opener(attributes)
        return concealed

    def _note_opener(self, attributes: Mapping[str, str]) -> None:
        """Notes what an element that is seen opens; WAI-ARIA leaves it open whether it says so."""
        if "aria-controls" in attributes:
            self.controlled.update(attributes["aria-controls"].split())
        elif attributes.get("role") == "tab":
            self._has_tabs = True
        elif attributes.get("role") == "button" and attributes.get("aria-expanded") == "false":
            self._closed_at = len(self._blocks) if attributes.get("aria-haspopup", "false") == "false" else -_NEXT

    def _can_be_opened(self, attributes: Mapping[str, str]) -> bool:
        """Whether an element in sight opens this one, which is hidden."""
        opens_next = len(self._blocks) - self._closed_at < _NEXT
        self._closed_at = -_NEXT
        is_tab = self._has_tabs and attributes.get("role") == "tabpanel"
        return opens_next or is_tab or attributes.get("id") in self.controlled

    def here(self) -> tuple[int, Box]:
        """The number that the next block will have, and the innermost box."""
        return len(self._blocks), self.innermost()[0]

    def close(self) -> None:
        """Ends the innermost box that was made: what it holds, the box around it holds too."""
        made = self.made
        box = made.pop()[0]
        if made:
            parent = made[-1][0]
            if box is parent:
                return
            parent.chars += box.chars
            parent.linked += box.linked
            parent.prose += box.prose
        box.blocks = len(self._blocks) - box.first

    def names(self, attributes: Mapping[str, str]) -> Names:
        """What the class, id and other names of an element say."""
        naming = attributes.get("class", "")
        if "id" in attributes:
            naming += " " + attributes["id"].rstrip("0123456789")
        if len(attributes) > 2:
            for name in _RARE_NAMING:
                if name in attributes:
                    naming += " " + attributes[name]
        return self._names[naming] if naming else NAMELESS

    def words(self, naming: str) -> frozenset[str]:
        """The words of names that stand in another attribute."""
        return self._names[naming][0]
