"""The system calls that Python lacks, and whether this machine has them."""

from __future__ import annotations

import ctypes
import functools
import os
import signal
import sys
from pathlib import Path

PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15
NAME_BYTES = 15


@functools.cache
def can_fork() -> bool:
    """Whether kernels can be forked here: Linux 5.3 or later, where a process can be held by a descriptor."""
    if sys.platform != "linux" or not hasattr(os, "pidfd_open"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


def die_with_parent(parent: int) -> None:
    """Ask to be killed when the process that forked this one ends; at once where it has ended already."""
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def name_process(name: str) -> None:
    """What `ps` and `/proc/<pid>/comm` call this process; 15 letters at most."""
    _prctl(PR_SET_NAME, ctypes.c_char_p(name.encode()[:NAME_BYTES]))


def threads() -> int:
    """How many threads this process has."""
    return len(list(Path("/proc/self/task").iterdir()))


def _prctl(option: int, value: ctypes.c_char_p | int) -> None:
    if _libc().prctl(option, value, 0, 0, 0) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
