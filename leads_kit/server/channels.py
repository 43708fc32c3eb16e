"""What a browser may do with its own kernel: look, talk through the filter, end it. Nobody else's exists
for it."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
from collections import Counter
from typing import Any

from jupyter_server.auth import IdentityProvider, User
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from leads_kit.server.base import Page
from leads_kit.server.filter import OUTWARD, Ledger, Refused, judge, packed
from leads_kit.server.headers import lock, same_origin
from leads_kit.server.kernels import LeadsKernels
from leads_kit.server.limits import Heard
from leads_kit.server.meters import SaveWatch
from leads_kit.server.spool import Spool

PROTOCOL = "v1.kernel.websocket.jupyter.org"
POLICY = 1008  # RFC 6455: the message violates a policy
# What a page hears in a text frame (line.js): its line is alive; it has missed what is not kept any more, and loads again.
ALIVE, ANEW = "alive", "anew"
DIGITS = 9


class Nobody(IdentityProvider):
    """Jupyter's own idea of users is not used: every route checks its cookie itself."""

    def get_user(self, handler: Any) -> User:  # noqa: ARG002 — Jupyter's signature
        return User("nobody")

    def get_handlers(self) -> list[Any]:
        return []


class FilteredConnection(ZMQChannelsWebsocketConnection):
    """One browser on one kernel. Inward only what the filter made; outward only what pages need."""

    _fresh = False

    async def _register_session(self) -> None:
        """The same page again: its old line, which may not know yet that it is dead, hands over at once."""
        old: Any = self._open_sessions.get(f"{self.kernel_id}:{self.session.session}")
        if old is not None:
            old.retire()
        await super()._register_session()  # type: ignore[no-untyped-call]

    def connect(self) -> Any:
        """Begin with what the page has missed since its last line."""
        handler: Any = self.websocket_handler
        missed = self._spool.after(handler.had or 0)
        if missed is None:
            handler.write_message(ANEW)
        for message in missed or ():
            handler.write_message(message, binary=True)
        return super().connect()

    def create_stream(self) -> None:
        super().create_stream()  # type: ignore[no-untyped-call]
        self._fresh = True

    def nudge(self) -> asyncio.Future[None]:
        """A page that comes back finds its sockets connected; to try them again would cost it the next message."""
        if self._fresh:
            return super().nudge()
        connected: asyncio.Future[None] = asyncio.Future()
        connected.set_result(None)
        return connected

    @property
    def write_message(self) -> Any:
        return self._send

    def _send(self, message: Any, binary: bool = False) -> None:
        if binary:
            self._spool.put(message)
        with contextlib.suppress(WebSocketClosedError):
            self.websocket_handler.write_message(message, binary=binary)

    def _beat(self, said: str) -> None:
        """A page asks whether its line is alive, and says how many messages it has."""
        count = _number(said)
        if count is None:
            self._counters["dropped_malformed"] += 1
            return
        self._spool.had(count)
        self._send(ALIVE)

    def handle_incoming_message(self, incoming_msg: Any) -> None:
        if not self.channels:
            return
        counters = self._counters
        heard = self._ledger.pace.hear(len(incoming_msg))
        if heard is not Heard.PASSES:
            self._too_fast(heard)
            return
        if not isinstance(incoming_msg, bytes):
            self._beat(incoming_msg)
            return
        try:
            header, passed = judge(incoming_msg, self._ledger)
        except Refused as refused:
            counters[f"dropped_{refused.reason}"] += 1
            return
        counters["passed"] += 1
        self._saves.inward(passed.content)
        self.multi_kernel_manager.seen(self.kernel_id)
        fresh = self.session.msg_header(passed.type) | header
        parts = [self.session.pack(fresh), b"{}", packed(passed.metadata), packed(passed.content)]
        self.session.send_raw(self.channels["shell"], parts)

    def handle_outgoing_message(self, stream: Any, outgoing_msg: list[Any]) -> None:
        _, parts = self.session.feed_identities(outgoing_msg)
        kind = json.loads(_bytes(parts[1]))["msg_type"]
        if kind not in OUTWARD:
            if kind == "error":
                self._counters["kernel_errors"] += 1
            return
        if kind.startswith("comm_"):
            content = json.loads(_bytes(parts[4]))
            self._ledger.heard(kind, content)
            told = self._saves.outward(content)
            if told:
                self._counters[f"answers_{told}"] += 1
        super().handle_outgoing_message(stream, outgoing_msg)

    def _too_fast(self, heard: Heard) -> None:
        """Nobody types like that. A line that goes on and on is ended; the page says why, and comes back."""
        self._counters["dropped_flood"] += 1
        if heard is Heard.ENDS and self.websocket_handler.ws_connection is not None:
            self._counters["lines_ended"] += 1
            self.websocket_handler.close(POLICY)

    def on_restart_failed(self) -> None:
        """The kernel is dead: say so and hang up, so that the page asks and reloads."""
        super().on_restart_failed()  # type: ignore[no-untyped-call]
        self.websocket_handler.close()

    @functools.cached_property
    def _saves(self) -> SaveWatch:
        handler: Any = self.websocket_handler
        return SaveWatch(handler.desk.meters)

    @functools.cached_property
    def _spool(self) -> Spool:
        handler: Any = self.websocket_handler
        kernels: LeadsKernels = self.multi_kernel_manager
        return kernels.spool(self.kernel_id, self.session.session, anew=handler.had is None)

    @property
    def _counters(self) -> Counter[str]:
        handler: Any = self.websocket_handler
        counters: Counter[str] = handler.desk.counters
        return counters

    @property
    def _ledger(self) -> Ledger:
        # A kernel that is going away has none any more; what it still says is of no use.
        return self.multi_kernel_manager.ledgers.get(self.kernel_id) or Ledger()


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
        return _number(self.get_query_argument("had", ""))

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


def _bytes(part: Any) -> bytes:
    return bytes(part)


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) <= DIGITS else None


def _must_own(handler: Page | Channels, kernel_id: str) -> None:
    """Another's kernel looks like none."""
    kernels: LeadsKernels = handler.settings["kernel_manager"]
    if not kernels.owned(kernel_id, handler.request.cookies):
        handler.desk.counters["refused_kernel"] += 1
        raise HTTPError(404)
