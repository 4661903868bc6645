"""What runs beside a test: the processes that it has started, and scripts in a Python of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import cleaner

ROOT = Path(cleaner.__file__).parents[1]
HERE = Path(__file__).parent
_KEPT = (b"multiprocessing.resource_tracker", b"multiprocessing.forkserver")


def children(pid: int | None = None) -> list[int]:
    """The children of a process, of this one by default, without those that multiprocessing keeps for itself."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                status, command = (entry / "stat").read_text(), (entry / "cmdline").read_bytes()
            except OSError:
                continue
            state, parent = status.rpartition(")")[2].split()[:2]
            if int(parent) == (pid or os.getpid()) and state != "Z" and not any(own in command for own in _KEPT):
                found.append(int(entry.name))
    return found


def lives(pid: int) -> bool:
    """Whether there is such a process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def soon(what: Callable[[], object], seconds: float = 20) -> bool:
    """Whether it comes true within this time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.02)
    return False


def script(folder: Path, code: str) -> subprocess.Popen[str]:
    """A script that runs."""
    path = folder / "script.py"
    path.write_text(code, "utf-8")
    places = os.pathsep.join(map(str, (ROOT, HERE)))
    return subprocess.Popen(
        [sys.executable, "-W", "error", str(path)],
        env={**os.environ, "PYTHONPATH": places},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(folder: Path, code: str) -> str:
    """What a script prints, which says nothing on standard error."""
    with script(folder, code) as run:
        out, err = run.communicate(timeout=60)
    assert err == ""
    assert run.returncode == 0
    return out.strip()
