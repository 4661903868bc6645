"""Days as people write them: digits of every script, names of months, and the calendars that count other years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from cleaner.languages import months

_PLACEHOLDERS = {date(1900, 1, 1), date(1970, 1, 1)}
_DIGITS = {first + n: str(n) for first in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10) for n in range(10)}
_THAI = re.compile("[\u0e00-\u0e7f]")
_PERSIAN_DIGIT = re.compile("[\u06f0-\u06f9]")
_BEFORE_ERA = {"令和": 2018, "平成": 1988, "昭和": 1925}
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")


def plausible(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day or no page can be from it."""
    if not 1900 <= year <= 2100:
        return None
    try:
        value = date(year, month, day)
    except ValueError:
        return None
    return None if value in _PLACEHOLDERS else value


def in_plain_digits(text: str) -> str:
    """The text, letter for letter, with digits as computers write them, and each month's name in one piece."""
    if text.isascii():
        return text
    return _in_pieces().sub(lambda name: re.sub(r"[ .]", "_", name[0]), text.translate(_DIGITS))


def month_of(word: str) -> int:
    """1 to 12, or 0 where the word names no month. Another word may be glued before it: "ExampleMay"."""
    names = _months()
    name = last_word(word).casefold().strip(".,'’")
    return names.get(name) or names.get(name.removeprefix("ב")) or names.get(name.removeprefix("d'")) or 0


def last_word(word: str) -> str:
    """The last of the words that are glued to one."""
    return _CAMEL.split(word)[-1]


def counts_otherwise(text: str, language: str | None) -> str:
    """The language of the text, "fa" or "th", where its years may be those of another calendar; else ""."""
    if (language or "").startswith("fa") or _PERSIAN_DIGIT.search(text):
        return "fa"
    return "th" if (language or "").startswith("th") or _THAI.search(text) else ""


def in_our_years(year: int, month: int, day: int, calendar: str) -> date | None:
    """The day by the Gregorian calendar, where the page counts by that of "fa" or "th"."""
    if calendar == "th" and 2400 < year < 2700:
        return plausible(year - 543, month, day)
    if calendar == "fa" and 1300 <= year < 1500:
        return _from_persian(year, month, day)
    return plausible(year, month, day)


def year_of_era(era: str, year: str) -> int:
    """The year by our count that a Japanese era's year ("元" for the first) is."""
    return _BEFORE_ERA[era] + (1 if year == "元" else int(year))


def _from_persian(year: int, month: int, day: int) -> date | None:
    """By the 33-year cycle of leap years, exact for the years that pages are from."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    past = year - 1342  # 1 Farvardin 1342 was 21 March 1963, and 1342 the first year after a leap year of the cycle
    leaps = sum((1342 + n) % 33 in (1, 5, 9, 13, 17, 22, 26, 30) for n in range(past)) if past > 0 else 0
    days = past * 365 + leaps + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    value = date(1963, 3, 21) + timedelta(days=days) if past >= 0 else None
    return plausible(value.year, value.month, value.day) if value else None


@cache
def _months() -> dict[str, int]:
    names = dict(months())
    return names | {re.sub(r"[ .]", "_", name).strip("_'"): number for name, number in names.items()}


@cache
def _in_pieces() -> re.Pattern[str]:
    """The names of months with a space or a stop in them."""
    names = sorted((name for name in months() if re.search(r"[ .]", name)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)) or "(?!)")
