"""Cores by affinity and by the quotas of control groups, which are files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cleaner.batch import cores
from cleaner.batch.cores import usable_cores


@pytest.fixture
def eight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "_allowed", lambda: 8)


def groups(root: Path, membership: str, files: dict[str, str]) -> Path:
    for name, text in {"proc/self/cgroup": membership, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.mark.usefixtures("eight")
@pytest.mark.parametrize(
    ("membership", "files", "expected"),
    [
        ("", {}, 8),
        ("0::/\n", {"sys/fs/cgroup/cpu.max": "max 100000\n"}, 8),
        ("0::/\n", {"sys/fs/cgroup/cpu.max": "200000 100000\n"}, 2),
        ("0::/\n", {"sys/fs/cgroup/cpu.max": "150000 100000\n"}, 2),
        ("0::/\n", {"sys/fs/cgroup/cpu.max": "20000 100000\n"}, 1),
        ("0::/\n", {"sys/fs/cgroup/cpu.max": "6400000 100000\n"}, 8),
        (
            "0::/pod/box\n",
            {"sys/fs/cgroup/pod/cpu.max": "300000 100000\n", "sys/fs/cgroup/pod/box/cpu.max": "max 1\n"},
            3,
        ),
        ("0::/not/here\n", {"sys/fs/cgroup/cpu.max": "200000 100000\n"}, 2),
        ("0::/../../out\n", {"sys/fs/cgroup/cpu.max": "200000 100000\n"}, 2),
        (
            "4:memory:/box\n2:cpu,cpuacct:/box\n",
            {
                "sys/fs/cgroup/cpu/box/cpu.cfs_quota_us": "400000\n",
                "sys/fs/cgroup/cpu/box/cpu.cfs_period_us": "100000\n",
            },
            4,
        ),
        (
            "2:cpu:/\n",
            {"sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n", "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n"},
            8,
        ),
        ("what is this\n", {"sys/fs/cgroup/cpu.max": "nor this"}, 8),
    ],
)
def test_quotas(membership: str, files: dict[str, str], expected: int, tmp_path: Path) -> None:
    assert usable_cores(groups(tmp_path, membership, files)) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="sets the affinity")
def test_affinity() -> None:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        assert usable_cores() == 1
    finally:
        os.sched_setaffinity(0, before)


def test_there_is_always_one() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)
