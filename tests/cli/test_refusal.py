"""What cannot be done is a sentence."""

from __future__ import annotations

import click
from click.testing import CliRunner

from cleaner.cli.refusal import Refusal


@click.command()
def command() -> None:
    raise Refusal("It cannot be done; do something else.")


def test_it_is_one_line_and_status_2() -> None:
    done = CliRunner().invoke(command)
    assert (done.exit_code, done.output) == (2, "Error: It cannot be done; do something else.\n")
