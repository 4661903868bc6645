"""Names of months, digits of other scripts, and years that are counted otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from cleaner.languages import months
from cleaner.metadata.calendars import (
    counts_otherwise,
    in_our_years,
    in_plain_digits,
    last_word,
    month_of,
    plausible,
    year_of_era,
)
from cleaner.metadata.dates import find_date


def test_persian_new_years() -> None:
    days = {1395: date(2016, 3, 20), 1396: date(2017, 3, 21), 1399: date(2020, 3, 20), 1403: date(2024, 3, 20)}
    for year, day in days.items():
        assert in_our_years(year, 1, 1, "fa") == day


def test_thai_years() -> None:
    assert in_our_years(2566, 9, 17, "th") == date(2023, 9, 17)
    assert in_our_years(2566, 9, 17, "") is None
    assert in_our_years(2023, 9, 17, "th") == date(2023, 9, 17)


def test_years_of_eras() -> None:
    assert year_of_era("令和", "5") == 2023
    assert year_of_era("令和", "元") == 2019
    assert year_of_era("平成", "31") == 2019


@pytest.mark.parametrize(
    ("text", "language", "calendar"),
    [
        ("26/06/1402", "fa", "fa"),
        ("۱۴۰۲", None, "fa"),
        ("2566", "th-TH", "th"),
        ("กันยายน", None, "th"),
        ("2023", "en", ""),
    ],
)
def test_whose_years_a_text_counts(text: str, language: str | None, calendar: str) -> None:
    assert counts_otherwise(text, language) == calendar


def test_placeholders_are_no_days() -> None:
    assert plausible(1970, 1, 1) is None
    assert plausible(1900, 1, 1) is None
    assert plausible(1970, 1, 2) == date(1970, 1, 2)
    assert plausible(2023, 2, 30) is None
    assert plausible(1899, 1, 2) is None


def test_text_keeps_its_length() -> None:
    for text in ("17 September 2023", "٣ كانون الثاني ٢٠٢٣", "17 ก.ย. ๒๕๖๖"):
        assert len(in_plain_digits(text)) == len(text)
    assert in_plain_digits("٣ كانون الثاني ٢٠٢٣") == "3 كانون_الثاني 2023"


def test_a_word_may_be_glued_before_the_month() -> None:
    assert last_word("ExampleMay") == "May"
    assert month_of("ExampleMay") == 5
    assert month_of("Sept.") == 9
    assert month_of("Example") == 0


@pytest.mark.parametrize(("name", "number"), sorted(months().items()))
def test_a_day_of_every_month_in_every_language(name: str, number: int) -> None:
    for text in (f"17 {name} 2023", f"{name} 17, 2023"):
        found = find_date(text)
        assert found
        assert (found.value.month, found.value.day) == (number, 17)
