"""The library inside the engines that people run: Arrow tables, Spark, Ray Data and datatrove, each in its own module.

They are made of the front door and `cleaner.io`, so that what they do can be done for any other engine in a few
lines. Importing this loads none of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

MAX_MEMORY = 2_000_000_000 if sys.platform == "linux" else None
"""Bytes that an isolated page may take: enough for one of 50 MB. Other systems cannot hold a limit."""


@contextmanager
def engine(name: str, requirement: str) -> Iterator[None]:
    """Around the imports of the adapter `name`: a missing engine is a sentence that says what to install."""
    try:
        yield
    except ImportError as error:
        raise ImportError(
            f"cleaner.adapters.{name} needs {error.name}, which is not installed; "
            f"install it with `pip install '{requirement}'`.",
            name=error.name,
        ) from error
