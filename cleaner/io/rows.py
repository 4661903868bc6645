"""Result -> rows of a table: the only place that knows what is in which column."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from cleaner.article import Article
from cleaner.document import Result
from cleaner.io.schema import COLUMNS, SCHEMA_VERSION
from cleaner.items import each
from cleaner.wording import word_count

WriteRow: TypeAlias = Callable[[dict[str, Any]], None]


def row(result: Result, keep: Sequence[str] = ()) -> dict[str, Any]:
    """A Result as one flat row with the columns of `SCHEMA`, and those of the document's `meta` that `keep` names.

    A failed page has `status` and `error`, and null in all that comes from an article; what an article leaves open
    is null too, except lists, which are empty.

    - `host` is that of `url`, else of `canonical_url`, without "www.".
    - `published` is what the Article has, in ISO 8601. `published_at` is a moment in UTC that every row can be sorted
      by, and `published_precision` says how far to trust it: "instant" (the page gave date, time and offset), "local"
      (date and time without an offset, taken for UTC, so up to 14 hours off), "day" (a date: midnight UTC of it).
    - `image_src` and `image_caption` are those of the first image, which is the lead image where the page names one.
    - `removed_words` counts the words left out, by filter.
    - What is kept of `meta` is text as it is, and anything else as JSON. Raises TypeError where `meta` is no mapping.
    """
    values: dict[str, Any] = dict.fromkeys(COLUMNS)
    url = result.url if isinstance(result.url, str) else None  # a page is refused for another type, and has its row
    values |= {"id": str(result.id), "url": url, "crawled": _day(result.crawled), "status": result.status}
    values["host"] = _host(url)
    values["error"] = None if result.error is None else str(result.error)
    values["schema_version"] = SCHEMA_VERSION
    if result.article is not None:
        values |= _of_article(result.article)
        values["host"] = values["host"] or _host(result.article.canonical_url)
    values |= _kept(result.meta, keep)
    return {name: _sound(value) for name, value in values.items()}


def ledger_rows(result: Result) -> Iterator[dict[str, Any]]:
    """A row with the columns of `LEDGER_COLUMNS` for each block that was removed."""
    for removal in result.article.removed if result.article else ():
        values = {
            "id": str(result.id),
            "index": removal.index,
            "filter": removal.filter,
            "reason": removal.reason,
            "kind": removal.kind,
            "score": removal.score,
            "text": removal.text,
        }
        yield {name: _sound(value) for name, value in values.items()}


def results_of(given: Iterable[Result], writer: str) -> Iterator[Result]:
    """The Results that a writer of that name was given; TypeError for what is something else."""
    return each(given, Result, writer, "Give it what clean_many yields.")


def write_all(write: WriteRow, rows: Iterable[dict[str, Any]]) -> int:
    """Writes all rows; their number."""
    number = 0
    for number, one in enumerate(rows, 1):  # noqa: B007  # it is returned
        write(one)
    return number


def _of_article(article: Article) -> dict[str, Any]:
    text = article.text
    image = article.images[0] if article.images else None
    at, precision = _moment(article.published)
    return {
        "canonical_url": article.canonical_url,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "published_at": at,
        "published_precision": precision,
        "language": article.language,
        "page_type": article.page_type,
        "confidence": article.confidence,
        "text": text,
        "n_words": word_count(text),
        "n_blocks": len(article.blocks),
        "tags": list(article.tags),
        "image_src": image.src if image else None,
        "image_caption": image.caption if image else None,
        "removed_words": dict(article.removed_words),
        "warnings": list(article.warnings),
        "cleaner_version": article.cleaner_version,
        "pipeline": article.pipeline,
    }


def _day(crawled: date | None) -> date | None:
    if isinstance(crawled, datetime):
        return crawled.date()
    return crawled if isinstance(crawled, date) else None


def _moment(published: date | None) -> tuple[datetime | None, str | None]:
    if published is None:
        return None, None
    if not isinstance(published, datetime):
        return datetime.combine(published, time(), UTC), "day"
    if published.tzinfo is None:
        return published.replace(tzinfo=UTC), "local"
    try:
        return published.astimezone(UTC), "instant"
    except OverflowError:  # in the first or the last hours that Python knows of
        return published.replace(tzinfo=UTC), "local"


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _kept(meta: Any, keep: Sequence[str]) -> dict[str, str | None]:
    if not keep:
        return {}
    if not isinstance(meta, Mapping | None):
        raise TypeError(f"keep names fields of `meta`, which is {type(meta).__name__}; make it a mapping.")
    values = {name: (meta or {}).get(name) for name in keep}
    return {name: value if isinstance(value, str | None) else _as_json(value) for name, value in values.items()}


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _sound(value: Any) -> Any:
    """Without lone surrogates, which file names and JSON can hold and no table can."""
    if isinstance(value, list):
        return [_sound(one) for one in value]
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value
