"""No gaps between old objects: a kernel's new ones would lie in them, and each would copy a page shared with the template.

CPython gives small objects out of pools of 16 KiB, one size to a pool, and fills a pool that has room before it begins a
new one (Objects/obmalloc.c). What fills the gaps is a few megabytes, kept once, in the template.
"""

from __future__ import annotations

from collections.abc import Iterator

POOL, STEP, LARGEST = 16 * 1024, 16, 512
# An empty `bytes` takes 33 bytes; a whole number takes 28, and so fills what is smaller.
EMPTY_BYTES, WHOLE = 33, 32
# Against an allocator that never begins a new pool: that would be another Python's.
MOST = 100_000

_kept: list[tuple[object, ...]] = []


def fill() -> None:
    """Take every place that is left in a pool begun before."""
    _kept.extend(tuple(_until_new_pool(size)) for size in range(WHOLE, LARGEST + 1, STEP))


def _until_new_pool(size: int) -> Iterator[object]:
    """Objects of a size, until a pool's length of them lie one right after the other."""
    row, last = 0, 0
    for number in range(MOST):
        one: object = bytes(size - EMPTY_BYTES) if size > WHOLE else number + MOST
        row = row + 1 if id(one) - last == size else 0
        last = id(one)
        yield one
        if row > POOL // size - 2:
            return
