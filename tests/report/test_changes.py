"""What two pipelines make of the same page."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cleaner import Article, Cleaner, Document, Result, TextBlock
from cleaner.report import Change, compare
from cleaner.report.changes import Pairs

STORY = (
    "The ferry to Skål has been cancelled for the third day, and the islanders have begun to share their bread.",
    "The harbour master, who measured the wind himself, said on Tuesday that no boat would leave before the swell.",
)
PAGE = f"<title>No ferry</title><h1>No ferry</h1>{''.join(f'<p>{part}</p>' for part in STORY)}<p hidden>Not seen"


def body(*texts: str, **removed: int) -> Article:
    blocks = tuple(TextBlock(index=n, kind="paragraph", text=text) for n, text in enumerate(texts))
    return Article(blocks=blocks, removed_words=removed)


def change(old: Article | None, new: Article | None) -> Change:
    return Change("a", None, old, new)


def test_nothing_changed() -> None:
    same = change(body("one two"), body("one two"))
    assert (same.changed, same.size, same.moved) == (False, 0.0, {})


def test_the_size_is_what_the_words_do_not_share() -> None:
    assert change(body("one two three four"), body("one two five six")).size == 0.5
    assert change(body("one"), body("two")).size == 1.0
    assert change(body("one two"), body()).size == 1.0
    assert change(body(), None).size == 0.0


def test_words_that_moved_count_for_nothing_but_are_a_change() -> None:
    moved = change(body("one", "two"), body("two", "one"))
    assert (moved.changed, moved.size) == (True, 0.0)


def test_a_character_is_a_word_where_no_spaces_part_them() -> None:
    assert change(body("渔民们今年秋天"), body("渔民们今年")).size == pytest.approx(1 - 10 / 12)


def test_filters_that_moved() -> None:
    moved = change(body("x", teasers=10, tags=2, captions=1), body("x", teasers=14, copyright=3, captions=1))
    assert moved.moved == {"teasers": 4, "tags": -2, "copyright": 3}
    assert str(moved) == "  0.0%  a  (teasers +4, copyright +3, tags -2)"


def test_a_page_that_failed_says_nothing_of_filters() -> None:
    lost = change(body("x", teasers=10), None)
    assert (lost.changed, lost.size, lost.moved) == (True, 1.0, {})


def test_a_change_is_a_value() -> None:
    assert change(body("x"), None) == change(body("x"), None)
    assert len({change(body("x"), None), change(body("x"), None)}) == 1


def test_compare_cleans_each_document_twice() -> None:
    old = Cleaner()
    documents = [Document(PAGE, id="page", url="https://skaal.example/"), Document(text="\n\n".join(STORY))]
    first, second = compare(old, old.with_filters(hidden=None), documents)
    assert (first.id, first.url, first.changed, first.moved["hidden"]) == ("page", "https://skaal.example/", True, -2)
    assert first.old == old.clean(PAGE, url="https://skaal.example/")
    assert (second.id, second.changed) == (1, False)


def test_compare_is_lazy_and_goes_on_after_a_failure() -> None:
    changes = compare(Cleaner(), Cleaner(max_bytes=5), iter([Document(b"%PDF-1.4"), Document(PAGE)]))
    assert (next(changes).old, next(changes).new) == (None, None)


def test_compare_has_no_article_of_what_a_reader_cut() -> None:
    [found] = compare(Cleaner(), Cleaner(), [Document(PAGE, cut_at=len(PAGE) - 1)])
    assert (found.old, found.new, found.changed) == (None, None, False)


def test_compare_says_at_once_what_it_cannot_take() -> None:
    calls: list[tuple[Any, Any, Any, str]] = [
        (Cleaner(), None, [], "compare takes two Cleaners; None was given"),
        (Cleaner(), Cleaner(), Document(PAGE), "compare takes an iterable of Documents; Document("),
    ]
    for old, new, documents, said in calls:
        with pytest.raises(TypeError, match=re.escape(said)):
            compare(old, new, documents)
    with pytest.raises(TypeError, match="compare takes Documents; item 0 is '<p>a'"):
        next(compare(Cleaner(), Cleaner(), ["<p>a"]))  # type: ignore[list-item]


def results(*ids: str, text: str = "x") -> list[Result]:
    return [Result(id, None, None, body(f"{text} {number}"), None, "ok") for number, id in enumerate(ids)]


def test_pages_are_paired_by_id_whatever_their_order() -> None:
    pairs = Pairs(results("a", "b", "c", "d"), results("c", "a", "e", "b", "f"))
    assert sorted(change.id for change in pairs) == ["a", "b", "c"]
    assert (pairs.only_old, pairs.only_new) == (1, 2)


def test_pages_of_one_id_are_paired_in_their_order() -> None:
    found = list(Pairs(results("a", "a"), results("a", "a", "a")))
    assert [change.changed for change in found] == [False, False]


def test_none_is_held_where_the_order_is_the_same() -> None:
    pairs = iter(Pairs(iter(results("a", "b")), iter(results("a", "b"))))
    assert [next(pairs).id, next(pairs).id] == ["a", "b"]
