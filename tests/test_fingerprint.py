from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest

from cleaner.block import Drop, Filter, Page
from cleaner.fingerprint import fingerprint_of


def nothing(page: Page, *, longest: int = 3, names: frozenset[str] = frozenset(("a", "b"))) -> Iterator[Drop]:
    yield from ()


@dataclass(frozen=True)
class Longest:
    limit: int

    def __call__(self, page: Page) -> Iterator[Drop]:
        yield from ()


class Remembers:
    def __call__(self, page: Page) -> Iterator[Drop]:
        yield from ()


def test_a_default_given_outright_changes_nothing() -> None:
    plain = fingerprint_of([("nothing", nothing)], ())
    assert fingerprint_of([("nothing", partial(nothing, longest=3))], ()) == plain
    assert fingerprint_of([("nothing", partial(nothing, longest=4))], ()) != plain


def test_the_outer_of_two_partials_wins() -> None:
    nested = partial(partial(nothing, longest=9), longest=4)
    assert fingerprint_of([("n", nested)], ()) == fingerprint_of([("n", partial(nothing, longest=4))], ())


def test_the_fields_of_a_dataclass_count() -> None:
    assert fingerprint_of([("n", Longest(1))], ()) == fingerprint_of([("n", Longest(1))], ())
    assert fingerprint_of([("n", Longest(1))], ()) != fingerprint_of([("n", Longest(2))], ())


def test_no_address_gets_in() -> None:
    assert fingerprint_of([("n", Remembers())], ()) == fingerprint_of([("n", Remembers())], ())


def test_names_order_and_settings_count() -> None:
    plain = fingerprint_of([("a", nothing), ("b", nothing)], ("full",))
    assert fingerprint_of([("b", nothing), ("a", nothing)], ("full",)) != plain
    assert fingerprint_of([("a", nothing), ("b", nothing)], ("counts",)) != plain


def closing_over(limit: int) -> Filter:
    def some(page: Page) -> Iterator[Drop]:
        yield from [Drop(0, "why")] * limit

    return some


class Counts:
    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, page: Page) -> Iterator[Drop]:
        yield from ()

    def some(self, page: Page) -> Iterator[Drop]:
        yield from ()


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        (closing_over(1), closing_over(1), closing_over(2)),
        (Counts(1), Counts(1), Counts(2)),
        (Counts(1).some, Counts(1).some, Counts(2).some),
        (lambda page: [], lambda page: [], lambda page: [Drop(0, "why")]),
    ],
    ids="closure object method lambda".split(),
)
def test_what_has_no_name_of_its_own_is_known_by_what_it_holds(one: Filter, same: Filter, other: Filter) -> None:
    assert fingerprint_of([("n", one)], ()) == fingerprint_of([("n", same)], ())
    assert fingerprint_of([("n", one)], ()) != fingerprint_of([("n", other)], ())
