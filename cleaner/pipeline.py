"""The way from a page to an `Article`: the only file that knows the order of the steps."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from os import PathLike
from typing import Any, Literal

from cleaner import fallback
from cleaner._version import __version__
from cleaner.article import Article
from cleaner.assemble import assemble
from cleaner.block import Page
from cleaner.decode import decode, decode_text
from cleaner.filters import DEFAULT, Filter
from cleaner.ledger import Ledger, restored, run
from cleaner.parse import parse
from cleaner.plaintext import read_text

MAX_BYTES = 50_000_000

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


@dataclass(frozen=True, slots=True)
class Cleaner:
    """A pipeline of filters with its settings. Frozen, picklable, safe to use from any number of threads.

    filters: (name, filter) pairs, run in this order; see `cleaner.filters`.
    keep: names of filters whose finds stay in the body (the fields that they fill are filled all the same).
    fallback: "none"; "body" asks trafilatura for the body where our own is empty; "all" asks trafilatura and
        htmldate for a missing author or date too. Costs several times the budget of a page.
    weights: path of a model's weights.
    max_bytes: of a page; a `str` counts its UTF-8 bytes.
    ledger: "full", or "counts" to leave `Article.removed` empty and fill only `removed_words`.

    Raises ValueError for a filter name, threshold or setting that does not exist, and lists those that do.
    """

    filters: Iterable[tuple[str, Filter]] = DEFAULT
    keep: Iterable[str] = field(default=(), kw_only=True)
    fallback: Literal["none", "body", "all"] = field(default="none", kw_only=True)
    weights: str | PathLike[str] | None = field(default=None, kw_only=True)
    max_bytes: int = field(default=MAX_BYTES, kw_only=True)
    ledger: Literal["full", "counts"] = field(default="full", kw_only=True)

    fingerprint: str = field(init=False, compare=False)
    """Says which pipeline made an Article: a hash over version, filters, thresholds and settings."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "filters", tuple((name, filter) for name, filter in self.filters))
        object.__setattr__(self, "keep", (self.keep,) if isinstance(self.keep, str) else tuple(self.keep))
        for name in self.keep:
            _check("filter", name, self._names())
        _check("fallback", self.fallback, _FALLBACKS)
        _check("ledger", self.ledger, _LEDGERS)
        if self.weights is not None:
            raise ValueError(f"weights={str(self.weights)!r} was given, but this version has no model; leave it out.")
        object.__setattr__(self, "fingerprint", self._fingerprint())

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
        """Cleans a page that `read` made. Raises FilterError."""
        return self._assemble(page, self._judge(page))

    def with_filters(self, **changes: Mapping[str, Any] | None) -> Cleaner:
        """A Cleaner with other thresholds, `teasers={"min_cards": 3}`, or without a filter, `biographies=None`."""
        for name in changes:
            _check("filter", name, self._names())
        filters = []
        for name, filter in self._pairs():
            change = changes.get(name, {})
            if change is not None:
                filters.append((name, _with_thresholds(name, filter, change) if change else filter))
        kept = {name for name, _ in filters}
        return replace(self, filters=tuple(filters), keep=tuple(name for name in self.keep if name in kept))

    def _fingerprint(self) -> str:
        filters = [[name, _identity(filter)] for name, filter in self._pairs()]
        settings = [__version__, filters, sorted(self.keep), self.fallback, self.ledger]
        return hashlib.sha256(json.dumps(settings).encode()).hexdigest()[:16]

    def _pairs(self) -> tuple[tuple[str, Filter], ...]:
        return tuple(self.filters)

    def _names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.filters)

    def _judge(self, page: Page) -> Ledger:
        ledger = run(self._pairs(), page, frozenset(self.keep))
        _log.debug("%d of %d blocks kept of %s", len(ledger.kept), len(page.blocks), page.url)
        return ledger

    def _assemble(self, page: Page, ledger: Ledger) -> Article:
        return assemble(page, ledger, full=self.ledger == "full", pipeline=self.fingerprint)

    def _with_second_opinion(self, page: Page, html: str) -> Article:
        """The page's Article, where trafilatura and htmldate are asked for what is missing."""
        ledger = self._judge(page)
        warnings = page.facts.warnings
        sources = {}
        if not ledger.kept:
            paragraphs = fallback.body(html, page.url)
            ledger = restored(ledger, paragraphs.value)
            sources = {"text": "trafilatura"} if ledger.kept else {}
            warnings += paragraphs.warnings
        article = self._assemble(page, ledger)
        found: dict[str, Any] = {}
        if self.fallback == "all" and not article.authors:
            authors = fallback.author(html, page.url)
            found, sources = _noted(found, sources, "authors", authors.value, "trafilatura")
            warnings += authors.warnings
        if self.fallback == "all" and article.published is None:
            published = fallback.published(html, page.url, page.crawled)
            found, sources = _noted(found, sources, "published", published.value, "htmldate")
            warnings += published.warnings
        return article.model_copy(
            update={**found, "sources": {**article.sources, **sources}, "warnings": tuple(dict.fromkeys(warnings))}
        )


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


def _check(what: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise ValueError(f"There is no {what} {given!r}; known are {', '.join(known)}.")


def _with_thresholds(name: str, filter: Filter, thresholds: Mapping[str, Any]) -> Filter:
    function = filter.func if isinstance(filter, partial) else filter
    known = tuple(getattr(function, "__kwdefaults__", None) or ())
    for threshold in thresholds:
        if threshold not in known:
            names = ", ".join(known) or "none"
            raise ValueError(f"The filter {name!r} has no threshold {threshold!r}; it has {names}.")
    return partial(filter, **thresholds)


def _identity(filter: Filter) -> list[Any]:
    """What a filter does, as far as names and thresholds tell: the same in every process."""
    if isinstance(filter, partial):
        return [*_identity(filter.func), list(map(_stable, filter.args)), _stable(filter.keywords)]
    kind = type(filter)
    named = filter if hasattr(filter, "__qualname__") else kind
    return [f"{named.__module__}.{named.__qualname__}", _stable(getattr(named, "__kwdefaults__", None) or {})]


def _stable(value: Any) -> str:
    """The value's representation, the same in every process: sets and dicts in sorted order."""
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(_stable, value)))}}}"
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{key!r}: {_stable(item)}' for key, item in value.items()))}}}"
    return repr(value)
