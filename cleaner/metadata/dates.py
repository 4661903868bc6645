"""Dates: as machines write them, and as readers see them in many languages. No clock: the text alone decides.

An impossible date is None, and so is one whose order of day and month nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from typing import NamedTuple

from cleaner.languages import months
from cleaner.metadata.fields import Moment

_MAX_LENGTH = 400
_DIGITS = {first + n: str(n) for first in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10) for n in range(10)}
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"[12]\d{3}(?!\d)")
_THAI = re.compile("[\u0e00-\u0e7f]")
_PERSIAN_DIGIT = re.compile("[\u06f0-\u06f9]")
_PLACEHOLDERS = {date(1900, 1, 1), date(1970, 1, 1)}

_STAMP = re.compile(
    r"([12]\d{3})(-?)([01]\d)\2([0-3]\d)"
    r"(?:[T_ ]\s?([0-2]?\d)(?::?([0-5]\d)(?::?([0-6]\d)(?:[.,:]\d{1,9})?)?)?"
    r"\s*(Z|UTC|GMT|[+\-\u2212]\d\d(?::?\d\d)?)?)?"
    r"(?![\d-])",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")
_ENGLISH_STAMP = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")

_MARK = r"(?:-|/|\.|年|년|월|月|\s)"
_YEAR_FIRST = re.compile(rf"(?<!\d)([12]\d{{3}})\s?{_MARK}\s?(\d{{1,2}})\s?{_MARK}\s?(\d{{1,2}})(?!\d)(?:\s?[日일])?")
_YEAR_LAST = re.compile(r"(?<![\d.,/-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?([12]\d{3})(?!\d)")
_WORD = r"([^\s\d,./|·•()\[\]:;-]+)"
_GAP = r"[\s,./|\u00a0-]{0,3}"
_OF = r"(?:(?:de|del|of|d'|di)\s)?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|:e|-?го)?"
_DAY_MONTH = re.compile(rf"(?<!\d){_DAY}{_GAP}{_OF}{_WORD}\.?(?:\s?/\s?[^\s\d]+)?{_GAP}{_OF}([12]\d{{3}})(?!\d)")
_MONTH_DAY = re.compile(rf"{_WORD}\.?\s?{_DAY}\s?[,.]?\s{{0,2}}(?:of\s)?([12]\d{{3}})(?!\d)")
_YEAR_MONTH = re.compile(rf"(?<!\d)([12]\d{{3}})\.?[\s,-]{{1,2}}{_WORD}\.?[\s-]{_DAY}(?!\d)")

_CLOCK = r"([0-2]?\d)(?:[:h]|\s?[時时시]\s?|\.(?=\d\d(?:\s?[ap]\.?m|\s?(?:Uhr|uhr))))([0-5]\d)?(?::([0-5]\d))?"
_TIME = re.compile(
    rf"{_CLOCK}(?:\s?(?:uhr|分|분))?\s?([ap]\.?m\b\.?)?\s?\(?(Z\b|UTC|GMT|EST|EDT|PST|PDT|CEST|CET|JST|KST|IST)?"
    r"\s?([+\-\u2212]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_BEFORE_TIME = 30
_ZONES = {
    "EST": -300,
    "EDT": -240,
    "PST": -480,
    "PDT": -420,
    "CEST": 120,
    "CET": 60,
    "JST": 540,
    "KST": 540,
    "IST": 330,
}


class Found(NamedTuple):
    """A date in a text, and where it stands there."""

    value: Moment
    start: int
    end: int


def plausible(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day or no page can be from it."""
    if not 1900 <= year <= 2100:
        return None
    try:
        value = date(year, month, day)
    except ValueError:
        return None
    return None if value in _PLACEHOLDERS else value


def known_by(moment: Moment | None, crawled: date | None) -> Moment | None:
    """The moment, unless it lies after the day on which the page was fetched."""
    if moment is None or crawled is None:
        return moment
    days = [moment.date() if isinstance(moment, datetime) else moment]
    if isinstance(moment, datetime) and moment.tzinfo:
        days.append(moment.astimezone(UTC).date())  # nobody knows by which clock the crawler counted its day
    return moment if min(days) <= crawled else None


def read_stamp(value: object) -> Moment | None:
    """What structured data states: ISO 8601 in its many spellings, the dates of mail headers, Unix time."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if 10**9 <= value < 10**13 else None
    if not isinstance(value, str):
        return None
    text = value.strip()[:_MAX_LENGTH]
    match = _STAMP.match(text)
    if match:
        return _from_stamp(match)
    if (match := _EPOCH.fullmatch(text)) is not None:
        moment = datetime.fromtimestamp(int(match[1]), UTC)
        return moment if plausible(moment.year, moment.month, moment.day) else None
    if _ENGLISH_STAMP.match(text):
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        return moment if plausible(moment.year, moment.month, moment.day) else None
    found = find_date(text, language="")
    return found.value if found else None


def _from_stamp(match: re.Match[str]) -> Moment | None:
    year, _, month, day, hour, minute, second, zone = match.groups()
    value = plausible(int(year), int(month), int(day))
    if value is None or hour is None or (minute is None and zone is None):
        return value
    return _at(value, int(hour), int(minute or 0), int(second or 0), _offset(zone))


def _at(day: date, hour: int, minute: int, second: int, zone: timezone | None) -> Moment:
    """The day at this time; the day alone where the time is none."""
    try:
        return datetime.combine(day, time(hour, minute, min(second, 59), tzinfo=zone))
    except ValueError:
        return day


def _offset(zone: str | None) -> timezone | None:
    if not zone:
        return None
    if zone.upper() in ("Z", "UTC", "GMT"):
        return UTC
    if zone.upper() in _ZONES:
        return timezone(timedelta(minutes=_ZONES[zone.upper()]))
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return timezone(timedelta(minutes=minutes if zone[0] == "+" else -minutes)) if minutes < 1440 else None


def find_date(text: str, *, language: str | None = None) -> Found | None:
    """The first date that a reader finds in the text, with its time if one stands next to it.

    `language` (a BCP 47 tag) decides between day and month where both could be either: American English writes the
    month first, everybody else the day; without it, such a date is none.
    """
    text = text[:_MAX_LENGTH]
    if not _DIGIT.search(text):
        return None
    plain = text if text.isascii() else text.translate(_DIGITS)
    if not _YEAR.search(plain):
        return None
    persian = (language or "").startswith("fa") or _PERSIAN_DIGIT.search(text) is not None
    thai = (language or "").startswith("th") or _THAI.search(text) is not None
    best: Found | None = None
    for year, month, day, match in _candidates(plain, language):
        value = _in_our_years(year, month, day, persian, thai)
        if value and (best is None or match.start() < best.start):
            best = Found(value, match.start() + _glued(match), match.end())
    return _with_time(best, plain) if best else None


def _candidates(text: str, language: str | None) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    """Everything that has the shape of a date, as year, month, day."""
    for match in _YEAR_FIRST.finditer(text):
        yield int(match[1]), int(match[2]), int(match[3]), match
    for match in _YEAR_LAST.finditer(text):
        order = _day_and_month(int(match[1]), int(match[3]), match[2], language)
        if order:
            yield int(match[4]), order[1], order[0], match
    for match in _DAY_MONTH.finditer(text):
        yield int(match[3]), _month(match[2]), int(match[1]), match
    for match in _MONTH_DAY.finditer(text):
        yield int(match[3]), _month(match[1]), int(match[2]), match
    for match in _YEAR_MONTH.finditer(text):
        yield int(match[1]), _month(match[2]), int(match[3]), match


def _day_and_month(first: int, second: int, separator: str, language: str | None) -> tuple[int, int] | None:
    """Which of two numbers is the day; None where nothing tells."""
    if first > 12 or first == second:
        return first, second
    if second > 12:
        return second, first
    if separator == ".":
        return first, second
    if not language:
        return None
    tag, _, region = language.partition("-")
    if tag != "en":
        return first, second
    if region.endswith("US"):
        return second, first
    return (first, second) if region else None


@cache
def _months() -> dict[str, int]:
    return dict(months())


def _glued(match: re.Match[str]) -> int:
    """How much of the word in front of the day is another word, glued to the month: "ExampleMay 3, 2023"."""
    word = match[1]
    return len(word) - len(_CAMEL.split(word)[-1]) if match.re is _MONTH_DAY else 0


def _month(word: str) -> int:
    """1 to 12, or 0 where the word names no month."""
    names = _months()
    name = _CAMEL.split(word)[-1].casefold().strip(".,'’")
    return names.get(name) or names.get(name.removeprefix("ב")) or names.get(name.removeprefix("d'")) or 0


def _in_our_years(year: int, month: int, day: int, persian: bool, thai: bool) -> date | None:
    """The day by the Gregorian calendar, where the page counts by another."""
    if thai and 2400 < year < 2700:
        return plausible(year - 543, month, day)
    if persian and 1300 <= year < 1500:
        return _from_persian(year, month, day)
    return plausible(year, month, day)


def _from_persian(year: int, month: int, day: int) -> date | None:
    """By the 33-year cycle of leap years, exact for the years that pages are from."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    past = year - 1342  # 1 Farvardin 1342 was 21 March 1963, and 1342 the first year after a leap year of the cycle
    leaps = sum((1342 + n) % 33 in (1, 5, 9, 13, 17, 22, 26, 30) for n in range(past)) if past > 0 else 0
    days = past * 365 + leaps + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    value = date(1963, 3, 21) + timedelta(days=days) if past >= 0 else None
    return plausible(value.year, value.month, value.day) if value else None


def _with_time(found: Found, text: str) -> Found:
    """The date with the time that stands right behind or before it."""
    day, start, end = found
    after = _TIME.search(text, end, end + _BEFORE_TIME)
    if after and re.search(r"[\d.!?]\s|[^\W\d]{6}", text[end : after.start()]):
        after = None
    before = None if after else _last(_TIME, text, max(0, start - _BEFORE_TIME), start)
    match = after or before
    if not match or (match[2] is None and match[4] is None):
        return found
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4][0] in "pP" else 0)
    zone = match[6] or match[5]
    value = _at(day, hour, int(match[2] or 0), int(match[3] or 0), _offset(zone))
    return Found(value, min(start, match.start()), max(end, match.end()))


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The match that ends where the text before `end` ends, give or take a comma."""
    for match in pattern.finditer(text, start, end):
        if len(text[match.end() : end].strip(" ,|·•-–")) <= 2:
            return match
    return None
