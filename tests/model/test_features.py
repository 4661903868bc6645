"""Each column, on pages small enough to count by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from by_hand import STORY, Line, box, h, img, li, link, page, plain
from networks import hints, odds

from cleaner.block import Block, Facts, Page, Time
from cleaner.languages import TOPICS
from cleaner.model.features import COLUMNS, PAGE_COLUMNS, RULES, Features, features
from cleaner.model.scale import log

CONTEXT = box("article", h(1, "Ferry"), *STORY[:3], box("aside", h(3, "More"), link("Piers")))


def of(made: Page) -> Features:
    return features(made, odds(), hints())


def column(made: Page, name: str) -> list[int]:
    found: list[int] = of(made).blocks[:, COLUMNS.index(name)].tolist()
    return found


def whole(made: Page, name: str) -> int:
    return int(of(made).page[PAGE_COLUMNS.index(name)])


def logs(*counts: int) -> list[int]:
    found: list[int] = log(np.array(counts)).tolist()
    return found


def texts(*lines: str) -> Page:
    return page(*lines)


def test_every_column_has_a_name_of_its_own() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert len(set(PAGE_COLUMNS)) == len(PAGE_COLUMNS)


@pytest.mark.parametrize("made", [page(CONTEXT), plain(*STORY), Page((Block(0, "A pier"),)), page(*STORY * 60)])
def test_a_number_from_0_to_100_for_every_name(made: Page) -> None:
    found = of(made)
    assert found.blocks.shape == (len(made.original), len(COLUMNS))
    assert found.page.shape == (len(PAGE_COLUMNS),)
    assert found.blocks.dtype == found.page.dtype == np.uint8
    assert max(found.blocks.max(), found.page.max()) <= 100


# -- how much a block has of what --------------------------------------------------------------------------------------


def test_size_in_characters_of_a_spaced_script() -> None:
    assert column(texts("Pier", "Ferry", "渡し船", STORY[0]), "size") == logs(4, 5, 9, len(STORY[0]))


def test_links() -> None:
    assert column(page(link("Piers", links=3), "Boats"), "links") == [3, 0]


def test_spaces_commas_and_ends_of_sentences() -> None:
    made = texts("A pier, a boat, a storm. And. More", "渡し船、桟橋，嵐。。終", "“No! Yes? ” end. ", "No! Yes? end. ")
    assert column(made, "spaces") == logs(7, 0, 4, 3)
    assert column(made, "commas") == [2, 2, 0, 0]
    assert column(made, "sentence ends") == [2, 2, 3, 1]


def test_numbers() -> None:
    assert column(texts("In 1954 and 2024", "Room 101a2", "٣ من ٩٩", "None"), "numbers") == [2, 2, 2, 0]


def test_rows_of_a_table() -> None:
    cells = (("a", "b"), ("c", "d"), ("e", "f"))
    made = Page((Block(0, "a b c d e f", "table", rows=cells), Block(1, "Pier")))
    assert column(made, "rows") == [3, 0]


def test_times_said_whatever_the_case() -> None:
    assert column(texts("Read more", "A pier", "READ MORE:"), "times said") == [2, 1, 2]


def test_pictures_and_times_before_and_after() -> None:
    made = page(img(src="a"), img(src="b"), "Pier", "Boat", img(src="c"), times=(Time("2024", 1), Time("2025", 99)))
    assert column(made, "pictures before") == [2, 0]
    assert column(made, "pictures after") == [0, 1]
    assert column(made, "times before") == [0, 1]
    assert column(made, "times after") == [1, 0]


# -- what a block looks like -------------------------------------------------------------------------------------------


def test_share_linked_is_percent_rounded_down() -> None:
    assert column(page(link("Pier", 0.999), link("Pier"), "Pier"), "share linked") == [99, 100, 0]


def test_bold_and_prose() -> None:
    made = Page((Block(0, "Pier", bold=True), Block(1, STORY[0])))
    assert column(made, "bold") == [100, 0]
    assert column(made, "prose") == [0, 100]


def test_level_of_headings_and_lists() -> None:
    assert column(page(h(1, "Pier"), h(6, "Boat"), li("Storm"), "Sea"), "level") == [16, 96, 16, 0]


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("ends a sentence", ("Ends.", "終わり。", "“Ends.”", "Ends…"), ("Ends", "Ends:")),
        ("ends in a colon", ("Ends:", "次："), ("Ends; ", "A: b")),
        ("upper case", ("READ MORE", "NEWS 24"), ("Read More", "24", "新聞")),
        ("cut short", ("And then …", "And then...", "And [...]", "More »", "More →"), ("And then. .", "… and")),
        ("price", ("Now $ 5", "5 €", "149 kr", "5 zł", "¥500"), ("$", "5 krill", "A kr 5", "500", "€ off")),
        ("ends in a question", ("Why?", "なぜ？", "لماذا؟"), ("Why? Because.",)),
        ("begins in lower case", ("and so on", "écrit"), ("And so on", "1 and", "そして")),
    ],
)
def test_what_it_looks_like(name: str, yes: tuple[str, ...], no: tuple[str, ...]) -> None:
    assert column(texts(*yes, *no), name) == [100] * len(yes) + [0] * len(no)


def test_marked_inline() -> None:
    assert column(page(Line("Pier", marks=frozenset(("date",))), "Boat"), "marked") == [100, 0]


def test_kinds() -> None:
    kinds = ("paragraph", "heading", "list_item", "quote", "code", "table", "caption", "other")
    made = page(*(Line("Pier", kind) for kind in kinds))  # type: ignore[arg-type]
    assert [column(made, kind).index(100) for kind in kinds] == list(range(8))
    assert sum(sum(column(made, kind)) for kind in kinds) == 800


def test_what_a_block_says() -> None:
    made = page(*STORY, "Related articles", lang="en")
    said = {topic: column(made, f"says {topic}") for topic in TOPICS}
    assert said["related"] == [0] * 6 + [100]
    assert sum(map(sum, said.values())) == 100


# -- what rules found --------------------------------------------------------------------------------------------------


def test_what_removed_it() -> None:
    made = page(CONTEXT).without({0: "headline", 4: "teasers", 5: "weather"})
    assert column(made, "removed by headline") == [100, 0, 0, 0, 0, 0]
    assert column(made, "removed by teasers") == [0, 0, 0, 0, 100, 0]
    assert sum(sum(column(made, f"removed by {rule}")) for rule in RULES) == 200
    assert column(made, "removed") == [100, 0, 0, 0, 100, 100]


def test_outside_the_story() -> None:
    assert column(page(box("article", *STORY), box("div", link("Piers"))), "outside the story") == [0] * 6 + [100]


# -- where it stands ---------------------------------------------------------------------------------------------------


def test_share_of_the_page_before() -> None:
    made = texts("abcd", "ab", "ab", "ab")
    assert column(made, "share of blocks before") == [0, 25, 50, 75]
    assert column(made, "share of chars before") == [0, 40, 60, 80]


def test_place_in_its_boxes() -> None:
    made = page("A", "B", box("div", "C", box("ul", li("D"), li("E"), li("F"), li("G"))))
    assert column(made, "place in its home") == [0, 14, 0, 20, 40, 60, 80]
    assert column(made, "place around its home") == [0, 14, 28, 42, 57, 71, 85]
    assert column(made, "place in its item") == [0, 14, 28, 0, 0, 0, 0]


def test_in_items_and_lists_of_items() -> None:
    inner = box("ul", li("A"), li("B"), li("C"))
    made = page(box("div.card", "D", inner), box("div.card", "E"), box("div.card", "F"), "G")
    assert column(made, "in an item") == [100] * 6 + [0]
    assert column(made, "in a list of items") == [0, 100, 100, 100, 0, 0, 0]
    assert column(made, "blocks into its item") == [0, 0, 0, 0, 0, 0, 6]
    assert column(made, "blocks into its list") == [0, 1, 2, 3, 4, 5, 6]


def test_before_and_after_prose() -> None:
    made = texts("A", STORY[0], "B", STORY[1], "C")
    assert column(made, "before the first prose") == [100, 0, 0, 0, 0]
    assert column(made, "after the last prose") == [0, 0, 0, 0, 100]
    left = made.without({1: "comments"})
    assert column(left, "before the first prose") == [100, 0, 0, 0, 0]
    assert column(left, "before the first prose left") == [100, 100, 100, 0, 0]
    assert column(left, "after the last prose left") == [0, 0, 0, 0, 100]
    assert column(left, "blocks to the first prose left") == [3, 2, 1, 0, 0]
    assert column(left, "blocks from the last prose left") == [0, 0, 0, 0, 1]


def test_without_prose_all_is_before_the_first_and_after_the_last() -> None:
    made = texts("A", "B")
    for name in ("before the first prose", "after the last prose", "before the first prose left"):
        assert column(made, name) == [100, 100]
    assert column(made, "blocks to the first prose left") == [2, 1]
    assert column(made, "blocks from the last prose left") == [1, 2]


def test_from_the_headline() -> None:
    made = page("A", h(2, "B"), h(1, "C"), "D", "E")
    assert column(made, "after the headline") == [0, 0, 0, 100, 100]
    assert column(made, "blocks from the headline") == [2, 1, 0, 1, 2]


def test_without_a_headline() -> None:
    made = texts("A", "B")
    assert column(made, "after the headline") == [0, 0]
    assert column(made, "blocks from the headline") == logs(1000, 1000)


# -- its boxes ---------------------------------------------------------------------------------------------------------


def test_sizes_of_the_boxes_around_it() -> None:
    made = page("A", box("main", "B", box("section", "C", box("ul", li("D"), li("E"), li("F")))))
    assert column(made, "box: blocks") == [6, 5, 4, 1, 1, 1]
    assert column(made, "home: blocks") == [6, 5, 4, 4, 4, 4]
    assert column(made, "around: blocks") == [6, 6, 5, 5, 5, 5]
    assert column(made, "around that: blocks") == [6] * 6
    assert column(made, "item: blocks") == [6, 6, 6, 1, 1, 1]
    assert column(made, "list: blocks") == [6] * 6
    assert column(made, "box: depth") == [0, 3, 6, 12, 12, 12]


def test_tags_around_it() -> None:
    made = page("A", box("main", "B", box("ul", li("C"))))
    assert column(made, "in main") == [0, 100, 100]
    assert column(made, "in li") == [0, 0, 100]


def test_odds_of_names() -> None:
    told = odds(story=(80, 90, 70), menu=(10, 20, 30), date=(40, 60, 50))
    made = page(box("div.story", "A", box("div.menu", Line("B", marks=frozenset(("date", "x"))))))
    found = features(made, told, hints()).blocks
    names = [f"{end} odds {of}: {which}" for of in ("on path", "nearest", "words") for end in ("low", "high")
             for which in ("all", "articles", "others")] + ["odds of all words: articles"]  # fmt: skip
    rows = [dict(zip(names, row, strict=True)) for row in found[:, [COLUMNS.index(name) for name in names]].tolist()]
    assert [row["low odds on path: all"] for row in rows] == [50, 10]
    assert [row["high odds on path: articles"] for row in rows] == [90, 90]
    assert [row["high odds nearest: others"] for row in rows] == [70, 50]
    assert [row["low odds nearest: articles"] for row in rows] == [50, 20]
    assert [row["low odds words: all"] for row in rows] == [50, 40]
    assert [row["high odds words: articles"] for row in rows] == [50, 60]
    assert [row["odds of all words: articles"] for row in rows] == [50, 60]


def test_odds_of_what_text_without_markup_says() -> None:
    told = odds(**{"0=learn more": 20, "1learn": 90, "0more": 10})
    found = features(plain("Learn more", "Learn to sail a boat", "Learn"), told, hints()).blocks
    at = [COLUMNS.index(name) for name in ("low odds words: all", "high odds words: all", "odds of all words: all")]
    assert found[:, at].tolist() == [[10, 50, 0], [50, 90, 90], [50, 50, 50]]
    assert (found[:, [COLUMNS.index("low odds on path: all"), COLUMNS.index("high odds nearest: all")]] == 50).all()


# -- the page ----------------------------------------------------------------------------------------------------------


def test_counts_of_the_page() -> None:
    made = page(h(1, "Ferry"), *STORY[:2], "From $ 5", img(src="a"), times=(Time("2024", 0),)).without({2: "comments"})
    counted = {name: whole(made, name) for name in ("blocks", "prose", "left", "prose left", "prices", "pictures")}
    assert counted == {"blocks": 4, "prose": 2, "left": 3, "prose left": 1, "prices": 1, "pictures": 1}
    assert [whole(made, "times"), whole(made, "heading"), whole(made, "paragraph")] == [1, 1, 3]
    assert [whole(made, "removed by comments"), whole(made, "removed by teasers"), whole(made, "removed")] == [1, 0, 1]
    assert whole(made, "chars") == logs(sum(len(block.text) for block in made.original))[0]


def test_shares_of_the_page() -> None:
    made = page("x" * 50, link("x" * 50), STORY[0]).without({2: "comments"})
    chars = 100 + len(STORY[0])
    assert whole(made, "share linked") == 5000 // chars
    assert whole(made, "share prose") == 100 * len(STORY[0]) // chars
    assert whole(made, "share left") == 10000 // chars
    assert whole(made, "share of prose left") == 0


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://harbour.example/a/the-last-keeper-12", (0, 100, 1, 3, 11)),
        ("https://harbour.example/a/b/c/", (0, 0, 2, 0, 5)),
        ("https://harbour.example/", (100, 0, 0, 0, 0)),
        (None, (100, 0, 0, 0, 0)),
        ("http://[half", (100, 0, 0, 0, 0)),
    ],
)
def test_its_address(url: str | None, found: tuple[int, ...]) -> None:
    made = page(*STORY, url=url)
    names = ("no path", "number in the path", "slashes in the path", "hyphens in the path", "size of the path")
    assert tuple(whole(made, name) for name in names) == found


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"meta": {"article:published_time": ("2024-03-02",)}}, "published time"),
        ({"meta": {"og:type": ("article",)}}, "og article"),
        ({"meta": {"og:type": ("website",)}}, "og website"),
        ({"meta": {"og:type": ("product.item",)}}, "og product"),
        ({"json_ld": ({"@type": "Product"},)}, "type Product"),
        ({"json_ld": ({"@type": "Thing"}, {"@type": ["NewsArticle", "X"]})}, "type Article|Posting"),
    ],
)
def test_what_it_says_it_is(facts: dict[str, Any], name: str) -> None:
    assert whole(page(*STORY, **facts), name) == 100
    assert whole(page(*STORY), name) == 0


def test_its_hints() -> None:
    told = hints(path_blog=(90, 50, 50, 50, 50, 50, 10))
    found = features(page(*STORY, url="https://x.example/blog"), odds(), told).page
    assert found[PAGE_COLUMNS.index("hints: article")] == 70
    assert found[PAGE_COLUMNS.index("hints: service")] == 30


# -- what belongs together ---------------------------------------------------------------------------------------------


def test_groups() -> None:
    made = page("A", box("div", "B", box("ul", li("C"), li("D"), li("E"))), box("div", "F"))
    found = of(made)
    assert found.home.tolist() == [0, 1, 1, 1, 1, 6]
    assert found.around.tolist() == [0, 0, 0, 0, 0, 0]
    assert found.item.tolist() == [0, 0, 3, 4, 5, 0]


def test_sequences_in_boxes_of_one_name_are_alike_wherever_they_stand() -> None:
    first, second = (box("li", box("div.user", "Ada"), box("div.post", *story)) for story in (STORY[:2], STORY[2:3]))
    found = of(page("A", box("ol", first), box("section", second, box("div.post.quoted", "B")))).alike.tolist()
    assert [found.index(one) for one in found] == [0, 1, 2, 2, 1, 2, 6]


def test_siblings_are_of_one_kind_in_boxes_of_one_name_in_one_sequence() -> None:
    first = box("article", box("p.x", "A"), box("p.x", "B"), box("p.y", "C"), box("p.x", h(2, "D")))
    found = of(page(first, box("article", box("p.x", "E")))).sibling.tolist()
    assert found[0] == found[1]
    assert len(set(found)) == 4


def test_plain_text_is_one_sequence() -> None:
    found = of(plain(*STORY))
    assert found.home.tolist() == found.around.tolist() == found.item.tolist() == found.alike.tolist() == [0] * 6
    assert found.blocks[:, COLUMNS.index("size")].tolist() == logs(*map(len, STORY))


def test_pages_made_by_hand_need_no_boxes() -> None:
    made = Page(tuple(Block(index, text) for index, text in enumerate(STORY)), facts=Facts())
    assert of(made).blocks.shape == (6, len(COLUMNS))


def siblings(made: Page) -> list[int]:
    found = features(made, odds(), hints()).sibling.tolist()
    return [found.index(one) for one in found]


def test_siblings_are_of_one_kind_and_read_alike() -> None:
    made = page(box("article", STORY[0], STORY[1], "Oak", "Larch", link("The storm of 1954"), h(2, "Planks")))
    assert siblings(made) == [0, 0, 2, 2, 4, 5]


def test_a_quotation_and_whom_it_is_from_are_siblings() -> None:
    quoted = Line(STORY[2], "quote"), box("footer", Line("The foreman", "quote"))
    assert siblings(page(box("article", STORY[0], box("blockquote", *quoted), STORY[1]))) == [0, 1, 1, 0]


def test_lines_of_plain_text_stand_alone() -> None:
    assert siblings(plain(*STORY[:3])) == [0, 1, 2]
