"""What a Cleaner refuses to be given, and what it says then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cleaner import Cleaner
from cleaner.block import Drop, Page
from cleaner.filters import DEFAULT
from cleaner.filters.teasers import teasers
from cleaner.model import content
from cleaner.model.weights import load
from cleaner.settings import check, check_max_bytes, kept, pairs, with_thresholds, with_weights


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


def test_a_threshold_without_a_default_is_of_the_type_that_it_names() -> None:
    for fine in (None, 1, 0.7):
        Cleaner().with_filters(boilerplate={"threshold": fine})
    for given in ("0.7", True, [0.7]):
        with pytest.raises(
            TypeError, match=r"'threshold' of the filter 'boilerplate' takes a float or None; .* was gi"
        ):
            Cleaner().with_filters(boilerplate={"threshold": given})


@pytest.mark.parametrize("given", [2.5, -0.1, 2, float("nan")])
def test_a_share_is_from_0_to_1(given: float) -> None:
    said = rf"^The threshold {{}} of the filter {{}} is a share, which {given!r} cannot be; give "
    with pytest.raises(ValueError, match=said.format("'threshold'", "'boilerplate'")):
        Cleaner().with_filters(boilerplate={"threshold": given})
    with pytest.raises(ValueError, match=said.format("'agreement'", "'headline'")):
        Cleaner().with_filters(headline={"agreement": given})
    if given > 0:
        Cleaner().with_filters(hidden={"shown_later": given})  # times as much, no share


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


# ---------------------------------------------------------------- weights
@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "own.npz"
    path.write_bytes(content("page"))
    return path


def test_weights_go_to_the_filter_that_uses_them(path: Path) -> None:
    changed = with_weights(DEFAULT, path)
    assert changed[:-1] == DEFAULT[:-1]
    name, filter = changed[-1]
    assert isinstance(filter, partial)
    assert (name, filter.func, filter.keywords["weights"].digest) == (
        "boilerplate",
        DEFAULT[-1][1],
        load("page").digest,
    )


def test_weights_leave_other_thresholds_as_they_are(path: Path) -> None:
    cleaner = Cleaner(weights=path).with_filters(boilerplate={"threshold": 0.7})
    filter = dict(cleaner.filters)["boilerplate"]
    assert isinstance(filter, partial)
    assert filter.keywords.keys() == {"threshold", "weights"}


@pytest.mark.parametrize("given", ["own.npz", 5])
def test_weights_among_the_thresholds_are_read_ones(given: Any) -> None:
    with pytest.raises(TypeError, match=r"takes weights that are read, as Cleaner\(weights=PATH\) does"):
        Cleaner().with_filters(boilerplate={"weights": given})


def test_weights_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    missing = tmp_path / "missing.npz"
    with pytest.raises(ValueError, match=rf"^weights='{missing}' cannot be read: No such file or directory\.$"):
        Cleaner(weights=missing)
    with pytest.raises(ValueError, match=rf"^weights='{tmp_path}' cannot be read: Is a directory\.$"):
        Cleaner(weights=tmp_path)
    with pytest.raises(ValueError, match="null"):
        Cleaner(weights="own\0.npz")


@pytest.mark.parametrize("held", [b"", b"PK", b"no weights", b"PK\3\4 cut off", b"\x93NUMPY"])
def test_a_file_without_weights_is_an_error(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "own.npz"
    path.write_bytes(held)
    with pytest.raises(ValueError, match=rf"^{path} holds no weights \(.*\); give a file that `python -m cleaner"):
        Cleaner(weights=path)


def test_half_a_file_of_weights_is_an_error(path: Path) -> None:
    path.write_bytes(content("page")[:5_000])
    with pytest.raises(ValueError, match="holds no weights"):
        Cleaner(weights=path)


def test_weights_that_no_filter_uses_are_an_error(path: Path) -> None:
    with pytest.raises(ValueError, match=r"was given, but there is no filter 'boilerplate' to use them\.$"):
        Cleaner(DEFAULT[:-1], weights=path)
    with pytest.raises(ValueError, match=r"The filter 'boilerplate' has no threshold 'weights'; it has none\."):
        Cleaner([("boilerplate", everything)], weights=path)


@pytest.mark.parametrize("given", [3, True, b"own.npz", ["own.npz"], 0.5])
def test_weights_are_a_path(given: Any) -> None:
    with pytest.raises(TypeError) as caught:
        Cleaner(weights=given)
    assert str(caught.value).startswith(f"weights={given!r} is no path; give that of a file which training wrote")
