"""Claims about forked kernels: they start, obey, die with whoever made them, and nobody else's is ever theirs."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

from leads_kit.server.forking import nursery as nurseries
from leads_kit.server.forking.child import SERVING
from leads_kit.server.forking.handle import CannotFork
from leads_kit.server.forking.nursery import Nursery, nursery
from leads_kit.server.forking.provisioner import NAME
from tests.bench.machine import tree
from tests.server_fixture import gone, wait_until

ROOT = Path(__file__).parents[2]
PATIENCE = 30
SOAKED, AT_ONCE = 50, 5
NUMBERS = itertools.count()


@pytest.fixture(scope="module", autouse=True)
def _no_template_is_left() -> Iterator[None]:
    yield
    nursery().close()


@asynccontextmanager
async def started(folder: Path, **env: str) -> AsyncIterator[AsyncKernelManager]:
    """A forked kernel over unix sockets in `folder`, ended and tidied away afterwards."""
    manager = AsyncKernelManager(transport="ipc", connection_file=str(folder / f"k{next(NUMBERS)}.json"))
    manager._kernel_spec = KernelSpec(
        argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        metadata={"kernel_provisioner": {"provisioner_name": NAME}},
    )
    await manager.start_kernel(env={**os.environ, **env}, cwd=str(folder))
    try:
        yield manager
    finally:
        if manager.has_kernel:
            await manager.shutdown_kernel(now=True)
        manager.context.destroy(linger=0)


@asynccontextmanager
async def kernel(folder: Path, **env: str) -> AsyncIterator[tuple[AsyncKernelManager, Any]]:
    """The same with a client, once it answers."""
    async with started(folder, **env) as manager:
        client = manager.client()
        client.start_channels()
        try:
            await client.wait_for_ready(timeout=PATIENCE)
            yield manager, client
        finally:
            client.stop_channels()


async def says(client: Any, code: str) -> str:
    """What a cell prints."""
    heard: list[str] = []
    await client.execute_interactive(
        code, timeout=PATIENCE, output_hook=lambda news: heard.append(news["content"].get("text", ""))
    )
    return "".join(heard).strip()


def run(life: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(life())  # type: ignore[arg-type]


def test_a_forked_kernel_has_its_own_environment_folder_and_chance(tmp_path: Path) -> None:
    async def life() -> None:
        seen = set()
        for who in ("ana", "ben"):
            async with kernel(tmp_path, HTTP_X_LEADS_SEAT=who) as (_, client):
                assert await says(client, "import os; print(os.environ['HTTP_X_LEADS_SEAT'])") == who
                assert await says(client, "print(os.getcwd())") == str(tmp_path)
                seen.add(await says(client, "import random, uuid; print(random.random(), uuid.uuid4(), os.getpid())"))
        assert len(seen) == 2

    run(life)


def test_who_a_kernel_serves_is_in_no_file_that_tells_of_the_process(tmp_path: Path) -> None:
    async def life() -> None:
        async with kernel(tmp_path, HTTP_X_LEADS_SECRET="5ec2e7") as (manager, client):
            assert await says(client, "import os; print(os.environ['HTTP_X_LEADS_SECRET'])") == "5ec2e7"
            told = Path(f"/proc/{manager.provisioner.forked.pid}")
            assert "5ec2e7" not in (told / "environ").read_text() + (told / "cmdline").read_text()
            assert (told / "comm").read_text().strip() == SERVING

    run(life)


def test_interrupt_restart_and_shutdown_work(tmp_path: Path) -> None:
    async def life() -> None:
        async with kernel(tmp_path) as (manager, client):
            busy = asyncio.create_task(client.execute_interactive("import time; time.sleep(60)", timeout=PATIENCE))
            await asyncio.sleep(0.5)
            await manager.interrupt_kernel()
            assert (await busy)["content"]["ename"] == "KeyboardInterrupt"
            first = await says(client, "import os; kept = 1; print(os.getpid())")
            await manager.restart_kernel(now=True)
            await client.wait_for_ready(timeout=PATIENCE)
            assert (
                await says(client, "import os; print(os.getpid(), 'kept' in globals())")
                == f"{manager.provisioner.forked.pid} False"
            )
            assert gone(int(first))
            last = manager.provisioner.forked.pid
            await manager.shutdown_kernel()
            assert wait_until(lambda: gone(last), PATIENCE)

    run(life)


def test_a_kernel_that_ends_tells_its_exit_code(tmp_path: Path) -> None:
    async def life() -> None:
        async with kernel(tmp_path) as (manager, client):
            client.execute("import os; os._exit(7)")
            assert await manager.provisioner.wait() == 7
        async with kernel(tmp_path) as (manager, _):
            os.kill(manager.provisioner.forked.pid, signal.SIGKILL)
            assert await manager.provisioner.wait() == -signal.SIGKILL

    run(life)


def test_a_kernel_finds_everything_imported_and_no_second_thread_to_lose(tmp_path: Path) -> None:
    cells = "from leads_kit.server.cells import run_cells; run_cells([('1', 'from leads_kit.workshop import open_workshop')])"

    async def life() -> None:
        async with kernel(tmp_path) as (_, client):
            before = await says(client, "import sys; known = set(sys.modules)")
            assert before == ""
            await says(client, cells)
            late = await says(client, "print(sorted(name for name in set(sys.modules) - known if 'leads' in name))")
            assert late == "[]"
            assert (
                await says(
                    client, "print('altair' in sys.modules, 'debugpy' in sys.modules and sys.modules['debugpy'])"
                )
                == "True None"
            )

    run(life)


def test_a_spare_kernel_is_nobodys_until_it_is_taken(tmp_path: Path) -> None:
    own = Nursery()
    try:
        own.fork_ahead(tmp_path)
        assert own.spares == 1
        assert not list(tmp_path.glob("*.json"))
        spare = own.take({"WHO": "ana"}, str(tmp_path))
        assert spare is not None
        assert own.spares == 0
        assert wait_until(lambda: Path(f"/proc/{spare.forked.pid}/comm").read_text().strip() == SERVING, PATIENCE)
        assert own.take({}, None) is None
        spare.forked.close()
    finally:
        own.close()


def test_a_fork_that_has_booted_before_it_is_handed_its_environment_serves(tmp_path: Path) -> None:
    own = Nursery()
    file, _ = write_connection_file(str(tmp_path / "k.json"), transport="ipc", ip=str(tmp_path / "k"), key=b"k")
    try:
        forked = own.warm().fork(Path(file))
        assert wait_until(lambda: len(list(tmp_path.glob("k-*"))) == 5, PATIENCE)
        # Its sockets are there; a moment later it says that it is ready, and nobody listens.
        time.sleep(2)
        os.kill(forked.pid, signal.SIGSTOP)  # as if the processors were busy elsewhere
        assert forked.become(dict(os.environ), None)
        time.sleep(0.2)
        os.kill(forked.pid, signal.SIGCONT)
        assert wait_until(lambda: Path(f"/proc/{forked.pid}/comm").read_text().strip() == SERVING, PATIENCE)
        forked.close()
    finally:
        own.close()


def test_a_fork_that_nobody_takes_ends_itself(tmp_path: Path) -> None:
    own = Nursery()
    try:
        forked = own.warm().fork(tmp_path / "k.json")
        forked.close()
        assert wait_until(lambda: gone(forked.pid), PATIENCE)
    finally:
        own.close()


def test_a_dead_template_is_replaced_and_its_kernels_are_known_to_be_dead(tmp_path: Path) -> None:
    async def life() -> None:
        async with kernel(tmp_path) as (manager, _):
            template = nursery().warm()
            os.kill(template.pid, signal.SIGKILL)
            assert await manager.provisioner.wait() is not None
        async with kernel(tmp_path) as (manager, client):
            assert nursery().warm().pid != template.pid
            assert await says(client, "print(1 + 1)") == "2"

    run(life)


def test_kernels_of_old_code_go_on_and_new_ones_come_from_new_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def life() -> None:
        async with kernel(tmp_path) as (_, client):
            before = nursery().warm().pid
            monkeypatch.setattr(nurseries, "fingerprint", lambda: 1)
            assert nursery().warm().pid != before
            assert await says(client, "print('still here')") == "still here"
        assert nursery().warm().made_of == 1
        assert wait_until(lambda: nursery().warm() and gone(before), PATIENCE)

    run(life)


def test_without_a_template_an_ordinary_kernel_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses() -> None:
        raise CannotFork

    monkeypatch.setattr(nursery(), "warm", refuses)
    monkeypatch.setattr(nursery(), "take", lambda *_: None)

    async def life() -> None:
        async with kernel(tmp_path) as (manager, client):
            assert manager.provisioner.forked is None
            assert await says(client, "print('ordinary')") == "ordinary"

    run(life)


def test_a_template_that_does_not_start_is_not_tried_at_every_arrival(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def fails(_made_of: int) -> None:
        tried.append(1)
        raise CannotFork

    monkeypatch.setattr(nurseries, "TemplateHandle", fails)
    own = Nursery()
    for _ in range(3):
        with pytest.raises(CannotFork):
            own.warm()
    assert len(tried) == 1
    assert own.ready


OWNER = """
import sys, time
from pathlib import Path
from leads_kit.server.forking.nursery import nursery
folder = Path(sys.argv[1])
kernels = [nursery().fork(folder / f"{at}.json", {}, None) for at in range(3)]
print(nursery().warm().pid, *(one.pid for one in kernels), flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_template_and_kernels_die_with_their_owner(tmp_path: Path, number: signal.Signals) -> None:
    owner = subprocess.Popen([sys.executable, "-c", OWNER, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert owner.stdout
    family = [int(pid) for pid in owner.stdout.readline().split()]
    assert len(family) == 4
    owner.send_signal(number)
    owner.wait(PATIENCE)
    owner.stdout.close()
    assert wait_until(lambda: all(gone(pid) for pid in family), PATIENCE)


def soak(folder: Path, starts: int) -> None:
    """Start and end kernels, five at a time; afterwards there is no process, descriptor or file more than before."""

    async def one() -> None:
        async with started(folder):
            pass

    async def life() -> None:
        await one()
        template = nursery().warm()
        before = _holds(os.getpid()), _holds(template.pid)
        for _ in range(starts // AT_ONCE):
            await asyncio.gather(*(one() for _ in range(AT_ONCE)))
        assert (_holds(os.getpid()), _holds(template.pid)) <= before
        assert tree(template.pid) == [template.pid]

    run(life)
    assert list(folder.iterdir()) == []


def _holds(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def test_many_starts_leave_nothing_behind(tmp_path: Path) -> None:
    soak(tmp_path, SOAKED)


@pytest.mark.full
def test_a_thousand_starts_leave_nothing_behind(tmp_path: Path) -> None:
    """Some minutes: the full form of the soak, `make test-full` or this file with `-m full`."""
    soak(tmp_path, 1000)
