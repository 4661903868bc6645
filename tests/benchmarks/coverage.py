"""How much of what a reader sees is accounted for: words of a text renderer that are in `blocks` or `removed`.

    python tests/benchmarks/coverage.py FOLDER [--pages 100] [--worst 5]

FOLDER holds `truth.jsonl` (a line a page, with its `id`) and `<id>.html.gz`. The renderer is inscriptis. A word counts
as often as the renderer shows it; the bullets that it draws before list items ("o") are none of the page's words.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path

from inscriptis import get_text

from cleaner import clean
from cleaner.decode import decode

WORD = re.compile(r"\w+")
BULLET = re.compile(r"^\s*[o*+-]\s", re.MULTILINE)


def words(text: str) -> Counter[str]:
    """The text's words, lowercase, with their counts."""
    return Counter(WORD.findall(text.lower()))


def share(html: str) -> tuple[int, int, list[str]]:
    """Of one page: the words that are accounted for, all words that are shown, and some that are missing."""
    article = clean(html)
    shown = words(BULLET.sub("", get_text(html)))
    held = words("\n".join([article.text, *(removal.text for removal in article.removed)]))
    missing = shown - held
    return (shown & held).total(), shown.total(), [word for word, _ in missing.most_common(12)]


def main() -> None:
    """Prints the share over all pages, and the pages with the lowest."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--worst", type=int, default=5)
    arguments = parser.parse_args()
    truth = (arguments.folder / "truth.jsonl").read_text("utf-8")
    ids = [json.loads(line)["id"] for line in truth.split("\n") if line]
    ids = ids[:: max(1, len(ids) // arguments.pages)][: arguments.pages]
    rows = []
    for name in ids:
        html, _ = decode(gzip.decompress((arguments.folder / f"{name}.html.gz").read_bytes()), None, 50_000_000)
        rows.append((name, *share(html)))
    held, shown = sum(row[1] for row in rows), sum(row[2] for row in rows)
    print(f"{len(rows)} pages: {held:,} of {shown:,} words accounted for, {held / shown:.2%}")
    for name, held, shown, missing in sorted(rows, key=lambda row: row[1] / max(1, row[2]))[: arguments.worst]:
        print(f"  {held / max(1, shown):.1%}  {name}  {held} of {shown}; missing: {' '.join(missing)}")


if __name__ == "__main__":
    main()
