"""When the story was published and changed, as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleaner.block import Page
from cleaner.metadata.byline import begins_as_byline
from cleaner.metadata.dates import read_stamp
from cleaner.metadata.fields import Moment
from cleaner.metadata.zone import Line

_LABEL_LENGTH = 70
_LABEL_START = 30
_UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|reviewed|last (?:edit|change|update)|aktualisiert|geändert|stand|mise? à jour|"
    r"modifié|actualizad[oa]|modificad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|gewijzigd|aktualizacja|zaktualizowano|"
    r"uppdaterad|senast|обновлено|изменено|güncelle\w*)\b|更新|수정|업데이트|تحديث|به.?روز|עודכן|अपडेट|อัปเดต",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:publish(?:ed)?|posted|written|created|veröffentlicht|erstellt|publié|publicad[oa]|pubblicat[oa]|gepubliceerd|"
    r"opublikowano|publicerad|опубликовано|yayın\w*)\b|发布|發布|公開|投稿|등록|입력|نشر|انتشار|פורסם|प्रकाशित|เผยแพร่",
    re.IGNORECASE,
)
_NOT_A_DATELINE = re.compile(
    r"copyright|©|\(c\)|all rights|\b(?:deadline|expires?|valid|until|event|webinar|starts?|born)\b", re.IGNORECASE
)


def dates(page: Page, near: Sequence[Line], below: Callable[[], Sequence[Line]]) -> tuple[Moment | None, Moment | None]:
    """The days on which the story was published and updated.

    By the first lines that say so near the headline, else by those that `below` gives.
    """
    found: dict[bool, Moment] = {}
    shown = {line.block.index for line in near}
    stamps = {stamp.index: stamp.datetime for stamp in page.facts.times if stamp.index in shown}
    for line in near:
        _note(line, stamps.get(line.block.index), found)
    if False not in found:
        for line in filter(_says_published, below()):
            _note(line, None, found)
    return found.get(False), found.get(True)


def _note(line: Line, stamp: str | None, found: dict[bool, Moment]) -> None:
    """Adds the line's dates, by whether they are those of an update, to what was found before."""
    if (line.dates or stamp) and not _NOT_A_DATELINE.search(line.block.text):
        for is_update, moment in _dated(line, stamp):
            found.setdefault(is_update, moment)


def _says_published(line: Line) -> bool:
    """It is a dateline by its words: it begins with "posted", or is a byline with a date."""
    return bool(_PUBLISHED.search(line.block.text[:_LABEL_START])) or any(map(begins_as_byline, line.parts))


def _dated(line: Line, stamp: str | None) -> Iterator[tuple[bool, Moment]]:
    """The dates in a dateline, each with whether it is that of an update; a `time` element says it more exactly."""
    exact = read_stamp(stamp) if stamp else None
    for label, found in line.dates:
        if len(label) > _LABEL_LENGTH and not begins_as_byline(label):
            return
        same = exact is not None and str(exact)[:10] == str(found.value)[:10]
        yield _is_update(label), exact if exact is not None and same else found.value
    if exact and not line.dates and len(line.block.text) <= _LABEL_LENGTH:
        yield _is_update(line.block.text), exact


def _is_update(label: str) -> bool:
    return bool(_UPDATED.search(label)) and not _PUBLISHED.search(label)
