"""When the story was published and changed, as a reader sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cleaner.block import Block, Page
from cleaner.metadata.byline import begins_as_byline
from cleaner.metadata.dates import find_date, read_stamp
from cleaner.metadata.day_words import AT_FIRST, FROM, LIFE, NOT_A_DATELINE, PAST_SENTENCE, PUBLISHED, UNTIL, UPDATED
from cleaner.metadata.fields import Moment
from cleaner.metadata.zone import Line, is_meta, is_seen

_LABEL_LENGTH = 70
_LABEL_START = 30
_LONGEST_TAIL = 15
_CHANGED = frozenset(("changed", "modified"))
_DASHES = ("-", "–", "—")
_NEAREST_BELOW = 5
_ROW = 15
"""Blocks among which a row of entries shows itself by its days."""
_MOST_DAYS = 2

Lines = Callable[[], Iterable[Line]]


def dates(
    page: Page, body: Sequence[Block], near: Sequence[Line], marked: Lines, below: Sequence[Line], unseen: Lines
) -> tuple[Moment | None, Moment | None]:
    """The days on which the story was published and updated.

    By the first lines that say so `near` the headline; else by those that `marked` gives, which filters took for dates
    or bylines further on in the story; else by those `below` the story; else by those `unseen` below the headline. A
    line that tells when it was published at first knows best.
    """
    stamps: dict[int, list[str]] = {}
    for time in page.facts.times:
        stamps.setdefault(time.index, []).append(time.datetime)
    found: dict[bool, Moment] = {}
    for lines in (lambda: _outside(near, page, body), marked, lambda: _signing_off(below, page), unseen):
        if False not in found:
            for line in lines():
                _note(line, page, stamps, found)
    published, at_first = found.get(False), _at_first(chain(near, below))
    if at_first and (published is None or _day(at_first) != _day(published)):
        published = at_first
    return published, found.get(True)


def _outside(near: Iterable[Line], page: Page, body: Sequence[Block]) -> Iterator[Line]:
    """The lines that are no paragraphs of the story, nor entries of a list in it."""
    told = {block.index: number for number, block in enumerate(body)}
    end = body[-1].index + 1 if body else 0
    rows: set[tuple[str, frozenset[str]]] = set()
    for line in near:
        at, names = line.block.index, (line.block.box.tag, line.block.box.words)
        if line.dates and _is_in_row(line, page.original[at + 1 : end]):
            rows.add(names)
        if (at not in told or _opens_story(line, told[at])) and not (line.dates and names in rows):
            yield line


def _opens_story(line: Line, number: int) -> bool:
    """The paragraph, the `number`th of the story, is a dateline all the same: by its words, its box, or how it begins.

    "Bern, 17 May 2023 -" may open the first or the second.
    """
    if _says_published(line) or is_meta(line.block):
        return True
    return number <= 1 and (not line.block.prose or bool(line.dates and _is_place(line.dates[0][0])))


def _signing_off(below: Sequence[Line], page: Page) -> Iterator[Line]:
    """The lines below the story that speak of publication, or stand right below it as a dateline would."""
    for line in below:
        if line.dates and (_says_published(line) or PUBLISHED.search(_label_before(line.block, page))):
            yield line
        elif line.block.index - below[0].block.index <= _NEAREST_BELOW:
            under_byline = begins_as_byline(page.original[line.block.index - 1].text)
            if (is_meta(line.block) or under_byline) and not _is_in_row(line, [other.block for other in below]):
                yield line


def _is_in_row(line: Line, others: Sequence[Block]) -> bool:
    """Some of the first others stand in boxes of the same names with other days: these are entries of a list."""
    box, days = line.block.box, {_day(found.value) for _, found in line.dates}
    for other in others[:_ROW]:
        if other.box.tag == box.tag and other.box.words == box.words and len(other.text) <= 2 * _LABEL_LENGTH:
            found = find_date(other.text)
            days |= {_day(found.value)} if found else set()
    return len(days) > _MOST_DAYS


def _note(line: Line, page: Page, stamps: Mapping[int, list[str]], found: dict[bool, Moment]) -> None:
    """Adds the line's dates, by whether they are those of an update, to what was found before."""
    block = line.block
    if not (line.dates or block.index in stamps) or block.kind in ("quote", "code", "table"):
        return
    if not NOT_A_DATELINE.search(block.text):
        exact = [moment for stamp in stamps.get(block.index, ()) if (moment := read_stamp(stamp))]
        for is_update, moment in _dated(line, exact, page):
            found.setdefault(is_update, moment)


def _dated(line: Line, exact: list[Moment], page: Page) -> Iterator[tuple[bool, Moment]]:
    """The dates in a dateline, each with whether it is that of an update; a `time` element says it more exactly.

    Of two that have no label the earlier is that of publication.
    """
    labels = _labels(line, page)
    if UNTIL.match(line.tail) or any(label.strip() in _DASHES for label in labels[1:]):
        return
    moments: list[Moment] = []
    for label, (_, found) in zip(labels, line.dates, strict=True):
        if not _may_be_label(label, line.block) or FROM.search(label) or LIFE.search(label):
            return
        same = [moment for moment in exact if _day(moment) == _day(found.value)]
        moments.append(same[0] if same else found.value)
        if same:
            exact.remove(same[0])
    if not moments and len(line.block.text) <= _LABEL_LENGTH:
        moments, labels = exact, [line.block.text if _says(line.block.text) else _label_before(line.block, page)]
    if len(set(map(_day, moments) if line.dates else moments)) > 1 and not any(map(_says, labels[1:])):
        moments, labels = sorted(moments, key=str), [labels[0], "updated"]
    yield from zip(map(_is_update, labels), moments, strict=False)


def _labels(line: Line, page: Page) -> list[str]:
    """What says of each date what it is: the text in front of it, or behind it; else a line that is a label only."""
    before = [label for label, _ in line.dates]
    tail = line.tail.strip()
    if before and tail and len(tail) <= _LONGEST_TAIL and _says(tail) and not tail.endswith((":", "：")):
        return [*before[1:], tail]
    if before and not before[0].strip():
        before[0] = "changed" if line.block.box.words & _CHANGED else _label_before(line.block, page)
    return before


def _label_before(block: Block, page: Page) -> str:
    """The text of the last seen block before this one, where that is a mere label, as "Published"."""
    for other in page.original[max(0, block.index - 3) : block.index][::-1]:
        if is_seen(other):
            is_label = len(other.text) <= _LABEL_START and not any(map(str.isdigit, other.text))
            return other.text if is_label and (_says(other.text) or LIFE.search(other.text)) else ""
    return ""


def _may_be_label(label: str, block: Block) -> bool:
    """What stands in front of a date may say what it is: not most of a sentence."""
    if begins_as_byline(label):
        return True
    is_sentence = block.prose and not is_meta(block)
    return len(label) <= _LABEL_LENGTH and (not is_sentence or _is_place(label) or _says(label))


def _is_place(label: str) -> bool:
    """Nothing, or what may be the name of a town with a comma."""
    return not label.strip() or (len(label) <= _LABEL_START and label.rstrip()[-1] == ",")


def _says_published(line: Line) -> bool:
    """It is a dateline by its words: it begins with "posted", or is a byline with a date."""
    return bool(PUBLISHED.search(line.block.text[:_LABEL_START])) or any(map(begins_as_byline, line.parts))


def _says(text: str) -> bool:
    return bool(UPDATED.search(text) or PUBLISHED.search(text))


def _is_update(label: str) -> bool:
    """Its last sentence speaks of an update, and not of publication."""
    said = PAST_SENTENCE.sub("", label)
    return bool(UPDATED.search(said)) and not PUBLISHED.search(said)


def _at_first(lines: Iterable[Line]) -> Moment | None:
    """The day on which the story "was originally published"."""
    for line in lines:
        for label, found in line.dates:
            if len(label) <= _LABEL_LENGTH and AT_FIRST.search(PAST_SENTENCE.sub("", label)):
                return found.value
    return None


def _day(moment: Moment) -> str:
    return str(moment)[:10]
