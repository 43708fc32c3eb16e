"""Processor seconds and private memory of a process and all that it started."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
MEGABYTE = 1024  # smaps speaks of kilobytes


def tree(root: int) -> list[int]:
    """The process and its descendants."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            children.setdefault(int(_stat(int(folder.name))[1]), []).append(int(folder.name))
    found, left = [], [root]
    while left:
        pid = left.pop()
        found.append(pid)
        left += children.get(pid, [])
    return found


def cpu_seconds(root: int) -> float:
    """User and system time of everything in the tree, its ended and awaited children included."""
    spent = 0
    for pid in tree(root):
        with contextlib.suppress(OSError):
            spent += sum(int(field) for field in _stat(pid)[11:15])
    return spent / TICKS


def private_megabytes(pid: int) -> float:
    """What would be free if this process ended."""
    lines = (Path(f"/proc/{pid}/smaps_rollup")).read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) / MEGABYTE


def whole_megabytes(root: int) -> float:
    """What the tree takes in all: shared pages counted once."""
    total = 0.0
    for pid in tree(root):
        with contextlib.suppress(OSError):
            lines = (Path(f"/proc/{pid}/smaps_rollup")).read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / MEGABYTE
    return total


def kernels(root: int) -> list[int]:
    """Processes of the tree that serve a page: ordinary kernels, and forked ones that are somebody's."""
    found = []
    for pid in tree(root):
        with contextlib.suppress(OSError):
            ordinary = "ipykernel_launcher" in Path(f"/proc/{pid}/cmdline").read_text()
            if ordinary or Path(f"/proc/{pid}/comm").read_text().strip() == "leads-kernel":
                found.append(pid)
    return found


def _stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat after the name, from the state on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
