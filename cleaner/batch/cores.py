"""How many processes can really run at once: the machine may have more cores than this process is allowed to use."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path("/")


def usable_cores(root: Path = _ROOT) -> int:
    """The cores that affinity and the quotas of control groups leave to this process; at least 1."""
    return max(1, min([_allowed(), *map(math.ceil, _quotas(root))]))


def _allowed() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _quotas(root: Path) -> Iterator[float]:
    """The quota of each control group that this process is in, as a number of cores; version 2, then version 1."""
    for line in _read(root / "proc/self/cgroup").splitlines():
        _, _, names_and_path = line.partition(":")
        names, _, path = names_and_path.partition(":")
        if not names:
            for folder in _upwards(root / "sys/fs/cgroup", path):
                yield from _quota(_read(folder / "cpu.max"))
        elif "cpu" in names.split(","):
            for folder in _upwards(root / "sys/fs/cgroup/cpu", path):
                yield from _quota(f"{_read(folder / 'cpu.cfs_quota_us')} {_read(folder / 'cpu.cfs_period_us')}")


def _upwards(mount: Path, path: str) -> Iterator[Path]:
    """The folder of a group and those above it. In a container the path may be the host's, and not be there."""
    folder = mount / path.strip("/")
    while folder != mount and mount in folder.parents:
        yield folder
        folder = folder.parent
    yield mount


def _quota(text: str) -> Iterator[float]:
    """The cores that "200000 100000" stands for. No limit is "max" in version 2, and -1 in version 1."""
    match text.split():
        case [quota, period] if quota.isdecimal() and period.isdecimal() and int(period) > 0:
            yield int(quota) / int(period)


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except (OSError, ValueError):
        return ""
