"""Where a kernel's new objects lie: behind the old ones, not between them."""

from __future__ import annotations

import subprocess
import sys

import pytest

ROW = """
from leads_kit.server.forking.gaps import fill
old = [bytes({size} - 33) for _ in range(20_000)]
del old[::2]
{fill}
new = [bytes({size} - 33) for _ in range(20)]
print(sum(id(new[at + 1]) - id(new[at]) == {size} for at in range(19)))
"""


def in_a_row(size: int, fill: str) -> int:
    """How many of 19 new objects lie right behind the one before, in a process full of gaps."""
    told = subprocess.run(
        [sys.executable, "-c", ROW.format(size=size, fill=fill)], capture_output=True, text=True, check=True
    )
    return int(told.stdout)


@pytest.mark.parametrize("size", [48, 112, 512])
def test_new_objects_lie_behind_the_old_ones(size: int) -> None:
    # A pool may end among them.
    assert in_a_row(size, "fill()") >= 17


def test_without_that_they_lie_between_them() -> None:
    assert in_a_row(112, "") < 10
