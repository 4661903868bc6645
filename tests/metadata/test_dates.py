from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from cleaner.metadata.dates import find_date, known_by, other_reading, read_stamp, written_order

DAY = date(2023, 9, 17)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-09-17", DAY),
        ("20230917", DAY),
        (" 2023-09-17 ", DAY),
        ("2023-09-17T10:15:00Z", datetime(2023, 9, 17, 10, 15, tzinfo=UTC)),
        ("2023-09-17T10:15:00.000+02:00", datetime(2023, 9, 17, 10, 15, tzinfo=timezone(timedelta(hours=2)))),
        ("2023-09-17T10:15:00-0430", datetime(2023, 9, 17, 10, 15, tzinfo=timezone(timedelta(hours=-4, minutes=-30)))),
        ("2023-09-17T10:15+05", datetime(2023, 9, 17, 10, 15, tzinfo=timezone(timedelta(hours=5)))),
        ("2023-09-17 10:15", datetime(2023, 9, 17, 10, 15)),
        ("20230917T101500Z", datetime(2023, 9, 17, 10, 15, tzinfo=UTC)),
        ("Sun, 17 Sep 2023 10:15:00 GMT", datetime(2023, 9, 17, 10, 15, tzinfo=UTC)),
        ("Sun Sep 17 2023 10:15:00 GMT+0200 (CEST)", DAY),
        ("1694945700", datetime(2023, 9, 17, 10, 15, tzinfo=UTC)),
        ("1694945700000", datetime(2023, 9, 17, 10, 15, tzinfo=UTC)),
        (1694945700, datetime(2023, 9, 17, 10, 15, tzinfo=UTC)),
        ("September 17, 2023", DAY),
        ("9/17/2023", DAY),
        ("2023-09-17T25:61:00Z", DAY),
        ("2023-09-17T10:15:00+99:00", datetime(2023, 9, 17, 10, 15)),
    ],
)
def test_stamps(text: object, moment: date) -> None:
    found = read_stamp(text)
    if moment == DAY:
        assert str(found)[:10] == str(DAY)
    else:
        assert found == moment
        assert getattr(found, "tzinfo", None) == getattr(moment, "tzinfo", None)


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        [],
        {},
        1.5,
        "",
        "soon",
        "2023-02-30",
        "2023-13-01",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "9999-12-31",
        "2023-09",
        "2023",
        "9/10/2023",
        "9" * 5_000,
        10**30,
        "99 Foo 2023 10:15:00 GMT",
    ],
)
def test_no_stamp(value: object) -> None:
    assert read_stamp(value) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sept. 17, 2023",
        "September 17th, 2023",
        "Sunday, 17 September 2023",
        "17-Sep-2023",
        "17. September 2023",
        "le 17 septembre 2023",
        "17 de septiembre de 2023",
        "17 de setembro de 2023",
        "17 settembre 2023",
        "17 september 2023",
        "17 września 2023",
        "17 сентября 2023 г.",
        "17 Eylül 2023",
        "١٧ سبتمبر ٢٠٢٣",
        "17 בספטמבר 2023",
        "17 सितंबर 2023",
        "17 กันยายน 2566",
        "2023年9月17日",
        "2023 年 9 月 17 日",
        "2023년 9월 17일",
        "令和5年9月17日",
        "17 أيلول 2023",
        "17 ก.ย. 2566",
        "17 בספט' 2023",
        "2023. 9. 17.",
        "17.09.2023",
        "17/09/2023",
        "2023/9/17",
        "۲۶ شهریور ۱۴۰۲",
        "۱۴۰۲/۰۶/۲۶",
        "Published: Sep 17, 2023 by somebody",
        "Jane DoeSeptember 17, 2023",
    ],
)
def test_visible_dates_of_one_day(text: str) -> None:
    found = find_date(text)
    assert found
    assert found.value == DAY


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("3/4/2023", "en-US", date(2023, 3, 4)),
        ("3/4/2023", "en-GB", date(2023, 4, 3)),
        ("3/4/2023", "fr", date(2023, 4, 3)),
        ("3.4.2023", None, date(2023, 4, 3)),
        ("3/3/2023", None, date(2023, 3, 3)),
        ("26/06/1402", "fa", DAY),
        ("1402/06/26", "fa", DAY),
    ],
)
def test_order_of_day_and_month(text: str, language: str | None, day: date | None) -> None:
    found = find_date(text, language=language)
    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2023",
        "February 31, 2023",
        "September 2023",
        "17 September",
        "1402/06/26",
        "1445/03/02",
        "call 2023 5551 17",
        "Room 17 Example 2023",
        "© 2023",
        "17 กันยายน 3999",
    ],
)
def test_no_visible_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Sep 17, 2023 at 3:05 pm", datetime(2023, 9, 17, 15, 5)),
        ("Sep 17, 2023, 12:05 a.m. EST", datetime(2023, 9, 17, 0, 5, tzinfo=timezone(timedelta(hours=-5)))),
        ("17. September 2023, 10.15 Uhr", datetime(2023, 9, 17, 10, 15)),
        ("17.09.2023 10:15", datetime(2023, 9, 17, 10, 15)),
        ("2023年9月17日 10:15", datetime(2023, 9, 17, 10, 15)),
        ("2023年9月17日 下午3:15", datetime(2023, 9, 17, 15, 15)),
        ("2023-09-17(일) 오후 3:15", datetime(2023, 9, 17, 15, 15)),
        ("17.9.2023, 15:30 Uhr Am Sonntag", datetime(2023, 9, 17, 15, 30)),
        ("10:15 am · Sep 17, 2023", datetime(2023, 9, 17, 10, 15)),
        ("Sep 17, 2023 10:15 UTC", datetime(2023, 9, 17, 10, 15, tzinfo=UTC)),
    ],
)
def test_a_time_beside_the_date(text: str, moment: datetime) -> None:
    found = find_date(text)
    assert found
    assert found.value == moment
    assert getattr(found.value, "tzinfo", None) == moment.tzinfo


def test_a_number_further_on_is_no_time() -> None:
    found = find_date("Sep 17, 2023. We met the others at 10:15 in the hall.")
    assert found
    assert found.value == DAY


def test_nothing_is_later_than_the_crawl() -> None:
    assert known_by(DAY, date(2023, 9, 16)) is None
    assert known_by(DAY, DAY) == DAY
    assert known_by(DAY, None) == DAY
    early = datetime(2023, 9, 18, 1, 0, tzinfo=timezone(timedelta(hours=9)))
    assert known_by(early, DAY) == early  # it is still the 17th in UTC
    late = datetime(2023, 9, 17, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert known_by(late, DAY) == late  # it is still the 17th there


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (("25/12/2023", "3/4/2023"), "en-GB"),
        (("12-25-2023",), "en-US"),
        (("25/12/2023", "12/25/2023"), None),
        (("3/4/2023", "31/31/2023", "no date"), None),
    ],
)
def test_the_order_that_texts_tell(texts: tuple[str, ...], order: str | None) -> None:
    assert written_order(texts) == order


def test_the_other_reading_of_a_day() -> None:
    assert other_reading(date(2023, 3, 4)) == date(2023, 4, 3)
    assert other_reading(DAY) is None


@pytest.mark.parametrize(
    "text", ["1/" * 10_000, "2023 " * 10_000, "a" * 100_000 + " 2023", "17 " * 50_000, "2023-" * 30_000]
)
def test_long_text_takes_no_time(text: str) -> None:
    find_date(text)
    read_stamp(text)
