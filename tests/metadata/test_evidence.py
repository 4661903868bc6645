"""Names without a "by": what else on the page bears them out."""

from __future__ import annotations

import pytest
from by_hand import STORY, Child, Line, box, h, img, page

from cleaner.block import Block, Page
from cleaner.metadata import zone
from cleaner.metadata.evidence import beside_date, borne_out, described

JANE = ("Jane Doe",)


def under(*above: Child, below: tuple[Child, ...] = ()) -> tuple[Page, list[zone.Line], list[Block]]:
    """A page, the lines between its headline and its story, and its story."""
    made = page(h(1, "Ferry runs again"), *above, *STORY, *below)
    body = [block for block in made.blocks if block.text in STORY]
    return made, zone.lines(made.blocks[1 : body[0].index], made), body


def bare(*above: Child, below: tuple[Child, ...] = ()) -> tuple[str, ...]:
    made, lines, _ = under(*above, below=below)
    return borne_out(made, lines)


def test_a_bare_name_needs_to_be_borne_out() -> None:
    assert bare("Jane Doe") == ()
    assert bare("Jane Doe | Senior Writer") == JANE
    assert bare("Jane Doe, Professor of History") == JANE
    assert bare("Jane Doe, Example University") == JANE
    assert bare("Jane Doe, MD, and John Roe, PhD") == ("Jane Doe, MD", "John Roe, PhD")


def test_a_biography_bears_a_name_out() -> None:
    assert bare("Jane Doe", below=("Jane Doe is a reporter who has covered bridges for many years.",)) == JANE
    assert bare("Jane Doe", below=("Jane Doe island is a rock in the north, where nobody lives.",)) == ()


def test_a_single_name_needs_a_date_beside_it_and_a_biography() -> None:
    bio = ("Jane is a reporter who has covered bridges for many years.",)
    assert bare("Jane", "September 17, 2023", below=bio) == ("Jane",)
    assert bare("Jane", below=bio) == ()
    assert bare("Jane", "September 17, 2023") == ()


def test_a_portrait_bears_a_name_out() -> None:
    assert bare(img(alt="Photo of Jane Doe", **{"class": "author-photo"}), "Jane Doe") == JANE
    assert bare(img(alt="Photo of Jane Doe", **{"class": "wide"}), "Jane Doe") == ()
    assert bare(img(alt="Photo of John Roe", **{"class": "avatar"}), "Jane Doe") == ()


def test_a_caption_or_a_sentence_about_somebody_is_no_byline() -> None:
    assert bare(Line("Jane Doe, Professor of History", "caption")) == ()
    sentence = "Jane Doe, professor of history at a college in the north, had warned of it as early as in the spring."
    assert bare(sentence) == ()


def dated(*above: Child) -> tuple[str, ...]:
    made, lines, _ = under(*above)
    return beside_date(made, lines)


def test_a_bare_name_beside_a_date() -> None:
    assert dated("Jane Doe", "September 17, 2023") == JANE
    assert dated("Jane Doe", "02-12-2025") == JANE
    assert dated("Jane Doe | September 17, 2023") == JANE
    assert dated("Jane Doe") == ()


@pytest.mark.parametrize("topic", ["Mail Boat", "Fishing", "How it works"])
def test_a_topic_beside_a_date_is_nobody(topic: str) -> None:
    assert dated(topic, "September 17, 2023") == ()


def described_by(*below: Child) -> tuple[str, ...]:
    made, _, body = under(below=below)
    return described(made, body)


@pytest.mark.parametrize(
    "biography",
    [
        ("Jane Doe is a freelance writer who lives in the north.",),
        ("Jane Doe, has been a reporter for twenty years.",),
        ("Share", "Jane Doe", "Jane is an editor of the paper."),
        (h(3, "Jane Doe"), "Jane Doe has been our correspondent since the pier was built."),
    ],
)
def test_a_biography_behind_the_story(biography: tuple[Child, ...]) -> None:
    assert described_by(*biography) == JANE


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe is a rock in the north, where nobody lives.",
        "The Ferry is the work of an engineer.",
        "Jane Doe wrote to us.",
        "Jane is a freelance writer.",
    ],
)
def test_other_lines_behind_the_story(line: str) -> None:
    assert described_by(line) == ()


def test_a_biography_far_from_the_story_is_of_somebody_else() -> None:
    assert described_by(*["Line"] * 15, "Jane Doe is a freelance writer who lives in the north.") == ()


def test_nothing() -> None:
    assert described(Page(()), ()) == ()
    assert described_by(box("div", "Share")) == ()
