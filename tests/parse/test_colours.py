"""Colours in their common spellings, and text that has its background's."""

from __future__ import annotations

import pytest

from cleaner.parse.colours import Colour, colour_of, is_unseen


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("white", Colour(255, 255, 255, 1.0)),
        ("#f00", Colour(255, 0, 0, 1.0)),
        ("#ff000000", Colour(255, 0, 0, 0.0)),
        ("rgb(1, 2, 3)", Colour(1, 2, 3, 1.0)),
        ("rgba(1 2 3 / 50%)", Colour(1, 2, 3, 0.5)),
        ("transparent", Colour(0, 0, 0, 0.0)),
        ("#12345", None),
        ("var(--ink)", None),
        ("", None),
    ],
)
def test_a_colour(value: str, colour: Colour | None) -> None:
    assert colour_of(value) == colour


@pytest.mark.parametrize(
    ("style", "unseen"),
    [
        ({"color": "#fff", "background": "white"}, True),
        ({"color": "#fefefe", "background-color": "#fff"}, True),
        ({"color": "rgba(0,0,0,0)"}, True),
        ({"color": "white", "-webkit-text-fill-color": "black", "background": "white"}, False),
        ({"color": "white", "background": "url(sky.jpg) white"}, False),
        ({"color": "white", "background": "rgba(255,255,255,0.1)"}, False),
        ({"color": "transparent", "background-clip": "text"}, False),
        ({"color": "white"}, False),
        ({"background": "white"}, False),
    ],
)
def test_text_in_the_colour_of_its_background(style: dict[str, str], unseen: bool) -> None:
    assert is_unseen(style) is unseen
