"""A record with named fields to a Document: what lines of JSON and rows of a table have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from cleaner.document import Document
from cleaner.errors import shown


class Fields(NamedTuple):
    """What the fields of a record are called; None for one that is not to be looked for."""

    id: str | None
    url: str | None
    html: str | None
    text: str | None
    charset: str | None
    crawled: str | None

    def names(self) -> set[str]:
        """The names that are looked for."""
        return {name for name in self if name is not None}

    def page(self) -> str:
        """What a page may be called, as a sentence lists it."""
        return " or ".join(repr(name) for name in (self.html, self.text) if name)

    def place(self, place: str, record: Mapping[str, Any]) -> str:
        """The place of a record, with its id where it has one: that is what people know it by."""
        id = record.get(self.id) if self.id else None
        return place if id is None else f"{place}, {self.id} {shown(id)}"

    def document(self, record: Mapping[str, Any]) -> Document:
        """The record's Document, what is not looked for in its `meta`. Raises ValueError where it is none.

        Where a record has both html and text, html is the page, and its text goes to `meta` with the rest. Where what
        it has of them is null, it is an empty page.
        """
        html = self._typed(record, self.html, str, bytes)
        text = self._typed(record, self.text, str) if html is None else None
        if html is None and text is None:
            if not {self.html, self.text} & record.keys():
                there = ", ".join(map(shown, record))
                raise ValueError(f"it has no {self.page()}" + (f", but {there}" if there else ""))
            html, text = ("", None) if self.html in record else (None, "")
        taken = self.names() if html is None else self.names() - {self.text}
        return Document(
            html,
            text=text,
            url=self._typed(record, self.url, str),
            id=self._typed(record, self.id, str, int),
            charset=self._typed(record, self.charset, str),
            crawled=_day(record.get(self.crawled)) if self.crawled else None,
            meta={name: value for name, value in record.items() if name not in taken} or None,
        )

    def _typed(self, record: Mapping[str, Any], name: str | None, *types: type) -> Any:
        value = record.get(name) if name else None
        if value is None or (isinstance(value, types) and not isinstance(value, bool)):
            return value
        raise ValueError(f"its {name!r} is {shown(value)}, not {' or '.join(kind.__name__ for kind in types)}")


def _day(value: Any) -> date | None:
    """A date, a datetime or either as ISO 8601 says it; the day as it stands there, whatever the offset."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(f"its day is {shown(value)}, not a date as 2024-03-02") from None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise ValueError(f"its day is {shown(value)}, not a date as 2024-03-02")
