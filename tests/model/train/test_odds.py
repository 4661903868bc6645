"""What words tell, over the pages of several sites."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import Line, box, page

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.boxes import Odds
from cleaner.model.train.names import count
from cleaner.model.train.odds import Counted, Counts, together

ARTICLE, FORUM = KINDS.index("article"), KINDS.index("forum")
PAGE = page(
    box("article.story", box("div.text[main]", "A pier", "A boat")), box("nav.menu", Line("Home", marks=frozenset("x")))
)


def counted(made: Page, *body: float) -> Counts:
    (found,) = count(made, np.array(body, np.float32), [len(block.text.split()) for block in made.original])
    return found


def odds(pages: list[tuple[Counts, str, int]], prior: float = 4.0) -> Odds:
    return Counted(pages, prior).odds(np.ones(len(pages), np.bool_))


def sites(number: int, kind: int = ARTICLE) -> list[tuple[Counts, str, int]]:
    return [(counted(PAGE, 1, 1, 0), f"site{site}.example", kind) for site in range(number)]


def test_a_word_counts_from_the_fourth_site_on() -> None:
    assert odds(sites(3)).rows == {}
    assert set(odds(sites(4)).rows) == {"story", "text", "[main]", "menu", "x"}


def test_ten_pages_of_one_site_are_one_site() -> None:
    assert odds(sites(3) + sites(1) * 10).rows == {}


def test_row_0_is_neutral_and_words_are_in_order() -> None:
    found = odds(sites(5))
    assert found.table[0].tolist() == [50, 50, 50]
    assert list(found.rows) == sorted(found.rows)
    assert list(found.rows.values()) == list(range(1, 6))
    assert found.table.shape == (6, 3)


def test_body_is_over_50_and_the_rest_under() -> None:
    found = odds(sites(20))
    assert (found.table[found.rows["story"]] > 50)[:2].all()
    assert (found.table[found.rows["menu"]] < 50)[:2].all()


def test_more_pages_tell_more() -> None:
    few, many = odds(sites(4)), odds(sites(40))
    assert many.table[many.rows["story"], 0] > few.table[few.rows["story"], 0]


def test_the_less_a_word_begins_with_the_more_it_tells() -> None:
    slow, quick = odds(sites(5)), odds(sites(5), prior=0.5)
    assert quick.table[quick.rows["story"], 0] > slow.table[slow.rows["story"], 0] > 50


def test_a_name_that_stands_on_all_text_tells_nothing() -> None:
    made = page(box("div.all", "A pier", box("nav.menu", "Home")))
    found = odds([(counted(made, 1, 0), f"site{site}.example", ARTICLE) for site in range(50)])
    assert found.table[found.rows["all"]].tolist()[:2] == [50, 50]


def test_a_name_that_tells_nothing_in_any_table_has_no_row() -> None:
    made = page(box("div.all", "A pier", box("nav.menu", "Home")))
    pages = [(counted(made, 1, 0), f"site{site}.example", kind) for site in range(50) for kind in (ARTICLE, FORUM)]
    assert set(odds(pages).rows) == {"menu"}


def test_articles_and_other_pages_have_tables_of_their_own() -> None:
    thread = [(counted(PAGE, 0, 0, 1), f"forum{site}.example", FORUM) for site in range(99)]
    found = odds(sites(99) + thread)
    _, articles, others = found.table[found.rows["story"]].tolist()
    assert others < 50 < articles


@pytest.mark.parametrize("kind", [ARTICLE, FORUM])
@pytest.mark.parametrize("body", [(1, 1, 1), (0, 0, 0), (1, 1, 0)])
def test_pages_of_one_kind_alone_or_all_body_are_no_error(kind: int, body: tuple[float, ...]) -> None:
    found = odds([(counted(PAGE, *body), f"site{site}.example", kind) for site in range(5)])
    assert found.table.shape == (6, 3)


def test_odds_of_some_of_the_pages() -> None:
    pages = sites(20) + [(counted(PAGE, 0, 0, 1), f"forum{site}.example", FORUM) for site in range(20)]
    some = np.arange(40) < 20
    found, alone = Counted(pages, 4.0).odds(some), odds(pages[:20])
    assert found.rows == alone.rows
    assert (found.table == alone.table).all()


def test_none_of_the_pages() -> None:
    found = Counted(sites(20), 4.0).odds(np.zeros(20, np.bool_))
    assert (found.rows, found.table.tolist()) == ({}, [[50, 50, 50]])


def test_a_word_with_a_line_end_has_no_line_in_the_file() -> None:
    made = page(box("div", Line("A pier", marks=frozenset(("a\nb", "pier")))), "Home")
    assert set(odds([(counted(made, 1, 0), f"site{site}.example", ARTICLE) for site in range(9)]).rows) == {"pier"}


def test_tables_together() -> None:
    one = Odds({"a": 1, "b": 2}, np.array([[50] * 3, [10] * 3, [20] * 3], np.uint8))
    other = Odds({"c": 1}, np.array([[50] * 3, [90] * 3], np.uint8))
    found = together([one, Odds({}, one.table[:1]), other])
    assert dict(found.rows) == {"a": 1, "b": 2, "c": 3}
    assert found.table[:, 0].tolist() == [50, 10, 20, 90]
