"""What hints tell of the kind of a page."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.model import KINDS
from cleaner.model.train.kinds import hints

ARTICLE, FORUM, PRODUCT = (KINDS.index(kind) for kind in ("article", "forum", "product"))


def pages(hint: str, kind: int, sites: Iterable[int]) -> list[tuple[frozenset[str], str, int]]:
    return [(frozenset((hint, "og None")), f"{kind}-{site}.example", kind) for site in sites]


MIXED = pages("path blog", ARTICLE, range(10)) + pages("path topic", FORUM, range(10))


def test_more_is_for_the_kind_and_less_against_it() -> None:
    found = hints(MIXED)
    blog, topic = found.table[found.rows["path blog"]], found.table[found.rows["path topic"]]
    assert blog[ARTICLE] > 60 > 40 > blog[FORUM]
    assert topic[FORUM] > 60 > 40 > topic[ARTICLE]
    assert blog[PRODUCT] == topic[PRODUCT]


def test_what_all_pages_have_tells_nothing() -> None:
    found = hints(MIXED)
    assert all(45 <= told <= 55 for told in found.table[found.rows["og None"]][[ARTICLE, FORUM]].tolist())


def test_a_hint_counts_from_the_fourth_site_on() -> None:
    assert set(hints(pages("path a", ARTICLE, range(3)) + pages("path b", ARTICLE, range(10, 14))).rows) == {
        *("path b", "og None")
    }
    assert hints(pages("path a", ARTICLE, [1] * 20)).rows == {}


def test_row_0_is_neutral_and_hints_are_in_order() -> None:
    found = hints(MIXED)
    assert found.table[0].tolist() == [50] * len(KINDS)
    assert list(found.rows.items()) == [("og None", 1), ("path blog", 2), ("path topic", 3)]


def test_a_hint_of_two_lines_cannot_stand_in_the_file() -> None:
    assert "query a\nb" not in hints(pages("query a\nb", ARTICLE, range(9))).rows


def test_no_pages_and_pages_of_one_kind() -> None:
    assert hints([]).rows == {}
    assert hints(pages("path a", ARTICLE, range(9))).table.shape == (3, len(KINDS))
