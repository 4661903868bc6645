"""The days of publication and of an update, in the lines that a reader sees."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from by_hand import STORY, Child, Line, box, h, page

from cleaner.block import Time
from cleaner.metadata import zone
from cleaner.metadata.dateline import dates
from cleaner.metadata.fields import Moment

DAY = date(2023, 9, 17)


def shown(
    *above: Child,
    into: tuple[Child, ...] = STORY,
    below: tuple[Child, ...] = (),
    times: tuple[Time, ...] = (),
    marked: tuple[str, ...] = (),
) -> tuple[Moment | None, Moment | None]:
    """The days of a page with these lines above, in and below its story; filters took the `marked` texts for dates."""
    title = h(1, "Ferry runs again")
    made = page(title, *above, *into, *below, times=times)
    told = {text if isinstance(text, str) else text.text for text in into if isinstance(text, (str, Line))}
    body = [block for block in made.blocks if block.text in told - set(marked)]
    return dates(
        made,
        body,
        zone.around(made, body, made.blocks[0]),
        lambda: zone.lines((block for block in made.blocks if block.text in marked), made),
        zone.below(made, body),
        lambda: zone.unseen(made, body, made.blocks[0]),
    )


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
        ("Originally published in March 2022. Last updated on September 17, 2023.", None, DAY),
        ("2023年9月17日 更新", None, DAY),
        ("2023年9月1日 公開 2023年9月17日 更新", date(2023, 9, 1), DAY),
        ("September 17, 2023 September 1, 2023 by Jane Doe", date(2023, 9, 1), DAY),
        ("Jane Doe 2023-09-19T13:00:39+00:00September 17th, 2023 | Reviews", DAY, None),
        ("30 September 2023, 13:15 - 19:00", None, None),
        ("Vienna, 9-23 Feb 2023", None, None),
        ("Report: 2023-09-12 - 2023-09-17", None, None),
        ("Geboren am 17. September 1983", None, None),
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
    assert (
        shown("The season ends for most on September 17, 2023. Those who come later find all the boats gone.")[0]
        is None
    )


def test_a_dateline_may_open_the_first_paragraph() -> None:
    told = f"Bern, 17 September 2023 - {STORY[0]}"
    assert shown(into=(told, *STORY[1:])) == (DAY, None)
    assert shown(into=(*STORY[:3], told, *STORY[3:])) == (None, None)


def test_a_day_in_the_story_is_none_of_its_own() -> None:
    assert shown(into=(*STORY[:3], "September 17, 2023", *STORY[3:])) == (None, None)
    assert shown(into=(*STORY[:2], Line("September 17, 2023", "quote"), *STORY[2:])) == (None, None)


def test_what_filters_take_for_a_date_within_the_story_is_one() -> None:
    into = (*STORY[:3], "September 17, 2023", *STORY[3:])
    assert shown(into=into, marked=("September 17, 2023",)) == (DAY, None)
    assert shown("September 18, 2023", into=into, marked=("September 17, 2023",)) == (date(2023, 9, 18), None)


def test_the_days_of_a_row_of_entries_are_none_of_its_own() -> None:
    entries = [box("li.event", f"September {day}, 2023") for day in (17, 18, 19)]
    assert shown(*entries) == (None, None)
    assert shown(into=(STORY[0], *entries, *STORY[1:])) == (None, None)
    assert shown(below=tuple(box("div.meta", f"September {day}, 2023") for day in (17, 18, 19))) == (None, None)


def test_a_label_may_stand_in_the_line_before() -> None:
    assert shown("Last updated:", "September 17, 2023") == (None, DAY)
    assert shown(box("div.field.changed", "September 17, 2023")) == (None, DAY)
    assert shown("Published", "September 1, 2023", "Reviewed", "September 17, 2023") == (date(2023, 9, 1), DAY)
    assert shown("Born", "September 17, 1983") == (None, None)
    assert shown("Last updated:", times=(Time("2023-09-17", 1),)) == (None, DAY)


def test_first_published_is_when_it_was_published() -> None:
    first = "This article was originally published on September 1, 2023 but has been updated since."
    assert shown("September 17, 2023", below=(first,)) == (date(2023, 9, 1), None)
    times = (Time("2023-09-17T10:15:00", 1),)
    same = shown("September 17, 2023", below=("First published on September 17, 2023",), times=times)
    assert same == (datetime(2023, 9, 17, 10, 15), None)


def test_a_line_that_scripts_will_show_is_the_last_resort() -> None:
    hidden = Line("September 17, 2023", hidden="hidden attribute")
    assert shown(hidden) == (DAY, None)
    assert shown(hidden, "September 18, 2023") == (date(2023, 9, 18), None)
    assert shown(box("div.comment", hidden)) == (None, None)


def test_a_time_element_says_it_exactly() -> None:
    assert shown("September 17, 2023", times=(Time("2023-09-17T10:15:00", 1),)) == (datetime(2023, 9, 17, 10, 15), None)
    assert shown("3 days ago", times=(Time("2023-09-17", 1),)) == (DAY, None)
    both = (Time("2023-09-17T08:00:00", 1), Time("2023-09-17T10:15:00", 1))
    at_eight, later = datetime(2023, 9, 17, 8), datetime(2023, 9, 17, 10, 15)
    assert shown("Updated 10:15 am; posted 8 am", times=both[::-1]) == (at_eight, later)
    assert shown("Published Sep 17, 2023 | Updated Sep 17, 2023", times=both) == (at_eight, later)
    assert shown("Updated 3 days ago", times=(Time("2023-09-17", 1),)) == (None, DAY)


def test_a_time_element_of_another_day_or_place_says_nothing() -> None:
    assert shown("September 17, 2023", times=(Time("2023-10-01T10:15:00", 1),)) == (DAY, None)
    assert shown(times=(Time("2023-09-17", 50),)) == (None, None)
    assert shown("3 days ago", times=(Time("soon", 1),)) == (None, None)


def test_below_the_story_a_line_has_to_say_what_day_it_is() -> None:
    assert shown(below=("Posted September 17, 2023",)) == (DAY, None)
    assert shown(below=("By Jane Doe, September 17, 2023",)) == (DAY, None)
    assert shown(below=("September 17, 2023",)) == (None, None)
    assert shown(below=("Published", "September 17, 2023")) == (DAY, None)
    assert shown(below=("Written by Jane Doe", "September 17, 2023")) == (DAY, None)
    assert shown(below=(box("div.meta", "Jane Doe, September 17, 2023 in Harbours"),)) == (DAY, None)
    assert shown(below=(box("footer.entry", "Jane Doe, September 17, 2023"),)) == (DAY, None)
    assert shown(below=(box("div.card", box("p.date", "September 17, 2023")),)) == (None, None)
    assert shown(below=(box("div.pagination", box("p.date", "September 17, 2023")),)) == (None, None)
    assert shown("September 18, 2023", below=("Posted September 17, 2023",)) == (date(2023, 9, 18), None)


def test_the_dates_of_comments_are_not_the_storys() -> None:
    assert shown(box("div.comment", "By A Reader on September 17, 2023")) == (None, None)
    assert shown(box("div.date.comments", "September 17, 2023", "4 comments")) == (DAY, None)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [("Posted 2h ago", DAY, None), ("Updated today", None, DAY), ("Published", DAY, None)],
)
def test_a_time_element_whose_words_are_no_date(line: str, published: date | None, modified: date | None) -> None:
    assert shown(line, times=(Time("2023-09-17", 1),)) == (published, modified)
