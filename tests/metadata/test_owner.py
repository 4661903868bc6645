"""Whose page it is: by a full name in two places, and a story told by "I"."""

from __future__ import annotations

import pytest
from by_hand import Child, h, page

from cleaner.metadata.owner import owner

URL = "https://www.janedoe.example/ferry"
TOLD = (
    "I took the first ferry to the outer islands on Friday, and I was the only one who had brought a bag of planks.",
    "The pier had to be rebuilt after the storm, and I had said that I would help, so that nobody could send me back.",
)
REPORTED = (
    "The ferry to the outer islands will run again from Friday, after a winter in which the pier had to be rebuilt.",
)


def found(
    *children: Child, story: tuple[str, ...] = TOLD, url: str | None = "https://example.org/ferry", **facts: str
) -> tuple[str, ...]:
    made = page(*children[:1], h(1, "Ferry"), *story, *children[1:], url=url, **facts)
    return owner(made, [block for block in made.blocks if block.text in story])


def test_a_name_in_two_places() -> None:
    assert found("Jane Doe", "© 2023 Jane Doe. All rights reserved.") == ("Jane Doe",)
    assert found("Home", "Copyright Jane Doe 2023", title="Ferry - Jane Doe") == ("Jane Doe",)
    assert found("Home", "(c) Jane Doe | Imprint", url=URL) == ("Jane Doe",)


def test_a_name_in_one_place_is_none() -> None:
    assert found("Jane Doe") == ()
    assert found("Home", "© 2023 Jane Doe") == ()


def test_a_story_that_is_not_told_by_somebody() -> None:
    assert found("Jane Doe", "© 2023 Jane Doe", story=REPORTED) == ()
    assert found("Jane Doe", "© 2023 Jane Doe", story=()) == ()


@pytest.mark.parametrize("name", ["Example Media Group", "The Island", "Jane", "Ferry Blog", "Jane Mary Anna Ruth Doe"])
def test_what_is_not_the_name_of_somebody(name: str) -> None:
    assert found(name, f"© 2023 {name}") == ()


def test_what_the_page_also_writes_in_lower_case_is_a_thing() -> None:
    assert found("Outer Islands", "© 2023 Outer Islands") == ()
