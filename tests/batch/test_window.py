"""What is between input and output has bounds, and goes out in its order or as it is done."""

from __future__ import annotations

import pytest

from cleaner import Article
from cleaner.batch.outcome import Outcome
from cleaner.batch.parcels import Parcel
from cleaner.batch.window import BYTES, PAGES, Window


def parcel(number: int, size: int = 1) -> Parcel:
    return Parcel(number, None, None, None, b"x" * size, size)


def end(*parcels: Parcel) -> list[Parcel]:
    for one in parcels:
        one.end(Outcome("ok", Article()))
    return list(parcels)


@pytest.mark.parametrize("workers", [1, 3])
def test_it_is_full_of_pages_or_of_bytes(workers: int) -> None:
    window = Window(workers, ordered=True)
    window.add([parcel(number) for number in range(workers * PAGES - 1)])
    assert not window.full
    window.add([parcel(0)])
    assert window.full

    window = Window(workers, ordered=True)
    window.add([parcel(0, workers * BYTES - 1)])
    assert not window.full
    window.add([parcel(1)])
    assert window.full


@pytest.mark.parametrize(("ordered", "expected"), [(True, [[], [0, 1, 2]]), (False, [[2, 1], [0]])])
def test_order(ordered: bool, expected: list[list[int]]) -> None:
    window = Window(1, ordered=ordered)
    zero, one, two = parcels = [parcel(number) for number in range(3)]
    window.add(parcels)
    first = [out.id for out in window.hand_out(end(two, one))]
    then = [out.id for out in window.hand_out(end(zero))]
    assert [first, then] == expected
    assert window.empty


def test_what_is_handed_out_makes_room() -> None:
    window = Window(1, ordered=True)
    pages = [parcel(number, BYTES // 2) for number in range(2)]
    window.add(pages)
    assert window.full
    assert list(window.hand_out(end(pages[0]))) == pages[:1]
    assert not window.full
    assert not window.empty
