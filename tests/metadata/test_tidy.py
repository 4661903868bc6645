"""Strings as pages write them, to one clean line."""

from __future__ import annotations

import pytest

from cleaner.metadata.tidy import line, lines, section, split_list


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (" A\n bridge\u00a0 closed ", "A bridge closed"),
        ("Cats &amp; dogs &#8211; a story", "Cats & dogs – a story"),
        ("A &lt;b&gt;bold&lt;/b&gt; claim", "A bold claim"),
        ("An <em class='x'>open</em> bridge", "An open bridge"),
        ("if a < b and c > d", "if a < b and c > d"),
        ("<b> as a tag", "<b> as a tag"),
        ("A\x00 bri\u200bdge\ufeff", "A bridge"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200cfree\u200d", "free"),
        ("", None),
        (" \n", None),
        ("\u200b\u200c", None),
        ("<b></b>", None),
        (None, None),
        (17, None),
        (["a"], None),
    ],
)
def test_one_line(value: object, expected: str | None) -> None:
    assert line(value) == expected


def test_a_line_ends_at_its_limit_and_not_in_a_space() -> None:
    assert line("a bridge", 4) == "a br"
    assert line("a bridge", 2) == "a"
    assert line("x" * 600) == "x" * 500


def test_each_once_whatever_its_case() -> None:
    assert lines(["Storm", " storm ", "", None, "bridge", "STORM"]) == ("Storm", "bridge")
    assert lines(["bridge one", "bridge two"], limit=6) == ("bridge",)


def test_at_most_a_hundred() -> None:
    assert lines(f"tag {number}" for number in range(300)) == tuple(f"tag {number}" for number in range(100))


@pytest.mark.parametrize(
    ("value", "members"),
    [
        ("a, b", ["a", " b"]),
        ("a; b, c", ["a", " b, c"]),
        ("a|b", ["a", "b"]),
        ("a|b;c；d", ["a", "b", "c", "d"]),
        ("甲，乙、丙", ["甲", "乙", "丙"]),
        ("أ، ب", ["أ", " ب"]),
        ("a", ["a"]),
        ("M&amp;A, Q&amp;A", ["M&A", " Q&A"]),
        ("", [""]),
    ],
)
def test_a_list_in_one_string(value: str, members: list[str]) -> None:
    assert split_list(value) == members


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("World", "World"),
        (" Arts &amp; Books ", "Arts & Books"),
        ("Food, Drink", "Food, Drink"),
        ("How To, Tools, Reviews", "How To"),
        ("Uncategorized", None),
        ("https://example.org/story", None),
        ("A whole sentence that somebody has put into the field for sections, and that says what the story says", None),
        ("", None),
        (["World"], None),
        (None, None),
    ],
)
def test_a_section_is_the_name_of_one(value: object, name: str | None) -> None:
    assert section(value) == name
