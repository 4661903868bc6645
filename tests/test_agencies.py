from __future__ import annotations

import re

import pytest

from cleaner.agencies import AGENCY, NEWS, PICTURES


def test_an_agency_is_of_one_kind() -> None:
    assert NEWS.isdisjoint(PICTURES)


@pytest.mark.parametrize("name", sorted(NEWS | PICTURES))
def test_the_pattern_is_for_any_of_them_in_whole(name: str) -> None:
    match = re.match(AGENCY, name)
    assert match
    assert match[0] == name


def test_the_pattern_is_for_nothing_else() -> None:
    assert not re.fullmatch(AGENCY, "stock-adobe-com")
    assert not re.fullmatch(AGENCY, "Reuters AP")
