"""A second opinion: what trafilatura and htmldate make of a page, where our own sources have nothing.

Both are loaded at the first call, never at import. One page at a time in a process: they have been seen to
crash where threads use them together. The page is parsed by a parser of the call, not by theirs, which is
shared by all.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any, Generic, NamedTuple, TypeVar

from lxml.etree import ParserError, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring

FAILED = "fallback_failed"
"""The warning that trafilatura or htmldate raised, so that an empty answer says nothing about the page."""

_T = TypeVar("_T")
_FAR = date(9998, 12, 31)
"""Left to itself htmldate would ask the clock. Time zones reach beyond the last year that Python knows."""
_TWO_DAYS = (datetime(2000, 1, 1), datetime(2001, 2, 2))
_BLOCKS = frozenset({"p", "head", "item", "quote", "list", "table", "row", "div"})
_CELL = "\x1f"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_log = logging.getLogger("cleaner")
_one_page = threading.Lock()
for _name in ("trafilatura", "htmldate"):  # where nobody listens, their complaints would go to stderr
    logging.getLogger(_name).addHandler(logging.NullHandler())


class Answer(NamedTuple, Generic[_T]):
    """What was found, empty where nothing was, and warnings."""

    value: _T
    warnings: tuple[str, ...] = ()


def body(html: str, url: str | None) -> Answer[tuple[str, ...]]:
    """The main text that trafilatura finds, by paragraphs, list items and table rows; no comments."""
    return _ask(_body, html, url, empty=())


def author(html: str, url: str | None) -> Answer[tuple[str, ...]]:
    """The authors' names that trafilatura finds."""
    return _ask(_author, html, url, empty=())


def published(html: str, url: str | None, crawled: date | None) -> Answer[date | None]:
    """The day of publication that htmldate finds, none after `crawled`; without it no day lies in the future."""
    return _ask(_published, html, url, crawled, empty=None)


def _ask(question: Callable[..., _T], html: str, *context: Any, empty: _T) -> Answer[_T]:
    with _one_page:
        try:
            tree = _tree(html)
            return Answer(empty if tree is None else question(tree, *context))
        except Exception as error:  # whatever a page makes them raise, it costs their answer only
            _log.debug("%s failed: %r", question.__name__.strip("_"), error)
            return Answer(empty, (FAILED,))


def _tree(html: str) -> HtmlElement | None:
    """The page as a tree, no deeper than libxml2's own limit: both libraries recurse."""
    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_pis=True)
    try:
        return document_fromstring(_NOT_IN_XML.sub("", html).encode("utf-8"), parser=parser)
    except ParserError:  # nothing in it
        return None


def _body(tree: HtmlElement, url: str | None) -> tuple[str, ...]:
    from trafilatura import bare_extraction  # noqa: PLC0415  # loaded when asked for

    found = bare_extraction(tree, url=url, include_comments=False, include_tables=True, deduplicate=False)
    return () if found is None else tuple(_paragraphs(found.body))  # type: ignore[union-attr]  # a dict only as_dict


def _paragraphs(body: Any) -> Iterator[str]:
    """The blocks of the tree in trafilatura's vocabulary; a row's cells joined by a tab, code as it stands."""
    parts: list[str] = []
    walk = iterwalk(body, events=("start", "end"))
    for event, node in walk:
        outermost = node.getparent() is body
        if outermost or node.tag in _BLOCKS:
            yield from _folded(parts)
            parts.clear()
        if outermost and node.tag == "code" and event == "start":
            yield "".join(node.itertext()).strip("\n")
            walk.skip_subtree()
            continue
        if node.tag == "cell" and event == "end":
            parts.append(_CELL)
        parts.append((node.text if event == "start" else node.tail) or " " * (node.tag == "lb"))
    yield from _folded(parts)


def _folded(parts: list[str]) -> Iterator[str]:
    cells = [" ".join(cell.split()) for cell in "".join(parts).split(_CELL)]
    if any(cells):
        yield "\t".join(cells).strip("\t")


def _author(tree: HtmlElement, url: str | None) -> tuple[str, ...]:
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415  # loaded when asked for

    dates = {"extensive_search": False, "original_date": True, "max_date": _FAR.isoformat()}
    names = extract_metadata(tree, default_url=url, date_config=dates).author or ""
    return tuple(name for name in map(str.strip, names.split(";")) if name)


def _published(tree: HtmlElement, url: str | None, crawled: date | None) -> date | None:
    from htmldate import find_date  # noqa: PLC0415  # loaded when asked for

    # htmldate compares in the machine's time zone: a day more, and the last word is ours.
    limit = date.fromordinal(min(crawled.toordinal() + 1, _FAR.toordinal())) if crawled else _FAR
    with _without_clock():
        found = find_date(
            tree,
            url=url,
            extensive_search=False,
            original_date=True,
            max_date=datetime.combine(limit, time.max),
        )
    day = date.fromisoformat(found) if found else None
    return None if day and crawled and day.toordinal() > crawled.toordinal() else day


@contextmanager
def _without_clock() -> Iterator[None]:
    """Keeps htmldate from taking what a date leaves out from the day on which it runs: "2017-05" had today's day."""
    from htmldate import extractors  # noqa: PLC0415  # loaded when asked for

    module: Any = extractors
    parse = module.dateutil_parse

    def parse_alike(text: str, **options: Any) -> Any:
        first, other = (parse(text, default=day, **options) for day in _TWO_DAYS)
        if (first.year, first.month) != (other.year, other.month):
            raise ValueError(f"{text!r} names no month")
        return first

    module.try_date_expr.cache_clear()  # what others asked, with the clock
    module.dateutil_parse = parse_alike
    try:
        yield
    finally:
        module.dateutil_parse = parse
        module.try_date_expr.cache_clear()
