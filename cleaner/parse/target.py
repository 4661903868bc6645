"""The parser target: lxml's parser calls it for each tag and text, and it makes boxes and blocks as they come.

There is no tree. libxml2 closes every element that it opened, in order, so a stack of what to return to is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from cleaner.block import Block, BlockKind, Box
from cleaner.parse import tables
from cleaner.parse.elements import (
    CODE,
    CONTAINERS,
    CONTEXTUAL,
    HEADINGS,
    KIND,
    PLAIN,
    SKIPPED,
    UNRENDERED,
    UNRENDERED_INLINE,
)
from cleaner.parse.head import Head
from cleaner.parse.naming import NameCache, Names
from cleaner.parse.text import fold, fold_code
from cleaner.parse.visibility import why_hidden

MAX_DEPTH = 200
"""Containers nested deeper share the box at this depth. No text is lost by it, and boxes stay cheap to walk and pickle."""

_RARE_NAMING = ("itemprop", "data-testid", "data-component", "aria-label")
_BOLD_SHARE = 0.95
_NO_WORDS: frozenset[str] = frozenset()
_NO_ATTRIBUTES: Mapping[str, str] = {}
_NAMELESS = Names(_NO_WORDS, None, False)


class _Context(NamedTuple):
    """What the elements around say of the blocks inside: their kind, its level, and how many lists are open."""

    kind: BlockKind
    level: int | None
    lists: int

    def inside(self, tag: str) -> _Context:
        """The context inside an element of this tag that stands in this one."""
        if tag == "ul" or tag == "ol":
            return _Context(self.kind, self.level, self.lists + 1)
        if tag in HEADINGS:
            return _Context("heading", HEADINGS[tag], self.lists)
        kind = KIND.get(tag)
        if kind is None:
            return self
        return _Context(kind, max(1, self.lists) if kind == "list_item" else None, self.lists)


_TOP = _Context("paragraph", None, 0)


class Target:
    """Collects blocks, boxes and facts from the events of one parse."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.head = Head()
        self._open: list[tuple[str, Mapping[str, str]]] = [("html", _NO_ATTRIBUTES)]  # containers, outermost first
        self._made: list[tuple[Box, _Context]] = []  # the boxes of the first of them: those that hold anything yet
        self._tables: list[tables.Table] = []
        self._skipping = ""  # the tag of the open element whose content is not text
        self._unseen = ""  # the tag of the open inline element that is hidden
        self._skipping_nested = self._unseen_nested = 0  # how many elements of that tag are open inside it
        self._capture: list[str] | None = None
        self._unseen_reason = ""
        self._link = False
        self._bold = 0
        self._pre = 0
        self._names = NameCache()
        self._parts: list[str] = []
        self._unseen_parts: list[str] = []
        self._marks: list[frozenset[str]] = []
        self._linked = self._bolded = self._links = 0
        self._after_link = self._after_break = False

    # ------------------------------------------------------------ events
    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._skipping:
            self._skipping_nested += tag == self._skipping
            return
        if tag == self._unseen:
            self._unseen_nested += 1
        if tag in _START:
            _START[tag](self, tag, attributes)
        elif attributes:
            self._start_inline(tag, attributes)

    def end(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping:
                self._skipping_nested -= 1
                if self._skipping_nested < 0:
                    self._skipping, self._skipping_nested, self._capture = "", 0, None
            return
        if tag in _END:
            _END[tag](self, tag)
        if tag == self._unseen:
            self._unseen_nested -= 1
            if self._unseen_nested < 0:
                self._unseen, self._unseen_nested = "", 0

    def data(self, text: str) -> None:
        if self._parts or not text.isspace() or self._pre:
            if self._skipping:
                if self._capture is not None:
                    self._capture.append(text)
            elif self._unseen:
                self._unseen_parts.append(text)
            else:
                self._parts.append(text)
                if self._link:
                    self._linked += len(text)
                if self._bold:
                    self._bolded += len(text)
                if self._after_break and not text.isspace():
                    self._after_break = False
                self._after_link = False

    def close(self) -> None:
        self.flush()
        while self._open:
            self._end_box("")

    # ------------------------------------------------------------ blocks
    def flush(self) -> None:
        """Ends the block that is being collected."""
        if self._parts:
            raw = "".join(self._parts)
            self._parts.clear()
            text = fold_code(raw) if self._pre else fold(raw)
            if text:
                self._emit(text, min(self._linked, len(text)), None)
            self._linked = self._bolded = 0
            self._marks.clear()
        if self._unseen_parts:
            text = fold("".join(self._unseen_parts))
            self._unseen_parts.clear()
            if text:
                self._emit(text, 0, self._unseen_reason)
        self._links = 1 if self._link else 0
        self._after_link = self._after_break = False

    def _emit(self, text: str, linked: int, unseen: str | None) -> None:
        box, context = self._innermost()
        size = len(text)
        box.chars += size
        box.linked += linked
        box.blocks += 1
        bold = self._bolded >= _BOLD_SHARE * size
        marks = _NO_WORDS.union(*self._marks) if self._marks else _NO_WORDS
        block = Block(
            len(self.blocks), text, context.kind, box, context.level, None, linked / size, self._links, bold, marks,
            box.hidden or unseen,
        )  # fmt: skip
        if block.prose:
            box.prose += size
        self.blocks.append(block)

    # ------------------------------------------------------------ containers
    def _start_box(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._pre:  # a line of code in an element of its own
            self._parts.append("\n")
        elif self._parts or self._unseen_parts:
            self.flush()
        elif self._links:
            self._links = 1 if self._link else 0
        self._open.append((tag, attributes))

    def _end_box(self, tag: str) -> None:
        if self._pre and tag not in CODE:
            self._parts.append("\n")
        elif self._parts or self._unseen_parts:
            self.flush()
        if self._open:
            self._open.pop()
            if len(self._made) > len(self._open):
                self._close_box()

    def _start_code(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._start_box(tag, attributes)
        self._pre += 1

    def _end_code(self, tag: str) -> None:
        self._end_box(tag)
        self._pre -= 1

    def _innermost(self) -> tuple[Box, _Context]:
        """The innermost open box. Boxes are made only when something stands in them: most containers hold nothing."""
        made = self._made
        if len(made) < len(self._open) or not made:
            if not self._open:  # text after the end of everything
                self._open.append(("html", _NO_ATTRIBUTES))
            for tag, attributes in self._open[len(made) :]:
                made.append(self._make(tag, attributes, *made[-1]) if made else (self._add(Box(tag)), _TOP))
        return made[-1]

    def _make(self, tag: str, attributes: Mapping[str, str], parent: Box, context: _Context) -> tuple[Box, _Context]:
        inner = context.inside(tag) if tag in CONTEXTUAL else context
        hidden = parent.hidden
        if not attributes:
            if tag in PLAIN or parent.depth >= MAX_DEPTH:
                return parent, inner
            hidden = hidden or (UNRENDERED[tag] if tag in UNRENDERED else None)
            box = Box(tag, parent, _NO_WORDS, "", hidden, parent.depth + 1, len(self.boxes))
        else:
            names = self._names_of(attributes)
            hidden = hidden or UNRENDERED.get(tag) or why_hidden(tag, attributes) or names.hidden
            if names.dialog and not hidden and attributes.get("aria-hidden") == "true":
                hidden = "closed dialog"
            if parent.depth >= MAX_DEPTH and hidden == parent.hidden:
                return parent, inner
            role = attributes["role"] if "role" in attributes else ""
            box = Box(tag, parent, names.words, role, hidden, parent.depth + 1, len(self.boxes))
        box.first = len(self.blocks)
        return self._add(box), inner

    def _names_of(self, attributes: Mapping[str, str]) -> Names:
        naming = attributes["class"] if "class" in attributes else ""
        if "id" in attributes:
            naming += " " + attributes["id"].rstrip("0123456789")
        if len(attributes) > 2:
            for name in _RARE_NAMING:
                if name in attributes:
                    naming += " " + attributes[name]
        return self._names[naming] if naming else _NAMELESS

    def _add(self, box: Box) -> Box:
        self.boxes.append(box)
        return box

    def _close_box(self) -> None:
        box, _ = self._made.pop()
        parent = self._made[-1][0] if self._made else box
        if box is not parent:
            parent.chars += box.chars
            parent.linked += box.linked
            parent.prose += box.prose
            parent.blocks += box.blocks

    def _here(self) -> tuple[int, Box]:
        """The number that the next block will have, and the box that is open."""
        return len(self.blocks), self._innermost()[0]

    # ------------------------------------------------------------ tables
    def _start_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        for table in self._tables[-1:]:
            table.nested = True
        self._start_box(tag, attributes)
        presentation = attributes.get("role") in ("presentation", "none")
        self._tables.append(tables.Table(len(self.blocks), presentation))

    def _end_table(self, tag: str) -> None:
        self.flush()
        table = self._tables.pop() if self._tables else tables.Table(len(self.blocks), True)
        if not self._pre and table.holds_data(self.blocks):
            box, _ = self._innermost()
            merged = tables.as_data(table, self.blocks, box)
            del self.blocks[table.first :]
            self.blocks.extend(merged)
            box.blocks = len(merged)
        self._end_box(tag)

    def _start_row(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._start_box(tag, attributes)
        if self._tables:
            self._tables[-1].start_row()

    def _start_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._start_box(tag, attributes)
        if self._tables:
            self._tables[-1].start_cell(len(self.blocks), tag == "th")

    def _end_cell(self, tag: str) -> None:
        self._end_box(tag)
        if self._tables:
            self._tables[-1].end_cell(len(self.blocks))

    # ------------------------------------------------------------ inside a line
    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        if "class" in attributes or "itemprop" in attributes:
            names = self._names_of(attributes)
            self._marks.append(names.words)
            if names.hidden:
                self._hide(tag, names.hidden)
        if ("style" in attributes or "hidden" in attributes) and (hidden := why_hidden(tag, attributes)):
            self._hide(tag, hidden)

    def _hide(self, tag: str, reason: str) -> None:
        """Sets the text of an inline element aside, so that it does not part the line that it stands in."""
        if not self._unseen and tag not in _VOID:
            if self._unseen_parts and reason != self._unseen_reason:
                self.flush()
            self._unseen, self._unseen_reason = tag, reason

    def _start_unrendered(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._hide(tag, UNRENDERED_INLINE[tag])

    def _start_link(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._after_link:  # two links side by side: style sheets keep them apart
            self._parts.append(" ")
        if "href" in attributes:
            self._link = True
            self._links += 1
        if "rel" in attributes:
            self._marks.append(self._names[attributes["rel"]].words)
        if len(attributes) > 1:
            self._start_inline(tag, attributes)

    def _end_link(self, tag: str) -> None:
        self._link = False
        self._after_link = True

    def _start_option(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._parts.append(" ")

    def _start_bold(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._bold += 1
        if attributes:
            self._start_inline(tag, attributes)

    def _end_bold(self, tag: str) -> None:
        self._bold -= 1

    def _break(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._pre:
            self._parts.append("\n")
        elif self._after_break:
            self.flush()
        else:
            self._parts.append(" ")
            self._after_break = True

    # ------------------------------------------------------------ facts
    def _skip(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._skipping = tag
        if tag == "script" and "ld+json" in attributes.get("type", ""):
            self._capture = self.head.json_ld_script()
        elif tag == "title":
            self._capture = self.head.title_text()

    def _fact(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.head.add(tag, attributes, self._here)

    def _start_time(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.head.add(tag, attributes, self._here)
        self._start_inline(tag, attributes)

    def _start_root(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.head.add(tag, attributes, self._here)
        self._start_box(tag, attributes)


_VOID = frozenset(("br", "img", "input", "wbr", "hr", "source", "meta", "link"))

_START: dict[str, Callable[[Target, str, Mapping[str, str]], None]] = {
    **dict.fromkeys(CONTAINERS, Target._start_box),
    **dict.fromkeys(CODE, Target._start_code),
    **dict.fromkeys((*SKIPPED, "title"), Target._skip),
    **dict.fromkeys(UNRENDERED_INLINE, Target._start_unrendered),
    **dict.fromkeys(("meta", "link", "base", "img", "amp-img", "source"), Target._fact),
    "html": Target._start_root,
    "time": Target._start_time,
    "table": Target._start_table,
    "tr": Target._start_row,
    "td": Target._start_cell,
    "th": Target._start_cell,
    "a": Target._start_link,
    "b": Target._start_bold,
    "strong": Target._start_bold,
    "br": Target._break,
    "option": Target._start_option,
}
_END: dict[str, Callable[[Target, str], None]] = {
    **dict.fromkeys((*CONTAINERS, "tr"), Target._end_box),
    **dict.fromkeys(CODE, Target._end_code),
    "table": Target._end_table,
    "td": Target._end_cell,
    "th": Target._end_cell,
    "a": Target._end_link,
    "b": Target._end_bold,
    "strong": Target._end_bold,
}
