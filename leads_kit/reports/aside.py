"""Heavy engines in a process of their own, and on a server only a few at once: at the end of a workshop everybody asks.

Two hundred drawings at the same moment would take forty gigabytes.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leads_kit.store import one_at_a_time

SECONDS, WAIT_SECONDS = 60, 300
# The server's own folder, which its pages share (ui/drawn.py).
SHARED_ENV = "LEADS_DRAWN"


def aside(script: str, asked: str) -> bytes:
    """What a Python script writes to standard output when it reads `asked`: nobody's words are in a file or an argument.

    Raises CalledProcessError, TimeoutExpired; StoreUnreachable where its turn does not come.
    """
    with _turn():
        return subprocess.run(
            [sys.executable, "-c", script], input=asked.encode(), capture_output=True, check=True, timeout=SECONDS
        ).stdout


@contextmanager
def _turn() -> Iterator[None]:
    """As many at once as there are processors. Alone, nobody else asks."""
    folder = os.environ.get(SHARED_ENV)
    if not folder:
        yield
        return
    place = secrets.randbelow(os.cpu_count() or 1)
    with one_at_a_time(Path(folder) / f"turn-{place}", WAIT_SECONDS):
        yield
