"""Where in a text its inline elements begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.block import Block
from cleaner.parse import parse
from cleaner.structure.places import placed


def found(html: str) -> list[tuple[str, str]]:
    """(kind, the text that stands in it) of all elements of the page."""
    return [
        (element.kind, block.text[element.start : element.end])
        for block in parse(html).blocks
        for element in placed(block)
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <b>b c</b> d", [("strong", "b c")]),
        ("<p>a<b> b </b>c", [("strong", "b")]),
        ("<p>\n <em>a\n  b</em>c", [("emphasis", "a b")]),
        ("<p>a <i><b>b</b> <a href=/x>c</a></i>", [("emphasis", "b c"), ("strong", "b"), ("link", "c")]),
        ("<p>a <sup><a href=/x>1</a></sup>", [("sup", "1"), ("link", "1")]),
        ("<p>a <kbd>b</kbd> <samp>c</samp> <tt>d</tt> <sub>e</sub>", [*(("code", one) for one in "bcd"), ("sub", "e")]),
        ("<p>a<br>b<br> c", [("break", " "), ("break", " ")]),
        ("<p><br>a<br>", []),
        ("<p>a<b></b><i class=icon></i> <a href=/x><img></a>", []),
        ("<p><a href=/x>a</a><a href=/y>b</a>", [("link", "a"), ("link", "b")]),
        ("<p>a <b>b<span hidden>x</span>c</b>", [("strong", "bc")]),
        ("<p>a <b hidden>b</b> c", []),
        ("<p>a <span hidden>x <b>y</b></span><i>b</i>", [("emphasis", "b")]),
        ("<p><b>It&shy;alic&#8203;s</b> and so", [("strong", "Italics")]),
        ("<p>&#8203;<b>a&shy;</b>&#8203; b <i>c</i>", [("strong", "a"), ("emphasis", "c")]),
        ("<p>a<b>&#146;b</b>&#147;", [("strong", "’b")]),
        ("<p><span class=a>Fat</span><b class=b>31</b><i class=c>g</i>", [("strong", "31"), ("emphasis", "g")]),
        ("<p><a>a</a> <a name=x>b</a>", []),
        ("<pre>a <b>b</b> <a href=/x>c</a></pre>", []),
        ("<pre class=language-c>a <code class=language-go>b</code></pre>", [("language", ""), ("language", "")]),
    ],
)
def test_elements_and_what_stands_in_them(html: str, expected: list[tuple[str, str]]) -> None:
    assert found(html) == expected


def test_an_element_around_several_blocks_stands_in_each() -> None:
    assert found("<b>a<div>b</div>c</b> d<p>e") == [("strong", "a"), ("strong", "b"), ("strong", "c")]
    assert found("<a href=/x><div>a</div><p>b</p></a>") == [("link", "a"), ("link", "b")]
    assert found("<i>a<br><br>b <b>c</b></i>") == [("emphasis", "a"), ("emphasis", "b c"), ("strong", "c")]


def test_a_great_many_open_elements_are_not_all_noted_in_each_block() -> None:
    assert len(found("<b>" * 1000 + "a<div>b</div>")) == 16


def test_the_elements_of_a_tables_cells() -> None:
    html = "<table><tr><th>a<th><b>b</b><tr><td><p>c</p><p><i>d</i> e</p><td><tr><td>f<td><a href=/x>g</a></table>"
    assert found(html) == [("strong", "b"), ("emphasis", "d"), ("link", "g")]


def test_a_block_without_markup_has_none() -> None:
    assert placed(Block(0, "a")) == []


def test_parts_that_the_text_does_not_have_give_nothing() -> None:
    assert placed(Block(0, "a b", markup=(2, "a", "x", 0, 1, "strong", None))) == []


@given(st.lists(st.text(alphabet="ab \n\u00ad\u200b\x92é", max_size=4), min_size=1, max_size=6))
@settings(max_examples=200, deadline=None)
def test_every_part_is_found_again(parts: list[str]) -> None:
    html = "".join(f"<b>{part}</b>" if at % 2 else part for at, part in enumerate(parts))
    for block in parse(f"<p>{html}</p>").blocks:
        bold = [block.text[one.start : one.end] for one in placed(block) if one.kind == "strong"]
        letters = [part.translate({0xAD: "", 0x200B: "", 0x92: "’"}).split() for part in parts[1::2]]
        assert [one.split() for one in bold] == [part for part in letters if part]
