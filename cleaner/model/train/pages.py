"""Pages with human-made truth, as training reads them.

A folder is either of this form:

    truth.jsonl           a line a page: id, kind (a page type), url, body (the true text), optional (paragraphs that
                          may be in it or not); other keys are not read, nor a page without a body
    <id>.html[.gz]        the page

or of the layout in which WCXB is published, one folder a split:

    ground-truth/<id>.json  url, `_internal.page_type.primary`, and the true text as `ground_truth.main_content`
    html/<id>.html[.gz]     the page
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tld import get_fld

from cleaner.block import Page
from cleaner.decode import decode
from cleaner.filters import DEFAULT
from cleaner.ledger import run
from cleaner.model import KINDS
from cleaner.parse import parse

RULES = tuple((name, filter) for name, filter in DEFAULT if name != "boilerplate")
"""All filters but the model's."""
_MOST = 50_000_000


class Example(NamedTuple):
    """A page that has at least one block, and its truth."""

    id: str
    kind: int
    """In `KINDS`."""
    domain: str
    """The registered domain, by which folds are made: no site is on both sides of one."""
    html: str
    page: Page
    """As rules left it to the model."""
    body: str
    optional: tuple[str, ...]


def read(folder: Path) -> Iterator[Example]:
    """The pages of a folder, in the order of its truth. ValueError where it has neither layout or a kind is unknown."""
    for truth, content in entries(folder):
        if truth["kind"] not in KINDS:
            raise ValueError(f"Page {truth['id']} in {folder} is of the kind {truth['kind']!r}; known are {KINDS}.")
        html, warnings = decode(content, None, _MOST)
        page = parse(html, url=truth.get("url") or None, warnings=warnings)
        if page.original:
            page = page.without({entry.block.index: entry.filter for entry in run(RULES, page).removed})
            domain = get_fld(truth.get("url") or "", fail_silently=True) or truth["id"]
            optional = tuple(truth.get("optional") or ())
            yield Example(truth["id"], KINDS.index(truth["kind"]), domain, html, page, truth["body"], optional)


def entries(folder: Path) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The truth of each page that has a true body, with the page. ValueError where the folder has neither layout."""
    for truth in _truths(folder):
        content = _content(folder, truth["id"])
        if truth.get("body") is not None and content is not None:
            yield truth, content


def _truths(folder: Path) -> Iterator[dict[str, Any]]:
    if (folder / "truth.jsonl").exists():
        with (folder / "truth.jsonl").open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    elif (folder / "ground-truth").is_dir():
        for path in sorted((folder / "ground-truth").glob("*.json")):
            entry = json.loads(path.read_text("utf-8"))
            kind = entry["_internal"]["page_type"]["primary"]
            yield {"id": path.stem, "kind": kind, "url": entry["url"], "body": entry["ground_truth"]["main_content"]}
    else:
        raise ValueError(
            f"{folder} has neither truth.jsonl (a line a page: id, kind, url, body) with <id>.html or <id>.html.gz "
            f"beside it, nor ground-truth/<id>.json and html/<id>.html as WCXB has them; make it one of these forms."
        )


def _content(folder: Path, name: str) -> bytes | None:
    for place in (folder, folder / "html"):
        if (place / f"{name}.html.gz").exists():
            return gzip.decompress((place / f"{name}.html.gz").read_bytes())
        if (place / f"{name}.html").exists():
            return (place / f"{name}.html").read_bytes()
    return None
