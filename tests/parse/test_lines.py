"""Lines of text: what joins them, what parts them, and what is counted of links, bold and marks."""

from __future__ import annotations

import pytest

from cleaner.block import Block
from cleaner.parse import parse
from cleaner.parse.lines import Lines


def texts(html: str) -> list[str]:
    return [block.text for block in parse(html).blocks]


def only(html: str) -> Block:
    (block,) = parse(html).blocks
    return block


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<b>b</b>c</p>", ["abc"]),
        ("<p>a <b>b</b> c</p>", ["a b c"]),
        ("<p>a<b> b </b>c</p>", ["a b c"]),
        ("<p>a\n\n  <i>b</i>\n c</p>", ["a b c"]),
        ("<p>a&nbsp;b&amp;c&lt;d</p>", ["a b&c<d"]),
        ("<p>H<sub>2</sub>O and x<sup>2</sup></p>", ["H2O and x2"]),
        ("<p>a<span></span>b<!-- note -->c</p>", ["abc"]),
        ("<p>a<wbr>b&shy;c</p>", ["abc"]),
        ("<p>a<img alt=x>b</p>", ["ab"]),
        ("<p>a<x-y>b</x-y>c</p>", ["abc"]),
        ("<p>a<script>x()</script>b</p>", ["ab"]),
        ("<p>a\0b</p>", ["ab"]),
        ("\0", []),
        ("<p>a<object>b</object><datalist>c</datalist>d", ["a", "b", "c", "d"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<span>a<div>b</div></span>c", ["a", "b", "c"]),
        ("<section>a</section>\n\n<section>b</section>", ["a", "b"]),
        ("<p>a<hr>b", ["a", "b"]),
        ("<p> \n </p><div>&nbsp;</div>", []),
        ("", []),
    ],
)
def test_inline_markup_joins_and_containers_part(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<br>b", ["a b"]),
        ("a<br><br>b", ["a", "b"]),
        ("a<br>\n&nbsp;<br/>\n<br>b", ["a", "b"]),
        ("a<br><b>b</b><br>c", ["a b c"]),
        ("a<br><b><br></b>c", ["a", "c"]),
        ("<br><br>a<br>", ["a"]),
        ("a<br><script>x</script><br>b", ["a", "b"]),
    ],
)
def test_two_line_breaks_in_a_row_end_a_block(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_code_in_a_sentence_is_part_of_it() -> None:
    assert only("<p>Call <code>a  b</code>.</p>").text == "Call a b."


def test_options_are_told_apart() -> None:
    assert only("<select><option>a</option><option>b</option></select>").text == "a b"


def test_links_side_by_side_are_told_apart() -> None:
    assert only("<p><a href=1>a</a><a href=2>b</a></p>").text == "a b"
    assert only("<p><a href=1>a</a><span><a href=2>b</a></span></p>").text == "a b"
    assert only("<p><a href=1>a</a>, <a href=2>b</a>c</p>").text == "a, bc"
    assert only("<p>a<a href=1>b</a>c</p>").text == "abc"
    assert only("<p><a href=1>a</a><a name=x></a><a href=2>b</a></p>").text == "a b"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("foo<a name=a></a><a href=#>bar</a>", "foobar"),
        ("foo<a href=#a></a><a href=#>bar</a>", "foobar"),
        ("foo<a href=#a><img></a><a href=#>bar</a>", "foobar"),
        ("Donau<a>dampf</a><a>schiff</a>", "Donaudampfschiff"),
        ("<a href=#>foo</a><a name=a></a>bar", "foobar"),
        ("<p><a href=#>a</a></p><p><a href=#></a>b<a href=#>c</a></p>", "a|bc"),
    ],
)
def test_only_links_with_text_stand_side_by_side(html: str, text: str) -> None:
    assert "|".join(texts(html)) == text


@pytest.mark.parametrize(
    ("html", "share", "links"),
    [
        ("<p>abcd</p>", 0.0, 0),
        ("<p><a href=x>abcd</a></p>", 1.0, 1),
        ("<p>\n <a href=x>\n <span>abcd</span></a>\n</p>", 1.0, 1),
        ("<p>ab<a href=x>cd</a></p>", 0.5, 1),
        ("<p>ab<a href=x>c</a><a href=x>d</a></p>", 0.4, 2),
        ("<p>ab<a name=x>cd</a></p>", 0.0, 0),
        ("<a href=x><h2>ab</h2></a>", 1.0, 1),
        ("<p><a href=x><b>a</b>b</a>cd</p>", 0.5, 1),
        ("<div><a href=x><img></a></div><p>abcd</p>", 0.0, 0),
        ("<div><div><a href=x><img></a></div>abcd</div>", 0.0, 0),
        ("<p><a href=x><img></a><a href=x>abcd</a></p>", 1.0, 2),
    ],
)
def test_link_share_and_number_of_links(html: str, share: float, links: int) -> None:
    block = only(html)
    assert (block.link_share, block.links) == (share, links)


def test_a_link_around_several_blocks_counts_in_each() -> None:
    assert [(b.link_share, b.links) for b in parse("<a href=x><div>ab</div><p>cd</p></a>").blocks] == [(1.0, 1)] * 2


@pytest.mark.parametrize(
    ("html", "bold"),
    [
        ("<p><b>What is it?</b></p>", True),
        ("<p><strong>What is this, and what</strong> <b>is it good for?</b></p>", True),
        ("<p><b>What <b>is</b> it?</b></p>", True),
        ("<p><b>What</b> is it?</p>", False),
        ("<p>What is it?</p>", False),
    ],
)
def test_bold_is_the_whole_block(html: str, bold: bool) -> None:
    assert only(html).bold is bold


def test_marks_are_the_words_of_inline_elements() -> None:
    block = only('<p class=x>By <a href=/a rel=author class="authorName">A</a> <span itemprop=name>B</span></p>')
    assert block.marks == {"author", "name"}
    assert parse("<p><i class=a>b</i></p><p>c</p>").blocks[1].marks == set()


@pytest.mark.parametrize(
    "before",
    [
        "<div><i class='fa time'></i></div>",
        "<div><i class='fa time'></i>\n</div>\n",
        "<div>\n<a href=x rel=author></a></div>",
        "<i class=time></i>",
        "<div><span class=time hidden>x</span></div>",
        "<div><span class=time>&shy;</span></div>",
    ],
)
def test_marks_do_not_pass_the_end_of_a_container(before: str) -> None:
    block = parse(f"{before}<p>Nobody was hurt.</p>").blocks[-1]
    assert (block.text, block.links) == ("Nobody was hurt.", 0)
    assert not block.marks


def test_an_icon_beside_the_text_marks_it() -> None:
    assert only("<p><i class='fa time'></i> Monday</p>").marks == {"fa", "time"}
    assert only("<div><p> <i class=time></i>\n Monday</div>").marks == {"time"}


def test_many_hidden_spans_do_not_pass_their_marks_on() -> None:
    page = parse("<div><span class='sr-only a'>x</span></div><div><span class='sr-only b'>y</span></div><p>z</p>")
    assert [sorted(block.marks) for block in page.blocks] == [["a", "only", "sr"], ["b", "only", "sr"], []]


def test_hidden_spans_are_set_aside_and_do_not_part_the_line() -> None:
    page = parse("<p>one <span class='sr-only'>opens <b>a</b> <i>new</i><br>window</span>two</p>")
    assert [(block.text, block.hidden) for block in page.blocks] == [
        ("one two", None),
        ("opens a new window", "for screen readers only"),
    ]


def test_spans_hidden_for_several_reasons_do_not_part_the_line_either() -> None:
    page = parse("<p>won<span hidden>x</span>der<span style=display:none>y</span>ful</p><p>z</p>")
    assert [(block.text, block.hidden) for block in page.blocks] == [
        *(("wonderful", None), ("x", "hidden attribute"), ("y", "display: none"), ("z", None)),
    ]
    ruby = parse("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字<ruby>漢<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>")
    assert [(block.text, block.hidden) for block in ruby.blocks] == [
        *(("漢字漢", None), ("()()", "fallback of ruby text"), ("kanji", "reading of ruby text")),
    ]


def test_hidden_text_is_no_part_of_the_share_of_links() -> None:
    block = parse("<p>ab<a href=x>cd<span hidden>efgh</span></a></p>").blocks[0]
    assert (block.text, block.link_share) == ("abcd", 0.5)


def test_an_empty_line_makes_no_block() -> None:
    lines = Lines()
    lines.flush()
    lines._parts.append(" \n\u00a0")
    lines.flush()
    assert (lines.blocks, lines.boxes.all) == ([], [])


def test_blocks_are_numbered_as_they_end() -> None:
    lines = Lines()
    for text in ("One.", "  Two\n halves. "):
        lines._parts.append(text)
        lines.flush()
    assert [(block.index, block.text, block.box.tag) for block in lines.blocks] == [
        *((0, "One.", "html"), (1, "Two halves.", "html")),
    ]


@pytest.mark.parametrize(
    ("html", "bold"), [("<p><b>Nineteen letters wide</b>.</p>", True), ("<p><b>Nineteen</b> letters</p>", False)]
)
def test_a_full_stop_outside_does_not_make_a_block_less_bold(html: str, bold: bool) -> None:
    assert only(html).bold is bold


def test_the_box_counts_the_characters_of_its_lines() -> None:
    page = parse("<div class=a><p>ab<a href=x>cd</a></p><p>efg</p></div>")
    assert [(box.tag, box.chars, box.linked, box.blocks) for box in page.boxes] == [("html", 7, 2, 2), ("div", 7, 2, 2)]


def test_a_tooltip_in_a_sentence_is_set_aside() -> None:
    page = parse("<p>He plays the lute <span role=tooltip>A lute has strings.</span> and sings.</p>")
    assert [(block.text, block.hidden) for block in page.blocks] == [
        *(("He plays the lute and sings.", None), ("A lute has strings.", "shown when pointed at")),
    ]


@pytest.mark.parametrize(
    ("html", "text", "links"),
    [
        ("<h2>Install<a href=#install>¶</a></h2>", "Install", 0),
        ("<h2><a href=#a><span>§</span></a>Panics <a href=b>of</a> old</h2>", "Panics of old", 1),
        ("<dt>f(<em>x</em>)<a href=#f>#</a> -> <i>int</i></dt>", "f(x) -> int", 0),
        ("<h2>a<a href=#x><b>#</b></a></h2>", "a#", 1),
        ("<h2>a <a href=#n>*</a></h2>", "a *", 1),
        ("<h2>a <a href=/n>#</a></h2>", "a #", 1),
        ("<p>By <a href=#s5>§</a> 5", "By § 5", 1),
        ("<pre><a href=#i>#</a>include</pre>", "#include", 1),
        ("<h2>a<a href=#x><br>#</a></h2>", "a #", 1),
    ],
)
def test_the_sign_that_links_a_heading_to_itself_is_no_text_of_it(html: str, text: str, links: int) -> None:
    block = only(html)
    assert (block.text, block.links) == (text, links)
    assert 0 <= block.link_share < 1


def test_a_heading_that_is_such_a_sign_makes_no_block() -> None:
    assert parse("<h2><a href=#a>#</a><a href=#b>¶</a></h2>").blocks == ()


def test_links_to_edit_a_section_are_no_text_of_its_heading() -> None:
    heading = "<h2>History<span class=mw-editsection>[<a href=e>edit</a>]</span></h2>"
    assert [(b.text, b.hidden) for b in parse(heading).blocks] == [("History", None), ("[edit]", "for editors only")]
    assert only("<div class=editsection>A story.</div>").hidden is None
