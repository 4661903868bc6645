"""Everything that can go wrong with a page, as one tree.

CleanerError (ValueError)
├── NotHTMLError        the bytes are a PDF, an image, an archive, ...
├── PageTooLargeError   the page has more bytes than `max_bytes`, the Cleaner's or its reader's
├── FilterError         a filter raised, or gave what is no verdict; its name is in `.filter`, its exception the cause
├── PageTimeoutError    the page took longer than `timeout`
├── PageMemoryError     the page took more than `max_memory`, or more than there was
└── WorkerDiedError     the page took its worker process with it

The last three are never raised: `clean_many` puts them into the `Result` of the page.
"""

from __future__ import annotations

import reprlib

_SHOWN = 60


class CleanerError(ValueError):
    """Base of every error that a page can cause. Pickles, as its children do."""


class NotHTMLError(CleanerError):
    """The input is not a text document. `kind` says what it is, as "PDF" or "PNG image"."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    def __str__(self) -> str:
        packed = "archive" in self.kind or "compressed" in self.kind
        remedy = "unpack it" if packed else "extract its text with a tool for that format"
        return f"The input is a {self.kind}, not HTML or plain text; {remedy} first."


class PageTooLargeError(CleanerError):
    """The page has `size` bytes, more than the `limit` that the Cleaner allows.

    `size` is None where the reader of the page stopped at the `limit`, and nobody knows how many more there are.
    """

    def __init__(self, size: int | None, limit: int) -> None:
        super().__init__(size, limit)
        self.size = size
        self.limit = limit

    def __str__(self) -> str:
        if self.size is None:
            return (
                f"The page has more than {self.limit:,} bytes, where its reader stopped; cut it, or raise both limits, "
                f"as read_files(max_bytes=...) and Cleaner(max_bytes=...)."
            )
        return (
            f"The page has {self.size:,} bytes, more than the limit of {self.limit:,}; "
            f"cut it, or raise the limit with Cleaner(max_bytes=...)."
        )


class FilterError(CleanerError):
    """The filter named `filter` raised, or gave what is no verdict.

    `detail` says what it did, as "raised KeyError: 'a'". What it raised is the `__cause__`.
    """

    def __init__(self, filter: str, detail: str) -> None:
        super().__init__(filter, detail)
        self.filter = filter
        self.detail = detail

    def __str__(self) -> str:
        return (
            f"The filter {self.filter!r} {self.detail}; mend it, or leave it out with with_filters({self.filter}=None)."
        )


class PageTimeoutError(CleanerError):
    """Cleaning the page took longer than `timeout` seconds."""

    def __init__(self, timeout: float) -> None:
        super().__init__(timeout)
        self.timeout = timeout

    def __str__(self) -> str:
        return (
            f"Cleaning the page took longer than {self.timeout:g} seconds; leave it out, or give it more time with "
            f"clean_many(timeout=...)."
        )


class PageMemoryError(CleanerError):
    """Cleaning the page took more than `limit` bytes of memory; None where the machine itself had no more."""

    def __init__(self, limit: int | None) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        if self.limit is None:
            return "There was not enough memory to clean the page; leave it out, or give clean_many fewer workers."
        return (
            f"Cleaning the page took more than {self.limit:,} bytes of memory; leave it out, or raise the limit with "
            f"clean_many(max_memory=...)."
        )


class WorkerDiedError(CleanerError):
    """The page ended the process that cleaned it, or tried to.

    `how` says by what, as "ended its worker process with exit status 3".
    """

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how

    def __str__(self) -> str:
        return f"The page {self.how}; clean it apart from others to see why, or leave it out."


def said_by(error: BaseException) -> str:
    """What the error says; its class may not be able to say it."""
    try:
        return str(error)
    except Exception:  # whatever it is, it is not what has gone wrong here
        return "what it cannot say itself"


def shown(value: object) -> str:
    """What was given, as an error's sentence shows it: its representation, cut to 60 characters."""
    short = reprlib.Repr()
    short.maxstring = short.maxother = _SHOWN
    text = short.repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
