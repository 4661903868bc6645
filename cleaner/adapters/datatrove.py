"""datatrove: `CleanerExtractor()`, a step of its pipelines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date, datetime
from typing import Any

from cleaner import Cleaner, Document, Result, clean_many
from cleaner.adapters import MAX_MEMORY, engine
from cleaner.io import row

with engine("datatrove", "datatrove>=0.10"):
    from datatrove.pipeline.extractors.base import BaseExtractor
    from datatrove.utils.typeshelper import StatHints


class CleanerExtractor(BaseExtractor):  # type: ignore[misc]  # datatrove has no types
    """Turns the HTML in a document's text into the text of the article, and fills its metadata.

    cleaner: the library's own settings where None.
    isolate: cleans in a worker process, one for all documents of a task, so that a page which kills it, takes longer
        than `timeout` seconds or more than `max_memory` bytes costs itself.
    crawled: the metadata that says when the page was fetched, as WarcReader does; None for none.
    exclusion_writer: writes the documents that are dropped, as datatrove's filters do, with the HTML as their text.

    The metadata gets the columns of `cleaner.io.SCHEMA`, so that `ParquetWriter(expand_metadata=True, schema=SCHEMA)`
    writes them, and `date`, which is `published`; a `date` that was there is kept as `given_date`. Failed and empty
    pages are dropped, and counted by `status`; the words that were removed are counted by filter.
    """

    name = "🧹 Cleaner"

    def __init__(
        self,
        cleaner: Cleaner | None = None,
        *,
        isolate: bool = True,
        timeout: float | None = 30.0,
        max_memory: int | None = MAX_MEMORY,
        crawled: str | None = "date",
        exclusion_writer: Any = None,
    ) -> None:
        super().__init__(timeout)
        self.cleaner = cleaner or Cleaner()
        self.isolate = isolate
        self.max_memory = max_memory
        self.crawled = crawled
        self.exclusion_writer = exclusion_writer
        self._results(())  # checks the settings at once

    def extract(self, text: str) -> str:
        """The text of one page; what `run` does not need, but datatrove's extractors have."""
        return self.cleaner.clean(text).text

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        """Cleans the documents of a task."""
        with self.exclusion_writer or nullcontext():
            for result in self._results(data or ()):
                self.stat_update(StatHints.total)
                document = _filled(result)
                self._count(result)
                if result.status == "ok":
                    self.update_doc_stats(document)
                    yield document
                elif self.exclusion_writer:
                    self.exclusion_writer.write(document, rank)

    def _results(self, documents: Any) -> Iterator[Result]:
        workers, max_memory = (1, self.max_memory) if self.isolate else (0, None)
        return clean_many(
            map(self._page, documents),
            cleaner=self.cleaner,
            workers=workers,
            timeout=self.timeout,
            max_memory=max_memory,
        )

    def _page(self, document: Any) -> Document:
        crawled = _day(document.metadata.get(self.crawled)) if self.crawled else None
        url = document.metadata.get("url")
        return Document(document.text or "", url=url, id=document.id, crawled=crawled, meta=document)

    def _count(self, result: Result) -> None:
        if result.status == "ok":
            self.stat_update(StatHints.forwarded)
        else:
            self.stat_update(StatHints.dropped, f"{StatHints.dropped}_{result.status}")
        for name, words in result.article.removed_words.items() if result.article else ():
            self.stat_update(f"removed_words_{name}", value=words)
        if result.seconds is not None:
            self.stats.time_stats.update(result.seconds)


def _filled(result: Result) -> Any:
    """The document with its metadata, and with its text where there is one."""
    document, columns = result.meta, row(result)
    text = columns.pop("text")
    del columns["id"]  # which the document has
    if "date" in document.metadata:
        document.metadata["given_date"] = document.metadata["date"]
    document.metadata |= columns | {"date": columns["published"]}
    if result.status == "ok":
        document.text = text
    return document


def _day(given: Any) -> date | None:
    """The day that metadata tells, which may be of any kind; None where it is none."""
    if isinstance(given, str):
        try:
            return datetime.fromisoformat(given).date()
        except ValueError:
            return None
    return given.date() if isinstance(given, datetime) else given if isinstance(given, date) else None
