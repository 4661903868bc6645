"""Markup that libxml2 takes otherwise than browsers do."""

from __future__ import annotations

import pytest

from cleaner.parse.prepare import lasting, unframed


@pytest.mark.parametrize(
    ("page", "after"),
    [
        (b"<noframes><p>a</p></noframes>", b"<no-frames><p>a</p></no-frames>"),
        (b"<NOFRAMES class=x>a", b"<no-frames class=x>a"),
        (b"<noFrames/>a</noFRAMES >", b"<no-frames/>a</no-frames >"),
        (b"<p>noframes</p>", b"<p>noframes</p>"),
    ],
)
def test_what_stands_in_noframes_is_markup(page: bytes, after: bytes) -> None:
    assert unframed(page) == after


@pytest.mark.parametrize(
    ("page", "after"),
    [
        (b"<B hidden>a<p class=b>c</p></b>d<i>e</i>", b"<span hidden>a<p class=b>c</p></span>d<i>e</i>"),
        (b"<a hidden><b>x</b><table>y</table></a><a>z</a>", b"<span hidden><b>x</b><table>y</table></span><a>z</a>"),
        (b"<u hidden>a<u>b</u><p>c</u>d", b"<span hidden>a<u>b</u><p>c</span>d"),
        (b"<font style='display:none'>a<center>b", b"<span style='display:none'>a<center>b"),
        (
            b"<a style=color:red><p>a</a><b style='display&#58;none'>b<p>c</b>",
            b"<a style=color:red><p>a</a><span style='display&#58;none'>b<p>c</span>",
        ),
    ],
)
def test_a_hidden_formatting_element_becomes_what_no_paragraph_ends(page: bytes, after: bytes) -> None:
    assert lasting(page) == after


@pytest.mark.parametrize(
    "page",
    [
        b"<b hidden>a</b><p>b",
        b"<b>a<p>b</b>",
        b"<p>a</p><b hidden>b</b>",
        b"",
        b"<b hidden>",
        b"<a style='color: red'>a<p>b</a>",
        b"<a class=is-hidden data-style='display:nothing'>a<p>b</a>",
        b"<a class='card hidden' href=/x><p>a</a>",
        b'<a title="The hidden cost"><p>a</a>',
    ],
)
def test_any_other_page_stays_as_it_is(page: bytes) -> None:
    assert lasting(page) is page
