"""Workers under scripts of every kind: as users write them, stop them and kill them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from multiprocessing import current_process, spawn
from pathlib import Path

import pytest
from processes import children, lives, said, script, soon

from cleaner.batch.process import Worker, context, how_it_ended

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

DOCUMENTS = """
from cleaner import Cleaner, Document, clean_many
from cleaner.filters import DEFAULT

documents = [Document(f"<p>The lamp turned {number} times that night.</p>") for number in range(3)]
"""
SHOW = "print(*[result.status for result in clean_many(documents, workers=1)])\n"
OWN_FILTER = """
def own(page):
    return []

cleaner = Cleaner([*DEFAULT, ("own", own)])
"""
SHOW_OWN = "print(*[result.status for result in clean_many(documents, cleaner=cleaner, workers=1)])\n"
ENDLESS = """
import itertools, multiprocessing
from misdeeds import CLEANER, document
from cleaner import clean_many

documents = itertools.chain(map(document, range(40)), [document(40, "hang_in_c")], map(document, itertools.count(41)))
for result in clean_many(documents, cleaner=CLEANER, workers=2, timeout=None):
    if result.id == 20:
        print(*[child.pid for child in multiprocessing.active_children()], flush=True)
"""


@pytest.mark.parametrize("method", [None, *multiprocessing.get_all_start_methods()])
def test_a_script_without_a_guard_runs_once_whatever_the_start_method(method: str | None, tmp_path: Path) -> None:
    begin = f"import multiprocessing\nmultiprocessing.set_start_method({method!r})\n" if method else ""
    assert said(tmp_path, f"print('once')\n{begin}{DOCUMENTS}{SHOW}") == "once\nok ok ok"


def test_a_filter_may_be_defined_in_the_script(tmp_path: Path) -> None:
    code = f"{DOCUMENTS}{OWN_FILTER}if __name__ == '__main__':\n    {SHOW_OWN}"
    assert said(tmp_path, code) == "ok ok ok"


def test_then_it_needs_a_guard_and_is_told_so(tmp_path: Path) -> None:
    with script(tmp_path, DOCUMENTS + OWN_FILTER + SHOW_OWN) as run:
        out, err = run.communicate(timeout=60)
    assert (run.returncode, out) == (1, "")
    assert "A worker process of clean_many imports this script" in err
    assert err.splitlines()[-1] == (
        "RuntimeError: The worker processes of clean_many end before they have cleaned a page; a filter is defined in "
        "the script that calls clean_many, which each worker therefore imports: put the call under "
        '`if __name__ == "__main__":`, or the filter into a module.'
    )


@pytest.mark.parametrize("method", sorted({"fork", "spawn"} & {*multiprocessing.get_all_start_methods()}))
def test_in_a_daemonic_worker_of_another_pool(method: str, tmp_path: Path) -> None:
    code = f"""{DOCUMENTS}
import multiprocessing
from misdeeds import CLEANER, document

def statuses(number):
    assert multiprocessing.current_process().daemon
    found = [result.status for result in clean_many([document(number), document(number, "kill")], cleaner=CLEANER)]
    assert multiprocessing.current_process().daemon
    return found

if __name__ == "__main__":
    with multiprocessing.get_context({method!r}).Pool(1) as pool:
        print(pool.map(statuses, [1]))
"""
    assert said(tmp_path, code) == "[['ok', 'worker_died']]"


@linux
def test_what_is_left_open_ends_with_the_script(tmp_path: Path) -> None:
    code = f"{DOCUMENTS}import multiprocessing\nresults = clean_many(documents * 500, workers=2)\nnext(results)\n"
    pids = said(tmp_path, f"{code}print(*[child.pid for child in multiprocessing.active_children()])")
    assert len(pids.split()) == 2
    assert not any(lives(int(pid)) for pid in pids.split())


@linux
def test_an_interrupt_ends_all(tmp_path: Path) -> None:
    with script(tmp_path, ENDLESS) as run:
        assert run.stdout is not None
        pids = [int(pid) for pid in run.stdout.readline().split()]
        for pid in (*pids, run.pid):  # as a terminal does
            os.kill(pid, signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert len(pids) == 2
    assert err.splitlines()[-1] == "KeyboardInterrupt"
    assert err.count("Traceback") == 1
    assert soon(lambda: not any(map(lives, pids)))


@linux
def test_workers_of_other_processes_are_let_be() -> None:
    worker = Worker(target=time.sleep, args=(60,))
    worker.start()
    try:
        if (pid := os.fork()) == 0:
            worker.terminate()
            os._exit(0)
        os.waitpid(pid, 0)
        assert worker.pid is not None
        assert lives(worker.pid)
    finally:
        worker.terminate()
        worker.join()
    assert worker.exitcode == -signal.SIGKILL
    assert worker.pid not in children()


def test_only_an_end_after_the_work_is_a_good_one() -> None:
    done = context(main=False).Process(target=int)
    left = context(main=True).Process(target=os._exit, args=(0,))
    for worker in (done, left):
        assert worker.exitcode is None
        worker.start()
    for worker in (done, left):
        worker.join()
    assert done.exitcode == 0
    assert left.exitcode is not None
    assert how_it_ended(left.exitcode) == "ended its worker process with exit status 0"


def test_starting_leaves_things_as_they_were() -> None:
    whole = spawn.get_preparation_data
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, ()) if hasattr(signal, "pthread_sigmask") else None
    worker = Worker(target=int)
    worker.start()
    worker.join()
    assert spawn.get_preparation_data is whole
    assert not current_process().daemon
    if mask is not None:
        assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == mask


def test_a_status_is_told_by_the_name_of_its_signal() -> None:
    assert how_it_ended(-11) == "ended its worker process by SIGSEGV"
    assert how_it_ended(-99) == "ended its worker process by signal 99"
    assert how_it_ended(3) == "ended its worker process with exit status 3"
