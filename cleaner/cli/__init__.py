"""The command line: `cleaner PAGE` cleans a page, and commands stand beside it.

Whatever cannot be read, cleaned or written is one sentence on standard error and exit status 2.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from cleaner.cli.batch import batch
from cleaner.cli.diff import diff
from cleaner.cli.page import page
from cleaner.cli.refusal import Refusal
from cleaner.cli.report import report


class _Program(click.Group):
    """A group of commands that cleans a page where its first argument names none of them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts the command without a name in front where no other stands."""
        named = bool(args) and args[0] in self.commands
        return super().parse_args(ctx, args if named else ["", *args])

    def main(self, *args: Any, **extra: Any) -> Any:
        """Says it in a sentence where the output cannot be written; click itself knows of closed pipes alone."""
        try:
            return super().main(*args, **extra)
        except OSError as error:
            click.echo(f"Error: The output cannot be written ({error.strerror}); send it elsewhere.", err=True)
            # What could not be written would fail again when Python flushes on its way out.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(Refusal.exit_code)


@click.group(cls=_Program)
def main() -> None:
    """Cleans web pages."""


main.add_command(page, "")
main.add_command(batch)
main.add_command(report)
main.add_command(diff)
