"""`cleaner report PAGE... -o report.html`: what was kept and what went, to look at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

import click

from cleaner import Cleaner, Result, clean_many
from cleaner.cli.inputs import Inputs, found
from cleaner.cli.outputs import is_output, read_article, read_output
from cleaner.cli.refusal import Refusal, check_target
from cleaner.cli.shards import ENDINGS, ledger_of
from cleaner.errors import shown
from cleaner.io import RecordError
from cleaner.io.sources import check_zstd
from cleaner.io.targets import written
from cleaner.report import render, render_index

_ARTICLES = (".json",)


@click.command()
@click.argument("sources", metavar="PAGE...", nargs=-1, required=True)
@click.option("-o", "--output", "out", metavar="FILE", required=True, help="Where the HTML goes.")
@click.option(
    "--most",
    type=click.IntRange(1),
    default=200,
    show_default=True,
    help="Pages to show; those that failed and those of the least confidence come first.",
)
@click.option("--workers", type=click.IntRange(0), help="Processes; as many as there are cores, 0 for this one alone.")
def report(sources: tuple[str, ...], out: str, most: int, workers: int | None) -> None:
    """Show what was kept of each PAGE, and what was removed and why.

    It is one file of HTML, which needs nothing else.

    PAGE is what `cleaner batch` takes (a page, a folder, rows, an archive), or what cleaner has written: the output of
    a batch, whose removed text is shown where it was made with --ledger full, a line for each Article as JSON, or one
    Article in a file of the ending .json, as --format json prints it.

    One page is shown by itself. Several pages are a table that leads to each of them, in the same file.
    """
    check_report(out)
    try:
        results = _results(sources, out, workers)
        first = list(islice(results, 2))
        if not first:
            raise Refusal(f"There is no page in {', '.join(map(shown, sources))} that can be shown.")
        write_report(out, _one(first[0]) if len(first) == 1 else render_index(chain(first, results), most=most))
    except (ImportError, FileNotFoundError, RuntimeError, ValueError) as error:
        raise Refusal(str(error)) from error


def check_report(out: str) -> None:
    """Refuses at once a name under which no report can be written."""
    if not out.lower().endswith((".html", ".htm")):
        raise Refusal(f"{shown(out)} is to be a page of HTML; give it a name that ends in .html.")
    check_target(out)


def write_report(out: str, content: str) -> None:
    """The file appears when it is complete."""
    with written(out) as stream:
        stream.write(content.encode())


def say(error: RecordError) -> None:
    """What could not be read, on standard error."""
    click.echo(str(error), err=True)


def _one(result: Result) -> str:
    if result.article is None:
        raise Refusal(f"{result.id}: {result.error}")
    return render(result.article)


def _results(sources: tuple[str, ...], out: str, workers: int | None) -> Iterator[Result]:
    """First what has been cleaned already, then what is cleaned now."""
    paths = found(sources, but=[out], also=_ARTICLES)
    articles = [path for path in paths if path.lower().endswith(_ARTICLES)]
    tables = [path for path in paths if path.lower().endswith(ENDINGS)]
    check_zstd(tables)
    ledgers = {ledger_of(path) for path in tables}
    outputs = [path for path in tables if path not in ledgers and is_output(path)]
    rest = [path for path in paths if path not in ledgers.union(articles, outputs)]
    before = chain.from_iterable(
        [*(read_article(path, say) for path in articles), *(read_output(path, say) for path in outputs)]
    )
    return chain(before, _cleaned(rest, workers)) if rest else before


def _cleaned(paths: list[str], workers: int | None) -> Iterator[Result]:
    inputs = Inputs(paths, {}, ())
    for result in clean_many(inputs.documents(), cleaner=Cleaner(), workers=workers):
        for error in inputs.damage(until=None):
            say(error)
        yield result
    for error in inputs.damage(until=None):
        say(error)
