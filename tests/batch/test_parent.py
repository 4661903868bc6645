"""No worker outlives the process that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import children, lives, script, soon
from test_process import ENDLESS

from cleaner.batch import parent


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_workers_end_with_a_parent_that_is_killed_also_one_that_hangs_in_c(tmp_path: Path) -> None:
    with script(tmp_path, ENDLESS) as run:
        assert run.stdout is not None
        pids = [int(pid) for pid in run.stdout.readline().split()]
        assert sorted(children(run.pid)) == sorted(pids)
        time.sleep(0.5)  # by now one of them hangs
        run.kill()
        assert soon(lambda: not any(map(lives, pids)))
        run.communicate()
    assert len(pids) == 2


def test_without_a_parent_nothing_happens() -> None:
    parent.end_with_parent()


def test_where_no_signal_comes_a_thread_waits() -> None:
    reader, writer = os.pipe()
    code = f"import sys\nsys.path[:0] = {sys.path!r}\nfrom cleaner.batch import parent\nparent._follow({reader})"
    with subprocess.Popen([sys.executable, "-c", code], pass_fds=[reader]) as run:
        os.close(reader)
        with pytest.raises(subprocess.TimeoutExpired):
            run.wait(1)
        os.close(writer)
        assert run.wait(20) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="is for the signal")
def test_the_signal_is_the_kernels() -> None:
    reader, writer = os.pipe()
    told, tell = os.pipe()
    if (pid := os.fork()) == 0:
        os.close(writer)
        signalled = parent._signalled(reader)
        os.write(tell, b".")
        os._exit(7) if not signalled else signal.pause()
    os.read(told, 1)  # a signal is sent only to whom asked for it before the pipe closes
    for end in (reader, writer, told, tell):
        os.close(end)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
