"""The parser target: lxml's parser calls it for each tag and text, and it makes boxes and blocks as they come.

There is no tree. libxml2 closes every element that it opened, in order, so a stack of what to return to is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cleaner.block import Block
from cleaner.parse import tables
from cleaner.parse.elements import CODE, CONTAINERS, ENDS_DRAWING, PHRASES, SKIPPED, UNRENDERED_INLINE
from cleaner.parse.head import Head
from cleaner.parse.lines import NOWHERE, Lines
from cleaner.parse.listings import language_of


class Target(Lines):
    """Collects blocks, boxes and facts from the events of one parse."""

    __slots__ = (
        "_capture", "_drawings", "_drawn", "_made", "_open", "_skipped", "_skipping", "_skipping_nested", "_tables",
        "_unseen_nested", "data", "has_noframes", "head",
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self.data: Callable[[str], object] = self._parts.append
        self._open = self.boxes.open
        self._made = self.boxes.made
        self._tables: list[tables.Table] = []
        self._skipping = ""  # the tag of the open element whose content is not text
        self._skipped = 0  # how many parts there were before it
        self._capture: list[str] | None = None
        self._drawn: list[str] = []  # the tags that are open in the drawing whose content is not text
        self._drawings: list[tuple[int, list[str]]] = []  # of each that has foreign content open: drawings nested, tags
        self._skipping_nested = self._unseen_nested = 0  # how many elements of that tag are open inside it
        self.has_noframes = False
        """Whether there is an element in which libxml2 takes tags for text."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A start tag."""
        if self._aside and self._enter(tag):
            return
        if tag in _BOXES:  # _start_box written out, as _end_box is in `end`: for speed, as most tags come this way
            if self._parts or self._links or self._marks or self._unseen_parts:
                self._part()
            self._open.append((tag, attributes))
        elif tag in _START:
            _START[tag](self, tag, attributes)
        elif "-" in tag:
            self._start_custom(tag, attributes)
        elif attributes:
            self._start_inline(tag, attributes)

    def end(self, tag: str) -> None:
        """An end tag, written or implied."""
        if self._aside and self._leave(tag):
            return
        if tag in _BOXES:
            if self._parts or self._links or self._marks or self._unseen_parts:
                self._part()
            open = self._open
            open.pop()
            if len(self._made) > len(open):
                self.boxes.close()
        elif tag in _END:
            _END[tag](self, tag)
        elif "-" in tag and tag not in _START:
            self._end_custom()

    def close(self) -> None:
        """The end of the page."""
        if self._skipping:
            self._end_skipping()
        self.flush()
        if self._rest:
            self._end_rest()
        while self._made:
            self.boxes.close()

    def _end_rest(self) -> None:
        """Makes blocks of what there were no more blocks for: it stands in the root, and is not parted."""
        root = self.boxes.all[0]
        for reason, texts in self._rest.items():
            block = Block(len(self.blocks), " ".join(texts), "paragraph", root, hidden=reason)
            root.chars += len(block.text)
            root.prose += len(block.text) if block.prose else 0
            self.blocks.append(block)
        self._rest.clear()

    def warnings(self) -> tuple[str, ...]:
        """What a limit has cut, or taken the structure from."""
        too_long = self.too_long or self.head.is_cut()
        return ("cut_depth",) * self.boxes.too_deep + ("cut_length",) * too_long

    def empty(self) -> None:
        """Lets go of everything that was collected."""
        for name in (*Lines.__slots__, *Target.__slots__):
            delattr(self, name)

    # ------------------------------------------------------------ containers
    def _start_box(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._part()
        self._open.append((tag, attributes))

    def _end_box(self, tag: str) -> None:
        self._part()
        self._close_box()

    def _close_box(self) -> None:
        self._open.pop()
        if len(self._made) > len(self._open):
            self.boxes.close()

    def _start_custom(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element of the page's own making: it parts a line in which all text so far stands in such elements."""
        if not self._unseen:
            self._sound()
            if len(self._open) < self._shallowest < NOWHERE:
                self._part()
        self._open.append((tag, attributes))
        if attributes:
            self._start_inline(tag, attributes)

    def _end_custom(self) -> None:
        if not self._unseen:
            self._sound()
        self._close_box()

    def _sound(self) -> None:
        """Notes how deep the text stands that came since the last tag of an element of the page's own making."""
        self._settle()
        if not all(map(str.isspace, self._parts[self._sounded :])):
            self._shallowest = min(self._shallowest, len(self._open))
        self._sounded = len(self._parts)

    def _start_code(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._start_box(tag, attributes)
        self._pre += 1
        self._note_language(language_of(attributes, self._open[:-1]))
        self._space("")  # so that the first line's indentation is not taken for white space between two containers

    def _end_code(self, tag: str) -> None:
        self.flush()
        self._pre -= 1
        self._close_box()

    # ------------------------------------------------------------ tables
    def _start_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        for table in self._tables[-1:]:
            table.nested = True
        self._start_box(tag, attributes)
        presentation = attributes.get("role") in ("presentation", "none")
        self._tables.append(tables.Table(len(self.blocks), len(self.boxes.all), presentation))

    def _end_table(self, tag: str) -> None:
        self.flush()
        table = self._tables.pop()
        if not self._pre and table.holds_data(self.blocks):
            self._merge(table)
        self._end_box(tag)

    def _merge(self, table: tables.Table) -> None:
        """Puts the table as one block in the place of its cells; whatever counted those counts anew."""
        box, _ = self.boxes.innermost()
        merged = tables.as_data(table, self.blocks, box)
        self.blocks[table.first :] = merged
        tables.recount(self.boxes.all[max(table.first_box, box.number + 1) :], merged)
        self.head.end_at(len(self.blocks) - 1)

    def _start_row(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._start_box(tag, attributes)
        if self._tables:
            self._tables[-1].start_row()

    def _start_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._start_box(tag, attributes)
        if self._tables:
            in_head = len(self._open) > 2 and self._open[-3][0] == "thead"
            self._tables[-1].start_cell(len(self.blocks), tag == "th", in_head, attributes)

    def _end_cell(self, tag: str) -> None:
        self._end_box(tag)
        if self._tables:
            self._tables[-1].end_cell(len(self.blocks))

    # ------------------------------------------------------------ facts
    def _skip(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._skipping, self._skipped, self._aside = tag, len(self._parts), True
        if tag == "script" and "ld+json" in attributes.get("type", ""):
            self._capture = self.head.json_ld_script()
        elif tag == "title":
            self._capture = self.head.title_text()

    def _end_skipping(self) -> None:
        if self._capture is not None:
            self._capture += self._parts[self._skipped :]
        del self._parts[self._skipped :]
        self._skipping, self._skipping_nested, self._capture, self._drawn = "", 0, None, []
        self._aside = self._unseen != ""

    def _enter(self, tag: str) -> bool:
        """Counts the elements of the tag that is set aside; whether the one that starts is in a skipped element."""
        if self._skipping:
            if self._skipping == "svg":
                if tag in ENDS_DRAWING:
                    return self._leave_drawing(tag)
                self._drawn.append(tag)
                self.has_noframes |= tag == "noframes"
            self._skipping_nested += tag == self._skipping
            return True
        self._unseen_nested += tag == self._unseen
        return False

    def _leave_drawing(self, tag: str) -> bool:
        """Takes up the text again at an element that no drawing has: browsers end the drawing, or show it inside."""
        nested, drawn = self._skipping_nested, self._drawn
        self._end_skipping()
        if tag == "foreignobject":
            self._drawings.append((nested, drawn))
            return False
        for inside in drawn:  # their end tags come when the drawing has long ended
            if inside in _BOXES or inside in _END or "-" in inside:
                self.start(inside, {})
        return False

    def _end_foreign(self, tag: str) -> None:
        self._end_box(tag)
        if self._drawings:
            self._skip("svg", {})
            self._skipping_nested, self._drawn = self._drawings.pop()

    def _leave(self, tag: str) -> bool:
        """The same at an end; what was set aside ends with the element that began it."""
        if self._skipping:
            if self._drawn:
                self._drawn.pop()
            if tag == self._skipping:
                self._skipping_nested -= 1
                if self._skipping_nested < 0:
                    self._end_skipping()
            return True
        if tag == self._unseen:
            self._unseen_nested -= 1
            if self._unseen_nested < 0:
                self._settle()
                self._unseen, self._unseen_nested, self._aside = "", 0, False
        return False

    def _fact(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.head.add(tag, attributes, self.boxes.here)

    def _start_noframes(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.has_noframes = True

    def _start_time(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.head.add(tag, attributes, self.boxes.here)
        self._start_inline(tag, attributes)

    def _start_root(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.head.add(tag, attributes, self.boxes.here)
        self._start_box(tag, attributes)


_BOXES = CONTAINERS - CODE - {"html"}

_START: dict[str, Callable[[Target, str, Mapping[str, str]], None]] = {
    **dict.fromkeys(CODE, Target._start_code),
    **dict.fromkeys((*SKIPPED, "title"), Target._skip),
    **dict.fromkeys(UNRENDERED_INLINE, Target._start_unrendered),
    **dict.fromkeys(("meta", "link", "base", "img", "amp-img", "source"), Target._fact),
    "html": Target._start_root,
    "foreignobject": Target._start_box,
    "noframes": Target._start_noframes,
    "time": Target._start_time,
    "table": Target._start_table,
    "tr": Target._start_row,
    "td": Target._start_cell,
    "th": Target._start_cell,
    **dict.fromkeys(PHRASES, Target._start_phrase),
    "a": Target._start_link,
    "b": Target._start_bold,
    "strong": Target._start_bold,
    "br": Target._break,
    "option": Target._start_option,
}
_END: dict[str, Callable[[Target, str], None]] = {
    **dict.fromkeys(CODE, Target._end_code),
    **dict.fromkeys(("html", "tr"), Target._end_box),
    "foreignobject": Target._end_foreign,
    "table": Target._end_table,
    "td": Target._end_cell,
    "th": Target._end_cell,
    **dict.fromkeys(PHRASES, Target._end_phrase),
    "a": Target._end_link,
    "b": Target._end_bold,
    "strong": Target._end_bold,
}
