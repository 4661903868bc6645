"""`cleaner PAGE`: the text of one page, on standard output."""

from __future__ import annotations

import sys
from typing import Any, BinaryIO

import click

from cleaner import Article, CleanerError, __version__, clean, clean_text
from cleaner.cli.refusal import Refusal
from cleaner.decode import decode
from cleaner.pipeline import MAX_BYTES

_SNIPPET = 80


class _Page(click.Command):
    """The command without a name, whose help is the help of the program."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Goes by the program's name in usage lines and hints."""
        if parent is None:
            return super().make_context(info_name, args, **extra)
        return super().make_context(parent.info_name, args, obj=parent.command, **extra)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands that do have a name."""
        if isinstance(ctx.obj, click.Group):
            ctx.obj.format_commands(ctx, formatter)


@click.command("", cls=_Page, hidden=True)
@click.argument("page")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="The body as text or as Markdown, or the whole Article as JSON.",
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
    if explain and form != "text":
        raise click.UsageError("--explain is text; --format json says the same in its field `removed`.")
    article = _clean(page, url, plain=page.lower().endswith(".txt") if plain is None else plain)
    if explain:
        _print(_ledger(article))
    else:
        _print(_as(article, form))


def _as(article: Article, form: str) -> str:
    if form == "json":
        return article.model_dump_json(indent=2)
    return article.to_markdown() if form == "markdown" else article.text


def _clean(name: str, url: str | None, plain: bool) -> Article:
    content = _read(name)
    try:
        return _clean_plain(content, url) if plain else clean(content, url=url)
    except CleanerError as error:
        raise Refusal(f"{click.format_filename(name)}: {error}") from error


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
            raise Refusal(said) from error
        raise Refusal(f"There is no file {shown!r}; give the path of a page, or - for standard input.") from error
    except IsADirectoryError as error:
        raise Refusal(f"{shown!r} is a directory; give the path of one page in it.") from error
    except OSError as error:
        raise Refusal(f"{shown!r} cannot be read ({error.strerror}); give the path of a readable page.") from error
    if len(content) > MAX_BYTES:
        raise Refusal(f"{shown!r} has more than {MAX_BYTES:,} bytes; cut it, or use Cleaner(max_bytes=...) in Python.")
    return content


def _start_of_file(name: str) -> bytes:
    with open(name, "rb") as file:
        return _start(file)


def _start_of_stdin() -> bytes:
    if sys.stdin is None:  # so it is where its descriptor is closed
        raise Refusal("Standard input is closed; give the path of a page, or pipe one in.")
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
