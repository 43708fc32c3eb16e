"""Everything, one after the other, each figure of both servers in the same run: `python -m tests.bench [--rounds 3]`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.bench import arrivals, chromium, crowd, solara
from tests.bench.figures import Figure, show, write
from tests.bench.host import Host
from tests.bench.servers import ROOT, Server, leads, voila

OUT = ROOT / "build" / "bench.json"


def main() -> int:
    """The exit status: 1 where a budget is not kept."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--rounds", type=int, default=3)
    given.add_argument("--only", choices=["arrivals", "chromium", "crowd", "solara"], action="append")
    options = given.parse_args()
    wanted = options.only or ["arrivals", "chromium", "crowd", "solara"]
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="leads-bench-") as folder:
        for name in wanted:
            figures += PARTS[name](Path(folder) / name, options.rounds)
            show(figures)
            write(figures, OUT)
    return 0 if all(one.met for one in figures) else 1


def _arrivals(folder: Path, rounds: int) -> list[Figure]:
    """Both in turn, each round on a server of its own: plain kernels that start late may outlive the page they are for."""
    ours, plain = arrivals.Burst(), arrivals.Burst()
    for at in range(rounds):
        with leads(_made(folder / f"ours-{at}")) as server:
            asyncio.run(_open(server))
            asyncio.run(arrivals.burst(server, ours))
        with voila(_made(folder / f"plain-{at}")) as server:
            asyncio.run(arrivals.burst(server, plain))
    return arrivals.figures(ours, plain)


def _chromium(folder: Path, rounds: int) -> list[Figure]:
    """Each round on a server of its own: where a page was closed, its kernel waits for a phone that is only locked."""
    ours, plain = chromium.Visits(), chromium.Visits()
    for at in range(rounds):
        with leads(_made(folder / f"ours-{at}")) as server:
            asyncio.run(_open(server))
            chromium.visits(server, ours)
        with voila(_made(folder / f"plain-{at}")) as server:
            chromium.visits(server, plain)
    return chromium.figures(ours, plain)


def _crowd(folder: Path, _rounds: int) -> list[Figure]:
    with leads(_made(folder)) as server:
        return crowd.figures(asyncio.run(crowd.crowd(server, str(folder / "room.db"))))


async def _open(server: Server) -> None:
    """Open the exercise that everybody answers; the console's page goes again."""
    host = Host(server)
    await host.enter()
    await host.open(arrivals.ANSWERED)
    await host.line.ask(f"/voila/api/shutdown/{host.line.kernel}", "")
    host.line.close()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


PARTS = {"arrivals": _arrivals, "chromium": _chromium, "crowd": _crowd, "solara": solara.figures}

if __name__ == "__main__":
    sys.exit(main())
