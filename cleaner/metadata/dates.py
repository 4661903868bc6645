"""Dates: as machines write them, and as readers see them in many languages. No clock: the text alone decides.

An impossible date is None, and so is one whose order of day and month nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from cleaner.metadata.calendars import (
    counts_otherwise,
    in_our_years,
    in_plain_digits,
    last_word,
    month_of,
    plausible,
    year_of_era,
)
from cleaner.metadata.fields import Moment

_MAX_LENGTH = 400
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"[12]\d{3}(?!\d)|[令平昭][和成]")

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
_WORD = r"([^\s\d,./|·•()\[\]:;-]++)"
_GAP = r"[\s,./|\u00a0-]{0,3}"
_OF = r"(?:(?:de|del|of|d'|di)\s)?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|:e|-?го)?"
_DAY_MONTH = re.compile(rf"(?<!\d){_DAY}{_GAP}{_OF}{_WORD}\.?(?:\s?/\s?[^\s\d]+)?{_GAP}{_OF}([12]\d{{3}})(?!\d)")
_MONTH_DAY = re.compile(rf"(?<![^\s\d,./|·•()\[\]:;-]){_WORD}\.?\s?{_DAY}\s?[,.]?\s{{0,2}}(?:of\s)?([12]\d{{3}})(?!\d)")
_YEAR_MONTH = re.compile(rf"(?<!\d)([12]\d{{3}})\.?[\s,-]{{1,2}}{_WORD}\.?[\s-]{_DAY}(?!\d)")

_ERA = re.compile(r"(令和|平成|昭和)\s?(\d{1,2}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")

_CLOCK = r"([0-2]?\d)(?:[:h]|\s?[時时시]\s?|\.(?=\d\d(?:\s?[ap]\.?m|\s?(?:Uhr|uhr))))([0-5]\d)?(?::([0-5]\d))?"
_TIME = re.compile(
    rf"(?:(오후|下午|午後|晚上)\s?)?{_CLOCK}(?:\s?(?:uhr|分|분))?\s?([ap]\.?m\b\.?)?\s?\(?(Z\b|UTC|GMT|EST|EDT|PST|PDT|CEST|CET|JST|KST|IST)?"
    r"\s?([+\-\u2212]\d\d:?\d\d)?",
    re.IGNORECASE,
)
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
    plain = in_plain_digits(text)
    if not _YEAR.search(plain):
        return None
    calendar = counts_otherwise(text, language)
    best: Found | None = None
    for year, month, day, match in _candidates(plain, language):
        value = in_our_years(year, month, day, calendar)
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
        yield int(match[3]), month_of(match[2]), int(match[1]), match
    for match in _MONTH_DAY.finditer(text):
        yield int(match[3]), month_of(match[1]), int(match[2]), match
    for match in _YEAR_MONTH.finditer(text):
        yield int(match[1]), month_of(match[2]), int(match[3]), match
    for match in _ERA.finditer(text):
        yield year_of_era(match[1], match[2]), int(match[3]), int(match[4]), match


def written_order(texts: Iterable[str]) -> str | None:
    """The English of those who write dates in numbers as these texts do, "en-US" or "en-GB"; None if nothing tells."""
    orders = set()
    for text in texts:
        for match in _YEAR_LAST.finditer(text):
            first, second = int(match[1]), int(match[3])
            if first > 12 >= second or second > 12 >= first:
                orders.add("en-GB" if first > 12 else "en-US")
    return orders.pop() if len(orders) == 1 else None


def other_reading(day: date) -> date | None:
    """The day that has this one's month for its day, and the reverse, where there is one."""
    return plausible(day.year, day.day, day.month)


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


def _glued(match: re.Match[str]) -> int:
    """How much of the word in front of the day is another word, glued to the month: "ExampleMay 3, 2023"."""
    word = match[1]
    return len(word) - len(last_word(word)) if match.re is _MONTH_DAY else 0


def _with_time(found: Found, text: str) -> Found:
    """The date with the time that stands right behind or before it."""
    day, start, end = found
    after = _TIME.search(text, end, end + _BEFORE_TIME)
    if after and re.search(r"[\d.!?]\s|[^\W\d]{6}", text[end : after.start()]):
        after = None
    before = None if after else _last(_TIME, text, max(0, start - _BEFORE_TIME), start)
    match = after or before
    if not match or (match[3] is None and match[5] is None):
        return found
    late, hours, minute, second, half, *zones = match.groups()
    hour = int(hours)
    if hour <= 12 and (late or half):
        hour = hour % 12 + (12 if late or half[0] in "pP" else 0)
    value = _at(day, hour, int(minute or 0), int(second or 0), _offset(zones[1] or zones[0]))
    return Found(value, min(start, match.start()), max(end, match.end()))


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The match that ends where the text before `end` ends, give or take a comma."""
    for match in pattern.finditer(text, start, end):
        if len(text[match.end() : end].strip(" ,|·•-–")) <= 2:
            return match
    return None
