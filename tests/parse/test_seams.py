"""Words in elements side by side: told apart where they are values of their own, whole where a word goes on."""

from __future__ import annotations

import time

import pytest

from cleaner.block import Block
from cleaner.parse import parse
from cleaner.parse.seams import SEAM, mended


def texts(html: str) -> list[str]:
    return [block.text for block in parse(html).blocks]


def only(html: str) -> Block:
    (block,) = parse(html).blocks
    return block


def in_span(before: str, after: str) -> str:
    return only(f"<p><span class=a>{before}</span><span class=b>{after}</span></p>").text


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("Environment", "Councils run", "Environment Councils run"),
        ("1h 56m", "Restricted", "1h 56m Restricted"),
        ("Accessories", "1385", "Accessories 1385"),
        ("Mar 9", "Ann Lee", "Mar 9 Ann Lee"),
        ("2025", "1h", "2025 1h"),
        ("UCLA", "Professor", "UCLA Professor"),
        ("élan", "Żubr", "élan Żubr"),
    ],
)
def test_values_side_by_side_are_told_apart(before: str, after: str, text: str) -> None:
    assert in_span(before, after) == text


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("O", "nce", "Once"),
        ("O", "NCE", "ONCE"),
        ("child", "ren", "children"),
        ("i", "Phone", "iPhone"),
        ("31", "g", "31g"),
        ("1", "st", "1st"),
        ("1", "2", "12"),
        ("3", "月", "3月"),
        ("東京", "大阪", "東京大阪"),
        ("don", "’t", "don’t"),
        ("", "Abc", "Abc"),
        ("abc", "", "abc"),
    ],
)
def test_a_word_in_several_elements_stays_whole(before: str, after: str, text: str) -> None:
    assert in_span(before, after) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>H<sub class=a>2</sub>O and Rust<sup class=a>1</sup></p>", "H2O and Rust1"),
        ("<p>Git<b>Hub</b></p>", "GitHub"),
        ("<p>open<a class=b href=x>Door</a></p>", "open Door"),
        ("<p><a href=x>one</a><span class=b><a href=y>two</a></span></p>", "one two"),
        ("<p>one<a class=b href=x></a><a class=b href=y>two</a></p>", "onetwo"),
        ("<pre>get<i class=k>Name</i></pre>", "getName"),
        ("<p>31<i class=a>g</i><b class=a>Protein</b></p>", "31g Protein"),
        ("a<br><i class=a></i><b class=b></b><br>b", "a|b"),
    ],
)
def test_where_words_are_told_apart(html: str, text: str) -> None:
    assert "|".join(texts(html)) == text


def test_a_space_between_values_is_neither_linked_nor_bold() -> None:
    block = only("<p><a href=x class=a>ab</a><a href=x class=a>Cd</a><b class=a>1</b></p>")
    assert (block.text, block.links, round(block.link_share * len(block.text))) == ("ab Cd 1", 2, 4)
    assert only("<p><b class=a>Nineteen letters</b><b class=a>Wide</b></p>").bold


def test_many_values_side_by_side_take_linear_time() -> None:
    begun = time.process_time()
    assert len(only("<p>" + "<i class=a>Ab</i>" * 200_000).text) == 600_000 - 1
    assert time.process_time() - begun < 5


def test_a_seam_is_a_space_or_nothing() -> None:
    assert mended(f"Fat 31{SEAM}g{SEAM}Protein 8{SEAM}g") == "Fat 31g Protein 8g"
    assert mended("no seam") == "no seam"
