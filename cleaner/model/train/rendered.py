"""The pages of a training set as text without markup, in the forms in which such text is found.

As inscriptis lays a page out, with lists and tables indented, and the same without blank lines; a line a block, as in
the WET files of Common Crawl, and wrapped.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from inscriptis import get_text

from cleaner.ledger import run
from cleaner.model.train.pages import RULES, Example
from cleaner.plaintext import read_text

_COLUMNS = 76
_BLANK = re.compile(r"\n\s*\n")


def rendered(example: Example) -> Iterator[Example]:
    """The page in four forms: as a terminal shows it, without its address, and a line or a paragraph a block."""
    shown = str(get_text(example.html))
    blocks = [block.text for block in example.page.original if not block.hidden]
    for form in (shown, _BLANK.sub("\n", shown)):
        yield from _read(example, form, None)
    for form in ("\n".join(blocks), _wrapped(blocks)):
        yield from _read(example, form, example.page.url)


def _read(example: Example, text: str, url: str | None) -> Iterator[Example]:
    """The page as `clean_text` reads this text, when there is any."""
    page = read_text(text, url=url)
    if page.original:
        page = page.without({entry.block.index: entry.filter for entry in run(RULES, page).removed})
        yield example._replace(page=page)


def _wrapped(blocks: Iterable[str]) -> str:
    """Paragraphs in lines of 76 columns with blank lines between, as mail programs and old dumps have them."""
    return "\n\n".join("\n".join(textwrap.wrap(text, _COLUMNS)) for text in blocks)
