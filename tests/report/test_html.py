"""Templates to one file."""

from __future__ import annotations

import sys

import pytest

from cleaner import Article
from cleaner.report import html as module
from cleaner.report import render
from report.looked_at import check_harmless, parsed


def test_a_file_holds_all_it_needs() -> None:
    content = render(Article(title="The last keeper"))
    check_harmless(content)
    assert content.startswith("<!doctype html>")
    assert ("meta", {"charset": "utf-8"}) in parsed(content).elements


def test_it_is_dark_where_the_reader_wants_it() -> None:
    assert "@media (prefers-color-scheme: dark)" in render(Article())


def test_a_missing_extra_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    module._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ImportError, match=r"A report needs jinja2, .* `pip install 'article-cleaner\[report\]'`\."):
        render(Article())


def test_a_file_is_the_same_each_time() -> None:
    assert render(Article(title="The last keeper")) == render(Article(title="The last keeper"))
