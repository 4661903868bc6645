"""Which line is the headline, where no markup says so."""

from __future__ import annotations

import pytest
from by_hand import STORY, Line, plain

from cleaner.block import Page
from cleaner.filters.plain_headline import is_end, kicker, plain_headline

TITLE = "Ferry to the islands runs again"
MENU = ("Home", "Tickets for the islands", "Winter sports", "Recipes and gardens", "Our own radio station")
SAID = "a line above the story whose words come back in it"
NAMED = "a line with the words of the page's address"
TITLED = "a line that the page's title has at its end"
SIGNED = "the line above the byline"


def found(page: Page) -> tuple[str, str] | None:
    headline = plain_headline(page)
    return headline and (headline[0].text, headline[1])


def test_a_line_whose_words_come_back_in_the_story() -> None:
    assert found(plain("Sport", TITLE, *STORY)) == (TITLE, SAID)


def test_a_line_that_says_the_address() -> None:
    url = "https://example.org/2024/pier-rebuilt-by-hand.html"
    assert found(plain(*MENU, "Pier rebuilt, by hand", "Tickets for the islands", *STORY, url=url)) == (
        "Pier rebuilt, by hand",
        NAMED,
    )


def test_a_line_that_stands_in_the_pages_title() -> None:
    made = plain("Planks for the pier | The Islander", *MENU, "Planks for the pier", "Tickets for the islands", *STORY)
    assert found(made) == ("Planks for the pier", TITLED)


def test_the_line_above_the_byline() -> None:
    assert found(plain(*MENU, "Mayor opens a bridge", "By Ada Quill", *STORY)) == ("Mayor opens a bridge", SIGNED)
    assert found(plain(*MENU, "Mayor opens a bridge", "12 May 2024", *STORY)) == ("Mayor opens a bridge", SIGNED)


def test_a_headline_that_reads_like_prose() -> None:
    title = "Ferry to the outer islands: after a winter of storms the pier is open and the boat runs again"
    assert found(plain(title, *STORY)) == (title, SAID)


def test_a_headline_in_a_script_without_spaces() -> None:
    story = (
        "外岛渡轮将于周五恢复通航，此前整个冬天码头都在重建之中，岛上居民约四百人，大多以捕鱼为生，冬天只有邮船往来。"
    )
    assert found(plain("首页新闻体育", "外岛渡轮恢复通航", story, story)) == ("外岛渡轮恢复通航", SAID)


@pytest.mark.parametrize(
    "line",
    [
        "Ferry to the islands runs again.",
        "By the ferry to the islands",
        "12 May 2024",
        Line(TITLE, "list_item"),
        "Recipes, gardens, letters",
        f"{TITLE} " * 7,
        f"{TITLE} - Copyright Ida Lens",
        f"{TITLE} (Ida Lens/Reuters)",
    ],
)
def test_other_lines_are_none(line: str | Line) -> None:
    assert found(plain("Home", line, *STORY)) is None


def test_a_caption_that_stands_twice_is_none() -> None:
    caption = "The ferry to the outer islands at the pier in winter"
    made = plain(TITLE, "Home", caption, f"{caption} - Copyright Ida Lens", *STORY)
    assert found(made) == (TITLE, SAID)


def test_text_without_a_headline_has_none() -> None:
    assert found(plain(*STORY)) is None
    assert found(plain("Home", "Tickets")) is None
    assert found(plain()) is None


def test_a_subhead_is_none() -> None:
    assert found(plain(*STORY[:2], "The winter without the ferry", *STORY[2:])) is None
    assert found(plain(STORY[0], "The winter without the ferry", *STORY[1:])) is None


@pytest.mark.parametrize("url", [None, "", "https://[", "https://example.org/islands/42"])
def test_an_address_that_says_nothing_does_no_harm(url: str | None) -> None:
    assert found(plain(TITLE, *STORY, url=url)) == (TITLE, SAID)


def test_a_title_begins_or_ends_with_the_headline() -> None:
    title = ["ferry", "runs", "again", "the", "islander"]
    assert is_end(["ferry", "runs", "again"], title)
    assert is_end(["again", "the", "islander"], title)
    assert not is_end(["runs", "again", "the"], title)
    assert not is_end(["the", "islander"], title)


def test_the_nearer_of_two_lines_that_say_as_much() -> None:
    assert found(plain("Islands runs ferry again", "Home", TITLE, *STORY)) == (TITLE, SAID)


def test_no_line_is_sought_farther_away_than_forty() -> None:
    url = "https://example.org/ferry-to-the-islands-runs-again"
    assert found(plain(TITLE, *["Home"] * 39, *STORY, url=url)) == (TITLE, NAMED)
    assert found(plain(TITLE, *["Home"] * 40, *STORY, url=url)) is None


def test_the_story_is_the_run_with_the_most_prose() -> None:
    made = plain(STORY[5], "Home", "Tickets", "Sport", "Weather", TITLE, *STORY)
    assert found(made) == (TITLE, SAID)


def test_a_part_of_an_address_with_few_words_or_digits_alone_says_nothing() -> None:
    url = "https://example.org/world-news/2024-05-12"
    assert found(plain("World news", TITLE, *STORY, url=url)) == (TITLE, SAID)


def test_a_headline_is_in_the_last_of_several_parts_of_the_address() -> None:
    url = "https://example.org/our-new-islands/planks-for-piers.htm"
    made = plain("Our new islands", "Planks for piers", "Tickets", *STORY, url=url)
    assert found(made) == ("Planks for piers", NAMED)


@pytest.mark.parametrize(
    "first",
    [
        "द्वीपों के लिए नई नौका शुक्रवार से फिर चलेगी और द्वीप के सब लोग बहुत प्रसन्न हैं क्योंकि अब नौका तैयार है।",
        "The ferry to the outer islands will run again from Friday, and who would not be glad of that in winter?",
        "“The ferry to the outer islands will run again from Friday, after a winter in which nobody came to us.”",
        "«Паром на дальние острова снова пойдёт в пятницу после зимы, за которую пришлось перестроить весь причал.»",
    ],
)
def test_a_story_that_begins_with_a_sentence_has_no_headline(first: str) -> None:
    assert found(plain(first, *STORY)) is None


def kicker_of(*lines: str, url: str | None = None) -> str | None:
    page = plain(*lines, TITLE, *STORY, url=url)
    section = kicker(page, page.blocks[len(lines)])
    return section and section.text


def test_the_sections_name_above_the_headline() -> None:
    assert kicker_of("Islands") == "Islands"
    assert kicker_of("What is new on the islands?", "Islands") == "Islands"
    assert kicker_of("Sport", "Islands", url="https://example.org/islands/ferry-runs") == "Islands"


def test_what_is_no_sections_name() -> None:
    assert kicker_of() is None
    assert kicker_of("Home") is None
    assert kicker_of("Sport", "Islands") is None
    assert kicker_of("Islands", url="https://example.org/sport/ferry-runs") is None
    assert kicker_of("3 islands") is None
    assert kicker_of("Everything about the islands") is None
    assert kicker_of("example.org") is None
    assert kicker_of("離島の暮らしに再び灯りがともる") is None
