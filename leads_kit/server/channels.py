"""What a browser may do with its own kernel: look, talk through the filter, end it. Nobody else's exists
for it."""

from __future__ import annotations

from typing import Any

from tornado.web import HTTPError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from leads_kit.server.base import Page
from leads_kit.server.connection import PROTOCOL, number
from leads_kit.server.headers import lock, same_origin
from leads_kit.server.kernels import LeadsKernels


class Channels(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """`/api/kernels/<id>/channels`, the websocket."""

    def initialize(self, desk: Any) -> None:
        self.desk = desk

    def set_default_headers(self) -> None:
        lock(self)

    async def prepare(self) -> None:
        _must_own(self, self.path_kwargs["kernel_id"])
        await super().prepare()

    async def get(self, kernel_id: str) -> None:
        offered = self.request.headers.get("Sec-WebSocket-Protocol", "")
        if PROTOCOL not in [one.strip() for one in offered.split(",")]:
            raise HTTPError(400)
        await super().get(kernel_id)

    @property
    def had(self) -> int | None:
        """How many messages this page has from an earlier line; None on its first."""
        return number(self.get_query_argument("had", ""))

    def retire(self) -> None:
        """Another line of the same page takes over what this one has of its kernel."""
        if self.connection is not None:
            self.on_close()
        self.close()

    def on_message(self, ws_message: Any) -> None:
        if self.connection is not None:
            super().on_message(ws_message)

    def on_close(self) -> None:
        if self.connection is not None:
            super().on_close()

    @property
    def ping_timeout(self) -> float:
        """Jupyter reads it in milliseconds; Tornado, before the line is open, wants it within the interval."""
        return float(self.ping_interval if self.ws_connection is None else 3 * self.ping_interval)

    def check_origin(self, origin: str | None = None) -> bool:  # noqa: ARG002 — Jupyter's signature
        allowed = same_origin(self.request)
        self.desk.counters["refused_origin"] += not allowed
        return allowed

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ARG002 — Tornado's signature
        """The status alone. Jupyter's page for it needs files that are not served here, and logs that it misses them."""
        self.finish()

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        if not isinstance(value, HTTPError):
            super().log_exception(typ, value, tb)


class Kernel(Page):
    """`/api/kernels/<id>`: the model that the front end asks for before it connects. Reading only."""

    def get(self, kernel_id: str) -> None:
        _must_own(self, kernel_id)
        self.finish(self.settings["kernel_manager"].kernel_model(kernel_id))

    def write_error(self, status_code: int, **_: Any) -> None:
        self.set_status(status_code)
        self.finish({"message": ""})


class Shutdown(Kernel):
    """`/voila/api/shutdown/<id>`: the beacon of a page that closes."""

    def get(self, kernel_id: str) -> None:  # noqa: ARG002 — the route names it
        raise HTTPError(404)

    async def post(self, kernel_id: str) -> None:
        _must_own(self, kernel_id)
        await self.settings["kernel_manager"].end_kernel(kernel_id)
        self.set_status(204)
        self.finish()


def _must_own(handler: Page | Channels, kernel_id: str) -> None:
    """Another's kernel looks like none."""
    kernels: LeadsKernels = handler.settings["kernel_manager"]
    if not kernels.owned(kernel_id, handler.request.cookies):
        handler.desk.counters["refused_kernel"] += 1
        raise HTTPError(404)
