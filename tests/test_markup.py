"""The flat tuple in which the parser leaves the markup of a line."""

from __future__ import annotations

from cleaner.markup import Grid, marks_of, parts_of
from cleaner.parse import parse


def test_parts_and_marks_of_a_line() -> None:
    line = (2, "a ", "b", 0, 2, "strong", None, 1, 2, "link", "/x")
    assert parts_of(line) == ("a ", "b")
    assert marks_of(line) == [(0, 2, "strong", None), (1, 2, "link", "/x")]


def test_the_parser_leaves_it_so() -> None:
    (block,) = parse("<p>a <b>b<a href=/x>c</a></b></p>").blocks
    assert block.markup is not None
    assert not isinstance(block.markup, Grid)
    assert parts_of(block.markup) == ("a ", "b", "c")
    assert marks_of(block.markup) == [(2, 3, "link", "/x"), (1, 3, "strong", None)]
    assert parse("<p>a <span>b</span></p>").blocks[0].markup is None
