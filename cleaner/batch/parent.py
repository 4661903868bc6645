"""Ends a worker with the process that started it, however that ends, and whatever the worker is doing."""

from __future__ import annotations

import os
import signal
import sys
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait

if sys.platform == "linux":
    import fcntl


def end_with_parent() -> None:
    """Called in a worker. Its parent holds a pipe open as long as it lives.

    On Linux the kernel sends SIGKILL when the pipe closes, which also ends a page that hangs in C. (The kernel can
    also signal the death of a parent, but takes the end of the thread that started the worker for it.) Elsewhere a
    thread waits for it.
    """
    parent = parent_process()
    if parent is None:
        return
    if not _signalled(parent.sentinel):
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()
    if wait([parent.sentinel], timeout=0):  # it ended before we listened
        os._exit(1)


def _signalled(sentinel: int) -> bool:
    if sys.platform != "linux":
        return False
    try:
        fcntl.fcntl(sentinel, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(sentinel, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(sentinel, fcntl.F_SETFL, fcntl.fcntl(sentinel, fcntl.F_GETFL) | os.O_ASYNC)
    except OSError:  # a kernel that is like Linux, but is not
        return False
    return True


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
