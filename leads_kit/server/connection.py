"""One browser on one kernel: inward only what the filter made, outward only what pages need, and nothing lost on the way."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
from collections import Counter
from typing import Any

from jupyter_server.auth import IdentityProvider, User
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.websocket import WebSocketClosedError

from leads_kit.server.filter import OUTWARD, Ledger, Refused, judge, packed
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
        count = number(said)
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


def _bytes(part: Any) -> bytes:
    return bytes(part)


def number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) <= DIGITS else None
