"""Why a reader does not see an element, and what looks like it and is seen."""

from __future__ import annotations

import pytest

from cleaner.parse.visibility import why_hidden


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "display: none"),
        ("color: red; DISPLAY : None !important", "display: none"),
        ("visibility: hidden", "visibility: hidden"),
        ("visibility:collapse", "visibility: hidden"),
        ("opacity:0", "opacity: 0"),
        ("opacity: 0.0;", "opacity: 0"),
        ("position:absolute; left: -9999px", "placed off the screen"),
        ("text-indent:-10000em", "placed off the screen"),
        ("font-size:0", "font size 0"),
        ("font-size: 0px; x: y", "font size 0"),
        ("clip: rect(0 0 0 0)", "clipped to nothing"),
        ("clip:rect(1px, 1px, 1px, 1px)", "clipped to nothing"),
        ("height:0; overflow:hidden", "a box of size 0"),
        ("overflow: hidden; max-height: 0px", "a box of size 0"),
        ("color: #fff; background-color: #FFF", "text in the colour of its background"),
        ("background:white;color:white", "text in the colour of its background"),
    ],
)
def test_a_style_that_hides(style: str, reason: str) -> None:
    assert why_hidden("div", {"style": style}) == reason


@pytest.mark.parametrize(
    "style",
    [
        "",
        "display: block",
        "list-style: none; border: none",
        "visibility: visible",
        "opacity: 0.5",
        "opacity: 0.05",
        "fill-opacity: 0",
        "left: -20px",
        "margin-left: -999px",
        "left: -1.5em",
        "font-size: 0.9em",
        "font-size: 10px",
        "clip: rect(0 20px 20px 0)",
        "height: 0",
        "overflow: hidden; height: 100px",
        "overflow: hidden; line-height: 0; min-height: 0",
        "color: white; background-color: black",
        "background-color: white",
        "background: url(none.png)",
    ],
)
def test_a_style_that_does_not(style: str) -> None:
    assert why_hidden("div", {"style": style}) is None


@pytest.mark.parametrize(
    ("tag", "attributes", "reason"),
    [
        ("div", {"hidden": ""}, "hidden attribute"),
        ("span", {"hidden": "hidden"}, "hidden attribute"),
        ("div", {"hidden": "until-found"}, None),
        ("dialog", {}, "closed dialog"),
        ("dialog", {"open": ""}, None),
        ("details", {}, None),
        ("div", {"aria-hidden": "true"}, None),
        ("div", {"class": "hidden"}, None),
        ("body", {"style": "opacity: 0"}, None),
        ("html", {"hidden": ""}, None),
    ],
)
def test_attributes_and_tags(tag: str, attributes: dict[str, str], reason: str | None) -> None:
    assert why_hidden(tag, attributes) == reason
