"""The words of class and id names, and what they tell of being seen."""

from __future__ import annotations

import pytest

from cleaner.parse import parse
from cleaner.parse.naming import NameCache


@pytest.mark.parametrize(
    ("naming", "words"),
    [
        ("entry-content", "entry content"),
        ("relatedPosts", "related posts"),
        ("Related_Posts__item", "related posts item"),
        ("md:sr-x", "md sr x"),
        ("NAV", "nav"),
        ("a  b\na", "a b"),
        ("Überschrift-größe", "überschrift größe"),
        (
            "post-4 type-post status-publish hentry category-tag-tips tag-cookies x",
            "post 4 type status publish hentry x",
        ),
        ("post category-cookies tag-news", "post category cookies tag news"),
    ],
)
def test_words(naming: str, words: str) -> None:
    assert NameCache()[naming][0] == set(words.split())


@pytest.mark.parametrize(
    "naming",
    [
        *("sr-only", "x visually-hidden y", "visuallyhidden", "screen-reader-text", "screenreader", "a11y-hidden"),
        *("element-invisible", "assistive-text", "screen-readers-only", "visuallyHidden", "hiddenVisually"),
        *("u-srOnly", "is-visually-hidden", "wt-cli-sr-only", "v-visible-sr", "show-for-sr", "styles_srOnly__6uNp"),
    ],
)
def test_names_that_hide(naming: str) -> None:
    assert NameCache()[naming][1] == "for screen readers only"


@pytest.mark.parametrize(
    "naming",
    [
        *("sr-only-focusable", "visually-hidden-focusable", "not-sr-only", "hidden", "reader", "for-screen-reader-x"),
        *("readers-letters", "screen", "invisible-cities", "focus:not-sr-only", "u-sr-only-focusable"),
        *("field--label-visually_hidden", "has-visually-hidden", "sr-onlyx"),
    ],
)
def test_names_that_do_not(naming: str) -> None:
    assert NameCache()[naming][1] is None


def test_dialogs() -> None:
    assert NameCache()["login-Modal"][2]
    assert not NameCache()["modality"][2]


def test_which_attributes_name_a_box() -> None:
    html = '<div class="a" id="post-17" itemprop="articleBody" data-testid="story" data-x="no" aria-label="More news">'
    assert parse(html + "x").blocks[0].box.words == {"a", "post", "article", "body", "story", "more", "news"}
    assert parse('<div role="navigation">x</div>').blocks[0].box.role == "navigation"
