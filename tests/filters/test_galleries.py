"""Galleries whose pictures are counted."""

from __future__ import annotations

import pytest
from by_hand import STORY, plain

from cleaner.block import Drop
from cleaner.filters.galleries import galleries

WHY = "in a gallery that counts its pictures"
PIER = "The pier in January, when the storms had gone"
CRANE = "The crane that came from the mainland"
BOAT = "The mail boat. Photo: Ida Lens"
CREDIT = "(Image credit: Ida Lens)"


def found(*lines: str, longest: int = 700) -> list[Drop]:
    return list(galleries(plain(*lines).blocks, longest))


def test_captions_behind_their_counters_go() -> None:
    captions = [Drop(index, WHY, "caption") for index in (1, 2, 3)]
    assert found(STORY[0], f"1 of 3 {PIER}", f"2 of 3 {CRANE}", f"3 of 3: {BOAT}", *STORY[1:]) == captions
    assert found(STORY[0], f"Image 1/3 {PIER}", f"Image 2/3 {CRANE}", f"Image 3/3 {CRANE}") == captions


def test_captions_below_their_counters_go_with_their_credits() -> None:
    lines = [STORY[0], "Bild 1 von 2", PIER, CREDIT, "Bild 2 von 2", BOAT, *STORY[1:]]
    assert found(*lines) == [Drop(index, WHY, None if index in (1, 4) else "caption") for index in range(1, 6)]


def test_without_a_credit_only_the_counters_go() -> None:
    counters = [Drop(1, WHY), Drop(3, WHY)]
    assert found(STORY[0], "Photo 1 of 2", STORY[1], "Photo 2 of 2", *STORY[2:]) == counters
    assert found(PIER, "Photo 1 of 2", CRANE, "Photo 2 of 2", *STORY) == counters


def test_a_caption_ends_where_the_next_picture_is_counted() -> None:
    assert found("Photo 1 of 2", "Photo 2 of 2", PIER, CREDIT) == [
        Drop(0, WHY),
        Drop(1, WHY),
        Drop(2, WHY, "caption"),
        Drop(3, WHY, "caption"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (f"1 of 3 {BOAT}",),
        (f"1 of 3 {PIER}", f"3 of 3 {BOAT}"),
        (f"1 of 3 {PIER}", f"2 of 4 {BOAT}"),
        (f"2 of 3 {PIER}", f"3 of 3 {BOAT}"),
        (f"1 of 2 {PIER}", *STORY, f"2 of 2 {BOAT}"),
    ],
)
def test_a_count_that_does_not_go_on_from_the_first_is_left_alone(lines: tuple[str, ...]) -> None:
    assert found(*lines, *STORY) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("1 of 4 Heat the oven to 180 degrees.", "2 of 4 Stir the eggs into the flour."),
        ("Service", "4 of 5", "Comfort", "5 of 5"),
        ("1 of 10", "Oslo to Kiel", "2 of 10", "Kiel to Oslo"),
        ("1 of 5 people keeps a boat. Photo: Ida Lens", "2 of 5 people go to sea. Photo: Ida Lens"),
        ("1/5", "2/5", "24/7 help"),
    ],
)
def test_steps_ratings_slides_and_fractions_are_left_alone(lines: tuple[str, ...]) -> None:
    assert found(STORY[0], *lines, *STORY[1:]) == []


def test_longer_texts_are_left_alone() -> None:
    assert found(f"1 of 2 {PIER}", f"2 of 2 {BOAT}", longest=45) == [Drop(1, WHY, "caption")]
