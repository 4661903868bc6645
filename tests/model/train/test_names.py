"""What the names of boxes tell, over the pages of several sites."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import Line, box, page

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.train.names import Counts, count, odds

ARTICLE, FORUM = KINDS.index("article"), KINDS.index("forum")
PAGE = page(
    box("article.story", box("div.text[main]", "A pier", "A boat")), box("nav.menu", Line("Home", marks=frozenset("x")))
)


def counted(made: Page, *body: float) -> Counts:
    return count(made, np.array(body, np.float32), [len(block.text.split()) for block in made.original])


def sites(number: int, kind: int = ARTICLE) -> list[tuple[Counts, str, int]]:
    return [(counted(PAGE, 1, 1, 0), f"site{site}.example", kind) for site in range(number)]


def test_text_counts_for_all_names_on_its_path_its_roles_and_its_marks() -> None:
    found = counted(PAGE, 1, 1, 0)
    assert set(found.words) == {"story", "text", "[main]", "menu", "x"}
    assert found.words["story"] == found.words["text"] == found.words["[main]"] == (found.body, 0)
    assert found.words["menu"] == found.words["x"] == (0, found.rest)


def test_by_words_up_to_40_a_block_and_the_root_of_the_page() -> None:
    found = count(page("a", "b"), np.array([1, 0], np.float32), [90, 9])
    assert (found.body, found.rest) == pytest.approx((40 / 17, 9 / 17))


def test_half_a_block() -> None:
    found = count(page("a"), np.array([0.25], np.float32), [4])
    assert (found.body, found.rest) == pytest.approx((1 / 12, 3 / 12))


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


def test_a_name_that_stands_on_all_text_tells_nothing() -> None:
    made = page(box("div.all", "A pier", box("nav.menu", "Home")))
    found = odds([(counted(made, 1, 0), f"site{site}.example", ARTICLE) for site in range(50)])
    assert found.table[found.rows["all"]].tolist()[:2] == [50, 50]


def test_articles_and_other_pages_have_tables_of_their_own() -> None:
    thread = [(counted(PAGE, 0, 0, 1), f"forum{site}.example", FORUM) for site in range(20)]
    found = odds(sites(20) + thread)
    _, articles, others = found.table[found.rows["story"]].tolist()
    assert others < 50 < articles


@pytest.mark.parametrize("kind", [ARTICLE, FORUM])
@pytest.mark.parametrize("body", [(1, 1, 1), (0, 0, 0), (1, 1, 0)])
def test_pages_of_one_kind_alone_or_all_body_are_no_error(kind: int, body: tuple[float, ...]) -> None:
    found = odds([(counted(PAGE, *body), f"site{site}.example", kind) for site in range(5)])
    assert found.table.shape == (6, 3)


def test_no_pages() -> None:
    assert odds([]).table.tolist() == [[50, 50, 50]]
