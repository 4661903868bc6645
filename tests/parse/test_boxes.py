"""The boxes around blocks: which there are, what they hold, and the kind and level that they give to a block."""

from __future__ import annotations

import pytest

from cleaner.block import Block, Page
from cleaner.parse import parse
from cleaner.parse.boxes import MAX_DEPTH, Boxes, Context, inside

LONG = "A long paragraph of running text, with the punctuation that sentences have, and no links in it at all."


NESTED = f"""
<div class=a><p class=b>One paragraph.</p><ul><li>x</li><li><a href=y>yy</a> y</li></ul><div class=empty></div>
<article id=post-17>{LONG}</article></div>
"""


def only(html: str) -> Block:
    (block,) = parse(html).blocks
    return block


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
        ("<div role=heading aria-level=1>a</div>", "heading", 1),
        ("<div role=heading><p>a</div>", "heading", 2),
        ("<p role=heading aria-level='x'>a", "heading", 2),
        ("<h3 role=heading aria-level=5>a", "heading", 5),
        ("<h3 role=presentation>a", "heading", 3),
    ],
)
def test_kind_and_level(html: str, kind: str, level: int | None) -> None:
    block = only(html)
    assert (block.kind, block.level) == (kind, level)


def test_list_depth_goes_back_after_an_inner_list() -> None:
    blocks = parse("<ul><li>a<ul><li>b</ul><li>c</ul><p>d").blocks
    assert [(block.text, block.level) for block in blocks] == [("a", 1), ("b", 2), ("c", 1), ("d", None)]


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


CONTROL = "<button aria-controls=specs>Specifications</button>"
PANEL = "<section id=specs hidden>a</section>"


@pytest.mark.parametrize(
    ("before", "panel", "reason"),
    [
        (CONTROL, PANEL, "hidden attribute"),
        ("<button aria-controls='price specs'>Specifications</button>", PANEL, "hidden attribute"),
        ("<ul role=tablist><li role=tab aria-controls=specs>Specifications</ul>", PANEL, "hidden attribute"),
        ("<div><p><a href='#' aria-controls=specs>Specifications</a></div>", PANEL, "hidden attribute"),
        (
            "<h3><span role=button class=toggle aria-controls=specs>Specifications</span></h3>",
            PANEL,
            "hidden attribute",
        ),
        ("<div role=tab>Specifications</div>", "<div role=tabpanel hidden>a</div>", "hidden attribute"),
        ("<div role=button aria-expanded=false>Q</div>", "<div style='display:none'>a</div>", "display: none"),
        (CONTROL, "<div id=specs style='height:0;overflow:hidden'>a</div>", "a box of size 0"),
        (CONTROL, "<p id=specs style='visibility:hidden'>a", "visibility: hidden"),
        (CONTROL, "<p id=specs style='opacity:0'>a", "opacity: 0"),
        (CONTROL, "<div id=specs style='display: none'><div><p>a</div></div>", "display: none"),
    ],
)
def test_a_panel_is_closed_and_not_hidden_where_a_control_in_sight_opens_it(
    before: str, panel: str, reason: str
) -> None:
    assert parse(before + panel).blocks[-1].hidden == f"{reason}, until a click"


@pytest.mark.parametrize(
    ("before", "panel", "reason"),
    [
        ("<button aria-controls=reviews>Reviews</button>", PANEL, "hidden attribute"),
        ("<button hidden aria-controls=specs>Specifications</button>", PANEL, "hidden attribute"),
        ("<div hidden><button aria-controls=specs>Specifications</button></div>", PANEL, "hidden attribute"),
        ("<div hidden><p>x<p><a aria-controls=specs>Specifications</a></div>", PANEL, "hidden attribute"),
        ("<div hidden><p><a aria-controls=specs>Specifications</a></div>", PANEL, "hidden attribute"),
        ("<a hidden aria-controls=specs>Specifications</a>", PANEL, "hidden attribute"),
        ("<span hidden><a aria-controls=specs>Specifications</a></span>", PANEL, "hidden attribute"),
        ("<a class=sr-only aria-controls=specs>Specifications</a>", PANEL, "hidden attribute"),
        ("<button class=sr-only aria-controls=specs>Specifications</button>", PANEL, "hidden attribute"),
        ("<div hidden><div aria-controls=specs><a aria-controls=x>x</a></div></div>", PANEL, "hidden attribute"),
        ("<template><div aria-controls=specs><a aria-controls=x>x</a></div></template>", PANEL, "hidden attribute"),
        ("<input type=hidden aria-controls=specs>", PANEL, "hidden attribute"),
        (CONTROL, PANEL.replace("hidden", "class=sr-only hidden"), "hidden attribute"),
        (CONTROL, PANEL.replace("hidden", "class=modal hidden"), "hidden attribute"),
        (CONTROL, "<p id=specs class=sr-only>a", "for screen readers only"),
        (CONTROL, "<dialog id=specs>a</dialog>", "closed dialog"),
        (CONTROL, "<p id=specs style='position:absolute;left:-9999px'>a", "placed off the screen"),
        (CONTROL, "<template id=specs>a</template>", "in a template"),
        ("<button aria-controls=''>Specifications</button>", "<section id='' hidden>a</section>", "hidden attribute"),
        ("<div hidden role=tab>Specifications</div>", "<div role=tabpanel hidden>a</div>", "hidden attribute"),
        ("<div role=tab>Specifications</div>", "<div hidden>a</div>", "hidden attribute"),
        ("<div role=button aria-expanded=true>Q</div>", "<div hidden>a</div>", "hidden attribute"),
        ("<div role=button aria-expanded=false aria-haspopup=menu>Q</div>", "<p hidden>a", "hidden attribute"),
        ("<div role=button aria-expanded=false>Q</div><p hidden>x", "<p hidden>a", "hidden attribute"),
        (CONTROL, PANEL.replace(">a", "><p hidden>a"), "hidden attribute"),
        (CONTROL, PANEL.replace(">a", "><b hidden>a"), "hidden attribute"),
    ],
)
def test_a_panel_is_hidden_where_no_click_shows_it(before: str, panel: str, reason: str) -> None:
    assert parse(before + panel).blocks[-1].hidden == reason


@pytest.mark.parametrize("control", ["<button aria-controls=inner>More</button>", "<a aria-controls=inner>More</a>"])
def test_a_control_in_a_closed_panel_opens_the_panel_inside(control: str) -> None:
    outer = f"<div id=outer hidden><p>{control}</p><p id=inner hidden>a</div>"
    blocks = parse(f"<button aria-controls=outer>Specifications</button>{outer}").blocks
    assert [(block.text, block.hidden) for block in blocks] == [
        ("Specifications", None), ("More", "hidden attribute, until a click"), ("a", "hidden attribute, until a click"),
    ]  # fmt: skip


def test_the_context_inside_an_element() -> None:
    top = Context("paragraph", None, 0)
    assert inside("ul", top) == Context("paragraph", None, 1)
    assert inside("li", inside("ol", inside("ul", top))) == Context("list_item", 2, 2)
    assert inside("h3", inside("ul", top)) == Context("heading", 3, 1)
    assert inside("button", inside("h3", top)) == Context("heading", 3, 0)
    assert inside("button", top) == Context("other", None, 0)


def test_a_box_is_made_only_when_something_stands_in_it() -> None:
    boxes = Boxes([])
    boxes.open += [("div", {"class": "outer"}), ("p", {}), ("aside", {"class": "inner", "role": "note"})]
    assert (boxes.all, boxes.made) == ([], [])
    index, innermost = boxes.here()
    assert (index, innermost.tag, innermost.role, innermost.depth) == (0, "aside", "note", 2)
    assert [box.tag for box in boxes.all] == ["html", "div", "aside"]
    assert boxes.here()[1] is innermost


def test_what_a_box_holds_the_box_around_it_holds_too() -> None:
    blocks: list[Block] = []
    boxes = Boxes(blocks)
    boxes.open.append(("div", {"id": "a"}))
    inner, _ = boxes.innermost()
    blocks.append(Block(0, "Nine chars", box=inner))
    inner.chars, inner.linked, inner.prose = 10, 4, 3
    boxes.open.pop()
    boxes.close()
    outer, _ = boxes.innermost()
    assert outer is not inner
    assert (outer.chars, outer.linked, outer.prose, inner.blocks) == (10, 4, 3, 1)


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ({"class": "post-body wideLayout"}, {"post", "body", "wide", "layout"}),
        ({"id": "post17"}, {"post"}),
        ({"class": "a", "id": "b9", "itemprop": "articleBody"}, {"a", "b", "article", "body"}),
        ({"data-testid": "card", "href": "/a", "rel": "x"}, {"card"}),
        ({"href": "/a"}, set()),
        ({}, set()),
    ],
)
def test_the_words_of_an_elements_names(attributes: dict[str, str], words: set[str]) -> None:
    assert Boxes([]).names(attributes)[0] == words


def test_the_words_of_an_element_of_the_pages_own_making_are_those_of_its_tag() -> None:
    block = only("<news-card class=wide><p>a</p></news-card>")
    assert block.box.tag == "news-card"
    assert block.box.words == {"news", "card", "wide"}


def test_ids_to_which_links_led_and_stated_numbers_are_noted() -> None:
    facts = parse("<a href=#n>x</a><a href=#>y</a><ol start=3 id=o><li value=5>a<li>b</ol><p id=n>c<p id=m>d").facts
    page = parse("<a href=#n>x</a><ol start=3 id=o><li value=5>a<li>b</ol><p id=n>c<p id=m>d")
    named = {box.tag: box.number for box in page.boxes if box.tag != "li"}
    assert list(facts.anchors) == ["n"]
    assert page.facts.counts == {named["ol"]: "3", named["ol"] + 1: "5"}
    assert page.boxes[-2].number == page.facts.anchors["n"]
