"""The events of a parse: code, custom elements, what is set aside, and pages that are odd or large."""

from __future__ import annotations

import time

import pytest
from lxml import etree

from cleaner.block import Block
from cleaner.parse import parse
from cleaner.parse.target import Target


def texts(html: str) -> list[str]:
    return [block.text for block in parse(html).blocks]


def seen(html: str) -> list[str]:
    return [block.text for block in parse(html).blocks if not block.hidden]


def only(html: str) -> Block:
    (block,) = parse(html).blocks
    return block


def read(html: str) -> Target:
    target = Target()
    parser = etree.HTMLParser(target=target)  # type: ignore[arg-type]  # the stubs ask for more than lxml needs
    parser.feed(html)
    parser.close()
    return target


# ---------------------------------------------------------------- what makes a page be parsed once more
@pytest.mark.parametrize(
    ("html", "again"),
    [
        ("<b hidden>a</b>", True),
        ("<a style='display: none' class=x>a</a>", True),
        ("<p><a class=sr-only>a</a> <i class=visually-hidden>b</i>", False),
        ("<span hidden>a</span> <p hidden>b", False),
    ],
)
def test_only_a_formatting_element_that_hides_itself_is_looked_for_in_the_markup(html: str, again: bool) -> None:
    assert read(html).hides_formatting is again


def test_noframes_is_noticed_where_it_is_an_element() -> None:
    assert read("<frameset><noFrames><p>a</noframes>").has_noframes
    assert not read("<p title='<noframes>'>noframes</p><!-- <noframes> --><script>'<noframes>'</script>").has_noframes


def test_the_content_of_noframes_is_read_as_markup() -> None:
    assert [(block.text, block.hidden) for block in parse("<p>a</p><NOFRAMES><p>b<p>c</NOFRAMES>d").blocks] == [
        ("a", None),
        ("b", "in noframes"),
        ("c", "in noframes"),
        ("d", None),
    ]


# ---------------------------------------------------------------- code and custom elements
def test_code_keeps_its_white_space_and_a_container_in_it_is_a_line() -> None:
    assert only("<pre>\n  if x:\n\treturn  1\n\n</pre>").text == "  if x:\n\treturn  1"
    assert only("<pre><div>a</div><div>  b</div></pre>").text.split("\n") == ["a", "", "  b"]
    assert only("<pre>a<br>b <b>c</b></pre>").text == "a\nb c"
    assert texts("<p>a</p>\n <pre>b</pre>\n c") == ["a", "b", "c"]


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


# ---------------------------------------------------------------- what is not seen
def test_an_element_of_the_same_tag_does_not_end_the_hidden_one() -> None:
    page = parse("<p>a <span hidden>b <span>c</span> d</span> e</p>")
    assert [(block.text, block.hidden) for block in page.blocks] == [("a e", None), ("b c d", "hidden attribute")]


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


def test_the_same_page_twice_is_the_same() -> None:
    html = "<div class=a><p class=b>One.</p><ul><li>x<li><a href=y>yy</a> y</ul><table><tr><td>c</table></div>"
    assert [b[:3] + b[4:] for b in parse(html).blocks] == [b[:3] + b[4:] for b in parse(html).blocks]


@pytest.mark.parametrize("inside", ["<nav>", "<section><article>", "<header>", "<x-icon>", "<g><nav><path>"])
def test_containers_in_a_drawing_that_a_paragraph_ends(inside: str) -> None:
    page = parse(f"<main><svg>{inside}<p>a</svg><p>b</main><p>c")
    assert [block.text for block in page.blocks] == ["a", "b", "c"]
    assert [any(box.tag == "main" for box in block.box.path()) for block in page.blocks] == [True, True, False]
