"""Text without markup to blocks."""

from __future__ import annotations

from datetime import date

import pytest
from by_hand import STORY

from cleaner.plaintext import read_text

WRAPPED = """\
The ferry to the outer islands will run again from
Friday, after a winter in which the whole pier had
to be rebuilt from the ground, plank by plank, and
then the lamp at its far end.

Two storms in January had torn away the planks and
the harbour office had to close the crossing on the
same evening, a Sunday.
"""


def texts(text: str) -> list[str]:
    return [block.text for block in read_text(text).blocks]


def test_each_line_is_a_block_and_empty_lines_are_none() -> None:
    page = read_text(f"{STORY[0]}\n{STORY[1]}\n\n \n{STORY[2]}\n")
    assert [(block.index, block.text, block.kind) for block in page.blocks] == [
        (index, STORY[index], "paragraph") for index in range(3)
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind(end: str) -> None:
    assert texts(f"One{end}{end}Two") == ["One", "Two"]


def test_white_space_is_folded() -> None:
    assert texts(" One\u00a0 and\ttwo ") == ["One and two"]


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    first, second = WRAPPED.split("\n\n")
    assert texts(WRAPPED) == [" ".join(first.split()), " ".join(second.split())]


def test_lines_that_end_as_sentences_are_not_joined() -> None:
    lines = [
        "The pier is open.",
        "The ferry is late.",
        "The lamp is lit.",
        "The boat is in.",
        "The tide is low.",
        "So.",
    ]
    assert texts("\n".join(lines)) == lines


def test_a_poems_lines_are_not_joined() -> None:
    poem = ["Row the boat,", "row it home,", "leave the coat", "and the comb.", "Row the boat,", "row it home."]
    assert texts("\n".join(poem)) == poem


def test_lists_have_a_level() -> None:
    page = read_text(
        "- Oak\n  - from the north\n  o Ash\n  + Elm\n* Larch\no Joao\n+ 3 euros\n1. Saw\n2) Plane\nThat is all."
    )
    assert [(block.text, block.kind, block.level) for block in page.blocks] == [
        ("- Oak", "list_item", 1),
        ("- from the north", "list_item", 2),
        ("o Ash", "list_item", 2),
        ("+ Elm", "list_item", 2),
        ("* Larch", "list_item", 1),
        ("o Joao", "paragraph", None),
        ("+ 3 euros", "paragraph", None),
        ("1. Saw", "list_item", 1),
        ("2) Plane", "list_item", 1),
        ("That is all.", "paragraph", None),
    ]


@pytest.mark.parametrize("line", ["-40 degrees at night", "1911 was the year.", "3.5 metres of water", "2024"])
def test_a_line_that_begins_with_a_number_or_a_sign_is_not_a_list(line: str) -> None:
    assert [block.kind for block in read_text(line).blocks] == ["paragraph"]


def test_a_leading_dateline_is_a_fact_and_not_text() -> None:
    page = read_text(f"date 2024-03-02 {STORY[0]}")
    assert (page.facts.dateline, page.blocks[0].text) == ("2024-03-02", STORY[0])
    assert read_text(STORY[0]).facts.dateline is None


def test_what_the_caller_knows_is_on_the_page() -> None:
    page = read_text("One", url="https://example.org/", crawled=date(2024, 3, 2), warnings=("replaced_bytes",))
    assert (page.url, page.crawled, page.facts.warnings) == (
        "https://example.org/",
        date(2024, 3, 2),
        ("replaced_bytes",),
    )
    assert page.plain


@pytest.mark.parametrize("text", ["", " \n\t\n", "date 2024-03-02"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    assert texts(text) == []
