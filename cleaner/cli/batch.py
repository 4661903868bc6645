"""`cleaner batch IN... -o OUT`: any number of pages, none of which can stop the others."""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, cast

import click

from cleaner import Cleaner, clean_many
from cleaner.cli.inputs import FIELDS, Inputs, digest, found
from cleaner.cli.refusal import Refusal, check_target
from cleaner.cli.shards import ENDINGS, Shards, ledger_of
from cleaner.cli.tally import Tally
from cleaner.document import Result
from cleaner.errors import shown
from cleaner.io import COLUMNS, SCHEMA_VERSION, RecordError, ledger_rows, row
from cleaner.io.parquet import pyarrow_parquet
from cleaner.io.rows import write_all
from cleaner.io.sources import check_zstd
from cleaner.io.targets import written

if TYPE_CHECKING:
    from tqdm import tqdm

_SHARD_PAGES = 1000
_SHARD_SECONDS = 30.0
"""What a kill can cost at most: a shard is on the disk after so many pages, or so much time."""


@click.command()
@click.argument("sources", metavar="IN...", nargs=-1, required=True)
@click.option("-o", "--output", "out", metavar="OUT", required=True, help=f"A name that ends in {', '.join(ENDINGS)}.")
@click.option("--workers", type=click.IntRange(0), help="Processes; as many as there are cores, 0 for this one alone.")
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), default=30.0, show_default=True, help="Seconds for a page."
)
@click.option(
    "--max-memory",
    type=click.IntRange(1),
    metavar="BYTES",
    help="Bytes that a page may take beyond what its worker has; no limit by default.",
)
@click.option("--resume", is_flag=True, help="Go on with a batch that was stopped or killed.")
@click.option("--keep", metavar="COLUMN", multiple=True, help="Carry this field of the input into the output.")
@click.option(
    "--field", "named", metavar="NAME=COLUMN", multiple=True, help=f"What the input calls {', '.join(FIELDS)}."
)
@click.option(
    "--ledger",
    type=click.Choice(["counts", "full"]),
    default="counts",
    show_default=True,
    help="Count removed words by filter, or also write all removed text, to a table beside OUT.",
)
@click.option("--stats", metavar="FILE", help="Write what it came to, as JSON.")
@click.option(
    "--max-failed",
    type=click.FloatRange(0, 1),
    default=0.05,
    show_default=True,
    help="The share of pages that may fail; more are exit status 1.",
)
def batch(
    sources: tuple[str, ...],
    out: str,
    workers: int | None,
    timeout: float,
    max_memory: int | None,
    resume: bool,
    keep: tuple[str, ...],
    named: tuple[str, ...],
    ledger: str,
    stats: str | None,
    max_failed: float,
) -> None:
    """Clean all pages in IN... and write a row for each to OUT.

    IN is a file or a folder of them: pages (.html, .htm, .xhtml, .txt), rows (.jsonl, .jsonl.gz, .jsonl.zst, .parquet)
    or archives (.warc, .wet, .gz and .zst of them). A row has an html or a text, and may have an id and a url.

    OUT appears when it is complete; until then the pages that are done are in OUT.parts.
    """
    started = time.monotonic()
    keep, names = tuple(dict.fromkeys(keep)), _names(named)
    _check_keep(keep, names)
    try:
        _check_out(out, stats)
        cleaner = Cleaner(ledger="full" if ledger == "full" else "counts")
        shards, inputs = _prepared(sources, out, stats, keep=keep, names=names, cleaner=cleaner)
        results = clean_many(
            inputs.documents(), cleaner=cleaner, workers=workers, timeout=timeout, max_memory=max_memory
        )
        if resume and shards.is_done():
            click.echo(f"{out} is complete: nothing to resume; leave out --resume to clean the pages again.", err=True)
            return
        shards.begin(resume)
        inputs.done = shards.documents
    except (ImportError, FileNotFoundError, ValueError) as error:
        raise Refusal(str(error)) from error
    before = shards.documents
    try:
        _clean(results, inputs, shards, keep)
        shards.finish()
    except (Refusal, RuntimeError) as error:  # the input is not as it must be, or the workers cannot be started
        shards.leave()
        raise Refusal(str(error)) from error
    except KeyboardInterrupt:
        raise _Stopped(
            f"Stopped; what is done is kept in {shards.folder}, and --resume goes on from there. It does at most one "
            f"shard again: {_SHARD_PAGES:,} pages, or what was done in {_SHARD_SECONDS:.0f} seconds."
        ) from None
    _report(shards.tally(), before, time.monotonic() - started, stats, keep)
    if (failed := shards.tally().failed) > max_failed:
        raise _TooMany(f"{failed:.1%} failed, more than --max-failed allows ({max_failed:.1%}).")


class _Stopped(Refusal):
    """The user has had enough."""

    exit_code = 130


class _TooMany(Refusal):
    """The output is there, and is not to be trusted."""

    exit_code = 1


def _names(named: Sequence[str]) -> dict[str, str | None]:
    """What `--field html=body` says; nothing behind the sign is a field that is not to be looked for."""
    names: dict[str, str | None] = {}
    for one in named:
        name, sign, column = one.partition("=")
        if name not in FIELDS or not sign:
            raise Refusal(f"--field {shown(one)} is not of the form NAME=COLUMN; NAME is one of {', '.join(FIELDS)}.")
        names[name] = column or None
    return names


def _prepared(
    sources: Sequence[str],
    out: str,
    stats: str | None,
    *,
    keep: Sequence[str],
    names: dict[str, str | None],
    cleaner: Cleaner,
) -> tuple[Shards, Inputs]:
    """The working folder, not begun yet, and the input, when it is known that all is there."""
    paths = found(sources, but=(out, ledger_of(out), f"{out}.parts", *([stats] if stats else ())))
    manifest = {
        "pipeline": cleaner.fingerprint,
        "schema_version": SCHEMA_VERSION,
        "inputs": digest(paths),
        "fields": names,
        "keep": list(keep),
        "ledger": cleaner.ledger,
    }
    return Shards(out, manifest), Inputs(paths, names, keep)


def _check_keep(keep: Sequence[str], names: dict[str, str | None]) -> None:
    """Refuses to keep what the output has already: a column of ours, or what the page itself is read from."""
    read = {names.get(field, field): field for field in FIELDS if field != "text"}
    for name in keep:
        if name in COLUMNS:
            raise Refusal(
                f"--keep {name}: the output has a column {shown(name)} of its own; leave it out, or give the field "
                f"another name in the input."
            )
        if name in read:
            raise Refusal(f"--keep {name}: the field is read as the page's {read[name]}; leave it out.")


def _check_out(out: str, stats: str | None) -> None:
    if not out.lower().endswith(ENDINGS):
        raise Refusal(f"{shown(out)} has no ending that says what to write; give one of {', '.join(ENDINGS)}.")
    check_target(out)
    check_zstd([out])
    if out.lower().endswith(".parquet"):
        pyarrow_parquet()
    if stats:
        check_target(stats, "--stats")
        if os.path.abspath(stats) in map(os.path.abspath, (out, ledger_of(out))):
            raise Refusal(f"--stats {stats}: the rows go there; give the statistics another name.")


def _clean(results: Iterator[Result], inputs: Inputs, shards: Shards, keep: Sequence[str]) -> None:
    """Shard by shard, until the last one is there."""
    from tqdm import tqdm  # noqa: PLC0415  # it takes long to import, and one page does not need it

    with closing(cast(Generator[Result], results)), tqdm(initial=shards.documents, unit=" pages", disable=None) as bar:
        while not shards.complete:
            _write_shard(results, inputs, shards, keep, bar)


def _write_shard(
    results: Iterator[Result], inputs: Inputs, shards: Shards, keep: Sequence[str], bar: tqdm[Any]
) -> None:
    tally, last = Tally(), False
    until = time.monotonic() + _SHARD_SECONDS
    with shards.next() as (write, write_removed):
        for result in results:
            write(row(result, keep))
            if write_removed:
                write_all(write_removed, ledger_rows(result))
            tally.add(result, keep)
            bar.update()
            if tally.pages == _SHARD_PAGES or time.monotonic() > until:
                break
        else:
            last = True
    damage = inputs.damage(until=None if last else shards.documents + tally.pages)
    if damage and last and not shards.documents + tally.pages:
        raise Refusal(_no_page(damage))
    for error in damage:
        bar.write(str(error), file=sys.stderr)
    tally.unreadable = len(damage)
    shards.commit(tally, last)


def _no_page(damage: Sequence[RecordError]) -> str:
    """What is wrong with most records of an input that has no page, said of the first of them."""
    [(reason, _)] = Counter(error.reason for error in damage).most_common(1)
    first = next(error for error in damage if error.reason == reason)
    number = "the one record" if len(damage) == 1 else f"{len(damage):,} records"
    return (
        f"There is no page in {number} of the input. {first.source}, {first.place}: {reason}; where the field of the "
        f"page has another name, give it by --field html=NAME."
    )


def _report(tally: Tally, before: int, seconds: float, stats: str | None, keep: Sequence[str]) -> None:
    """The closing line, what nobody had, and the file that says more."""
    rate = (tally.pages - before) / seconds
    if stats:
        run = {"resumed": before, "seconds": round(seconds, 3), "pages_per_second": round(rate, 3)}
        with written(stats) as stream:
            stream.write(json.dumps({**tally.report(), **run}, ensure_ascii=False, indent=2).encode() + b"\n")
    missing = [shown(name) for name in keep if not tally.kept[name]]
    if missing and tally.pages:
        click.echo(f"--keep: no page has a field {' or '.join(missing)}; nothing but null was kept.", err=True)
    resumed = f" ({before:,} of them before this run)" if before else ""
    click.echo(f"{tally.as_line()}{resumed}; {rate:,.1f} pages a second.", err=True)
