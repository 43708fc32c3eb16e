"""Kernels: how they start, what is in their environment, who owns which, and what each has told its
browsers."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import zmq
import zmq.asyncio
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Dict, Instance, default

from leads_kit.server.admission import FORKED, ORDINARY, Admission, most_kernels, starting_at_once
from leads_kit.server.desk import Desk
from leads_kit.server.filter import Ledger
from leads_kit.server.forking.handle import CannotFork
from leads_kit.server.forking.linux import can_fork
from leads_kit.server.forking.nursery import nursery
from leads_kit.server.identity import Owner, Visitor
from leads_kit.server.places import Places
from leads_kit.server.spool import Spool
from leads_kit.text import Lang

KERNEL = "python3"
PROVISIONER = "leads-fork"
# Kernels that have booted and wait: enough that the first through the door of a workshop wait for nothing.
AHEAD = 12
IDLE_SECONDS = 0.5
SEAT_COOKIE = "leads_seat_"
# What workshop.here reads; a test holds the two together, as importing it would load every widget.
PREFIX = "HTTP_X_LEADS_"
ID = r"(?P<kernel_id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
# Six sockets a page, all in one context, whose own limit of 1023 ends near 170 pages.
SOCKETS = 16384
# What a web server would have put there about the request; a kernel learns nothing of it.
REQUEST_ENV = ("HTTP_", "QUERY_STRING", "PATH_INFO", "SCRIPT_NAME", "REQUEST_", "VOILA_", "SERVER_")


class LeadsKernelSpecs(KernelSpecManager):
    """Only the Python that this server runs on; kernelspecs lying about on the machine are not looked at."""

    @default("kernel_dirs")
    def _no_folders(self) -> list[str]:
        return []

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Forked where that can be."""
        spec: KernelSpec = super().get_kernel_spec(kernel_name)
        if can_fork():
            spec.metadata = {**spec.metadata, "kernel_provisioner": {"provisioner_name": PROVISIONER}}
        return spec


class LeadsKernels(AsyncMappingKernelManager):
    """The kernels of all pages. A kernel belongs to the cookie that started it and to nobody else."""

    ahead = AHEAD

    owners: dict[str, Owner] = Dict()  # type: ignore[assignment]
    ledgers: dict[str, Ledger] = Dict()  # type: ignore[assignment]
    spools: dict[str, Spool] = Dict()  # type: ignore[assignment]
    context = Instance(zmq.asyncio.Context)
    admission = Instance(Admission)
    places = Instance(Places)

    @default("admission")
    def _by_memory(self) -> Admission:
        each = FORKED if can_fork() else ORDINARY
        return Admission(most_kernels(each), starting_at_once(), lambda: len(self.list_kernel_ids()))

    @default("places")
    def _of_these(self) -> Places:
        return Places(lambda kernel: bool(self._kernel_connections.get(kernel)))

    @default("context")
    def _roomy_context(self) -> zmq.asyncio.Context:
        self._created_context = True
        context = zmq.asyncio.Context()
        context.set(zmq.MAX_SOCKETS, min(SOCKETS, context.get(zmq.SOCKET_LIMIT)))
        return context

    async def open_kernel(self, owner: Owner, env: Mapping[str, str], cwd: str) -> str:
        """Start a kernel for one page and return its id."""
        kernel: str = await self.start_kernel(kernel_name=KERNEL, env=dict(env), cwd=cwd)
        self.owners[kernel] = owner
        self.places.opened(kernel, owner)
        self.ledgers[kernel] = Ledger()
        return kernel

    @property
    def ready(self) -> bool:
        """Whether a page would get its kernel without waiting for the template to warm."""
        return not can_fork() or nursery().ready

    @property
    def spares(self) -> int:
        return nursery().spares

    @property
    def participants(self) -> int:
        """Seats whose page is connected."""
        seats = {owner for owner in self.owners.values() if owner.cookie.startswith(SEAT_COOKIE)}
        open_ = {
            self.owners[kernel] for kernel, count in self._kernel_connections.items() if count and kernel in self.owners
        }
        return len(seats & open_)

    async def keep_ahead(self, folder: Path, packs: Iterable[Path]) -> None:
        """For as long as the server lives: a template that knows these packs, and kernels ahead of who comes next."""
        with contextlib.suppress(CannotFork):
            await asyncio.to_thread(nursery().learn, packs)
        while can_fork():
            try:
                if self.admission.idle and not self.admission.full and nursery().spares < self.ahead:
                    await asyncio.to_thread(nursery().fork_ahead, folder)
                    continue
            except CannotFork:
                self.log.warning("A kernel could not be forked ahead")
            await asyncio.sleep(IDLE_SECONDS)

    def start_watching_activity(self, kernel_id: str) -> None:
        """No socket of its own: what a browser says is the activity (`seen`), and a page that is open is never culled."""
        kernel: Any = self._kernels[kernel_id]
        kernel.reason, kernel.execution_state = "", "idle"
        self.seen(kernel_id)

    def seen(self, kernel_id: str) -> None:
        """Somebody uses this kernel now."""
        kernel: Any = self._kernels.get(kernel_id)
        if kernel is not None:
            kernel.last_activity = self.last_kernel_activity = dt.datetime.now(dt.UTC)

    def notify_disconnect(self, kernel_id: str) -> None:
        """A page was here until now: only from here on does it count as gone."""
        super().notify_disconnect(kernel_id)  # type: ignore[no-untyped-call]
        self.seen(kernel_id)

    def spool(self, kernel_id: str, session: str, anew: bool) -> Spool:
        """What this page was sent; a page that begins anew, or another one, gets an empty one."""
        kept = self.spools.get(kernel_id)
        if anew or kept is None or kept.session != session:
            kept = self.spools[kernel_id] = Spool(session)
        return kept

    async def end_kernel(self, kernel_id: str) -> None:
        """End a kernel at once: everything said in it is in the store already."""
        await self.shutdown_kernel(kernel_id, now=True)  # type: ignore[no-untyped-call]

    def remove_kernel(self, kernel_id: str) -> Any:
        self.places.left(kernel_id)
        self.owners.pop(kernel_id, None)
        self.ledgers.pop(kernel_id, None)
        self.spools.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)

    def notify_connect(self, kernel_id: str) -> None:
        self.places.met(kernel_id)
        super().notify_connect(kernel_id)  # type: ignore[no-untyped-call]

    def owned(self, kernel_id: str, cookies: Mapping[str, Any]) -> bool:
        """Whether a browser with these cookies started this kernel. An unknown kernel is nobody's."""
        owner = self.owners.get(kernel_id)
        morsel = cookies.get(owner.cookie) if owner else None
        return owner is not None and owner.proved_by(morsel.value if morsel else None)


def kernel_env(desk: Desk, visitor: Visitor, lang: Lang, here: str) -> dict[str, str]:
    """A kernel's whole environment: the server's own, and who it serves. Nothing in it comes from a
    browser."""
    who = {"ROLE": visitor.role, "ROOM": visitor.room.id if visitor.room else "", "LANG": lang, "HERE": here}
    if visitor.seat and visitor.secret:
        who |= {"SEAT": visitor.seat.id, "SECRET": visitor.secret.hex()}
    return environment_of(desk, who)


def environment_of(desk: Desk, who: Mapping[str, str]) -> dict[str, str]:
    """The server's environment without anything of a request, and what a kernel is told of whom it serves."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(REQUEST_ENV)}
    env |= {f"{PREFIX}{name}": value for name, value in who.items()}
    own = {"LEADS_STORE": desk.options.store, "LEADS_STATIC": desk.static.address, "LEADS_DRAWN": desk.drawn}
    return env | own
