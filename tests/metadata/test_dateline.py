"""The days of publication and of an update, in the lines that a reader sees."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from by_hand import STORY, Child, box, h, page

from cleaner.block import Time
from cleaner.metadata import zone
from cleaner.metadata.dateline import dates
from cleaner.metadata.fields import Moment

DAY = date(2023, 9, 17)


def shown(
    *above: Child, below: tuple[Child, ...] = (), times: tuple[Time, ...] = ()
) -> tuple[Moment | None, Moment | None]:
    made = page(h(1, "Ferry runs again"), *above, *STORY, *below, times=times)
    body = [block for block in made.blocks if block.text in STORY]
    return dates(made, zone.around(made, body, made.blocks[0]), lambda: zone.below(made, body))


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Posted on 17 September 2023", DAY, None),
        ("September 17, 2023", DAY, None),
        ("Published Sep 1, 2023 Updated Sep 17, 2023", date(2023, 9, 1), DAY),
        ("Last updated: September 17, 2023", None, DAY),
        ("Aktualisiert am 17. September 2023", None, DAY),
        ("更新 2023年9月17日", None, DAY),
        ("Published and updated September 17, 2023", DAY, None),
        ("© 2023 Example Times, September 17, 2023", None, None),
        ("Valid until September 17, 2023", None, None),
        ("Webinar: September 17, 2023", None, None),
        ("5 min read", None, None),
    ],
)
def test_lines_below_the_headline(line: str, published: date | None, modified: date | None) -> None:
    assert shown(line) == (published, modified)


def test_the_first_line_that_says_so_counts() -> None:
    assert shown("September 17, 2023", "September 18, 2023") == (DAY, None)
    assert shown("Updated September 18, 2023", "September 17, 2023") == (DAY, date(2023, 9, 18))


def test_a_sentence_that_names_a_day_is_no_dateline() -> None:
    sentence = "The planks of the old pier had been torn away by the storm that came on September 17, 2023."
    assert shown(sentence) == (None, None)
    assert shown(f"By Jane Doe, who has reported on {sentence[4:]}") == (DAY, None)


def test_a_time_element_says_it_exactly() -> None:
    assert shown("September 17, 2023", times=(Time("2023-09-17T10:15:00", 1),)) == (datetime(2023, 9, 17, 10, 15), None)
    assert shown("3 days ago", times=(Time("2023-09-17", 1),)) == (DAY, None)
    assert shown("Updated 3 days ago", times=(Time("2023-09-17", 1),)) == (None, DAY)


def test_a_time_element_of_another_day_or_place_says_nothing() -> None:
    assert shown("September 17, 2023", times=(Time("2023-10-01T10:15:00", 1),)) == (DAY, None)
    assert shown(times=(Time("2023-09-17", 50),)) == (None, None)
    assert shown("3 days ago", times=(Time("soon", 1),)) == (None, None)


def test_below_the_story_a_line_has_to_say_what_day_it_is() -> None:
    assert shown(below=("Posted September 17, 2023",)) == (DAY, None)
    assert shown(below=("By Jane Doe, September 17, 2023",)) == (DAY, None)
    assert shown(below=("September 17, 2023",)) == (None, None)
    assert shown("September 18, 2023", below=("Posted September 17, 2023",)) == (date(2023, 9, 18), None)


def test_the_dates_of_comments_are_not_the_storys() -> None:
    assert shown(box("div.comment", "By A Reader on September 17, 2023")) == (None, None)
