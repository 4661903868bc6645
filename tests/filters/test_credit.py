"""Whose picture it is, at the end of a text."""

from __future__ import annotations

import time

import pytest

from cleaner.filters.credit import ends_in_credit, is_credit, is_signed, without_credit

CAPTION = "Planks on the beach after the storm"


def test_a_credit_at_the_end() -> None:
    text = f"{CAPTION} - Copyright Ida Lens"
    assert ends_in_credit(text)
    assert without_credit(text) == CAPTION
    assert not is_credit(text)


def test_a_credit_alone() -> None:
    assert is_credit("Photo: Ida Lens")
    assert ends_in_credit("Photo: Ida Lens")
    assert without_credit("Photo: Ida Lens") == ""


def test_no_credit() -> None:
    assert not ends_in_credit(CAPTION)
    assert without_credit(CAPTION) == CAPTION


@pytest.mark.parametrize(
    "text",
    [
        f"{CAPTION}. (Ida Lens/Getty Images)",
        f"{CAPTION}. Ida Lens / Shutterstock",
        f"{CAPTION} (AP Photo/Ida Lens)",
        f"{CAPTION}. [Ida Lens via Reuters]",
        f"{CAPTION} (Ida Lens/Pool via AP)",
        f"{CAPTION} (Photo by Ida van Lens/dpa)",
        f"{CAPTION} (Lensia/Getty Images)",
        "Ida Lens | Bloomberg | Getty Images",
        "Ida Lens/dpa",
    ],
)
def test_captions_that_an_agency_sent(text: str) -> None:
    assert is_signed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The crossing opens on Friday, the office said. (Reuters)",
        "The crossing opens on Friday, the office said. (dpa/AFP)",
        "The crossing opens on Friday, says a poll. (Reuters/Ipsos)",
        "The crossing opens on Friday, the office said. AFP/Reuters",
        "The crossing opens on Friday. - AFP",
        "She put all of them on a website. (Flickr)",
        "The fish is rich in omega-3 fatty acids (EPA/DHA)",
        "Trains run to Scranton/PA",
        "She sold the picture to Getty Images",
        "How to pay via Bloomberg",
        "Ida Lens / Ada Quill",
        "",
    ],
)
def test_what_an_agency_wrote_or_is_named_in(text: str) -> None:
    assert not is_signed(text)


@pytest.mark.parametrize("piece", ["Avia", "A via ", "A/", "Ida Lens/", "AP/", "Getty Images/", " - ", "(", ". "])
def test_time_is_linear(piece: str) -> None:
    text = "(" + piece * 40_000 + "!"
    start = time.process_time()
    assert not is_signed(text)
    assert time.process_time() - start < 1
