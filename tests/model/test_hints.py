"""What tells of a page's type beside its blocks."""

from __future__ import annotations

import pytest
from by_hand import STORY, page
from networks import hints as table

from cleaner.model import KINDS
from cleaner.model.hints import hints, told

UNTOLD = {"type None", "og None"}


def test_words_of_the_address_its_host_and_its_query() -> None:
    made = page(*STORY, url="https://Shop.Harbour.example/blog/2024/03/The-last-keeper_2?page=1&sort=new")
    assert hints(made) == {
        *("host shop", "host harbour", "path blog", "path the", "path last", "path keeper", "query page", "query sort"),
        "og None",
    }


def test_types_of_structured_data_and_what_the_page_says_it_is() -> None:
    made = page(
        *STORY,
        meta={"og:type": ("article",), "generator": ("Larch 5.1 of the Harbour",)},
        json_ld=({"@type": "NewsArticle"}, {"@type": ["Thing", "Place"]}),
    )
    assert hints(made) == {
        *("type NewsArticle", "type ['Thing', 'Place']", "og article", "generator larch", "generator of")
    }


@pytest.mark.parametrize("url", [None, "", "http://[half", "no address"])
def test_no_address_is_no_error(url: str | None) -> None:
    assert "og None" in hints(page(*STORY, url=url))


def test_hints_add_up_at_half_their_weight() -> None:
    of = table(path_blog=(90, 50, 50, 50, 50, 50, 10), host_shop=(50, 50, 80, 50, 50, 50, 11))
    made = page(*STORY, url="https://shop.example/blog")
    assert told(made, of).tolist() == [70, 50, 65, 50, 50, 50, 10]


def test_without_any_that_is_known_each_kind_is_as_likely_as_ever() -> None:
    assert told(page(*STORY), table()).tolist() == [50] * len(KINDS)


def test_many_stay_on_the_scale() -> None:
    of = table(**{f"path_{letter * 2}": (100, 0, 50, 50, 50, 50, 50) for letter in "abcdef"})
    assert told(page(*STORY, url="https://x.example/aa/bb/cc/dd/ee/ff"), of).tolist()[:3] == [100, 0, 50]
