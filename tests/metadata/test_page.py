"""The fields that a page shows: its byline and dateline together, its tags, its section and its language."""

from __future__ import annotations

from datetime import date

import pytest
from by_hand import STORY, Child, h, page

from cleaner.block import Block, Role
from cleaner.metadata.fields import Fields
from cleaner.metadata.page import describe


def shown(
    *above: Child,
    below: tuple[Child, ...] = (),
    roles: dict[Role, int] | None = None,
    declared: tuple[str, ...] = (),
    lang: str | None = None,
) -> Fields:
    """What the page shows; `roles` holds the number of the block that a filter gave to each field."""
    made = page(h(1, "Ferry runs again"), *above, *STORY, *below, lang=lang)
    given: dict[Role, tuple[Block, ...]] = {role: (made.blocks[at],) for role, at in (roles or {}).items()}
    body = [block for block in made.blocks if block.text in STORY]
    return describe(made, given, body, made.blocks[0], declared=declared)


def tags(*texts: str) -> tuple[str, ...]:
    made = page(*texts)
    return describe(made, {"tags": made.blocks}, (), None).tags


@pytest.mark.parametrize(
    ("line", "authors", "day"),
    [
        ("By Jane Doe | September 17, 2023", ("Jane Doe",), date(2023, 9, 17)),
        ("September 17, 2023 by Jane Doe", ("Jane Doe",), date(2023, 9, 17)),
        ("Published September 17, 2023 by Jane Doe and John Roe", ("Jane Doe", "John Roe"), date(2023, 9, 17)),
        ("Posted on 17 September 2023", (), date(2023, 9, 17)),
        ("Jane Doe | Senior Writer | September 17, 2023", ("Jane Doe",), date(2023, 9, 17)),
        ("Von Erika Muster, 17.09.2023", ("Erika Muster",), date(2023, 9, 17)),
        ("17 сентября 2023 · Автор: Анна Иванова", ("Анна Иванова",), date(2023, 9, 17)),
        ("2023年9月17日 记者 王小明", ("王小明",), date(2023, 9, 17)),
        ("5 min read", (), None),
        ("© 2023 Example Times, September 17, 2023", (), None),
    ],
)
def test_lines_below_the_headline(line: str, authors: tuple[str, ...], day: date | None) -> None:
    assert shown(line) == Fields(authors=authors, published=day)


def test_a_byline_below_the_story() -> None:
    found = shown(below=("Share this", "Posted by Jane Doe on September 17, 2023"))
    assert found == Fields(authors=("Jane Doe",), published=date(2023, 9, 17))


def test_where_authors_are_declared_only_the_byline_above_the_story_counts() -> None:
    assert shown(below=("Posted by Jane Doe",), declared=("John Roe",)).authors == ()
    assert shown("By Jane Doe", declared=("John Roe",)).authors == ("Jane Doe",)
    assert shown("By Jane Doe", declared=("Jane M. Doe",)).authors == ()


def test_a_name_may_stand_in_the_block_behind_the_one_that_a_filter_calls_byline() -> None:
    far = ("Line",) * 12
    assert shown(below=(*far, "Written by", "Jane Doe"), roles={"byline": 19}).authors == ("Jane Doe",)
    assert shown(below=(*far, "Contact", "Jane Doe")).authors == ()


def test_tags_without_their_label() -> None:
    assert tags("In this article:China, Diplomacy, Politics", "Tags:", "#Russia") == (
        *("China", "Diplomacy", "Politics", "Russia"),
    )
    assert tags("Topics", "storm • pier", "Storm") == ("storm", "pier")


def test_a_list_with_dates_is_one_of_stories_as_are_those_behind_it() -> None:
    assert tags("storm, pier", "Ferry runs again, September 17, 2023", "The old pier") == ("storm", "pier")


def test_a_sentence_is_no_tag() -> None:
    assert tags("storm, This is a sentence of seven words") == ("storm",)
    assert tags("The pier was closed for good: wood, nails") == ("nails",)


def test_the_section_that_a_filter_found() -> None:
    assert shown("World", roles={"section": 1}).section == "World"
    assert shown("World").section is None


def test_the_language_that_the_page_is_marked_with() -> None:
    assert shown(lang="en_GB").language == "en-GB"
    assert shown().language is None
