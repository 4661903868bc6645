"""A missing extra is a sentence that says what to install."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def extra(name: str, task: str) -> Iterator[None]:
    """Around an import of what the extra `name` installs, which the `task` needs."""
    try:
        yield
    except ImportError as error:
        library = (error.name or "a library").partition(".")[0]
        raise ImportError(
            f"{task} needs {library}, which is not installed; install it with `pip install 'article-cleaner[{name}]'`.",
            name=library,
        ) from error
