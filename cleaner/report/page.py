"""The report of one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cleaner.article import Article
from cleaner.errors import shown
from cleaner.report.blocks import Run, runs
from cleaner.report.counts import Removed, numbers, share_removed
from cleaner.report.html import html
from cleaner.wording import word_count

_FIELDS = (
    *("title", "description", "authors", "published", "modified", "site", "section", "tags", "language"),
    *("url", "canonical_url", "license", "paywalled"),
)


@dataclass(frozen=True, slots=True)
class View:
    """An article as the template shows it; `number` says which colour a filter has."""

    article: Article
    name: str
    runs: tuple[Run, ...]
    removed: Removed
    fields: tuple[tuple[str, str, str], ...]
    """Name, value and source of those that have a value."""
    share: float
    words: int
    missing: int
    """How many blocks are not shown."""
    number: Mapping[str, int]


def render(article: Article) -> str:
    """The page as HTML: every block in its place, with the filter that took it and why, and all that is known of it.

    The file holds all it needs, and nothing of the page runs in it. Blocks and reasons need an article with its ledger
    (`ledger="full"`). Raises TypeError for what is no Article, ImportError without the extra [report].
    """
    if not isinstance(article, Article):
        raise TypeError(f"render takes an Article; {shown(article)} was given. Give it what clean returns.")
    number = numbers(article.removed_words)
    return html("page.html", filters=len(number), title=name_of(article), view=view(article, number))


def view(article: Article, number: Mapping[str, int], id: str = "") -> View:
    """`number` has all filters of the file; `id` is what the page is called where the article does not say."""
    removed = Removed()
    removed.add(article)
    shown = runs(article)
    blocks = sum(len(run.blocks) for run in shown)
    return View(
        article=article,
        name=name_of(article, id),
        runs=shown,
        removed=removed,
        fields=tuple(_fields(article)),
        share=share_removed(article),
        words=sum(word_count(block.text) for block in article.blocks),
        missing=len(article.blocks) + len(article.removed) - blocks,
        number=number,
    )


def name_of(article: Article, id: str = "") -> str:
    """What a person knows the page by."""
    return article.title or article.url or article.canonical_url or id or "A page without a title"


def _fields(article: Article) -> list[tuple[str, str, str]]:
    values = ((name, _said(getattr(article, name))) for name in _FIELDS)
    return [(name, value, article.sources.get(name, "")) for name, value in values if value]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " · ".join(value) if isinstance(value, tuple) else str(value or "")
