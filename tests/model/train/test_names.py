"""How much text of a page stands under each name of a box."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import Line, box, page

from cleaner.block import Page
from cleaner.model.train.names import count
from cleaner.model.train.odds import Counts

PAGE = page(
    box("article.story", box("div.text[main]", "A pier", "A boat")), box("nav.menu", Line("Home", marks=frozenset("x")))
)


def counted(made: Page, *body: float) -> Counts:
    (found,) = count(made, np.array(body, np.float32), [len(block.text.split()) for block in made.original])
    return found


def test_text_counts_for_all_names_on_its_path_its_roles_and_its_marks() -> None:
    found = counted(PAGE, 1, 1, 0)
    assert set(found.words) == {"story", "text", "[main]", "menu", "x"}
    assert found.words["story"] == found.words["text"] == found.words["[main]"] == (found.body, 0)
    assert found.words["menu"] == found.words["x"] == (0, found.rest)


def test_by_words_up_to_40_a_block_and_the_root_of_the_page() -> None:
    (found,) = count(page("a", "b"), np.array([1, 0], np.float32), [90, 9])
    assert (found.body, found.rest) == pytest.approx((40 / 17, 9 / 17))


def test_half_a_block() -> None:
    (found,) = count(page("a"), np.array([0.25], np.float32), [4])
    assert (found.body, found.rest) == pytest.approx((1 / 12, 3 / 12))
