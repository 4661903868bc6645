"""A wrong item is a sentence that says which it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cleaner import Document
from cleaner.items import each


def of(given: Any) -> Iterator[Document]:
    return each(given, Document, "take", "Make it one.")


def test_items_of_the_type_pass_one_by_one() -> None:
    endless = iter(lambda: Document("a"), None)
    assert next(of(endless)) == Document("a")
    assert list(of([])) == []


@pytest.mark.parametrize("given", [5, None, "<p>a</p>", b"<p>", Document("a")])
def test_what_is_no_iterable_of_items_is_said_at_the_call(given: Any) -> None:
    with pytest.raises(TypeError, match=r"^take takes an iterable of Documents; .* was given\. Pass a list"):
        of(given)


def test_an_item_of_another_type_is_said_when_it_comes() -> None:
    items = of([Document("a"), "<p>b"])
    next(items)
    with pytest.raises(TypeError, match=re.escape("take takes Documents; item 1 is '<p>b'. Make it one.")):
        next(items)


def test_what_the_items_raise_is_raised() -> None:
    def broken() -> Iterator[Document]:
        raise TypeError("their own")
        yield

    with pytest.raises(TypeError, match="their own"):
        next(of(broken()))
