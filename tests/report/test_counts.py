"""What filters took, in numbers."""

from __future__ import annotations

from cleaner import Article, Removal, TextBlock
from cleaner.filters import DEFAULT
from cleaner.report.counts import Bar, Removed, bars, numbers, share_removed

LEDGER = (
    Removal(index=0, filter="navigation", reason="in a nav", text="Home", kind="other"),
    Removal(index=2, filter="navigation", reason="in a nav", text="News", kind="other"),
    Removal(index=3, filter="teasers", reason="a card", text="More of it", kind="other"),
)
WORDS = {"navigation": 2, "teasers": 3}


def removed(*articles: Article) -> Removed:
    found = Removed()
    for article in articles:
        found.add(article)
    return found


def test_a_filter_has_the_same_number_in_every_report() -> None:
    known = [name for name, _ in DEFAULT]
    assert list(numbers(()).values()) == list(range(len(known)))
    found = numbers(("my_own", "teasers", "another"))
    assert found["teasers"] == known.index("teasers")
    assert (found["another"], found["my_own"]) == (len(known), len(known) + 1)


def test_blocks_and_characters_by_filter() -> None:
    found = removed(Article(removed=LEDGER, removed_words=WORDS))
    assert found.blocks == {"navigation": 2, "teasers": 1}
    assert found.measure == ("characters", {"navigation": 8, "teasers": 10})
    assert found.names == ["navigation", "teasers"]


def test_words_where_the_ledger_was_not_kept() -> None:
    counted = Article(removed_words={"copyright": 4})
    assert removed(counted).measure == ("words", {"copyright": 4})
    assert removed(counted, Article(removed=LEDGER, removed_words=WORDS)).measure[0] == "words"


def test_the_longest_bar_comes_first_and_fills_the_width() -> None:
    counts = {"teasers": 5, "tags": 0, "navigation": -10}
    number = {"teasers": 1, "tags": 2, "navigation": 3}
    assert bars(counts, number) == [Bar("navigation", 3, -10, 1.0), Bar("teasers", 1, 5, 0.5)]
    assert bars({}, {}) == []


def test_the_share_that_was_removed() -> None:
    kept = (TextBlock(index=1, kind="paragraph", text="one two three four five"),)
    assert share_removed(Article(blocks=kept, removed_words=WORDS)) == 0.5
    assert share_removed(Article(removed_words=WORDS)) == 1.0
    assert share_removed(Article()) == 0.0
