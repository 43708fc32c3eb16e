"""A participant without a browser: the public addresses, one page, one websocket, its widgets' states."""

from __future__ import annotations

import asyncio
import json
import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

PROTOCOL = "v1.kernel.websocket.jupyter.org"
KERNEL = re.compile(r'"kernelId": ?"([0-9a-f-]{36})"')
PSEUDONYM = re.compile(r'name="pseudonym" value="([^"]+)"')
PATIENCE = 300.0
LARGEST = 64 * 2**20

Message = dict[str, Any]


@dataclass
class Line:
    """One open page. `states` are its widgets' by comm; `heard` is called with every message and when it came."""

    base: str
    cookies: dict[str, str] = field(default_factory=dict)
    states: dict[str, dict[str, Any]] = field(default_factory=dict)
    listeners: list[Callable[[Message, float], None]] = field(default_factory=list)
    received: int = 0
    kernel: str = ""
    _socket: WebSocketClientConnection | None = None
    _reader: asyncio.Task[None] | None = None
    _learned: asyncio.Event = field(default_factory=asyncio.Event)
    _session: str = field(default_factory=lambda: uuid.uuid4().hex)

    # ---- plain pages ----

    async def join(self, code: str) -> None:
        """Take a seat with the first name that is offered."""
        offered = PSEUDONYM.findall((await self.ask(f"/join/{code}")).body.decode())
        form = urlencode({"pseudonym": offered[0], "consent": "yes", "lang": "en"})
        answer = await self.ask(f"/join/{code}", form)
        if answer.code != 303:
            raise RuntimeError(f"joining was answered with {answer.code}")

    async def ask(self, path: str, form: str | None = None) -> HTTPResponse:
        request = HTTPRequest(
            self.base + path, "GET" if form is None else "POST", {"Cookie": self._cookie}, form,
            follow_redirects=False, request_timeout=PATIENCE, connect_timeout=PATIENCE,
        )  # fmt: skip
        answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        for given in answer.headers.get_list("Set-Cookie"):
            name, _, value = given.split(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer

    # ---- the page and its widgets ----

    async def open(self, path: str) -> None:
        """Load a notebook's page to its end, and every widget's state."""
        page = await self.ask(path)
        found = KERNEL.search(page.body.decode())
        if found is None:
            raise RuntimeError(f"{path} was answered with {page.code} and no kernel")
        self.kernel = found[1]
        await self.connect()

    async def connect(self) -> None:
        """The websocket, and every widget's state over it."""
        address = self.base.replace("http", "ws", 1) + f"/api/kernels/{self.kernel}/channels?session_id={self._session}"
        request = HTTPRequest(address, headers={"Cookie": self._cookie}, request_timeout=PATIENCE)
        self._socket = await websocket_connect(request, subprotocols=[PROTOCOL], max_message_size=LARGEST)
        self._reader = asyncio.create_task(self._read())
        control = uuid.uuid4().hex
        target = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
        await self.say("comm_open", target, {"version": "1.0.0"})
        await self.say("comm_msg", {"comm_id": control, "data": {"method": "request_states"}})
        await asyncio.wait_for(self._learned.wait(), PATIENCE)

    async def tell(self, comm: str, content: Message) -> None:
        """A widget's custom message."""
        await self.say("comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": content}})

    async def say(self, kind: str, content: Message, metadata: Message | None = None) -> None:
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "session": self._session,
            "username": "",
            "version": "5.2",
        }
        parts = [json.dumps(part).encode() for part in (header, {}, metadata or {}, content)]
        if self._socket is None:
            raise RuntimeError("the page is not connected")
        await self._socket.write_message(serialize_msg_to_ws_v1(parts, "shell"), binary=True)

    def card(self, exercise: str) -> tuple[str, dict[str, Any]]:
        """The comm and state of an exercise's form. Raises KeyError before it is there."""
        for comm, state in self.states.items():
            told = state.get("state")
            if isinstance(told, dict) and f":{exercise}:" in str(told.get("key", "")):
                return comm, told
        raise KeyError(exercise)

    def widget(self, module: str) -> tuple[str, dict[str, Any]]:
        """The comm and state of the widget that a module draws. Raises KeyError."""
        for comm, state in self.states.items():
            if state.get("module") == module:
                return comm, dict(state["state"])
        raise KeyError(module)

    @staticmethod
    def told(content: dict[str, Any]) -> dict[str, Any]:
        """What of a widget's state a message changes; {} for any other message."""
        sent = content["data"].get("state", {})
        return dict(sent.get("news") or sent.get("state") or {})

    def close(self) -> None:
        if self._reader is not None:
            self._reader.cancel()
        if self._socket is not None:
            self._socket.close()

    @property
    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def _read(self) -> None:
        assert self._socket is not None
        while (raw := await self._socket.read_message()) is not None:
            now = time.monotonic()
            self.received += len(raw)
            if isinstance(raw, bytes):
                self._hear(raw, now)

    def _hear(self, raw: bytes, now: float) -> None:
        _, parts = deserialize_msg_from_ws_v1(raw)
        kind = json.loads(parts[0])["msg_type"]
        if kind not in ("comm_msg", "comm_open"):
            return
        content = json.loads(parts[3])
        data = content["data"]
        if data.get("method") == "update_states":
            self.states |= {comm: one["state"] for comm, one in data["states"].items()}
            self._learned.set()
        elif "state" in data:
            known = self.states.setdefault(content["comm_id"], {})
            known.update(data["state"])
            if "news" in data["state"]:
                known["state"] = {**known["state"], **data["state"]["news"]}
        for listener in list(self.listeners):
            listener(content, now)
