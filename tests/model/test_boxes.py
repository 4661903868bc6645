"""A row a box: where it lies, what it holds, and what its names tell."""

from __future__ import annotations

from by_hand import STORY, Element, box, li, link, page, plain
from networks import odds

from cleaner.block import Block, Page
from cleaner.model.boxes import SIZES, TAGS, Table, odds_of, odds_of_all, table
from cleaner.model.scale import log

NONE = odds()
PAGE = page(
    box("nav.menu", link("Home"), link("News")),
    box("article.story", box("div", *STORY[:2]), box("ul", li("A pier"), li("A boat"), li("A storm"))),
)
HTML, NAV, ARTICLE, DIV, UL, LI = range(6)


def sizes(made: Table, name: str) -> list[int]:
    return [int(size) for size in made.sizes[:, SIZES.index(name)]]


def in_tags(made: Table, row: int) -> set[str]:
    return {tag for tag, told in zip(TAGS, made.tags[row].tolist(), strict=True) if told == 100}


def card(*more: Element) -> Element:
    return box("div.card", box("p", "A pier"), *more)


def test_parts_of_a_sequence_are_at_home_in_the_box_around_it() -> None:
    made = table(PAGE, NONE)
    assert made.rows == {number: number for number in range(8)}
    assert made.home.tolist() == [HTML, NAV, ARTICLE, DIV, ARTICLE, ARTICLE, ARTICLE, ARTICLE]
    assert made.around.tolist() == [HTML, HTML, HTML, ARTICLE, HTML, HTML, HTML, HTML]


def test_around_a_home_in_a_part_is_the_next_home() -> None:
    made = table(page(box("main", box("ul", box("li", box("div", box("p", "A pier")))))), NONE)
    # html, main, ul, li, div, p
    assert made.home.tolist() == [0, 1, 1, 1, 4, 4]
    assert made.around.tolist() == [0, 0, 0, 0, 1, 1]


def test_a_root_that_is_a_part_is_its_own_home() -> None:
    made = page("A pier", "A boat")
    made.boxes[0].tag = "p"
    assert table(made, NONE).home.tolist() == [0]


def test_three_that_are_alike_in_one_box_are_items() -> None:
    assert table(PAGE, NONE).item.tolist() == [0, 0, 0, 0, 0, 5, 6, 7]
    two = page(box("ul", li("A pier"), li("A boat")))
    assert table(two, NONE).item.tolist() == [0, 0, 0, 0]
    apart = page(box("ul", li("A pier"), li("A boat")), box("ol", li("A storm")))
    assert table(apart, NONE).item.tolist() == [0] * 6


def test_what_is_in_an_item_belongs_to_it_and_items_may_be_in_items() -> None:
    listed = box("ul", li("A"), li("B"), li("C"))
    made = table(page(box("main", card(), card(listed), card())), NONE)
    # html, main, card, p, card, p, ul, li, li, li, card, p
    assert made.item.tolist() == [0, 0, 2, 2, 4, 4, 4, 7, 8, 9, 10, 10]
    assert made.list.tolist() == [0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 0, 0]


def test_boxes_of_one_tag_role_and_set_of_words_share_a_name() -> None:
    made = page(box("div.a.b", "A"), box("div.b.a", "B"), box("div.a", "C"), box("div.a[main]", "D"), box("p.a", "E"))
    names = table(made, NONE).name.tolist()
    assert names[1] == names[2]
    assert len(set(names)) == 5


def test_sizes_are_what_the_box_holds() -> None:
    made, boxes = table(PAGE, NONE), PAGE.boxes
    chars = [box.chars for box in boxes]
    assert sizes(made, "chars") == log(made.first * 0 + chars).tolist()
    assert sizes(made, "blocks") == [7, 2, 5, 2, 3, 1, 1, 1]
    assert sizes(made, "chars a block")[NAV] == 4
    assert sizes(made, "boxes like it beside it") == [1, 1, 1, 1, 1, 3, 3, 3]
    assert sizes(made, "boxes in it") == [3, 0, 2, 0, 3, 0, 0, 0]
    assert sizes(made, "chars of those like it")[LI:] == log(made.first[:3] * 0 + 19).tolist()


def test_shares_and_depth() -> None:
    made, root = table(PAGE, NONE), PAGE.root
    told = sum(map(len, STORY[:2]))
    assert sizes(made, "share linked")[:3] == [800 // root.chars, 100, 0]
    assert sizes(made, "share prose")[NAV:UL] == [0, 100 * told // PAGE.boxes[ARTICLE].chars, 100]
    assert sizes(made, "share of the page's chars")[:2] == [100, 800 // root.chars]
    assert sizes(made, "share of the page's prose") == [100, 0, 100, 100, 0, 0, 0, 0]
    assert sizes(made, "share of the page's chars in those like it")[LI:] == [1900 // root.chars] * 3
    assert sizes(made, "depth") == [0, 3, 3, 6, 6, 9, 9, 9]


def test_depth_ends_at_100() -> None:
    deep: Element = box("div", "At the bottom")
    for _ in range(50):
        deep = box("div", deep)
    assert sizes(table(page(deep), NONE), "depth")[30:36] == [90, 93, 96, 99, 100, 100]


def test_tags_are_those_on_the_path() -> None:
    made = table(PAGE, NONE)
    assert in_tags(made, NAV) == {"nav"}
    assert in_tags(made, DIV) == {"article"}
    assert in_tags(made, LI) == {"article", "ul", "li"}


def test_odds_of_words_lowest_and_highest_on_the_path_and_the_nearest() -> None:
    told = odds(story=(80, 90, 70), menu=(10, 20, 30), note=(40, 40, 60))
    made = page(box("article.story", box("div.plain", box("div.menu.note", "A pier"), "A boat")))
    words = table(made, told).words
    assert words.shape == (4, 12)
    assert words[1].tolist() == [50, 50, 50, 80, 90, 70, 50, 50, 50, 80, 90, 70]
    assert words[2].tolist() == words[1].tolist()
    assert words[3].tolist() == [10, 20, 30, 80, 90, 70, 10, 20, 30, 50, 50, 60]


def test_the_root_is_on_every_path() -> None:
    made = page(box("div", box("p", "A pier"), "A boat"))
    made.boxes[0].words = frozenset(("story",))
    made.boxes[0].tag = "body"
    found = table(made, odds(story=90))
    assert found.words[:, 3].tolist() == [90, 90, 90]
    assert [in_tags(found, row) for row in range(3)] == [{"body"}, {"body"}, {"body", "p"}]


def test_roles_are_words_in_brackets() -> None:
    told = odds(**{"[main]": 90})
    words = table(page(box("div[main]", "A pier"), box("div.main", "A boat")), told).words
    assert words[:, 3].tolist() == [50, 90, 50]


def test_odds_of_sets_of_words() -> None:
    told = odds(low=10, high=90, more=60)
    names = [{"low", "new"}, set(), {"high", "low"}, {"high", "more", "new"}]
    found = odds_of_all(names, told)
    assert (odds_of(names, told) == found[:, :6]).all()
    assert found.tolist() == [
        [10, 10, 10, 50, 50, 50, 10, 10, 10],
        [50] * 9,
        [10, 10, 10, 90, 90, 90, 50, 50, 50],
        [50, 50, 50, 90, 90, 90, 85, 85, 85],  # 50 + (40 + 10) / sqrt(2), rounded down
    ]


def test_words_together_tell_no_more_than_all_or_nothing() -> None:
    told = odds(one=95, two=95, three=5, four=5)
    found = odds_of_all([{"one", "two"}, {"three", "four"}], told)
    assert found[:, 6].tolist() == [100, 0]


def test_a_page_without_boxes_has_a_single_one() -> None:
    for made in (plain(*STORY), Page((Block(0, STORY[0]),))):
        found = table(made, NONE)
        assert (found.home.tolist(), found.item.tolist()) == ([0], [0])
        assert found.sizes.shape == (1, len(SIZES))


def test_the_numbers_of_boxes_may_have_gaps() -> None:
    made = page(box("div"), box("article", box("div"), box("p", "A pier")))
    assert table(made, NONE).rows == {0: 0, 2: 1, 4: 2}
    assert table(made, NONE).home.tolist() == [0, 1, 1]
