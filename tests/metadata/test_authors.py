"""Whose word counts: what sources declare, and what the page shows."""

from __future__ import annotations

import pytest

from cleaner.metadata.authors import choose, declared
from cleaner.metadata.fields import Fields

SITES = ("Example Times", "example-times")
JANE, JOHN = ("Jane Doe",), ("John Roe",)


def said(
    json_ld: tuple[str, ...] = (),
    meta: tuple[str, ...] = (),
    microdata: tuple[str, ...] = (),
    page: tuple[str, ...] | None = None,
) -> dict[str, Fields]:
    found = {"json-ld": Fields(authors=json_ld), "meta": Fields(authors=meta), "microdata": Fields(authors=microdata)}
    return found if page is None else found | {"page": Fields(authors=page)}


def test_the_first_source_that_names_somebody() -> None:
    assert declared(said(JANE, JOHN), SITES) == ("json-ld", JANE)
    assert declared(said((), (), JANE), SITES) == ("microdata", JANE)
    assert declared(said(), SITES) is None


@pytest.mark.parametrize("weak", ["Example Times", "EXAMPLE TIMES", "example-times", "jdoe", "The Example Team"])
def test_the_site_a_team_and_a_login_are_nobody_while_somebody_else_signs(weak: str) -> None:
    assert declared(said((weak,), JANE), SITES) == ("meta", JANE)
    assert declared(said((weak,)), SITES) is None
    assert choose(said((weak,), page=JANE), SITES) == ("page", JANE)
    assert choose(said((weak,), page=()), SITES) == ("json-ld", (weak,))


def test_what_the_page_shows_besides_a_declared_name_has_been_found_better() -> None:
    assert choose(said(JANE, page=JOHN), SITES) == ("page", JOHN)
    assert choose(said(JANE, page=()), SITES) == ("json-ld", JANE)


def test_nobody() -> None:
    assert choose(said(page=()), SITES) == ("page", ())
    assert choose(said(page=JANE), SITES) == ("page", JANE)


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (("Jane Doe", "Example Times"), JANE),
        (("Jane Doe Example Times",), JANE),
        (("Jane Doe, Example Times",), JANE),
        (("Jane Example Times",), ("Jane Example Times",)),
        (("Jane Doe", "AFP"), ("Jane Doe", "AFP")),
    ],
)
def test_the_site_among_people_is_what_they_work_for(names: tuple[str, ...], people: tuple[str, ...]) -> None:
    assert choose(said(names, page=()), SITES) == ("json-ld", people)
