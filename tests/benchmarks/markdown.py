"""What becomes of code, lists and tables: those of the page whose text is body, and how many are such in the Markdown.

    python tests/benchmarks/markdown.py FOLDER [--kinds documentation,forum] [--pages 100] [--show]

FOLDER holds `truth.jsonl` (a line a page, with its `id`, `url`, `kind` and `body`) and `<id>.html.gz`. An element
counts where four in five of its runs of four words stand in the true body; it is such in the Markdown where they stand
in one element of its kind, after a Markdown parser has read it. Beside ours stands trafilatura's of the same pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import trafilatura
from markdown_it import MarkdownIt

from cleaner import clean

_KINDS = {"pre": "code", "ol": "list", "ul": "list", "table": "table"}
_MOST = 0.8
_RUN = 4
_PARSER = MarkdownIt("commonmark").enable("table")

Runs = set[tuple[str, ...]]


def runs(text: str) -> Runs:
    """The runs of four words of a text."""
    words = re.findall(r"\w+", text)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def is_data(table: Any) -> bool:
    """A table with rows and columns, and no other in it."""
    rows = [len(row.xpath("./td|./th")) for row in table.iter("tr")]
    in_columns = sum(size > 1 for size in rows)
    return len(rows) > 1 and 2 * in_columns > len(rows) and not table.xpath(".//table")


def elements(html: str) -> Iterator[tuple[str, Runs]]:
    """What kind of element, and its runs of words."""
    if not html.strip():
        return
    tree = lxml.html.document_fromstring(html)
    for tag, kind in _KINDS.items():
        for element in tree.iter(tag):
            if (tag != "table" or is_data(element)) and (found := runs(" ".join(map(str, element.itertext())))):
                yield kind, found


def share(of: Runs, among: Runs) -> float:
    """Which part of the first is in the second."""
    return len(of & among) / len(of)


def ours(html: bytes, url: str) -> str:
    """Our Markdown."""
    return clean(html, url=url).to_markdown()


def theirs(html: bytes, url: str) -> str:
    """trafilatura's Markdown."""
    return trafilatura.extract(html, url=url, output_format="markdown", include_tables=True) or ""


def main() -> None:
    """Prints a table for each kind of page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kinds", default="documentation,forum")
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--show", action="store_true", help="name the pages whose elements we lose")
    arguments = parser.parse_args()
    truth = [json.loads(line) for line in (arguments.folder / "truth.jsonl").open(encoding="utf-8")]
    for kind in arguments.kinds.split(","):
        pages = [page for page in truth if page["kind"] == kind][: arguments.pages]
        print(f"\n{kind}: {len(pages)} pages")
        report(arguments.folder, pages, arguments.show)


def report(folder: Path, pages: list[dict[str, Any]], show: bool) -> None:
    """Counts and prints."""
    systems: dict[str, Callable[[bytes, str], str]] = {"cleaner": ours, "trafilatura": theirs}
    on_page: Counter[str] = Counter()
    kept: dict[str, Counter[str]] = {name: Counter() for name in systems}
    for page in pages:
        html = gzip.decompress((folder / f"{page['id']}.html.gz").read_bytes())
        body = runs(page["body"])
        wanted = [
            (kind, found) for kind, found in elements(html.decode("utf-8", "replace")) if share(found, body) >= _MOST
        ]
        on_page.update(kind for kind, _ in wanted)
        if not wanted:
            continue
        for name, markdown in systems.items():
            made = list(elements(_PARSER.render(markdown(html, page["url"]))))
            for kind, found in wanted:
                if any(of == kind and share(found, there) >= _MOST for of, there in made):
                    kept[name][kind] += 1
                elif show and name == "cleaner":
                    print("  lost", page["id"], kind, len(found))
    print(f"{'':8} {'on page':>8}" + "".join(f" {name:>18}" for name in systems))
    for kind, number in sorted(on_page.items()):
        counts = "".join(f" {kept[name][kind]:>11} ({kept[name][kind] / number:4.0%})" for name in systems)
        print(f"{kind:8} {number:>8}{counts}")


if __name__ == "__main__":
    main()
