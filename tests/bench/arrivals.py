"""Thirty at once: until every widget's state has arrived; processors and memory for each of them."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from tests.bench.figures import Figure, compared, median, p95, told
from tests.bench.line import Line
from tests.bench.machine import cpu_seconds, kernels, private_megabytes
from tests.bench.servers import NOTEBOOK, Server

MANY = 30
# An exercise that draws a picture as soon as it is whole: nobody leaves a workshop without having seen one.
ANSWERED = "dc-wheel"
ANSWER = {**{f"{what}-DC{at}": 3 for what in ("now", "importance") for at in range(1, 5)}, "picks": ["DC1"]}


@dataclass
class Burst:
    """Seconds of each arrival; processor seconds an arrival; megabytes of each kernel, new and after a picture."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    fresh: list[float] = field(default_factory=list)
    used: list[float] = field(default_factory=list)
    socket_bytes: list[float] = field(default_factory=list)


def path_of(server: Server) -> str:
    return f"/room/{server.code}/{NOTEBOOK}" if server.code else "/"


async def arrive(server: Server, many: int) -> tuple[list[Line], list[float]]:
    """So many at once, seats taken before."""
    lines = [Line(server.base) for _ in range(many)]
    for line in lines if server.code else ():
        await line.join(server.code)

    began = time.monotonic()

    async def one(line: Line) -> float:
        await line.open(path_of(server))
        return time.monotonic() - began

    return lines, list(await asyncio.gather(*(one(line) for line in lines)))


async def burst(server: Server, found: Burst, many: int = MANY) -> None:
    """One round on a server that has served nobody yet."""
    server.settled()
    before = cpu_seconds(server.pid)
    lines, seconds = await arrive(server, many)
    found.cpu.append((cpu_seconds(server.pid) - before) / many)
    found.seconds += seconds
    found.fresh += [private_megabytes(pid) for pid in kernels(server.pid)]
    found.socket_bytes += [line.received for line in lines]
    await asyncio.gather(*(answered(line) for line in lines))
    found.used += [private_megabytes(pid) for pid in kernels(server.pid)]
    for line in lines:
        line.close()


async def answered(line: Line) -> None:
    """Answer the exercise, and wait until its picture has come back."""
    comm, state = line.card(ANSWERED)
    drawn = asyncio.Event()

    def heard(content: dict[str, Any], _at: float) -> None:
        if content.get("comm_id") == comm and Line.told(content).get("picture"):
            drawn.set()

    line.listeners.append(heard)
    await line.tell(comm, {"kind": "answer", "answer": ANSWER, "n": state["n"] + 1})
    await asyncio.wait_for(drawn.wait(), 60)


def figures(ours: Burst, plain: Burst) -> list[Figure]:
    return [
        compared(f"{MANY} arrivals at once, p95", p95(ours.seconds), p95(plain.seconds), 10),
        told(f"{MANY} arrivals at once, median", median(ours.seconds), median(plain.seconds)),
        compared(
            "private memory a participant, once a picture was drawn", median(ours.used), median(plain.used), 4, "MB"
        ),
        told("private memory a participant, just arrived", median(ours.fresh), median(plain.fresh), "MB"),
        compared("processor seconds a participant", median(ours.cpu), median(plain.cpu), 8),
    ]
