"""How well `clean` finds the body: word precision, recall and F1 by type of page, beside trafilatura.

    python tests/benchmarks/accuracy.py FOLDER... [--fallback body] [--predictions FILE]

FOLDER holds pages with truth: truth.jsonl (a line a page: id, kind, url, body) and <id>.html or <id>.html.gz beside it,
or the published WCXB as it is; `cleaner.model.train.pages` says more. The weights in the package were trained on WCXB's
development split: for it give the predictions out of fold that `python -m cleaner.model.train --predictions FILE`
wrote.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import trafilatura

from cleaner import Cleaner
from cleaner.decode import decode
from cleaner.model.train.labels import words
from cleaner.model.train.pages import entries


def agreement(text: str, truth: str) -> tuple[float, float, float]:
    """Precision, recall and F1 over words, as WCXB measures them."""
    said, true = words(text), words(truth)
    if not said or not true:
        return (float(not said and not true),) * 3
    same = sum((Counter(said) & Counter(true)).values())
    return same / len(said), same / len(true), 2 * same / (len(said) + len(true))


def texts(folder: Path, cleaner: Cleaner, predicted: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Kind, true text, ours and trafilatura's, page by page."""
    for truth, content in entries(folder):
        html, _ = decode(content, None, 50_000_000)
        ours = predicted.get(truth["id"]) if predicted else cleaner.clean(html, url=truth.get("url")).text
        theirs = trafilatura.extract(html, include_comments=False)
        yield truth["kind"], truth["body"], ours or "", theirs or ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--fallback", choices=("none", "body", "all"), default="none")
    parser.add_argument("--predictions", type=Path)
    given = parser.parse_args()
    for folder in given.folders:
        try:
            next(entries(folder), None)
        except ValueError as error:
            parser.error(str(error))
    predicted = {}
    if given.predictions:
        with given.predictions.open(encoding="utf-8") as lines:
            predicted = {line["id"]: line["text"] for line in map(json.loads, lines)}
    cleaner = Cleaner(fallback=given.fallback)
    for folder in given.folders:
        scores: dict[str, list[tuple[float, ...]]] = defaultdict(list)
        for kind, truth, ours, theirs in texts(folder, cleaner, predicted):
            row = (*agreement(ours, truth), *agreement(theirs, truth))
            scores[kind].append(row)
            scores["all"].append(row)
        print(f"{folder.name:24} pages       P     R    F1   trafilatura: P     R    F1")
        for kind, rows in sorted(scores.items()):
            means = [mean(column) for column in zip(*rows, strict=True)]
            print(f"  {kind:22} {len(rows):5}   " + " {:.3f} {:.3f} {:.3f}        {:.3f} {:.3f} {:.3f}".format(*means))


if __name__ == "__main__":
    main()
