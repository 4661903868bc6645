"""Spans as a tree of what Markdown can say."""

from __future__ import annotations

from cleaner.article import Span
from cleaner.markdown.tree import Node, tree


def shape(node: Node) -> list[object]:
    """(kind, start, end, what is inside) of what stands in a node."""
    return [(child.kind, child.start, child.end, *shape(child)) for child in node.children]


def test_spans_nest() -> None:
    spans = [Span(2, 9, "link", "x"), Span(2, 9, "strong"), Span(4, 6, "emphasis"), Span(7, 9, "code")]
    assert shape(tree("ab cd ef gh", spans)) == [("link", 3, 8, ("strong", 3, 8, ("emphasis", 4, 5), ("code", 7, 8)))]


def test_the_order_in_which_they_come_is_no_matter() -> None:
    spans = [Span(0, 5, "code"), Span(0, 5, "emphasis"), Span(0, 5, "link", "x")]
    assert shape(tree("abcde", spans)) == [("link", 0, 5, ("emphasis", 0, 5, ("code", 0, 5)))]


def test_white_space_at_the_ends_stands_outside() -> None:
    assert shape(tree("a  b  c", [Span(1, 6, "strong")])) == [("strong", 3, 4)]
    assert shape(tree("a   c", [Span(1, 4, "strong")])) == []


def test_no_kind_stands_in_itself_and_nothing_in_code() -> None:
    spans = [Span(0, 7, "strong"), Span(0, 3, "strong"), Span(4, 7, "code"), Span(5, 6, "emphasis")]
    assert shape(tree("abc def", spans)) == [("strong", 0, 7, ("code", 4, 7))]


def test_spans_side_by_side_are_one() -> None:
    assert shape(tree("abcd", [Span(0, 2, "strong"), Span(2, 4, "strong"), Span(3, 4, "code")])) == [
        ("strong", 0, 4, ("code", 3, 4)),
    ]
    assert len(shape(tree("abcd", [Span(0, 2, "link", "x"), Span(2, 4, "link", "x")]))) == 2


def test_spans_that_cross_or_reach_beyond_the_text_are_cut_or_left_out() -> None:
    assert shape(tree("abcd", [Span(0, 2, "strong"), Span(1, 3, "code"), Span(3, 9, "code"), Span(7, 9, "code")])) == [
        *(("strong", 0, 2), ("code", 3, 4)),
    ]


def test_line_breaks_stand_between_words() -> None:
    spans = [Span(0, 1, "break"), Span(2, 3, "break"), Span(3, 4, "break"), Span(4, 5, "break")]
    assert shape(tree(" a b ", spans)) == [("break", 2, 3)]
