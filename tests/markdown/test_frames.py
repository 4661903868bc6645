"""Lists, quotes and footnotes around blocks."""

from __future__ import annotations

from cleaner import Article, TextBlock
from cleaner.article import Container, Span

LIST, INNER = Container("list", 0), Container("list", 1)
ORDERED = Container("list", 0, "ordered")


def markdown(*blocks: tuple[str, tuple[Container, ...]]) -> list[str]:
    made = (TextBlock(index=at, kind="paragraph", text=text, within=within) for at, (text, within) in enumerate(blocks))
    return Article(blocks=tuple(made)).to_markdown().split("\n")


def plain(*texts: str, level: int = 1) -> list[str]:
    made = (TextBlock(index=at, kind="list_item", text=text, level=level) for at, text in enumerate(texts))
    return Article(blocks=tuple(made)).to_markdown().split("\n")


def item(first: int, label: str = "") -> Container:
    return Container("item", first, label)


def test_items_follow_each_other_without_empty_lines() -> None:
    assert markdown(("x", ()), ("a", (LIST, item(1))), ("b", (LIST, item(2))), ("y", ())) == [
        *("x", "", "- a", "- b", "", "y"),
    ]


def test_numbers_are_those_of_the_page() -> None:
    assert markdown(
        ("a", (ORDERED, item(0, "9"))), ("b", (ORDERED, item(1, "10"))), ("c", (ORDERED, item(1, "10")))
    ) == [
        *("9. a", "10. b", "", "    c"),
    ]
    assert markdown(("a", (ORDERED, item(0, "-1")))) == ["1. a"]
    assert markdown(("a", (ORDERED, item(0, "9999999999")))) == ["1. a"]


def test_lists_in_lists() -> None:
    assert markdown(
        ("a", (LIST, item(0))),
        ("b", (LIST, item(0), INNER, item(1))),
        ("c", (LIST, item(0), INNER, item(2))),
        ("d", (LIST, item(3))),
    ) == ["- a", "  - b", "  - c", "- d"]


def test_a_list_with_numbers_below_a_text_stands_apart() -> None:
    inner = Container("list", 1, "ordered")
    assert markdown(("a", (LIST, item(0))), ("b", (LIST, item(0), inner, item(1, "3")))) == ["- a", "", "  3. b"]


def test_lists_side_by_side_are_told_apart() -> None:
    assert markdown(("a", (LIST, item(0))), ("b", (INNER, item(1))), ("c", (Container("list", 2), item(2)))) == [
        *("- a", "", "* b", "", "- c"),
    ]
    other = Container("list", 1, "ordered")
    assert markdown(("a", (ORDERED, item(0, "1"))), ("b", (other, item(1, "1")))) == ["1. a", "", "1) b"]


def test_quotes_and_what_is_in_them() -> None:
    quote = Container("quote", 0)
    assert markdown(
        ("a", (quote,)), ("b", (quote,)), ("c", (quote, INNER, item(2))), ("d", (Container("quote", 3),))
    ) == [
        *("> a", ">", "> b", ">", "> - c", "", "> d"),
    ]


def test_an_item_that_begins_with_a_quote() -> None:
    assert markdown(("a", (LIST, item(0), Container("quote", 0))), ("b", (LIST, item(0)))) == ["- > a", "", "  b"]


def test_what_is_nested_very_deep_is_nested_less() -> None:
    deep = tuple(Container("quote", 0) for _ in range(100))
    assert markdown(("a", deep)) == ["> " * 8 + "a"]


def test_footnotes_are_indented() -> None:
    note = Container("note", 1, "fn1")
    blocks = (
        TextBlock(index=0, kind="paragraph", text="Oak1", spans=(Span(3, 4, "note", "fn1"),)),
        TextBlock(index=1, kind="paragraph", text="^ A tree.", within=(note,), spans=(Span(0, 1, "back"),)),
        TextBlock(index=2, kind="paragraph", text="Old.", within=(note,)),
    )
    assert Article(blocks=blocks).to_markdown() == "Oak[^1]\n\n[^1]: A tree.\n\n    Old."
    assert Article(blocks=blocks[1:]).to_markdown() == "^ A tree.\n\nOld."
    assert Article(blocks=blocks[:1]).to_markdown() == "Oak1"


def test_items_of_plain_text_have_their_own_signs() -> None:
    assert plain("- a", "• b", "c") == ["- a", "- b", "- c"]
    assert plain("3. a", "4) b") == ["3. a", "4. b"]
    assert plain("- a", "1. b") == ["- a", "", "1. b"]


def test_items_of_plain_text_stand_at_their_depth() -> None:
    levels = (1, 2, 2, 1, 3)
    made = (TextBlock(index=at, kind="list_item", text=f"- {at}", level=level) for at, level in enumerate(levels))
    assert Article(blocks=tuple(made)).to_markdown().split("\n") == ["- 0", "  - 1", "  - 2", "- 3", "  - 4"]
