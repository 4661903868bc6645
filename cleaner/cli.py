"""The command line: `cleaner PAGE` cleans a page; commands will stand beside it.

Whatever cannot be read, cleaned or written is one sentence on standard error and exit status 2.
"""

from __future__ import annotations

import os
import sys
from typing import Any, BinaryIO

import click

from cleaner import Article, CleanerError, __version__, clean, clean_text
from cleaner.decode import decode
from cleaner.pipeline import MAX_BYTES

_SNIPPET = 80


class _Refusal(click.ClickException):
    """What was asked for cannot be done, said in a sentence."""

    exit_code = 2


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
            sys.exit(_Refusal.exit_code)


class _Page(click.Command):
    """The command without a name, whose help is the help of the program."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Goes by the program's name in usage lines and hints."""
        return super().make_context(parent.info_name if parent else info_name, args, **extra)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands that do have a name."""
        main.format_commands(ctx, formatter)


@click.group(cls=_Program)
def main() -> None:
    """Cleans web pages."""


@main.command("", cls=_Page, hidden=True)
@click.argument("page")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The body as text, or the whole Article as JSON.",
)
@click.option("--explain", is_flag=True, help="List what was removed instead: block number, filter, reason, text.")
@click.option("--url", help="Where the page came from.")
@click.option("--text/--html", "plain", default=None, help="Take PAGE for plain text, or for HTML, whatever its name.")
@click.version_option(__version__, prog_name="cleaner")
def page(page: str, form: str, explain: bool, url: str | None, plain: bool | None) -> None:
    """Print the text that the author of PAGE wrote.

    PAGE is a file, or - for standard input. It is read as HTML, but as plain text (what another tool made of a page)
    where its name ends in .txt.
    """
    if explain and form == "json":
        raise click.UsageError("--explain is text; --format json says the same in its field `removed`.")
    article = _clean(page, url, plain=page.lower().endswith(".txt") if plain is None else plain)
    if explain:
        _print(_ledger(article))
    else:
        _print(article.model_dump_json(indent=2) if form == "json" else article.text)


def _clean(name: str, url: str | None, plain: bool) -> Article:
    content = _read(name)
    try:
        return _clean_plain(content, url) if plain else clean(content, url=url)
    except CleanerError as error:
        raise _Refusal(f"{click.format_filename(name)}: {error}") from error


def _clean_plain(content: bytes, url: str | None) -> Article:
    text, warnings = decode(content, None, MAX_BYTES)
    article = clean_text(text, url=url)
    return article.model_copy(update={"warnings": (*warnings, *article.warnings)})


def _read(name: str) -> bytes:
    shown = click.format_filename(name)
    try:
        content = _start_of_stdin() if name == "-" else _start_of_file(name)
    except FileNotFoundError as error:
        if name.lower().startswith(("http://", "https://")):
            said = f"{shown!r} is an address, and cleaner fetches nothing; use curl -s URL | cleaner - --url URL."
            raise _Refusal(said) from error
        raise _Refusal(f"There is no file {shown!r}; give the path of a page, or - for standard input.") from error
    except IsADirectoryError as error:
        raise _Refusal(f"{shown!r} is a directory; give the path of one page in it.") from error
    except OSError as error:
        raise _Refusal(f"{shown!r} cannot be read ({error.strerror}); give the path of a readable page.") from error
    if len(content) > MAX_BYTES:
        raise _Refusal(f"{shown!r} has more than {MAX_BYTES:,} bytes; cut it, or use Cleaner(max_bytes=...) in Python.")
    return content


def _start_of_file(name: str) -> bytes:
    with open(name, "rb") as file:
        return _start(file)


def _start_of_stdin() -> bytes:
    if sys.stdin is None:  # so it is where its descriptor is closed
        raise _Refusal("Standard input is closed; give the path of a page, or pipe one in.")
    return _start(sys.stdin.buffer)


def _start(stream: BinaryIO) -> bytes:
    """As much as may be cleaned, and the byte that is too much: a stream may have no end."""
    return stream.read(MAX_BYTES + 1)


def _ledger(article: Article) -> str:
    """One line for each removed block, in page order."""
    width = max((len(removal.filter) for removal in article.removed), default=0)
    return "\n".join(
        f"{removal.index:>5}  {removal.filter:<{width}}  {removal.reason}: {_snippet(removal.text)}"
        for removal in article.removed
    )


def _snippet(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SNIPPET else line[:_SNIPPET].rstrip() + "…"


def _print(text: str) -> None:
    """Prints in UTF-8 whatever the locale; nothing at all, not even a line break, where there is no text."""
    if text:
        click.echo(text.encode("utf-8", "replace"))
