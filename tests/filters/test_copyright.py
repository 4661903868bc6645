"""Who has the rights, and lines about standards, go; stories about copyright stay."""

from __future__ import annotations

from by_hand import STORY, h, page, verdicts

from cleaner.block import Drop
from cleaner.filters.copyright import copyright


def test_a_copyright_line_goes() -> None:
    made = page(*STORY, "Copyright 2024 Example Times", "Pier Street 3 (c) 2024")
    assert verdicts(copyright, made) == [Drop(6, "a copyright line"), Drop(7, "a copyright line")]


def test_a_legal_notice_goes() -> None:
    made = page(*STORY, "All rights reserved.", "Alle Rechte vorbehalten", lang="de")
    assert verdicts(copyright, made) == [
        Drop(6, "says 'all rights reserved'"),
        Drop(7, "says 'alle rechte vorbehalten'"),
    ]


def test_lines_about_standards_and_corrections_go() -> None:
    made = page(*STORY, "Our Standards: how we work", "Correction: the ferry leaves at six.")
    assert verdicts(copyright, made) == [Drop(6, "says 'our standards:'"), Drop(7, "says 'correction:'")]


def test_a_story_about_copyright_is_left_alone() -> None:
    told = (
        "Copyright was never claimed for the song, though everybody on the islands knew well enough who had written it."
    )
    assert verdicts(copyright, page(*STORY[:3], told, *STORY[3:])) == []


def test_headings_are_left_alone() -> None:
    assert verdicts(copyright, page(*STORY[:3], h(2, "Copyright 1911: a quarrel"), *STORY[3:])) == []


def test_how_long_a_line_may_be() -> None:
    made = page(*STORY, "Copyright 2024 Example Times. All rights reserved.")
    assert [verdict.index for verdict in verdicts(copyright, made)] == [6]
    assert verdicts(copyright, made, longest=20) == []
