"""Footnotes: which they are, and which signs lead to them."""

from __future__ import annotations

import pytest

from cleaner.parse import parse
from cleaner.structure.notes import footnotes
from cleaner.structure.places import placed

SIGN = "<p>Oaks grow old.<sup><a href=#n1>1</a></sup></p>"


def noted(html: str) -> dict[int, tuple[int, str]]:
    """The first block and the name of the footnote in which a block stands, by the number of the block."""
    page = parse(html)
    elements = {block.index: placed(block) for block in page.blocks if block.markup}
    return {at: (note.first, note.label) for at, note in footnotes(page, page.blocks, elements).items()}


@pytest.mark.parametrize(
    "html",
    [
        SIGN + "<ol><li id=n1>Some do.</ol>",
        SIGN + "<p id=n1>Some do.",
        SIGN + "<p><a name=n1 href=#r1>1</a> Some do.",
        "<p>Oaks grow old.<a href=#n1>[1]</a><p id=n1>Some do.",
        "<p>Oaks grow old.<a href=#n1><sup>*</sup></a><a href=#n1>[a]</a><p id=n1>Some do.",
    ],
    ids="list paragraph anchor brackets star".split(),
)
def test_a_sign_leads_down_to_a_footnote(html: str) -> None:
    assert noted(html) == {1: (1, "n1")}


def test_all_blocks_of_the_element_are_in_it() -> None:
    assert noted(SIGN + "<div>x</div><div id=n1><p>a<p>b</div><p>c") == {2: (2, "n1"), 3: (2, "n1")}


@pytest.mark.parametrize(
    "html",
    [
        SIGN,
        SIGN + "<h2 id=n1>One</h2>",
        SIGN + f"<div id=n1>{'<p>a' * 11}</div>",
        "<p id=n1>Some do.</p>" + SIGN,
        "<p>See part <a href=#n1>1</a>.</p><p id=n1>Some do.",
        "<p><a href=#n1>#5</a></p><p id=n1>Some do.",
        "<p>Oaks.<sup><a href=#n1>see the notes below</a></sup></p><p id=n1>Some do.",
        "<p>Oaks.<sup><a href=#>1</a></sup></p><p id=n1>Some do.",
    ],
    ids="nowhere heading long above toc post words nothing".split(),
)
def test_other_links_into_the_page_lead_to_no_footnote(html: str) -> None:
    assert noted(html) == {}
