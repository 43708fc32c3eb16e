"""The KernelProvisioner `leads-fork`: kernels forked from a warm template, for whatever starts kernels by name."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from leads_kit.server.forking.handle import CannotFork, Forked
from leads_kit.server.forking.nursery import nursery

NAME = "leads-fork"
LOOK_SECONDS = 0.02


class ForkProvisioner(LocalProvisioner):
    """An ordinary local kernel where no fork can be had; the log says so."""

    forked: Forked | None = None
    _born_before = False

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        env = {str.__str__(key): str(value) for key, value in kwargs["env"].items()}
        try:
            return await asyncio.to_thread(self._fork, env, kwargs.get("cwd"))
        except CannotFork:
            self.log.warning("No warm kernel could be had; an ordinary one serves instead")
        return await super().launch_kernel(cmd, **kwargs)

    def _fork(self, env: dict[str, str], cwd: str | None) -> KernelConnectionInfo:
        """A restarted kernel listens where it did before, as its clients go on talking there."""
        spare = None if self._born_before else nursery().take(env, cwd)
        self._born_before = True
        if spare is not None:
            self.forked = spare.forked
            return spare.listens
        manager: Any = self.parent
        self.forked = nursery().fork(Path(manager.connection_file), env, cwd)
        self.pid = self.forked.pid
        return self.connection_info

    @property
    def has_process(self) -> bool:
        return self.forked is not None or super().has_process

    async def poll(self) -> int | None:
        return self.forked.poll() if self.forked else await super().poll()

    async def wait(self) -> int | None:
        if self.forked is None:
            return await super().wait()
        code = self.forked.poll()
        while code is None:
            await asyncio.sleep(LOOK_SECONDS)
            code = self.forked.poll()
        self.forked.close()
        self.forked = None
        return code

    async def send_signal(self, signum: int) -> None:
        if self.forked is None:
            await super().send_signal(signum)
        else:
            await asyncio.to_thread(self.forked.signal, signum)

    async def kill(self, restart: bool = False) -> None:
        if self.forked is None:
            await super().kill(restart)
        else:
            await self.send_signal(signal.SIGKILL)

    async def terminate(self, restart: bool = False) -> None:
        if self.forked is None:
            await super().terminate(restart)
        else:
            await self.send_signal(signal.SIGTERM)
