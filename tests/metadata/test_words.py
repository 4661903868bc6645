"""The words around names: each pattern takes what it is for, and leaves its look-alike."""

from __future__ import annotations

import pytest

from cleaner.metadata.words import (
    BEFORE_ROLE,
    BIOGRAPHY,
    CREDENTIAL,
    JOINT,
    LEAD,
    NOBODY,
    NOT_A_NAME,
    ROLE,
    STAFF_AT_END,
    STRONG_LEAD,
    TAIL,
    TEAM,
)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("By Jane Doe", "By "),
        ("by: Jane Doe", "by: "),
        ("Words by Jane Doe", "Words by "),
        ("This article was written by Jane Doe", "This article was written by "),
        ("Medically reviewed and written by Jane", None),
        ("Posted by: Jane", "Posted by: "),
        ("ByJane Doe", "By"),
        ("bypass", None),
        ("Von Erika", "Von "),
        ("Vondel", None),
        ("Author: Jane", "Author: "),
        ("Author Jane", None),
        ("Texte : Jeanne", "Texte : "),
        ("记者 王小明", "记者 "),
        ("记者王小明", "记者"),
        ("بقلم أحمد", "بقلم "),
        ("Автор: Анна", "Автор: "),
        ("The by-line", None),
    ],
)
def test_what_leads_to_a_name(text: str, lead: str | None) -> None:
    match = LEAD.match(text)
    assert (match[0] if match else None) == lead


def test_what_leads_to_a_name_wherever_it_stands() -> None:
    assert STRONG_LEAD.match("Posted by Jane Doe")
    assert STRONG_LEAD.match("This guide was written by Jane Doe")
    assert STRONG_LEAD.match("Autor: Jan")
    assert not STRONG_LEAD.match("By Jane Doe")
    assert not STRONG_LEAD.match("Author Jane Doe")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe | World", "Jane Doe"),
        ("Jane Doe - 5 min", "Jane Doe"),
        ("Jane Doe in London", "Jane Doe"),
        ("Jane Doe on Sunday", "Jane Doe"),
        ("Jane Doe on 17 September", "Jane Doe"),
        ("Jane Doe Updated at noon", "Jane Doe"),
        ("Jane DoePublished 3 hours ago", "Jane Doe"),
        ("Jane Doe 12 comments", "Jane Doe"),
        ("Jane Doe https://example.org/jane", "Jane Doe"),
        ("Jane Doe-Onslow", "Jane Doe-Onslow"),
        ("Jane Lastman", "Jane Lastman"),
    ],
)
def test_what_follows_a_name(text: str, name: str) -> None:
    assert TAIL.sub("", text) == name


@pytest.mark.parametrize(
    "text", ["Staff", "The staff writer", "Senior Editor", "admin", "N/A", "Redaktion", "wp admin"]
)
def test_nobody(text: str) -> None:
    assert NOBODY.fullmatch(text)


@pytest.mark.parametrize("text", ["Jane Staff", "Ed Mon", "Admina", "Teamster", "Newsom"])
def test_somebody(text: str) -> None:
    assert not NOBODY.fullmatch(text)


def test_no_name() -> None:
    for text in ("About Jane", "More from Jane", "example.org", "September 17", "17. September", "See all"):
        assert NOT_A_NAME.match(text), text
    for text in ("Aboutaleb", "Seema Doe", "Jane Doe", "Sharee Doe"):
        assert not NOT_A_NAME.match(text), text


def test_roles() -> None:
    for text in ("Senior Editor", "journalistin", "CEO", "记者", "наш корреспондент", "Department of Bees"):
        assert ROLE.search(text), text
    for text in ("Jane Headley", "Editha Doe", "Leadbetter"):
        assert not ROLE.search(text), text
    assert {"senior", "the", "deputy"} <= BEFORE_ROLE


def test_staff_behind_a_name() -> None:
    assert STAFF_AT_END.sub("", "Jane Doe, Staff Writer") == "Jane Doe"
    assert STAFF_AT_END.sub("", "Jane Staffer") == "Jane Staffer"


def test_teams() -> None:
    assert TEAM.search("The Example Team")
    assert TEAM.search("Foreign desk")
    assert not TEAM.search("Team sports")
    assert not TEAM.search("Steam")


@pytest.mark.parametrize(
    ("text", "credential"),
    [("Ph.D.", True), ("M.Sc.", True), ("RN", True), ("MBA", True), ("Jr.", True), ("III", True), ("Doe", False)],
)
def test_credentials(text: str, credential: bool) -> None:
    assert bool(CREDENTIAL.fullmatch(text)) is credential


@pytest.mark.parametrize("joint", ["and", "&", "und", "et", "y", "и", "with", "och"])
def test_joints(joint: str) -> None:
    assert JOINT.split(f"Jane {joint} John") == ["Jane", "John"]


@pytest.mark.parametrize("name", ["Sandy", "Roland Etter", "Yves", "Wolf Withers"])
def test_no_joints(name: str) -> None:
    assert JOINT.split(name) == [name]


def test_how_a_biography_goes_on() -> None:
    for rest in (" is a reporter", ", writes about bridges", " schreibt über Brücken", " has worked"):
        assert BIOGRAPHY.match(rest), rest
    for rest in (" island", " said so", "is"):
        assert not BIOGRAPHY.match(rest), rest
