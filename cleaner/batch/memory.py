"""A limit to what one page may allocate, where the system has such a limit."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "linux":
    import resource

HELD = sys.platform == "linux"
"""Whether a limit holds here: Windows has none that a process can set, macOS takes one and ignores it."""
_STATM = Path("/proc/self/statm")


@contextmanager
def limited(max_memory: int | None) -> Iterator[None]:
    """Inside, the process may take `max_memory` bytes of address space on top of what it has; None is no limit.

    What the process has already does not count, so that a page does not pay for those before it. The limit ends with
    the page: a message that is half received for want of memory would take the worker out of step.
    """
    if max_memory is None or sys.platform != "linux":
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _taken() + max_memory
    for other in (soft, hard):
        limit = limit if other == resource.RLIM_INFINITY else min(limit, other)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def is_want_of_memory(error: BaseException, limited: bool) -> bool:
    """Whether an exception comes of too little memory: by its own kind, or by that of one which led to it.

    limited: there was a limit, at which C code fails in its own ways.
    """
    link: BaseException | None = error
    seen: set[int] = set()
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        if isinstance(link, MemoryError) or (isinstance(link, OSError) and link.errno == errno.ENOMEM):
            return True
        if limited and isinstance(link, SystemError):
            return True
        link = link.__cause__ or link.__context__
    return False


def _taken() -> int:
    """Bytes of address space that this process has."""
    return int(_STATM.read_text("ascii").split()[0]) * resource.getpagesize()
