"""The inline markup of a block as its TextBlock has it: addresses absolute, signs of footnotes told from links."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cleaner.article import Container, Span
from cleaner.block import Block, Page
from cleaner.metadata.address import absolute
from cleaner.structure.notes import is_back, signs
from cleaner.structure.places import Element

_FROM_ROOT = re.compile(r"/(?![/.])(?:(?!/\.)[!-~]){0,1000}")
"""A path without steps up, which needs nothing but the site in front of it."""
_WITH_HOST = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


_UNSEEN = ("anchor", "language")
"""Elements that a reader does not see; one that names a language may stand in what is no code, as a heading in it."""


class Spans:
    """Answers for the blocks of one page, many of whose links lead to the same address."""

    def __init__(self, page: Page, notes: Mapping[int, Container]) -> None:
        self._page = page
        self._notes = notes
        self._labels = {note.label for note in notes.values()}
        self._addresses: dict[str, str | None] = {}
        self._site: str | None = None

    def of(self, block: Block, elements: Sequence[Element]) -> list[Span]:
        """The spans of a block whose inline elements are these."""
        found = []
        told = (
            {element for element in signs(block.text, elements) if self._leads_to_note(element)} if self._notes else ()
        )
        in_note = block.index in self._notes
        for element in elements:
            start, end, kind, target = element
            if element in told:
                found.append(Span(start, end, "note", (target or "")[1:]))
            elif kind == "link":
                if in_note and is_back(element):
                    found.append(Span(start, end, "back"))
                elif target and (address := self._absolute(target)):
                    found.append(Span(start, end, "link", address))
            elif kind not in _UNSEEN:
                found.append(Span(start, end, kind))  # type: ignore[arg-type]
        return found

    def _leads_to_note(self, element: Element) -> bool:
        return (element.target or "")[1:] in self._labels

    def _absolute(self, target: str) -> str | None:
        """None for what leads nowhere: scripts, data, relative addresses on a page without one."""
        if target not in self._addresses:
            self._addresses[target] = self._resolved(target)
        return self._addresses[target]

    def _resolved(self, target: str) -> str | None:
        """What `absolute` says, which takes long over what is most common."""
        if target.isspace():
            return None
        if self._site is None:
            self._site = (absolute("/", self._page) or "").rstrip("/")
        if _FROM_ROOT.fullmatch(target):
            return self._site + target if self._site else None
        if not self._site and not _WITH_HOST.match(target):
            return None
        return absolute(target, self._page)
