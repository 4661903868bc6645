"""The way from a page to an `Article`: the only file that knows the order of the steps."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from os import PathLike
from typing import Any, Literal

from cleaner import fallback
from cleaner._version import __version__
from cleaner.article import Article
from cleaner.assemble import assemble
from cleaner.block import Page
from cleaner.decode import decode, decode_text
from cleaner.filters import DEFAULT, Filter
from cleaner.fingerprint import fingerprint_of
from cleaner.ledger import restored, run
from cleaner.model import digests, judgement_of
from cleaner.parse import parse
from cleaner.plaintext import read_text
from cleaner.rescue import Rescued, rescue
from cleaner.settings import check, check_max_bytes, kept, pairs, with_thresholds, with_weights

MAX_BYTES = 50_000_000
_LOW = 0.5
"""Confidence under which trafilatura is asked for the body, with `fallback`."""

_log = logging.getLogger("cleaner")
_FALLBACKS = ("none", "body", "all")
_LEDGERS = ("full", "counts")


def read(
    html: str | bytes | bytearray, *, url: str | None = None, charset: str | None = None, crawled: date | None = None
) -> Page:
    """The page as the filters will see it: its blocks and facts, before anything is removed.

    Raises TypeError, NotHTMLError and PageTooLargeError (over 50,000,000 bytes).
    """
    text, warnings = decode(html, charset, MAX_BYTES)
    return parse(text, url=_address(url), crawled=_day(crawled), warnings=warnings)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Cleaner:
    """A pipeline of filters with its settings. Frozen, picklable, safe to use from any number of threads.

    Two are equal that have one fingerprint and one limit of bytes.

    filters: (name, filter) pairs, run in this order; see `cleaner.filters`.
    keep: names of filters whose finds stay in the body (the fields that they fill are filled all the same).
    fallback: "none"; "body" asks trafilatura for the body where our own is empty or confidence in it is under 0.5;
        "all" asks trafilatura and htmldate for a missing author or date too. Costs several times the budget of a page.
    weights: the path of weights for pages that `python -m cleaner.model.train` wrote; None for the library's own.
    max_bytes: of a page; a `str` counts its UTF-8 bytes.
    ledger: "full", or "counts" to leave `Article.removed` empty and fill only `removed_words`.

    Raises ValueError for a filter name, threshold or setting that does not exist, and lists those that do; for two
    filters of one name; for a limit of no bytes. Raises TypeError for what is of another type than it must be.
    """

    filters: Iterable[tuple[str, Filter]] = DEFAULT
    keep: Iterable[str] = field(default=(), kw_only=True)
    fallback: Literal["none", "body", "all"] = field(default="none", kw_only=True)
    weights: str | PathLike[str] | None = field(default=None, kw_only=True)
    max_bytes: int = field(default=MAX_BYTES, kw_only=True)
    ledger: Literal["full", "counts"] = field(default="full", kw_only=True)

    fingerprint: str = field(init=False)
    """Says which pipeline made an Article: a hash over version, filters, thresholds and settings."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "filters", pairs(self.filters))
        object.__setattr__(self, "keep", kept(self.keep, self._names()))
        check("fallback", self.fallback, _FALLBACKS)
        check("ledger", self.ledger, _LEDGERS)
        check_max_bytes(self.max_bytes)
        if self.weights is not None:
            object.__setattr__(self, "filters", with_weights(self._pairs(), self.weights))
        settings = (__version__, sorted(self.keep), self.fallback, self.ledger, digests())
        object.__setattr__(self, "fingerprint", fingerprint_of(self._pairs(), settings))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Cleaner):
            return NotImplemented
        return (self.fingerprint, self.max_bytes) == (other.fingerprint, other.max_bytes)

    def __hash__(self) -> int:
        return hash((self.fingerprint, self.max_bytes))

    def __repr__(self) -> str:
        others = [one for one in fields(self)[1:] if one.init and getattr(self, one.name) != one.default]
        settings = [f", {one.name}={getattr(self, one.name)!r}" for one in others]
        return f"Cleaner(filters={list(self._names())}{''.join(settings)})"

    def clean(
        self,
        html: str | bytes | bytearray,
        *,
        url: str | None = None,
        charset: str | None = None,
        crawled: date | None = None,
    ) -> Article:
        """Cleans a whole page or a fragment. Raises TypeError, NotHTMLError, PageTooLargeError, FilterError.

        url: the page's address, if known; charset: what the HTTP header said; crawled: the day on which the page
        was fetched, after which no date of it can lie.
        """
        text, warnings = decode(html, charset, self.max_bytes)
        page = parse(text, url=_address(url), crawled=_day(crawled), warnings=warnings)
        return self.clean_page(page) if self.fallback == "none" else self._with_second_opinion(page, text)

    def clean_text(self, text: str, *, url: str | None = None, crawled: date | None = None) -> Article:
        """Cleans text that some other tool extracted from a page.

        Raises TypeError, NotHTMLError (the text begins as a PDF or the like does), PageTooLargeError, FilterError.
        """
        if not isinstance(text, str):
            raise TypeError(f"clean_text takes a str, not {type(text).__name__}; decode bytes first, or use clean.")
        decoded, warnings = decode_text(text, self.max_bytes)
        return self.clean_page(read_text(decoded, url=_address(url), crawled=_day(crawled), warnings=warnings))

    def clean_page(self, page: Page) -> Article:
        """Cleans a page that `read` made. Raises TypeError, FilterError."""
        if not isinstance(page, Page):
            raise TypeError(f"clean_page takes a Page, as read makes it, not {type(page).__name__}; or use clean.")
        page = page.afresh()
        return self._assemble(page, self._judge(page))

    def with_filters(self, **changes: Mapping[str, Any] | None) -> Cleaner:
        """A Cleaner with other thresholds, `teasers={"min_cards": 3}`, or without a filter, `biographies=None`.

        Raises ValueError for a filter or threshold that there is not, or a share that is not from 0 to 1, and TypeError
        for a value of another type.
        """
        for name in changes:
            check("filter", name, self._names())
        filters = []
        for name, filter in self._pairs():
            change = changes.get(name, {})
            if change is not None:
                filters.append((name, with_thresholds(name, filter, change)))
        names = {name for name, _ in filters}
        keep = tuple(name for name in self.keep if name in names)
        changed = replace(self, filters=tuple(filters), keep=keep, weights=None)  # which the filter has: no second look
        object.__setattr__(changed, "weights", self.weights if "boilerplate" in names else None)
        return changed

    def _pairs(self) -> tuple[tuple[str, Filter], ...]:
        return tuple(self.filters)

    def _names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.filters)

    def _judge(self, page: Page) -> Rescued:
        rescued = rescue(page, run(self._pairs(), page, frozenset(self.keep)))
        _log.debug("%d of %d blocks kept of %s", len(rescued.ledger.kept), len(page.blocks), page.url)
        return rescued

    def _assemble(self, page: Page, rescued: Rescued) -> Article:
        return assemble(page, rescued, full=self.ledger == "full", pipeline=self.fingerprint)

    def _with_second_opinion(self, page: Page, html: str) -> Article:
        """The page's Article, where trafilatura and htmldate are asked for what is missing."""
        rescued = self._judge(page)
        warnings: tuple[str, ...] = ()
        sources = {}
        judgement = judgement_of(page)
        unsure = judgement is not None and judgement.confidence < _LOW and not rescued.from_json_ld
        if unsure or not rescued.ledger.kept:
            paragraphs = fallback.body(html, page.url)
            ledger = restored(rescued.ledger, paragraphs.value)
            if len(ledger.kept) > len(rescued.ledger.kept):
                rescued, sources = Rescued(ledger), {"text": "trafilatura"}
            warnings += paragraphs.warnings
        article = self._assemble(page, rescued)
        found: dict[str, Any] = {}
        if self.fallback == "all" and not article.authors:
            authors = fallback.author(html, page.url)
            found, sources = _noted(found, sources, "authors", authors.value, "trafilatura")
            warnings += authors.warnings
        if self.fallback == "all" and article.published is None:
            published = fallback.published(html, page.url, page.crawled)
            found, sources = _noted(found, sources, "published", published.value, "htmldate")
            warnings += published.warnings
        known = tuple(dict.fromkeys((*article.warnings, *warnings)))
        return article.model_copy(update={**found, "sources": {**article.sources, **sources}, "warnings": known})


def _address(url: object) -> str | None:
    if url is None or isinstance(url, str):
        return url
    raise TypeError(f"url must be a str or None, not {type(url).__name__}; pass the page's address, as 'https://...'.")


def _day(crawled: object) -> date | None:
    if isinstance(crawled, datetime):  # a date by type, yet one that no date compares with
        return crawled.date()
    if crawled is None or isinstance(crawled, date):
        return crawled
    raise TypeError(f"crawled must be a date or None, not {type(crawled).__name__}; pass a day, as date(2024, 3, 2).")


def _noted(
    found: dict[str, Any], sources: dict[str, str], field: str, value: Any, source: str
) -> tuple[dict[str, Any], dict[str, str]]:
    return ({**found, field: value}, {**sources, field: source}) if value else (found, sources)
