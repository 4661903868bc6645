"""What was asked for cannot be done, said in a sentence."""

from __future__ import annotations

import click

from cleaner.io.targets import check_path


class Refusal(click.ClickException):
    """The sentence on standard error, and exit status 2."""

    exit_code = 2


def check_target(path: str, option: str = "") -> None:
    """Refuses at once a path under which no file can be written, and names the option that it was given to."""
    try:
        check_path(path)
    except OSError as error:
        raise Refusal(f"{option} {path}: {error}" if option else str(error)) from error
