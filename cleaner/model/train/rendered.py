"""The pages of a training set as text without markup, in the forms in which such text is found."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator

from inscriptis import get_text

from cleaner.ledger import run
from cleaner.model.train.pages import RULES, Example
from cleaner.plaintext import read_text

_COLUMNS = 76
_BLANK = re.compile(r"\n\s*\n")


def rendered(example: Example) -> Iterator[Example]:
    """The page in two of four forms: as a terminal shows it, without its address, and a line or paragraph a block."""
    number = sum(map(ord, example.id))
    for form in (_TERMINAL[number % 2], _LINES[number // 2 % 2]):
        page = read_text(form(example), url=example.page.url if form in _LINES else None)
        if page.original:
            page = page.without({entry.block.index: entry.filter for entry in run(RULES, page).removed})
            yield example._replace(page=page)


def _terminal(example: Example) -> str:
    """As inscriptis lays a page out: lists and tables indented, blank lines between paragraphs."""
    return str(get_text(example.html))


def _dense(example: Example) -> str:
    """The same without blank lines."""
    return _BLANK.sub("\n", _terminal(example))


def _lines(example: Example) -> str:
    """A line a block, as in the WET files of Common Crawl."""
    return "\n".join(block.text for block in example.page.original if not block.hidden)


def _wrapped(example: Example) -> str:
    """Paragraphs in lines of 76 columns with blank lines between, as mail programs and old dumps have them."""
    blocks = (block.text for block in example.page.original if not block.hidden)
    return "\n\n".join("\n".join(textwrap.wrap(text, _COLUMNS)) for text in blocks)


_TERMINAL: tuple[Callable[[Example], str], ...] = (_terminal, _dense)
_LINES: tuple[Callable[[Example], str], ...] = (_lines, _wrapped)
