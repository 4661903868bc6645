"""Trains the weights of the learned filter: `python -m cleaner.model.train --data DIR... --out FILE`.

`cleaner.model.train.pages` says what a folder of pages with truth must look like. The pages are judged in folds by
registered domain first, since chances and confidence come from pages that a network has not seen; `--predictions
OUT` writes what such a network makes of each page, a line of JSON a page (id, text, page_type, confidence). The same
data and seed give the same weights, on processors of one kind to the bit.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click
import numpy as np

from cleaner.filters import Filter
from cleaner.filters.boilerplate import boilerplate
from cleaner.ledger import run
from cleaner.model import KINDS, judgement_of
from cleaner.model.features import features
from cleaner.model.judge import scored_as_stated
from cleaner.model.score import score
from cleaner.model.weights import Weights, save
from cleaner.rescue import rescue

try:
    from cleaner.model.train.calibrate import Tried, came, chances, confidence
    from cleaner.model.train.learn import Prepared, learn, prepare
    from cleaner.model.train.pages import RULES, Example, read
    from cleaner.model.train.rendered import rendered
except ImportError as error:
    raise ImportError(
        f"Training needs {error.name}, which is not installed; install it with `pip install 'article-cleaner[train]'`."
    ) from error

_log = logging.getLogger("cleaner")


@click.command(help=__doc__)
@click.option("--data", "folders", type=click.Path(exists=True, path_type=Path), multiple=True, required=True)
@click.option("--out", type=click.Path(path_type=Path), help="Where the weights go.")
@click.option("--text", is_flag=True, help="For clean_text: the same pages, rendered as text.")
@click.option("--folds", type=click.IntRange(2), default=5, show_default=True)
@click.option("--predictions", type=click.Path(path_type=Path), help="Where the texts out of fold go.")
@click.option("--seed", type=int, default=0, show_default=True)
def main(
    folders: tuple[Path, ...], out: Path | None, text: bool, folds: int, predictions: Path | None, seed: int
) -> None:
    """Trains, as the module's docstring says."""
    if text and predictions:
        raise click.UsageError("--predictions are for pages; with --text every page comes in two forms.")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    examples = [example for folder in folders for example in read(folder)]
    if text:
        examples = [form for example in examples for form in rendered(example)]
    if not examples:
        raise click.UsageError(f"No page with a true text and a block of its own is in {', '.join(map(str, folders))}.")
    pages = [prepare(example) for example in examples]
    _log.info("%d pages of %d sites", len(pages), len({page.example.domain for page in pages}))
    parts = _folds(pages, folds, seed)
    nets = [learn([page for page, of in zip(pages, parts, strict=True) if of != fold], seed) for fold in range(folds)]
    tried = [_try(page, nets[fold]) for page, fold in zip(pages, parts, strict=True)]
    _report(tried)
    if predictions:
        _write(predictions, tried, parts, nets)
    if out:
        likely = chances(tried)
        save(learn(pages, seed)._replace(chances=likely, confidence=confidence(tried, likely)), out)
        _log.info("wrote %s", out)


def _folds(pages: Sequence[Prepared], folds: int, seed: int) -> list[int]:
    """The fold of each page: all pages of a registered domain share one."""
    domains = sorted({page.example.domain for page in pages})
    order = np.random.default_rng(seed).permutation(len(domains))
    fold = {domain: int(place) % folds for domain, place in zip(domains, order, strict=True)}
    return [fold[page.example.domain] for page in pages]


def _try(page: Prepared, weights: Weights) -> Tried:
    shown = page.example.page
    scored = score(features(shown, weights.odds, weights.hints), weights)
    return Tried(page.example, page.labels, scored_as_stated(shown, scored))


def _write(path: Path, tried: Sequence[Tried], parts: Sequence[int], nets: Sequence[Weights]) -> None:
    """Chances and confidence for a fold come from the pages of the others."""
    with path.open("w", encoding="utf-8") as lines:
        for fold, net in enumerate(nets):
            others = [page for page, of in zip(tried, parts, strict=True) if of != fold]
            likely = chances(others)
            weights = net._replace(chances=likely, confidence=confidence(others, likely))
            filters: tuple[tuple[str, Filter], ...] = (*RULES, ("boilerplate", partial(boilerplate, weights=weights)))
            for example in (page.example for page, of in zip(tried, parts, strict=True) if of == fold):
                lines.write(json.dumps({"id": example.id, **_said(example, filters)}, ensure_ascii=False) + "\n")


def _said(example: Example, filters: Sequence[tuple[str, Filter]]) -> dict[str, object]:
    """What the whole pipeline makes of a page."""
    page = example.page.afresh()
    kept = rescue(page, run(filters, page)).ledger.kept
    judgement = judgement_of(page)
    return {
        "text": "\n\n".join(block.text for block in kept),
        "page_type": judgement.page_type if judgement else None,
        "confidence": judgement.confidence if judgement else None,
    }


def _report(tried: Sequence[Tried]) -> None:
    """Logs the F1 by type of page, and in ten bins of confidence what was expected and what came."""
    likely = chances(tried)
    table = confidence(tried, likely)
    measured = [came(page, likely) for page in tried]
    _log.info("F1 of %d pages out of fold: %.4f", len(measured), np.mean([page.f1 for page in measured]))
    for kind, name in enumerate(KINDS):
        of = [found for page, found in zip(tried, measured, strict=True) if page.example.kind == kind]
        if of:
            mean, right = np.mean([page.f1 for page in of]), np.mean([page.kind == kind for page in of])
            _log.info("%-14s %5d pages  F1 %.4f  type right %.2f", name, len(of), mean, right)
    expected = np.array([table[page.kind, page.promised] for page in measured])
    actual = np.array([page.f1 for page in measured])
    for low in range(10):
        inside = np.minimum((expected * 10).astype(int), 9) == low
        if inside.any():
            means = expected[inside].mean(), actual[inside].mean()
            _log.info(
                "confidence %.1f to %.1f: %5d pages, expected %.3f, F1 %.3f",
                low / 10,
                low / 10 + 0.1,
                inside.sum(),
                *means,
            )


if __name__ == "__main__":
    main()
