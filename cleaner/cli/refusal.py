"""What was asked for cannot be done, said in a sentence."""

from __future__ import annotations

import click


class Refusal(click.ClickException):
    """The sentence on standard error, and exit status 2."""

    exit_code = 2
