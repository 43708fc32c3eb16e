"""Claims about how many kernels there may be, and whose turn it is."""

from __future__ import annotations

import asyncio

import pytest

from leads_kit.errors import ServerFull
from leads_kit.server.admission import FORKED, KEPT_FREE, MEGABYTE, Admission, available_memory, most_kernels


def test_a_full_server_takes_nobody_and_says_so() -> None:
    running = 2
    admission = Admission(3, 1, lambda: running)
    with admission.place() as taken:
        assert admission.full
        with pytest.raises(ServerFull), admission.place():
            pass
        # The kernel is there: it counts as running, and its place no longer.
        running = 3
        taken()
        taken()
    assert admission.full
    running = 2
    assert not admission.full
    with admission.place():
        pass


def test_a_page_that_fails_gives_its_place_back() -> None:
    admission = Admission(1, 1, lambda: 0)
    with pytest.raises(RuntimeError), admission.place():
        raise RuntimeError
    assert not admission.full
    assert admission.idle


def test_whoever_came_first_starts_first_and_no_more_than_so_many_at_once() -> None:
    async def life() -> list[tuple[str, int]]:
        admission, told = Admission(100, 2, lambda: 0), []
        now = 0

        async def arrive(number: int) -> None:
            nonlocal now
            async with admission.turn():
                now += 1
                told.append(("start", number))
                assert now <= 2
                await asyncio.sleep(0.01)
                now -= 1

        waiting = [asyncio.create_task(arrive(number)) for number in range(6)]
        await asyncio.sleep(0.005)
        assert admission.queued == 4
        assert not admission.idle
        await asyncio.gather(*waiting)
        assert admission.idle
        return told

    assert [number for _, number in asyncio.run(life())] == list(range(6))


def test_somebody_who_leaves_the_queue_leaves_no_gap() -> None:
    async def life() -> None:
        admission = Admission(100, 1, lambda: 0)
        async with admission.turn():
            gone = asyncio.create_task(_turn(admission))
            await asyncio.sleep(0)
            gone.cancel()
            with pytest.raises(asyncio.CancelledError):
                await gone
            assert admission.queued == 0
        await asyncio.wait_for(_turn(admission), 1)

    asyncio.run(life())


async def _turn(admission: Admission) -> None:
    async with admission.turn():
        pass


@pytest.mark.parametrize(
    ("available", "most"),
    [(KEPT_FREE + 10 * FORKED, 10), (KEPT_FREE + 10 * FORKED - 1, 9), (0, 4), (16 * 1024 * MEGABYTE, 260)],
)
def test_the_ceiling_follows_memory_and_a_few_always_fit(available: int, most: int) -> None:
    assert most_kernels(FORKED, available) == most


def test_this_machine_has_some_memory() -> None:
    assert available_memory() > 100 * MEGABYTE
