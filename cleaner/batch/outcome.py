"""What cleaning one page came to, and how it travels from the worker to the caller."""

from __future__ import annotations

import json
import pickle
import time
import traceback
from datetime import date
from operator import methodcaller
from typing import NamedTuple

from cleaner.article import Article
from cleaner.batch.memory import is_want_of_memory, limited
from cleaner.document import Status
from cleaner.errors import (
    CleanerError,
    FilterError,
    NotHTMLError,
    PageMemoryError,
    PageTooLargeError,
    WorkerDiedError,
    shown,
)
from cleaner.pipeline import Cleaner

_STATUS: dict[type[CleanerError], Status] = {
    NotHTMLError: "not_html",
    PageTooLargeError: "too_large",
    FilterError: "filter_error",
}
_LEFT_OUT = {"text", "url"}


class Page(NamedTuple):
    """Of a `Document`, what cleaning needs."""

    html: str | bytes | bytearray | None
    text: str | None
    url: str | None
    charset: str | None
    crawled: date | None
    cut_at: int | None = None


class Outcome(NamedTuple):
    """The status of a page, its article or its error, and the seconds that it took, where they are known."""

    status: Status
    found: Article | CleanerError
    seconds: float | None = None


class Packed(NamedTuple):
    """An outcome as it travels: an article as JSON, an error as a pickle."""

    status: Status
    content: bytes
    seconds: float | None


def outcome_of(cleaner: Cleaner, page: Page, max_memory: int | None = None) -> Outcome:
    """Cleans a page. Raises nothing but KeyboardInterrupt, which may be the page's or the user's: the caller knows."""
    start = time.perf_counter()
    try:
        with limited(max_memory):
            article = article_of(cleaner, page)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # also the SystemExit of a filter
        return failure(error, max_memory)._replace(seconds=time.perf_counter() - start)
    return Outcome("ok" if article.blocks else "empty", article, time.perf_counter() - start)


def article_of(cleaner: Cleaner, page: Page) -> Article:
    """Cleans a page, and raises what `Cleaner.clean` does; PageTooLargeError also for a page that its reader cut."""
    if page.cut_at is not None:
        raise PageTooLargeError(None, page.cut_at)
    if page.html is not None:
        return cleaner.clean(page.html, url=page.url, charset=page.charset, crawled=page.crawled)
    return cleaner.clean_text(page.text or "", url=page.url, crawled=page.crawled)


def failure(error: BaseException, max_memory: int | None = None) -> Outcome:
    """What an exception makes of a page."""
    if is_want_of_memory(error, limited=max_memory is not None):
        return Outcome("memory", PageMemoryError(max_memory))
    if isinstance(error, CleanerError) and type(error) in _STATUS:
        return Outcome(_STATUS[type(error)], error)
    return Outcome("worker_died", WorkerDiedError(f"ended its cleaning with {shown(error)}"))


def packed(outcome: Outcome) -> Packed:
    """Without the article's url, which the caller has, and without its text, which its blocks make up again."""
    if isinstance(outcome.found, Article):
        return Packed(outcome.status, _article_packed(outcome.found), outcome.seconds)
    if cause := outcome.found.__cause__:  # may be of a kind that does not pickle: its traceback goes instead
        outcome.found.add_note("".join(["In the worker:\n", *traceback.format_exception(cause)]).rstrip())
    return Packed(outcome.status, pickle.dumps(outcome.found), outcome.seconds)


def unpacked(packed: Packed, url: str | None) -> Outcome:
    """The outcome of the page that has this url."""
    if packed.status not in ("ok", "empty"):
        return Outcome(packed.status, pickle.loads(packed.content), packed.seconds)
    article = _article_unpacked(packed.content)
    if url is not None:
        article = article.model_copy(update={"url": url})
    return Outcome(packed.status, article, packed.seconds)


def _article_packed(article: Article) -> bytes:
    try:
        return article.model_dump_json(exclude=_LEFT_OUT).encode()
    except ValueError:  # a filter gave a reason with half a character in it, which only Python's own JSON takes
        return json.dumps(article.model_dump(exclude=_LEFT_OUT), default=methodcaller("isoformat")).encode()


def _article_unpacked(content: bytes) -> Article:
    try:
        return Article.model_validate_json(content)
    except ValueError:
        return Article.model_validate(json.loads(content))
