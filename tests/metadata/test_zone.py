"""The lines around the headline and below the story, and what they are made of."""

from __future__ import annotations

from datetime import date

import pytest
from by_hand import STORY, Child, Line, box, h, page

from cleaner.block import Block, Page
from cleaner.metadata.zone import around, below, is_seen, lines, stands_in, unseen

TITLE = h(1, "Ferry runs again")


def body_of(page: Page) -> tuple[Block, ...]:
    return tuple(block for block in page.blocks if block.text in STORY)


def near(*children: Child, title: str | None = TITLE.text) -> list[str]:
    """The lines around the headline, paragraphs of the story as "P" and their number."""
    made = page(*children)
    headline = next((block for block in made.blocks if block.text == title), None)
    names = {text: f"P{number}" for number, text in enumerate(STORY)}
    return [names.get(line.block.text, line.block.text) for line in around(made, body_of(made), headline)]


def one(text: str, **facts: str) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """The dates of a line, each with what stands in front of it, and its parts."""
    made = page(text, url=facts.pop("url", None), **facts)
    [line] = lines(made.blocks, made)
    return [(label, str(found.value)) for label, found in line.dates], line.parts


def test_below_the_headline_and_into_the_story_then_above_nearest_first() -> None:
    found = near("Far", "Near", TITLE, "A byline", "A date", *STORY)
    assert found == ["A byline", "A date", "P0", "P1", "P2", "P3", "P4", "Near", "Far"]


def test_only_six_lines_above_the_headline() -> None:
    above = [f"Line {number}" for number in range(10)]
    assert near(*above, TITLE, STORY[0], STORY[1]) == ["P0", "P1", *above[:3:-1]]


def test_where_the_headline_stands_far_above_the_story_both_ends_are_near() -> None:
    between = [f"Line {number}" for number in range(40)]
    assert near(TITLE, *between, STORY[0]) == [*between[:14], *between[-6:], "P0"]


def test_without_a_headline_the_story_begins_it() -> None:
    assert near("A byline", *STORY[:2], title=None) == ["P0", "P1", "A byline"]
    assert near(title=None) == []


def test_below_the_story() -> None:
    after = [f"Line {number}" for number in range(20)]
    made = page(TITLE, *STORY, *after)
    assert [line.block.text for line in below(made, body_of(made))] == after[:15]


@pytest.mark.parametrize(
    "child",
    [
        "word " * 50,
        Line("A line", hidden="hidden attribute"),
        box("nav", "A line"),
        box("div.comments", "A line"),
        box("div.related", box("div", box("div", "A line"))),
    ],
)
def test_what_is_long_unseen_or_about_another_page_is_left_out(child: Child) -> None:
    made = page(child, "Another line")
    assert [line.block.text for line in lines(made.blocks, made)] == ["Another line"]


def test_only_the_three_innermost_boxes_are_asked() -> None:
    made = page(box("div.related", box("div", box("div", box("div", "A line")))))
    assert not stands_in(made.blocks[0], frozenset(["related"]))
    assert len(lines(made.blocks, made)) == 1


def test_what_fades_in_is_seen() -> None:
    assert is_seen(Block(0, "A line"))
    assert is_seen(Block(0, "A line", hidden="opacity: 0"))
    assert not is_seen(Block(0, "A line", hidden="display: none"))


def test_a_line_is_parted_at_its_dates_bars_and_dots() -> None:
    assert one("By Jane Doe | September 17, 2023 · 5 min read") == (
        [("By Jane Doe | ", "2023-09-17")],
        ("By Jane Doe", "5 min read"),
    )
    assert one("Posted Sep 1, 2023, updated Sep 17, 2023.") == (
        [("Posted ", "2023-09-01"), (", updated ", "2023-09-17")],
        ("Posted", "updated"),
    )
    assert one("World - Jane Doe-Roe") == ([], ("World", "Jane Doe-Roe"))


def test_three_dates_at_most() -> None:
    dates, parts = one(" ".join(f"Sep {day}, 2023" for day in (1, 2, 3, 4)))
    assert [day for _, day in dates] == ["2023-09-01", "2023-09-02", "2023-09-03"]
    assert parts == ("Sep 4, 2023",)


def test_right_below_the_headline_a_box_of_another_name_is_the_pages_own() -> None:
    made = page(TITLE, box("div.breadcrumb", "Harbours, September 17, 2023"), box("div.teaser", "A line"), *STORY)
    found = around(made, body_of(made), made.blocks[0])[:2]
    assert [(line.block.text, line.may_sign) for line in found] == [
        ("Harbours, September 17, 2023", False),
        ("A line", False),
    ]


def test_a_line_about_the_story_may_go_on_with_categories() -> None:
    long = "September 17, 2023 " + ", ".join(f"Category {number}" for number in range(20))
    made = page(box("div.meta", long), box("div", long), box("div.meta.comments", long), box("div.meta", long + "."))
    assert [(line.block.index, line.may_sign) for line in lines(made.blocks, made)] == [(0, False)]


def test_between_headline_and_story_hidden_lines_are_at_hand() -> None:
    hidden = [Line(f"Line {number}", hidden="hidden attribute") for number in range(3)]
    made = page(hidden[0], TITLE, hidden[1], "A line", STORY[0], hidden[2], *STORY[1:])
    title = made.blocks[1]
    assert [line.block.text for line in unseen(made, body_of(made), title)] == ["Line 1"]
    assert unseen(made, body_of(made), None) == []


def test_a_stamp_for_machines_before_the_readers_date_is_none() -> None:
    assert one("Jane Doe 2023-09-19T13:00:39+00:00March 3rd, 2023") == ([("Jane Doe ", "2023-03-03")], ("Jane Doe",))
    assert one("2023-09-17T13:00:39+00:00")[0] == [("", "2023-09-17 13:00:39+00:00")]


def test_what_stands_behind_the_last_date() -> None:
    made = page("2023年9月17日 更新")
    assert lines(made.blocks, made)[0].tail == " 更新"


def test_other_dates_of_the_page_tell_the_day_from_the_month() -> None:
    for other, day in (("25/12/2022", date(2023, 4, 3)), ("12/25/2022", date(2023, 3, 4))):
        made = page("3/4/2023", "A line", other, lang="en-US")
        assert [found.value for _, found in lines(made.blocks, made)[0].dates] == [day]


def test_the_locale_tells_it_where_nothing_else_does() -> None:
    made = page("3/4/2023", lang="en", meta={"og:locale": ("en_GB",)})
    assert [found.value for _, found in lines(made.blocks, made)[0].dates] == [date(2023, 4, 3)]


@pytest.mark.parametrize(
    ("lang", "url", "day"),
    [
        ("en-US", None, date(2023, 3, 4)),
        ("en", "https://example.edu/a", date(2023, 3, 4)),
        ("en", "https://example.au/a", date(2023, 4, 3)),
        ("en", "https://example.org/a", None),
        ("en", "https://example.io/a", None),
        ("fr", "https://example.edu/a", date(2023, 4, 3)),
    ],
)
def test_the_pages_country_tells_the_day_from_the_month(lang: str, url: str | None, day: date | None) -> None:
    made = page("3/4/2023", lang=lang, url=url)
    [line] = lines(made.blocks, made)
    assert [found.value for _, found in line.dates] == ([day] if day else [])
