"""The language of code, where the markup names it."""

from __future__ import annotations

import pytest

from cleaner.parse.listings import language_of


@pytest.mark.parametrize(
    ("names", "language"),
    [
        ("language-python", "python"),
        ("hljs language-c++", "c++"),
        ("lang-js prettyprint", "js"),
        ("prettyprint lang-C#", "c#"),
        ("highlight-source-shell", "shell"),
        ("highlight highlight-source-json", "json"),
        ("highlight-rust notranslate", "rust"),
        ("brush: php; gutter: true", "php"),
        ("sourceCode haskell", "haskell"),
        ("hljs go", "go"),
        ("language-none", None),
        ("highlight-default notranslate", None),
        ("highlight-box", None),
        ("slang-dictionary", None),
        ("", None),
    ],
)
def test_classes_that_name_it(names: str, language: str | None) -> None:
    assert language_of({"class": names}) == language


def test_attributes_that_name_it() -> None:
    assert language_of({"data-lang": "TypeScript"}) == "typescript"
    assert language_of({"data-language": "x y"}) is None
    assert language_of({"lang": "en"}) is None


def test_boxes_right_around_may_name_it() -> None:
    named = ("div", {"class": "highlight-python notranslate"})
    assert language_of({}, [named, ("div", {"class": "highlight"})]) == "python"
    assert language_of({"class": "language-go"}, [named]) == "go"
    assert language_of({}, [named, ("div", {}), ("div", {})]) is None
    assert language_of({}, [("body", {"class": "lang-en"})]) is None
