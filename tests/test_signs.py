"""The two questions that most filters ask: what is the box called, and what does the block say?"""

from __future__ import annotations

from by_hand import STORY, Line, box, h, page

from cleaner.block import Block, Drop
from cleaner.signs import (
    around,
    describe,
    in_named_boxes,
    named_boxes,
    named_parts,
    phrase_of,
    saying,
    with_company,
)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def test_boxes_are_found_by_word_tag_and_role_in_page_order() -> None:
    made = page(box("aside", "One"), *STORY, box("div[menu]", "Two"), box("div.promo.wide", "Three"))
    found = [(box.first, name) for box, name in named_boxes(made, ("promo", "<aside>", "[menu]"))]
    assert found == [(0, "<aside>"), (7, "[menu]"), (8, "promo")]


def test_only_the_outermost_box_is_named() -> None:
    made = page(*STORY, box("div.promo", "One", box("div.promo", "Two")), box("div.promo", "Three"))
    assert [(box.first, box.blocks) for box, _ in named_boxes(made, ("promo",))] == [(6, 2), (8, 1)]


def test_a_box_with_more_than_its_share_of_the_prose_is_not_named() -> None:
    made = page(box("div.promo", *STORY[:3]), *STORY[3:])
    assert list(named_boxes(made, ("promo",))) == []
    assert len(list(named_boxes(made, ("promo",), share=0.6))) == 1


def test_where_the_large_box_is_not_named_the_small_one_inside_it_is() -> None:
    made = page(box("div.promo", *STORY, box("div.promo", "Boots")))
    assert [(box.first, box.blocks) for box, _ in named_boxes(made, ("promo",))] == [(6, 1)]


def test_a_box_around_the_main_part_of_the_page_is_its_layout() -> None:
    names = ["Blue teapot", "Green teapot", "Red teapot"]
    made = page(box("div.sidebar", box("div.sidebar", "Filters"), box("main.sidebar", *names)), box("p.sidebar", "Tea"))
    assert [(box.tag, box.first) for box, _ in named_boxes(made, ("sidebar",))] == [("div", 0), ("p", 4)]
    stated = page(box("div.sidebar", box("div[main]", *names)))
    assert list(named_boxes(stated, ("sidebar",))) == []


def test_the_posts_of_a_thread_are_no_parts_of_the_page_though_each_is_named_so() -> None:
    def thread(*replies: str) -> list[tuple[str, int]]:
        posts = [box(name, STORY[number]) for number, name in enumerate(replies, 3)]
        made = page(box("div", box("div", box("div", box("form.usertext.a1", *STORY[:3]), *posts))))
        return [(box.tag, box.first) for box, _ in named_boxes(made, ("usertext",))]

    assert thread("form.usertext.a1", "form.usertext.a1") == []
    assert thread("form.usertext.of.b2", "div.usertext.a1") == [("form", 3), ("div", 4)]


def test_half_of_the_names_and_three_are_enough() -> None:
    def thread(reply: str) -> int:
        made = page(
            box("div", box("div", box("div", box("div.author.reply.hentry.p1", *STORY[:4]), box(reply, STORY[5]))))
        )
        return len(list(named_boxes(made, ("author",))))

    assert [thread(f"div.author.{words}") for words in ("reply.hentry.p2", "reply.p2", "reply.hentry.p2.a.b.c")] == [
        *(0, 1, 1),
    ]


def test_only_the_first_main_part_is_the_pages() -> None:
    made = page(box("main", *STORY[:5]), box("div.comments", STORY[5], box("div[main]", "Boots")))
    assert len(list(named_boxes(made, ("comments",)))) == 1


def test_a_heading_is_named_after_what_it_says() -> None:
    made = page(box("h2.privacy", h(2, "Privacy")), *STORY, box("div.privacy", "Your choice"))
    assert [box.tag for box, _ in named_boxes(made, ("privacy",))] == ["h2", "div"]
    assert [(box.tag, name) for box, name in named_parts(made, ("privacy",))] == [("div", "privacy")]
    assert [(block.text, why) for block, why in in_named_boxes(made, ("privacy",))] == [
        ("Your choice", "in a box named 'privacy'")
    ]


def test_blocks_in_named_boxes_come_with_the_reason() -> None:
    made = page(*STORY, box("div.promo", "Boots", box("div", "Ten off")))
    assert [(block.text, why) for block, why in in_named_boxes(made, ("promo",))] == [
        ("Boots", "in a box named 'promo'"),
        ("Ten off", "in a box named 'promo'"),
    ]


def test_a_name_is_described() -> None:
    assert [describe(name) for name in ("promo", "<nav>", "[menu]")] == [
        "in a box named 'promo'",
        "in a nav",
        "in a menu",
    ]


def test_blocks_that_say_a_phrase() -> None:
    made = page(*STORY, "All rights reserved", "Rights and wrongs")
    assert [(block.index, phrase) for block, phrase in saying(made, "copyright", 100)] == [(6, "all rights reserved")]


def test_long_blocks_code_and_tables_do_not_say_it() -> None:
    said = "All rights reserved"
    made = page(*STORY, Line(said, "code"), Line(said, "table"), f"{said} {'x' * 100}")
    assert list(saying(made, "copyright", 100)) == []


def test_a_subhead_of_the_story_does_not_say_it_and_a_label_does() -> None:
    made = page(h(2, "Related posts"), *STORY, h(2, "Related posts"))
    assert [block.index for block, _ in saying(made, "related", 100)] == [7]


def test_the_pages_language_decides_where_a_phrase_within_is_looked_for() -> None:
    said = "Der Kahn. Alle Rechte vorbehalten"
    assert phrase_of(page(said, lang="de-CH"), "copyright", page(said).blocks[0]) == "alle rechte vorbehalten"
    assert phrase_of(page(said), "copyright", page(said).blocks[0]) is None


def test_a_phrase_of_another_topic_is_none() -> None:
    made = page("All rights reserved")
    assert phrase_of(made, "copyright", made.blocks[0]) == "all rights reserved"
    assert phrase_of(made, "comments", made.blocks[0]) is None


def test_around_a_block_is_the_largest_box_that_is_small_enough() -> None:
    made = page(*STORY, box("div", "Boots", box("div", "Ten off", box("p.small", "This week"))))
    week = made.blocks[-1]
    assert texts(around(made, week, 16)) == ["Ten off", "This week"]
    assert texts(around(made, week, 100)) == ["Boots", "Ten off", "This week"]
    assert texts(around(made, week, 5)) == ["This week"]


def test_around_a_block_of_a_small_page_is_a_box_and_not_the_page() -> None:
    asks = box("div", "Ten off", box("p", "This week"))
    made = page(box("body", box("main", *STORY), asks))
    assert texts(around(made, made.blocks[-1], 10_000)) == ["Ten off", "This week"]
    alone = page(box("body", "Opening hours", box("p", "This week")))
    assert texts(around(alone, alone.blocks[-1], 10_000)) == ["This week"]


def test_around_a_block_there_is_little_other_prose() -> None:
    made = page(box("main", box("div", "Ten off", STORY[5]), *STORY[:3]), box("footer", "Pier Street 3"))
    assert texts(around(made, made.at(1) or made.blocks[0], 10_000)) == ["Ten off", STORY[5]]


def test_a_block_takes_its_company_along() -> None:
    made = page("Ten off", "This week")
    assert list(with_company(made.blocks[1], "this week", made.blocks)) == [
        Drop(0, "beside a block that says 'this week'"),
        Drop(1, "says 'this week'"),
    ]
