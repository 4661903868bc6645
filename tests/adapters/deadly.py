"""Pages, and a filter that kills or hangs its process at the word of a page: a module, since workers import it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from cleaner import Cleaner, Document, clean_many
from cleaner.filters import DEFAULT, Drop, Page
from cleaner.io import row

STORY = (
    "The keeper climbed the hundred and twelve steps every evening, long after the lamp had learned to light itself."
)
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"


def deadly(page: Page) -> Iterator[Drop]:
    """Does what the address of the page ends in."""
    if (page.url or "").endswith("/kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    if (page.url or "").endswith("/hang"):
        time.sleep(100)
    yield from ()


CLEANER = Cleaner(filters=[*DEFAULT, ("deadly", deadly)])


def page(number: int, end: str = "story") -> dict[str, Any]:
    """A row of a table of pages."""
    html = (
        f"<html lang='en'><head><title>Keeper {number}</title><meta name='author' content='Ada Quill'>"
        f"<meta property='article:published_time' content='2024-03-02T08:30:00+01:00'></head><body>{MENU}"
        f"<article><h1>Keeper {number}</h1><p>{number}: {STORY}</p><p>{STORY[:60]} {number}.</p></article></body>"
    )
    return {"id": f"page-{number}", "url": f"https://harbour.example/{number}/{end}", "html": html, "order": number}


def many(*ends: str) -> list[dict[str, Any]]:
    """Rows of a table of pages, each with the end of its address."""
    return [page(number, end) for number, end in enumerate(ends)]


def rows(table: pa.Table) -> list[dict[str, Any]]:
    """Its rows by id, as `cleaner.io.row` gives them: with a dict where the table has a map."""
    found = table.sort_by("id").to_pylist()
    return [
        one | {"removed_words": None if (counts := one["removed_words"]) is None else dict(counts)} for one in found
    ]


def expected(pages: Sequence[dict[str, Any]], **settings: Any) -> list[dict[str, Any]]:
    """The rows that `clean_many` gives."""
    documents = [Document(page["html"], url=page["url"], id=page["id"]) for page in pages]
    return [row(result) for result in clean_many(documents, **settings)]
