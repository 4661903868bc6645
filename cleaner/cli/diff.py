"""`cleaner diff OLD NEW`: what another version or pipeline made of the same pages."""

from __future__ import annotations

import os

import click

from cleaner.cli.outputs import is_output, read_output
from cleaner.cli.refusal import Refusal
from cleaner.cli.report import check_report, say, write_report
from cleaner.cli.shards import ENDINGS
from cleaner.errors import shown
from cleaner.io.sources import check_zstd
from cleaner.report import Summary, render_changes, summary
from cleaner.report.changes import Pairs


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("-o", "--output", "out", metavar="FILE", help="Write it as HTML too, with what went and what came.")
@click.option(
    "--most",
    type=click.IntRange(1),
    default=200,
    show_default=True,
    help="Pages to show; those that changed most come first.",
)
def diff(old: str, new: str, out: str | None, most: int) -> None:
    """Show what changed from OLD to NEW, two outputs of a batch.

    That is which pages, by how much, and which filters remove more or less than before. Pages are the same where their
    `id` is. Outputs of the same input in the same order are read side by side, however long they are; of others, the
    pages that are out of step are held in memory.
    """
    if out:
        check_report(out)
    try:
        for path in (old, new):
            _check(path)
        pairs = Pairs(read_output(old, say), read_output(new, say))
        found = summary(pairs, most=most)
        if out:
            write_report(out, render_changes(found))
    except (ImportError, ValueError) as error:
        raise Refusal(str(error)) from error
    click.echo("\n".join(_lines(found, pairs)).encode("utf-8", "replace"))


def _check(path: str) -> None:
    if os.path.isdir(path):
        raise Refusal(f"{shown(path)} is a folder; give the output of a batch, which is a file.")
    if not os.path.isfile(path):
        raise Refusal(f"There is no file {shown(path)}; give the output of a batch.")
    if not path.lower().endswith(ENDINGS):
        raise Refusal(f"{shown(path)} is no output of a batch; their names end in {', '.join(ENDINGS)}.")
    check_zstd([path])
    if os.path.getsize(path) and not is_output(path):
        raise Refusal(f"{shown(path)} holds no rows that cleaner wrote; clean the pages by `cleaner batch` first.")


def _lines(found: Summary, pairs: Pairs) -> list[str]:
    """How many, which filters, and a line for each page, the largest change first."""
    lines = [f"{found.changed:,} of {found.pages:,} pages changed"]
    for number, which in ((pairs.only_old, "OLD"), (pairs.only_new, "NEW")):
        if number:
            lines[0] += f"; {number:,} {'is' if number == 1 else 'are'} in {which} only"
    lines[0] += "."
    moved = sorted(found.moved.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    if any(found.moved.values()):
        lines.append(f"Removed words: {', '.join(f'{name} {count:+,}' for name, count in moved if count)}.")
    return lines + [str(change) for change in found.largest]
