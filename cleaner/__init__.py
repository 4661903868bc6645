"""Turns a web page into the text its author wrote: `clean(html)` gives an `Article`.

`article.text` is the body, `article.removed` is everything else on the page, each block with the reason why.
`clean_many` does the same for any number of documents, in processes that a page can kill without harm to others.
`Cleaner` has the settings, `cleaner.filters` what a filter of one's own is written with.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from cleaner._version import __version__ as __version__
from cleaner.article import Article, Image, Removal, TextBlock
from cleaner.document import Document, Result
from cleaner.errors import (
    CleanerError,
    FilterError,
    NotHTMLError,
    PageMemoryError,
    PageTimeoutError,
    PageTooLargeError,
    WorkerDiedError,
)

if TYPE_CHECKING:
    from cleaner.batch import clean_many
    from cleaner.pipeline import Cleaner, read

__all__ = [
    "Article",
    "Cleaner",
    "CleanerError",
    "Document",
    "FilterError",
    "Image",
    "NotHTMLError",
    "PageMemoryError",
    "PageTimeoutError",
    "PageTooLargeError",
    "Removal",
    "Result",
    "TextBlock",
    "WorkerDiedError",
    "clean",
    "clean_many",
    "clean_text",
    "read",
]

_LATER = {"Cleaner": "cleaner.pipeline", "clean_many": "cleaner.batch", "read": "cleaner.pipeline"}
"""Where the names are that need filters and fields, which take as long to import as all the rest."""
_ROOMS = ("adapters", "filters", "io", "report")


def clean(
    html: str | bytes | bytearray,
    *,
    url: str | None = None,
    charset: str | None = None,
    crawled: date | None = None,
) -> Article:
    """The article on a page, cleaned by the default filters.

    `html` is a whole page or a fragment; bytes are decoded by what they are and say they are, and `charset` is what
    the HTTP header said. `url` is where the page came from: it is the caller's key, and relative addresses are read
    against it. `crawled` is the day the page was fetched: a date after it is not taken for the date of publication.

    Raises `TypeError`, `NotHTMLError`, `PageTooLargeError` or `FilterError`, and nothing else.
    """
    return _default().clean(html, url=url, charset=charset, crawled=crawled)


def clean_text(text: str, *, url: str | None = None, crawled: date | None = None) -> Article:
    """The article in text that another tool has already extracted, with blocks parted by line breaks.

    Raises what `clean` raises.
    """
    return _default().clean_text(text, url=url, crawled=crawled)


@cache
def _default() -> Cleaner:
    from cleaner.pipeline import Cleaner  # noqa: PLC0415  # see `_LATER`

    return Cleaner()


def __getattr__(name: str) -> Any:
    """A name of `_LATER`, or one of `_ROOMS`, imported when it is first asked for."""
    if name in _ROOMS:
        return import_module(f"cleaner.{name}")
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_LATER[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *_ROOMS, *(name for name in globals() if name.startswith("__"))})
