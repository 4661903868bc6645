"""Everything that can go wrong with a page, as one tree.

CleanerError (ValueError)
├── NotHTMLError        the bytes are a PDF, an image, an archive, ...
├── PageTooLargeError   the page has more bytes than `max_bytes`
├── FilterError         a filter raised; its name is in `.filter`, its exception is the cause
├── PageTimeoutError    from batches: the page took longer than `timeout`
├── PageMemoryError     from batches: the page took more than `max_memory`
└── WorkerDiedError     from batches: the page took its worker process with it
"""

from __future__ import annotations


class CleanerError(ValueError):
    """Base of every error that a page can cause. Pickles, as its children do."""


class NotHTMLError(CleanerError):
    """The input is not a text document. `kind` says what it is, as "PDF" or "PNG image"."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    def __str__(self) -> str:
        return f"The input is not an HTML page but a {self.kind}; extract its text with a tool for that format first."


class PageTooLargeError(CleanerError):
    """The page has `size` bytes, more than the `limit` that the Cleaner allows."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(size, limit)
        self.size = size
        self.limit = limit

    def __str__(self) -> str:
        return (
            f"The page has {self.size:,} bytes, more than the limit of {self.limit:,}; "
            f"cut it, or raise the limit with Cleaner(max_bytes=...)."
        )


class FilterError(CleanerError):
    """The filter named `filter` raised; `detail` is what it said, and the exception itself is the `__cause__`."""

    def __init__(self, filter: str, detail: str) -> None:
        super().__init__(filter, detail)
        self.filter = filter
        self.detail = detail

    def __str__(self) -> str:
        return (
            f"The filter {self.filter!r} raised {self.detail}; mend it, "
            f"or leave it out with Cleaner().with_filters({self.filter}=None)."
        )


class PageTimeoutError(CleanerError):
    """In a batch: cleaning the page took longer than the batch's timeout."""


class PageMemoryError(CleanerError):
    """In a batch: cleaning the page took more memory than the batch allows a worker."""


class WorkerDiedError(CleanerError):
    """In a batch: the worker process that cleaned the page died."""
