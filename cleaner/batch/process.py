"""The processes that pebble's pool works with: spawned ones, which have no lock or thread of their parent.

A forked process would take over locks that other threads hold, and pebble itself has threads; so this is our own
choice, whatever start method the user has set.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import current_process, spawn
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any

_AT_END = 219
"""The exit status of a worker that has done its share and makes room for a new one."""
_EXITED = 256
"""What stands for the exit status 0 of a worker which a page has ended; no process has it."""
_SECONDS = 0.05
_one_start = threading.Lock()


class Worker(SpawnProcess):
    """A process of the pool, that also a daemonic process can start. Its child does not import the main module."""

    def start(self) -> None:
        """Starts the process."""
        with _as_parent(), _deaf_to_interrupts(), _without_main():
            super().start()

    def run(self) -> None:
        """What the process does."""
        super().run()
        for stream in (sys.stdout, sys.stderr):
            with suppress(Exception):
                stream.flush()
        os._exit(_AT_END)  # not by the way of threads that a page may have left behind

    def terminate(self) -> None:
        """Ends the process in a way that no page can ignore. Workers of another process are let be."""
        if self._parent_pid == os.getpid():  # type: ignore[attr-defined]  # a child by fork has a copy of this object
            self.kill()

    @property
    def exitcode(self) -> int | None:
        """0 where the process has ended as it should.

        pebble takes it for a good end whenever a process exits with 0, and loses the page until its time is over.
        """
        status = super().exitcode
        if status is not None:
            time.sleep(_SECONDS)  # pebble may have to read yet which page the process had begun
        return {0: _EXITED, _AT_END: 0}.get(status, status) if status is not None else None


class WorkerWithMain(Worker):
    """The same where a filter is defined in the main module: the child imports it, under another name."""

    def start(self) -> None:
        """Starts the process."""
        with _as_parent(), _deaf_to_interrupts():
            SpawnProcess.start(self)


def context(main: bool) -> SpawnContext:
    """What pebble makes its processes, pipes and locks with."""
    made: Any = SpawnContext()
    made.Process = WorkerWithMain if main else Worker
    return made  # type: ignore[no-any-return]


def how_it_ended(status: int) -> str:
    """The exit status of a worker as a `WorkerDiedError` tells it."""
    if status >= 0:
        return f"ended its worker process with exit status {0 if status == _EXITED else status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    hint = ", which is also what a system without free memory does" if name == "SIGKILL" else ""
    return f"ended its worker process by {name}{hint}"


def check_not_importing() -> None:
    """RuntimeError in a worker that imports the main module, and would start workers of its own by that."""
    if getattr(current_process(), "_inheriting", False):
        raise RuntimeError(
            "A worker process of clean_many imports this script, for a filter that is defined in it, and comes to the "
            'call of clean_many; put the call under `if __name__ == "__main__":`, or the filter into a module.'
        )


@contextmanager
def _as_parent() -> Iterator[None]:
    """Inside, a daemonic process may have children; it has them for as long as it iterates."""
    settings: dict[str, Any] = current_process()._config  # type: ignore[attr-defined]
    daemon = settings.pop("daemon", None)
    try:
        yield
    finally:
        if daemon is not None:
            settings["daemon"] = daemon


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Inside, children are started with SIGINT blocked: Ctrl-C is for the parent, which then ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_main() -> Iterator[None]:
    """Inside, children that this thread starts do not import the main module.

    A script without `if __name__ == "__main__":` would clean its pages once more in each worker.
    """
    with _one_start:
        whole, here = spawn.get_preparation_data, threading.get_ident()

        def prepared(name: str) -> dict[str, Any]:
            data: dict[str, Any] = whole(name)
            if threading.get_ident() == here:
                data.pop("init_main_from_name", None)
                data.pop("init_main_from_path", None)
            return data

        spawn.get_preparation_data = prepared
        try:
            yield
        finally:
            spawn.get_preparation_data = whole
