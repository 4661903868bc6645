"""A text with its spans as a line of Markdown: a span that cannot be said is left out, the text never changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from cleaner.article import Span
from cleaner.markdown.escape import code_span, destination, escaped
from cleaner.markdown.flanking import closes, opens
from cleaner.markdown.tree import EMPHASIS, Node, tree

_WHITE = re.compile(r"\s")
_SIGN = "["
"""Stands for any sign of a link, code or a tag: all of them are punctuation."""


Place = Literal["line", "heading", "cell"]


def inline(text: str, spans: Iterable[Span], notes: Mapping[str, int], place: Place = "line") -> str:
    """The text as Markdown. Only lines have line breaks, and only in cells does a pipe in code mean anything.

    notes: the numbers of the footnotes to which signs may refer, by their labels.
    """
    text = _WHITE.sub(" ", text).replace("\0", "\ufffd")  # as every Markdown parser does
    return _Line(text, [span for span in spans if _can_be_told(span, notes, place)], notes, place).source()


def _can_be_told(span: Span, notes: Mapping[str, int], place: Place) -> bool:
    if span.kind == "link":
        return destination(span.target or "") is not None
    if span.kind == "note":
        return span.target in notes
    return span.kind != "break" or place == "line"


class _Line:
    def __init__(self, text: str, spans: Sequence[Span], notes: Mapping[str, int], place: Place) -> None:
        self._text = text
        self._notes = notes
        self._pipe = "\\|" if place == "cell" else "|"
        self._root = tree(text, spans)
        self._signs = {at for span in spans if span.kind not in EMPHASIS for at in span[:2]}
        starts = (0, *(span.end for span in spans if span.kind == "break")) if place == "line" else ()
        self._escaped = escaped(text, starts, _beside(text, spans))
        self._closed = self._coded = -1  # where the last emphasis ended, and the last code

    def source(self) -> str:
        return self._inside(self._root, emphasised=False).strip()

    def _inside(self, node: Node, emphasised: bool) -> str:
        written = []
        at = node.start
        for child in node.children:
            written += self._escaped[at : child.start]
            written.append(self._node(child, emphasised))
            at = child.end
        return "".join(written + self._escaped[at : node.end])

    def _node(self, node: Node, emphasised: bool) -> str:
        if node.kind == "break":
            return "\\\n"
        if node.kind == "code":
            return self._code(node)
        if node.kind == "note":
            return f"[^{self._notes[node.target]}]"
        if node.kind in EMPHASIS:
            return self._emphasis(node, emphasised)
        if node.kind == "link":
            return f"[{self._inside(node, emphasised)}]({destination(node.target)})"
        if len(node.children) == 1 and node.children[0].kind == "note":  # raised as it is
            return self._inside(node, emphasised)
        return f"<{node.kind}>{self._inside(node, emphasised)}</{node.kind}>"

    def _code(self, node: Node) -> str:
        """Code; right after other code it is text, since their backticks would make one row."""
        if node.start == self._coded:
            return "".join(self._escaped[node.start : node.end])
        self._coded = node.end
        return code_span(self._text[node.start : node.end]).replace("|", self._pipe)

    def _emphasis(self, node: Node, emphasised: bool) -> str:
        """Asterisks where they mean emphasis; inside other emphasis, those that could also end it mean less."""
        if node.start == self._closed or not self._fits(node, only=emphasised):
            return self._inside(node, emphasised)
        inside = self._inside(node, emphasised=True)
        self._closed = node.end
        return EMPHASIS[node.kind] + inside + EMPHASIS[node.kind]

    def _fits(self, node: Node, only: bool) -> bool:
        return all(opens(before, first, only=only) for before, first in self._beside(node.start)) and all(
            closes(last, after, only=only) for last, after in self._beside(node.end)
        )

    def _beside(self, at: int) -> list[tuple[str, str]]:
        """The characters on both sides of asterisks at a place; where signs stand too, each that it may come to be."""
        before, after = self._text[at - 1 : at] if at else "", self._text[at : at + 1]
        if at not in self._signs:
            return [(before, after)]
        return [(before, after), (before, _SIGN), (_SIGN, after), (_SIGN, _SIGN)]


def _beside(text: str, spans: Iterable[Span]) -> Iterator[int]:
    """The places of characters that may mean something beside the signs of a span, and nothing elsewhere."""
    for span in spans:
        for at in (span.start - 1, span.start, span.end - 1, span.end):
            if 0 <= at < len(text) and (text[at] in "_!" or (text[at] == ":" and span.kind == "note")):
                yield at
