"""The spans of a text as a tree of what Markdown can say: trimmed, one in the other, no kind inside itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cleaner.article import Span

EMPHASIS = {"strong": "**", "emphasis": "*"}
_JOINED = frozenset(("strong", "emphasis", "code", "sub", "sup"))
_ORDER = ("link", "sup", "sub", "strong", "emphasis", "note", "code", "break")
"""The outer before the inner where spans have the same extent."""


@dataclass(slots=True)
class Node:
    """A span, and those inside it."""

    start: int
    end: int
    kind: str = ""
    target: str = ""
    children: list[Node] = field(default_factory=list)


def tree(text: str, spans: Iterable[Span]) -> Node:
    """The whole text as a node. Left out are spans of nothing, those that cross others, and markup inside code."""
    root = Node(0, len(text))
    open = [root]
    for node in sorted(_trimmed(text, spans), key=lambda node: (node.start, -node.end, _ORDER.index(node.kind))):
        while len(open) > 1 and open[-1].end <= node.start:
            open.pop()
        outer = open[-1]
        if node.end > outer.end or not _may_stand_in(node, open):
            continue
        before = outer.children[-1] if outer.children else None
        if before and before.kind == node.kind and before.end == node.start and node.kind in _JOINED:
            before.end = node.end
            open.append(before)
        else:
            outer.children.append(node)
            open.append(node)
    return root


def _trimmed(text: str, spans: Iterable[Span]) -> Iterable[Node]:
    """The spans without white space at their ends; line breaks where there is text on both sides."""
    inside = range(len(text) - len(text.lstrip()) + 1, len(text.rstrip()))
    for span in spans:
        start, end = (min(max(edge, 0), len(text)) for edge in span[:2])
        inner = text[start:end]
        if span.kind == "break":
            if inner.isspace() and start in inside:
                yield Node(start, end, span.kind)
        elif inner.strip() and span.kind in _ORDER:
            yield Node(end - len(inner.lstrip()), start + len(inner.rstrip()), span.kind, span.target or "")


def _may_stand_in(node: Node, open: Iterable[Node]) -> bool:
    around = {outer.kind for outer in open}
    if node.kind in around or "code" in around or "note" in around or "break" in around:
        return False
    return not (node.kind == "note" and "link" in around)
