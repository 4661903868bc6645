"""What a page needs before it is parsed."""

from __future__ import annotations

import pytest

from cleaner.parse.prepare import goes_on, lasting, prepared


@pytest.mark.parametrize(
    ("page", "after"),
    [
        (b"<p>a\0b</p>", b"<p>ab</p>"),
        (b"<noframes><p>a</p></noframes>", b"<no-frames><p>a</p></no-frames>"),
        (b"<NOFRAMES class=x>a", b"<no-frames class=x>a"),
        (b"<p>noframes</p>", b"<p>noframes</p>"),
    ],
)
def test_what_is_made_of_a_page(page: bytes, after: bytes) -> None:
    assert prepared(page) == after


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (b"<b hidden>a<p>b</b>", True),
        (b"<font style='display:none'>a<center>b", True),
        (b"<b hidden>a</b><p>b", False),
        (b"<b>a<p>b</b>", False),
        (b"<p>a</p><b hidden>b</b>", False),
    ],
)
def test_a_hidden_formatting_element_that_a_paragraph_does_not_end(page: bytes, found: bool) -> None:
    assert goes_on(page) is found


def test_formatting_becomes_what_no_paragraph_ends() -> None:
    page = b"<B hidden>a<p class=b>c</p></b><i>d</i><font color=red>e</font>"
    assert lasting(page) == b"<strong hidden>a<p class=b>c</p></strong><em>d</em><span color=red>e</span>"
