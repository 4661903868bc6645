"""What a Cleaner refuses to be given, and what it says then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from cleaner import Cleaner
from cleaner.block import Drop, Page
from cleaner.filters import DEFAULT
from cleaner.filters.teasers import teasers
from cleaner.settings import check, check_max_bytes, kept, pairs, with_thresholds


def everything(page: Page) -> Iterator[Drop]:
    """A filter for tests: nothing is body."""
    for block in page.blocks:
        yield Drop(block.index, "a test")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Cleaner().with_filters(teaser=None),
        lambda: Cleaner().with_filters(teaser={"min_cards": 3}),
        lambda: Cleaner(keep=("teaser",)),
        lambda: Cleaner(keep="teaser"),
    ],
)
def test_an_unknown_filter_is_an_error_that_lists_the_known_ones(wrong: Callable[[], Cleaner]) -> None:
    with pytest.raises(ValueError, match=r"no filter 'teaser'; known are hidden, navigation, .*, boilerplate\."):
        wrong()


def test_an_unknown_threshold_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"filter 'captions' has no threshold 'far'; it has near, longest\."):
        Cleaner().with_filters(captions={"far": 3})
    with pytest.raises(ValueError, match=r"filter 'everything' has no threshold 'far'; it has none\."):
        Cleaner([("everything", everything)]).with_filters(everything={"far": 3})


@pytest.mark.parametrize(
    ("settings", "known"), [({"fallback": "some"}, "none, body, all"), ({"ledger": "short"}, "full, counts")]
)
def test_an_unknown_setting_is_an_error_that_lists_the_known_ones(settings: dict[str, Any], known: str) -> None:
    with pytest.raises(ValueError, match=f"known are {known}"):
        Cleaner(**settings)


@pytest.mark.parametrize("given", [False, True, 3, ["min_cards"], "none"])
def test_a_change_is_none_or_thresholds(given: Any) -> None:
    with pytest.raises(TypeError) as caught:
        Cleaner().with_filters(teasers=given)
    assert str(caught.value) == (
        f"teasers={given!r} is neither None, which leaves the filter out, "
        "nor a dict of thresholds such as {'min_cards': 2}."
    )
    with pytest.raises(TypeError, match=r"nor a dict of thresholds\.$"):
        Cleaner([("everything", everything)]).with_filters(everything=given)


def test_a_threshold_is_of_its_defaults_type() -> None:
    def measured(page: Page, *, share: float = 0.5, word: str | None = None) -> Iterator[Drop]:
        yield from ()

    for given in ("3", True, 2.5, None):
        with pytest.raises(TypeError, match=rf"'min_cards' of the filter 'teasers' takes an int, .* 2; {given!r} was"):
            Cleaner().with_filters(teasers={"min_cards": given})
    cleaner = Cleaner([("measured", measured)])
    for fine in ({"share": 1}, {"share": 0.1}, {"word": "mail"}, {}):
        cleaner.with_filters(measured=fine)
    with pytest.raises(TypeError, match=r"'share' .* takes a float, as its default 0\.5; True was given"):
        cleaner.with_filters(measured={"share": True})


PAIRS = r"filters takes \(name, function\) pairs such as \('weather', weather\)"


@pytest.mark.parametrize(
    ("settings", "error", "said"),
    [
        ({"filters": None}, TypeError, f"{PAIRS}; None was given"),
        ({"filters": [*DEFAULT, everything]}, TypeError, f"{PAIRS}; item 17 is <function everything"),
        ({"filters": [("everything", None)]}, TypeError, rf"{PAIRS}; item 0 is \('everything', None\)"),
        ({"filters": [(1, everything)]}, TypeError, rf"{PAIRS}; item 0 is \(1, <function"),
        ({"filters": [(1, 2, 3)]}, TypeError, rf"{PAIRS}; item 0 is \(1, 2, 3\)"),
        ({"filters": "teasers"}, TypeError, f"{PAIRS}; item 0 is 't'"),
        ({"filters": [*DEFAULT, ("tags", everything)]}, ValueError, "There are two filters 'tags'; give each a name"),
        ({"filters": [("house-ads", everything)]}, ValueError, "The filter name 'house-ads' is no identifier"),
        ({"keep": None}, TypeError, r"keep takes names of filters such as \('biographies',\); None was given"),
        ({"keep": [None]}, ValueError, "There is no filter None; known are hidden, "),
        ({"max_bytes": True}, TypeError, "max_bytes=True is no int; give a number of bytes, as 1_000_000"),
        ({"max_bytes": 1e6}, TypeError, "max_bytes=1000000.0 is no int"),
        ({"max_bytes": None}, TypeError, "max_bytes=None is no int"),
        ({"max_bytes": 0}, ValueError, "max_bytes=0 leaves no page; give a positive number of bytes"),
        ({"max_bytes": -1}, ValueError, "max_bytes=-1 leaves no page"),
    ],
)
def test_settings_are_checked_at_once(settings: dict[str, Any], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        Cleaner(**settings)


def measured(page: Page, *, share: float = 0.5) -> Iterator[Drop]:
    """A filter for tests, with a threshold that is no whole number."""
    yield from ()


def test_pairs_come_out_as_they_went_in() -> None:
    assert pairs(DEFAULT) == DEFAULT
    assert pairs([["everything", everything]]) == (("everything", everything),)
    assert pairs(iter(())) == ()


def test_one_name_alone_is_kept_as_that_name() -> None:
    assert kept("tags", ("tags", "captions")) == ("tags",)
    assert kept(["tags", "captions"], ("tags", "captions")) == ("tags", "captions")
    assert kept((), ("tags",)) == ()


def test_what_is_not_known_is_said_with_what_is() -> None:
    check("ledger", "full", ("full", "counts"))
    with pytest.raises(ValueError, match=r"^There is no ledger 'long'; known are full, counts\.$"):
        check("ledger", "long", ("full", "counts"))
    with pytest.raises(ValueError, match=r"^There is no ledger \[\]; known"):
        check("ledger", [], {"full": 1})


@pytest.mark.parametrize("given", [1, 50_000_000])
def test_a_number_of_bytes(given: int) -> None:
    check_max_bytes(given)
    assert Cleaner(max_bytes=given).max_bytes == given


def test_a_filter_without_new_thresholds_stays_itself() -> None:
    assert with_thresholds("measured", measured, {}) is measured
    changed = with_thresholds("measured", measured, {"share": 1})
    assert isinstance(changed, partial)
    assert (changed.func, changed.keywords) == (measured, {"share": 1})


def test_a_partial_has_the_thresholds_of_its_function() -> None:
    changed = with_thresholds("teasers", partial(teasers, min_cards=9), {"min_cards": 2})
    assert isinstance(changed, partial)
    assert (changed.func, changed.keywords) == (teasers, {"min_cards": 2})


def test_a_wrong_type_is_said_with_the_right_one() -> None:
    with pytest.raises(TypeError, match=r"takes an int, as its default 2; '3' was given\."):
        with_thresholds("teasers", teasers, {"min_cards": "3"})
    with pytest.raises(TypeError, match=r"takes a float, as its default 0\.5; '3' was given\."):
        with_thresholds("measured", measured, {"share": "3"})
