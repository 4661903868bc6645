"""What cannot be done is a sentence."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cleaner.cli.refusal import Refusal, check_target


@click.command()
def command() -> None:
    raise Refusal("It cannot be done; do something else.")


def test_it_is_one_line_and_status_2() -> None:
    done = CliRunner().invoke(command)
    assert (done.exit_code, done.output) == (2, "Error: It cannot be done; do something else.\n")


def test_a_path_under_which_no_file_can_be_written(tmp_path: Path) -> None:
    check_target(str(tmp_path / "out.html"))
    with pytest.raises(Refusal, match=r"^There is no folder '.*nowhere'; make it first\.$"):
        check_target(str(tmp_path / "nowhere" / "out.html"))
    with pytest.raises(Refusal, match=r"^--stats .*nowhere/out\.json: There is no folder '.*nowhere'"):
        check_target(f"{tmp_path}/nowhere/out.json", "--stats")
