"""What `describe` answers, and what each of its sources answers in part."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

Moment = datetime | date
"""A datetime where a time is stated (with its offset when given), else a date."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The Article's fields; None or () where nothing says them. Every source fills one of these as far as it can."""

    title: str | None = None
    description: str | None = None
    site: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    canonical_url: str | None = None
    language: str | None = None
    license: str | None = None
    paywalled: bool | None = None
    sources: dict[str, str] = field(default_factory=dict)
    """Where each filled field came from: "json-ld", "meta", "microdata", "page", "url" or "text"."""
