"""What stands in a line of text between two containers, and the blocks made of it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import dropwhile

from cleaner.block import MOST_BLOCKS, Block
from cleaner.folding import fold, fold_code, spaced, spelt_in_tags
from cleaner.parse.boxes import Boxes
from cleaner.parse.elements import FORMATTING, PHRASES, UNRENDERED_INLINE, VOID
from cleaner.parse.listings import language_of
from cleaner.parse.permalinks import is_permalink
from cleaner.parse.seams import SEAM, mended
from cleaner.parse.visibility import FOR_EDITORS, why_hidden

NOWHERE = 1 << 60
"""Deeper than any container: where the text of an empty line stands."""

_BOLD_SHARE = 0.95
_DEEPEST = 8
"""Of elements that are open one in the other where a line ends, so many are noted in it: their number has no bound."""
_NO_WORDS: frozenset[str] = frozenset()
_WITHIN_WORDS = frozenset(("sup", "sub", "wbr"))
_new_block = Block.__new__  # by itself it takes half as long as by way of calling the class


class Lines:
    """Collects the text that comes between the tags, and ends a block where one is to end.

    Text costs no call of ours: the parser appends it to `_parts`, and it is settled (counted for what it stands in)
    when a tag comes that changes what is to be counted.
    """

    __slots__ = (  # a tag reads several of them: in an instance's dictionary they would cost a parse a twentieth
        "_aside", "_before", "_bold", "_bolded", "_break_end", "_inline", "_link", "_link_end", "_link_start",
        "_linked", "_links", "_mark", "_marks", "_parts", "_phrases", "_pre", "_rest", "_seams", "_shallowest",
        "_sounded", "_target", "_unseen", "_unseen_parts", "_unseen_reason", "blocks", "boxes", "hides_formatting",
        "too_long",
    )  # fmt: skip

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes = Boxes(self.blocks)
        self._parts: list[str] = []
        self._mark = 0  # how many of the parts are settled
        self._marks: list[frozenset[str]] = []
        self._linked = self._bolded = self._links = self._bold = self._pre = 0
        self._link = False
        self._inline: list[int | str | None] = []  # the inline elements that have ended in this line, as in `Inline`
        self._target = ""  # where the last link leads
        self._phrases: list[tuple[str, int]] = []  # the tags of those that are open, and how many parts came before
        self._before = 0  # how many of these parts were of lines that ended inside them
        self._seams = False  # whether the parts have any
        self._break_end = 0  # how many parts there were after the last `br`, 0 for none
        self._link_start = 0  # how many there were before the last link
        self._link_end = 0  # how many there were after the last link with text, 0 for none
        self._sounded = 0  # how many there were at the last tag of an element of the page's own making
        self._shallowest = NOWHERE  # how many containers are open around that of them with the fewest
        self._unseen_parts: dict[str, list[str]] = {}  # by the reason why they are hidden
        self._unseen = self._unseen_reason = ""  # the tag of the open inline element that is hidden, and why it is
        self._aside = False  # whether an element is open that is hidden or skipped
        self._rest: dict[str | None, list[str]] = {}  # what there are no more blocks for, by the reason to hide it
        self.too_long = False
        """Whether there were more blocks than a page may have."""
        self.hides_formatting = False
        """Whether an element hides itself that browsers open anew where a paragraph ends it."""

    def _part(self) -> None:
        """Parts what stands before a tag from what comes after it: ends the block, or in code the line."""
        parts = self._parts
        if len(parts) == 1 and parts[0].isspace() and not (self._mark or self._marks or self._unseen_parts):
            parts.clear()  # white space between two containers, and no line to end
            self._links = 1 if self._link else 0
        elif self._pre:
            self._space("\n")
        else:
            self.flush()

    def flush(self) -> None:
        """Ends the block that is being collected."""
        if self._aside:
            self._settle()
        parts = self._parts
        raw = "".join(parts)
        if self._seams:
            self._seams = False
            raw = mended(raw)
        if self._mark or (raw and not raw.isspace()):
            if self._link or self._phrases:
                self._settle()
                self._note_open()
            text = self._rendered(raw)
            if text:
                self._emit(text, min(self._linked, len(text)), None)
        if self._unseen_parts:
            for reason, hidden in self._unseen_parts.items():
                if text := fold("".join(hidden)):
                    self._emit(text, 0, reason)
            self._unseen_parts.clear()
        parts.clear()  # and whatever the next line is not to know of this one
        self._marks.clear()
        if self._inline:
            self._inline.clear()
        self._mark = self._linked = self._bolded = 0
        self._break_end = self._link_start = self._link_end = self._sounded = 0
        self._shallowest = NOWHERE
        self._links = 1 if self._link else 0

    def _rendered(self, raw: str) -> str:
        """The text as a reader sees it; what its tag characters spell is set aside."""
        if self._pre:
            text = fold_code(raw)
        else:
            text = spaced(raw)
            if text.isprintable():
                return text
            text = fold(raw)
        if spelt := spelt_in_tags(raw):
            self._unseen_parts.setdefault("spelt in tag characters", []).append(spelt)
        return text

    def _settle(self) -> None:
        """Counts the parts that came since the last time for what they stand in: a link, bold, a hidden element."""
        parts, mark = self._parts, self._mark
        if len(parts) == mark:
            return
        if self._unseen:
            self._unseen_parts.setdefault(self._unseen_reason, []).extend(parts[mark:])
            del parts[mark:]
            return
        if not mark and parts[0].isspace() and not self._pre:
            parts[:] = dropwhile(str.isspace, parts)  # white space at the beginning of a block
        if self._link or self._bold:
            size = sum(map(len, parts[mark:]))
            if self._link:
                self._linked += size
            if self._bold:
                self._bolded += size
        self._mark = len(parts)

    def _space(self, white: str) -> None:
        """Adds the white space that a tag stands for, which is neither linked nor bold."""
        self._settle()
        self._parts.append(white)
        if not self._unseen:
            self._mark += 1

    def _emit(self, text: str, linked: int, unseen: str | None) -> None:
        box, context = self.boxes.innermost()
        if len(self.blocks) >= MOST_BLOCKS:
            self._rest.setdefault(unseen or box.hidden, []).append(text)
            self.too_long = True
            return
        size = len(text)
        bold = self._bolded >= _BOLD_SHARE * size and not unseen
        marks = _NO_WORDS
        if self._marks:
            marks = self._marks[0] if len(self._marks) == 1 else marks.union(*self._marks)
            self._marks.clear()
        markup = (len(self._parts), *self._parts, *self._inline) if self._inline and not unseen else None
        block = _new_block(
            Block, len(self.blocks), text, context.kind, box, context.level, None, linked / size, self._links,
            bold, marks, unseen or box.hidden, markup,
        )  # fmt: skip
        box.chars += size
        box.linked += linked
        if block.prose:
            box.prose += size
        self.blocks.append(block)

    def _note_open(self) -> None:
        """Notes, up to here, the inline elements that are still open where the line ends; they go on in the next."""
        end = len(self._parts)
        if self._link and end > self._link_start:
            self._inline += (self._link_start, end, "link", self._target)
        for tag, start in self._phrases[:_DEEPEST]:
            if end > start - self._before:
                self._inline += (max(start - self._before, 0), end, PHRASES[tag], None)
        self._before += end

    def _note_language(self, language: str | None) -> None:
        self._inline += (0, 0, "language", language) if language else ()

    def _note_anchor(self, href: str, attributes: Mapping[str, str]) -> None:
        """Notes to which element on this page a link leads, and that it is itself one to which links lead."""
        self.boxes.fragments.add(href[1:])
        if name := attributes.get("name") or attributes.get("id"):
            at = len(self._parts)
            self._inline += (at, at, "anchor", name)

    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        if "class" in attributes or "itemprop" in attributes:
            words, hidden, _ = self.boxes.names(attributes)
            self._marks.append(words)
            if hidden or FOR_EDITORS in words:
                self._hide(tag, hidden or "for editors only")
            elif self._parts and self._parts[-1][-1:].isalnum() and tag not in _WITHIN_WORDS:
                self._sew()
            if len(attributes) == 1:
                return
        if ("style" in attributes or "hidden" in attributes) and (hidden := why_hidden(tag, attributes)):
            self._hide(tag, hidden)
            self.hides_formatting |= tag in FORMATTING
        if "role" in attributes and attributes["role"] == "tooltip":
            self._hide(tag, "shown when pointed at")
        if "aria-controls" in attributes and not self._unseen and tag not in VOID:  # which a field suggests from
            self.boxes.note_control(attributes)

    def _sew(self) -> None:
        """Marks where an element with a class begins right after a letter or digit: the text may go on in it or not."""
        if self._pre or self._unseen:
            return
        if self._link_end == len(self._parts):
            self._link_end += 1
        self._space(SEAM)
        self._seams = True

    def _hide(self, tag: str, reason: str) -> None:
        """Sets the text of an inline element aside, so that it does not part the line that it stands in."""
        if not self._unseen and tag not in VOID:
            self._settle()
            self._unseen, self._unseen_reason, self._aside = tag, reason, True

    def _start_unrendered(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._hide(tag, UNRENDERED_INLINE[tag])

    def _start_link(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._parts:
            self._settle()
        if self._link_end and self._link_end == len(self._parts) and "href" in attributes:
            self._space(" ")  # two links side by side: style sheets keep them apart
        if "rel" in attributes:
            self._marks.append(self.boxes.words(attributes["rel"]))
        if len(attributes) > ("href" in attributes):
            self._start_inline(tag, attributes)
        if "href" in attributes:
            self._link = True
            self._links += 1
            self._link_start = len(self._parts)
            self._target = href = attributes["href"]
            if href[:1] == "#" and href != "#":
                self._note_anchor(href, attributes)

    def _end_link(self, tag: str) -> None:
        self._settle()
        if self._link:
            self._link = False
            end = len(self._parts)
            is_sign = end == self._link_start + 1 and self._inline[-3:-2] != [end]  # one text, in no element of its own
            if is_sign and is_permalink(self._parts[-1], self._target, self.boxes.open[-1][0]):
                self._linked -= len(self._parts.pop())
                self._mark = end - 1
                self._links -= 1
            elif end > self._link_start:
                self._link_end = end
                self._inline += (self._link_start, end, "link", self._target)

    def _start_option(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._space(" ")

    def _start_phrase(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._parts:
            self._settle()
        self._phrases.append((tag, self._before + len(self._parts)))
        if attributes:
            if self._pre and tag == "code":
                self._note_language(language_of(attributes))
            self._start_inline(tag, attributes)

    def _end_phrase(self, tag: str) -> None:
        start = self._phrases.pop()[1] - self._before
        if len(self._parts) > start:
            self._settle()
            end = len(self._parts)
            if end > start:
                self._inline += (max(start, 0), end, PHRASES[tag], None)

    def _start_bold(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._start_phrase(tag, attributes)
        self._bold += 1

    def _end_bold(self, tag: str) -> None:
        self._settle()
        self._bold -= 1
        self._end_phrase(tag)

    def _break(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._pre or self._unseen:
            self._space("\n")
        elif self._break_end and all(map(str.isspace, self._parts[self._break_end :])):
            self.flush()
        else:
            self._space(" ")
            self._break_end = end = len(self._parts)
            self._inline += (end - 1, end, "break", None)
