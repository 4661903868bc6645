"""Blocks and boxes out of markup: what parts a line of text, what does not, and what each block is."""

from __future__ import annotations

import time

import pytest

from cleaner.block import Block, Page
from cleaner.parse import parse
from cleaner.parse.boxes import MAX_DEPTH


def texts(html: str) -> list[str]:
    return [block.text for block in parse(html).blocks]


def seen(html: str) -> list[str]:
    return [block.text for block in parse(html).blocks if not block.hidden]


def only(html: str) -> Block:
    (block,) = parse(html).blocks
    return block


# ---------------------------------------------------------------- kinds and levels
@pytest.mark.parametrize(
    ("html", "kind", "level"),
    [
        ("<p>a", "paragraph", None),
        ("<div>a", "paragraph", None),
        ("a", "paragraph", None),
        ("<h1>a", "heading", 1),
        ("<h6>a", "heading", 6),
        ("<h2><span>a</span></h2>", "heading", 2),
        ("<h2><div>a</div></h2>", "heading", 2),
        ("<ul><li>a</ul>", "list_item", 1),
        ("<ol><li><p>a</ol>", "list_item", 1),
        ("<ul><li><ul><li><ol><li>a", "list_item", 3),
        ("<li>a", "list_item", 1),
        ("<dl><dt>a</dl>", "list_item", 1),
        ("<dl><dd>a</dl>", "list_item", 1),
        ("<blockquote><p>a</p></blockquote>", "quote", None),
        ("<pre>a</pre>", "code", None),
        ("<textarea>a</textarea>", "other", None),
        ("<button>a</button>", "other", None),
        ("<select><option>a</select>", "other", None),
        ("<figure><figcaption>a</figcaption></figure>", "caption", None),
        ("<ul><li><article><p>a</article></ul>", "paragraph", None),
        ("<ul><li><h3>a</h3></ul>", "heading", 3),
        ("<ul><li><main><p>a</main></ul>", "paragraph", None),
        ("<ul><li><section><p>a</section></ul>", "list_item", 1),
        ("<ul><li><aside>a</aside></ul>", "list_item", 1),
        ("<ul><li><section><h3>a</h3></section></ul>", "heading", 3),
        ("<blockquote><section><p>a</section></blockquote>", "paragraph", None),
        ("<h3><button>a</button></h3>", "heading", 3),
        ("<h3 class=x><span><button class=y>a</button></span></h3>", "heading", 3),
        ("<button><h3>a</h3></button>", "heading", 3),
        ("<details><summary>a</summary></details>", "other", None),
        ("<details><summary><h4>a</h4></summary></details>", "heading", 4),
        ("<h3><textarea>a</textarea></h3>", "other", None),
        ("<x-card>a</x-card>", "paragraph", None),
    ],
)
def test_kind_and_level(html: str, kind: str, level: int | None) -> None:
    block = only(html)
    assert (block.kind, block.level) == (kind, level)


def test_list_depth_goes_back_after_an_inner_list() -> None:
    blocks = parse("<ul><li>a<ul><li>b</ul><li>c</ul><p>d").blocks
    assert [(block.text, block.level) for block in blocks] == [("a", 1), ("b", 2), ("c", 1), ("d", None)]


# ---------------------------------------------------------------- lines of text
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


def test_code_keeps_its_white_space_and_a_container_in_it_is_a_line() -> None:
    assert only("<pre>\n  if x:\n\treturn  1\n\n</pre>").text == "  if x:\n\treturn  1"
    assert only("<pre><div>a</div><div>  b</div></pre>").text.split("\n") == ["a", "", "  b"]
    assert only("<pre>a<br>b <b>c</b></pre>").text == "a\nb c"
    assert texts("<p>a</p>\n <pre>b</pre>\n c") == ["a", "b", "c"]


def test_code_in_a_sentence_is_part_of_it() -> None:
    assert only("<p>Call <code>a  b</code>.</p>").text == "Call a b."


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<x-card>one</x-card> <x-card>two</x-card>", ["one", "two"]),
        ("<x-card>one</x-card><x-card>two</x-card> three", ["one", "two three"]),
        ("<x-row><x-card>one</x-card>\n<x-card>two</x-card></x-row>", ["one", "two"]),
        ("<x-a>one <x-b>two</x-b> three</x-a> <x-a>four</x-a>", ["one two three", "four"]),
        ("<p>Go <x-a>to</x-a> <x-b>the</x-b> <x-c>sea</x-c> now.</p>", ["Go to the sea now."]),
        ("<p><x-a>To</x-a> the <x-b>sea</x-b> <x-b>now</x-b>.</p>", ["To the sea now."]),
        ("<p> <x-icon></x-icon> <x-icon></x-icon>a <x-b>b</x-b></p>", ["a b"]),
        ("<p>a <x-b>b</x-b><p><x-c>c</x-c> <x-c>d</x-c>", ["a b", "c", "d"]),
        ("<p>a <span hidden><x-a>b</x-a><x-a>c</x-a></span> d <x-a>e</x-a></p>", ["a d e", "bc"]),
    ],
)
def test_elements_of_the_pages_own_making_part_a_line_that_holds_nothing_else(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_options_are_told_apart() -> None:
    assert only("<select><option>a</option><option>b</option></select>").text == "a b"


# ---------------------------------------------------------------- links, bold, marks
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


# ---------------------------------------------------------------- what is not seen
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


def test_an_element_of_the_same_tag_does_not_end_the_hidden_one() -> None:
    page = parse("<p>a <span hidden>b <span>c</span> d</span> e</p>")
    assert [(block.text, block.hidden) for block in page.blocks] == [("a e", None), ("b c d", "hidden attribute")]


def test_hidden_text_is_no_part_of_the_share_of_links() -> None:
    block = parse("<p>ab<a href=x>cd<span hidden>efgh</span></a></p>").blocks[0]
    assert (block.text, block.link_share) == ("abcd", 0.5)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<noscript>a</noscript>", "in noscript"),
        ("<template>a</template>", "in a template"),
        ("<video>a</video>", "fallback of a video"),
        ("<div hidden><p>a</div>", "hidden attribute"),
        ("<div hidden><noscript>a</noscript></div>", "hidden attribute"),
        ("<dialog>a</dialog>", "closed dialog"),
        ("<dialog open>a</dialog>", None),
        ("<div class=modal aria-hidden=true>a</div>", "closed dialog"),
        ("<div class=modal>a</div>", None),
        ("<div aria-hidden=true>a</div>", None),
    ],
)
def test_hidden_containers(html: str, reason: str | None) -> None:
    assert only(html).hidden == reason


@pytest.mark.parametrize("tag", ["script", "style", "svg", "iframe"])
def test_what_is_no_text_makes_no_block(tag: str) -> None:
    assert texts(f"<p>a</p><{tag}>b</{tag}><p>c</p>") == ["a", "c"]


def test_an_svg_in_an_svg() -> None:
    assert texts("a<svg><svg><text>b</text></svg><title>c</title></svg>d") == ["ad"]


def test_what_is_never_closed() -> None:
    assert texts("<p>a<script>b") == ["a"]
    assert seen("<p>a<span hidden>b") == ["a"]
    assert texts("<table><tr><td>a<pre>b") == ["a", "b"]


# ---------------------------------------------------------------- odd pages
def test_text_after_the_end_and_in_a_second_body() -> None:
    assert texts("<html><body><p>a</p></body></html>b<p>c</p></html>d") == ["a", "b", "c", "d"]
    assert texts("<body><p>a</p></body><body class=x><p>b</p></body>") == ["a", "b"]


def test_the_head_holds_no_blocks() -> None:
    assert texts("<head><title>t</title><style>s</style></head><body>a") == ["a"]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<div>" * 100_000 + "x", 1),
        ("<b>" * 100_000 + "x", 1),
        ("<div>x" * 20_000, 20_000),
        ("<p>x</p>" * 50_000, 50_000),
        ("<div><span class='sr-only a'>x</span></div>" * 20_000, 20_000),
        ("<ul><li>" * 20_000 + "x", 1),
        ("a<br>" * 100_000, 1),
        ("<p>" + "&nbsp;" * 100_000 + "x", 1),
        (f"<div class='{'aB c-' * 500_000}'>x</div>", 1),
        (f"<div style='{'overflow:' * 200_000}'>x</div>", 1),
        ("word <x-b>" * 30_000 + "x", 1),
        ("word <x-b>b</x-b> " * 20_000 + "x", 1),
        ("<span hidden>b</span><i style=display:none>c</i>" * 20_000 + "<p>x", 3),
        ("<pre>" + "\n" * 400_000 + "x", 1),
    ],
    ids=(
        "nested bold nested-text siblings hidden lists breaks spaces long-class long-style "
        "custom-open custom-closed hidden-spans empty-lines"
    ).split(),
)
def test_large_pages_take_linear_time(html: str, blocks: int) -> None:
    begun = time.process_time()
    page = parse(html)
    assert len(page.blocks) == blocks
    assert page.blocks[-1].text.endswith(("x", "a"))
    assert time.process_time() - begun < 10  # a second at most, unless something is quadratic


# ---------------------------------------------------------------- boxes
LONG = "A long paragraph of running text, with the punctuation that sentences have, and no links in it at all."
NESTED = f"""
<div class=a><p class=b>One paragraph.</p><ul><li>x</li><li><a href=y>yy</a> y</li></ul><div class=empty></div>
<article id=post-17>{LONG}</article></div>
"""


def held(page: Page, number: int) -> list[Block]:
    return [block for block in page.blocks if any(box.number == number for box in block.box.path())]


def test_totals_of_boxes_add_up() -> None:
    page = parse(NESTED)
    for box in page.boxes:
        inside = held(page, box.number)
        assert inside == list(page.inside(box))
        assert (box.first, box.blocks) == (inside[0].index, len(inside))
        assert box.chars == sum(len(block.text) for block in inside)
        assert box.linked == sum(block.link_share * len(block.text) for block in inside)
        assert box.prose == sum(len(block.text) for block in inside if block.prose)
    assert page.root.prose > 0
    assert page.root.linked == 2


def test_boxes_come_in_the_order_of_their_start_tags_and_hold_something() -> None:
    page = parse(NESTED)
    assert [box.number for box in page.boxes] == sorted(box.number for box in page.boxes)
    assert not any("empty" in box.words for box in page.boxes)
    assert all(box.parent in page.boxes and box.depth == box.parent.depth + 1 for box in page.boxes if box.parent)
    assert [box.tag for box in page.boxes if "post" in box.words] == ["article"]


def test_a_plain_paragraph_has_no_box_of_its_own() -> None:
    assert only("<div class=a><p>x</p></div>").box.tag == "div"
    assert only("<div class=a><p class=b>x</p></div>").box.tag == "p"


def test_boxes_end_at_a_depth_but_text_and_what_hides_it_do_not() -> None:
    page = parse("<div>" * 2 * MAX_DEPTH + "a<noscript>b</noscript><div hidden>c</div>")
    assert [(block.text, block.hidden) for block in page.blocks] == [
        *(("a", None), ("b", "in noscript"), ("c", "hidden attribute")),
    ]
    assert page.blocks[0].box.depth == MAX_DEPTH


def test_the_same_page_twice_is_the_same() -> None:
    assert [b[:3] + b[4:] for b in parse(NESTED).blocks] == [b[:3] + b[4:] for b in parse(NESTED).blocks]
