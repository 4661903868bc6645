"""What goes into a batch and what comes out of it: `Document` and `Result`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date
from typing import Any, Literal, get_args

from cleaner.article import Article
from cleaner.errors import CleanerError

Status = Literal["ok", "empty", "not_html", "too_large", "filter_error", "timeout", "memory", "worker_died"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Document:
    """A page to clean: its `html`, or the `text` that another tool has made of it.

    `url`, `charset` and `crawled` are what `clean` takes. `id` names the document in the results; `meta` is the
    caller's, and goes through untouched. `cut_at` is the number of bytes after which a reader stopped, where the page
    has more: what is there of it is not cleaned, whatever the Cleaner's own limit. Raises `ValueError` unless exactly
    one of `html` and `text` is given.
    """

    html: str | bytes | bytearray | None = None
    _: KW_ONLY
    text: str | None = None
    url: str | None = None
    id: str | int | None = None
    charset: str | None = None
    crawled: date | None = None
    meta: Any = None
    cut_at: int | None = None

    def __post_init__(self) -> None:
        if (self.html is None) == (self.text is None):
            given = "neither" if self.html is None else "both"
            raise ValueError(f"A Document has {given} of html and text; give exactly one of them.")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a document.

    `id` is the document's, or else its number in the input, from 0. Where `status` is "ok" or "empty" (an article
    without blocks), `article` is there and `error` is None; otherwise it is the other way round. `crawled` is the
    document's, `seconds` the time that cleaning took by the clock; None where that is not known.
    """

    id: str | int
    url: str | None
    meta: Any
    article: Article | None
    error: CleanerError | None
    status: Status
    crawled: date | None = None
    seconds: float | None = None
