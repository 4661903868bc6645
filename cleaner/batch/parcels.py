"""Reads the documents and makes chunks of them for the workers: one page if it is large, many if they are small."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from cleaner.batch.outcome import Outcome, Packed, Page, article_of, failure, unpacked
from cleaner.document import Document, Result
from cleaner.errors import CleanerError
from cleaner.pipeline import Cleaner

PAGES = 16
BYTES = 1 << 18
"""What a chunk holds at most, unless one page alone has more bytes."""
_SECONDS = 0.5
"""How long a chunk waits for documents that come slowly."""


@dataclass(slots=True, eq=False)
class Parcel:
    """A document on its way: what the result will say of it, its page as bytes, and what cleaning came to, once known.

    A page that is refused at a glance has its outcome from the beginning, and no bytes.
    """

    id: str | int
    url: str | None
    meta: Any
    crawled: date | None
    content: bytes
    size: int
    outcome: Outcome | Packed | None = None

    def end(self, outcome: Outcome | Packed) -> None:
        """Notes what it came to, and lets go of the page."""
        self.outcome, self.content = outcome, b""

    def result(self) -> Result:
        """What the caller gets."""
        assert self.outcome is not None
        outcome = unpacked(self.outcome, self.url) if isinstance(self.outcome, Packed) else self.outcome
        article = None if isinstance(outcome.found, CleanerError) else outcome.found
        return Result(
            id=self.id,
            url=self.url,
            meta=self.meta,
            article=article,
            error=outcome.found if isinstance(outcome.found, CleanerError) else None,
            status=outcome.status,
            crawled=self.crawled,
            seconds=outcome.seconds,
        )


Chunk: TypeAlias = list[Parcel]


def parcels_of(documents: Iterable[Document], cleaner: Cleaner) -> Iterator[Parcel]:
    """A parcel for each document, one by one."""
    for number, document in enumerate(documents):
        page = page_of(document)
        parcel = labelled(document, number)
        if refused := refusal(cleaner, page):
            parcel.end(refused)
        else:
            parcel.content = pickle.dumps(_plain(page), pickle.HIGHEST_PROTOCOL)
            parcel.size = len(parcel.content)
        yield parcel


def chunks(parcels: Iterable[Parcel]) -> Iterator[Chunk]:
    """A few parcels at a time. Where `parcels` raises, what came before is given first."""
    chunk: Chunk = []
    size, start = 0, time.monotonic()
    try:
        for parcel in parcels:
            chunk.append(parcel)
            size += parcel.size
            if len(chunk) >= PAGES or size >= BYTES or time.monotonic() - start > _SECONDS:
                yield chunk
                chunk, size, start = [], 0, time.monotonic()
    except Exception:
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk


def page_of(document: Document) -> Page:
    """What is to be cleaned."""
    return Page(document.html, document.text, document.url, document.charset, document.crawled, document.cut_at)


def labelled(document: Document, number: int) -> Parcel:
    """The document's parcel, empty yet."""
    name = number if document.id is None else document.id
    return Parcel(name, document.url, document.meta, document.crawled, b"", 0)


def refusal(cleaner: Cleaner, page: Page) -> Outcome | None:
    """What comes of a page that is too large, or of another type than `clean` takes: it does not travel."""
    content, types = (page.html, str | bytes | bytearray) if page.html is not None else (page.text, str)
    fits = isinstance(content, types) and len(content) <= cleaner.max_bytes and page.cut_at is None
    texts = all(isinstance(label, str | None) for label in (page.url, page.charset))
    if fits and texts and isinstance(page.crawled, date | None):
        return None
    if fits:
        page = page._replace(html="", text=None)  # `clean` is asked for what it says to the labels alone
    try:
        article_of(cleaner, page)
    except TypeError as error:
        return Outcome("not_html", CleanerError(str(error)))
    except Exception as error:
        return failure(error)
    return None


def _plain(page: Page) -> Page:
    """The same without subclasses, which a worker might not be able to import."""
    html, text, url, charset, crawled, _ = page
    if isinstance(html, bytes | bytearray):
        html = bytes(html)
    if crawled is not None:
        crawled = date(crawled.year, crawled.month, crawled.day)
    return Page(_str(html) if isinstance(html, str) else html, _str(text), _str(url), _str(charset), crawled)


def _str(text: str | None) -> str | None:
    return None if text is None else str.__str__(text)
