"""A real server in a process of its own, on a free port of this machine, and clients that speak its
protocols."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import signal
import ssl
import subprocess
import sys
import time
import urllib.parse
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import websocket
from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1

from leads_kit.server.forking.child import SERVING

ROOT = Path(__file__).parent.parent
PROTOCOL = "v1.kernel.websocket.jupyter.org"
PATIENCE = 60.0
SERVE = """
import sys, json, pathlib
from leads_kit.server.options import ServeOptions
from leads_kit.server.serve import serve
given = json.loads(sys.argv[1])
if given.get("notebooks"):
    given["notebooks"] = pathlib.Path(given["notebooks"])
sys.exit(serve(ServeOptions(**given)))
"""

# A widget that tells what reached the kernel. Its two traits are one that a browser may set and one that it
# may not.
PROBE = """
import os, traitlets, ipywidgets

class Probe(ipywidgets.DOMWidget):
    _view_name = traitlets.Unicode("ProbeView").tag(sync=True)
    writable = traitlets.List(["door"]).tag(sync=True)
    door = traitlets.Int(1).tag(sync=True)
    wall = traitlets.Int(1).tag(sync=True)

probe = Probe()

def answer(_widget, content, _buffers):
    from ipywidgets.widgets.widget import _instances
    env = {key: value for key, value in os.environ.items() if content.get("asked") == "env"}
    told = dict(env=env, door=probe.door, wall=probe.wall, widgets=len(_instances))
    probe.send(dict(told, broken="broken" in globals(), nonce=content.get("nonce")))

probe.on_msg(answer)
display(probe)
"""


def write_notebooks(folder: Path, *cells: str) -> Path:
    """A participant's notebook with the probe and more cells, and the facilitator's two."""
    (folder / "facilitator").mkdir(parents=True)
    for name, code in {
        "4-develop-coalitions": [PROBE, *cells],
        "facilitator/console": [PROBE],
        "facilitator/wall": [PROBE],
    }.items():
        book = nbformat.v4.new_notebook()
        book.cells = [nbformat.v4.new_markdown_cell("# Here we are"), *map(nbformat.v4.new_code_cell, code)]
        nbformat.write(book, folder / f"{name}.ipynb")
    return folder


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")


@dataclass
class Client:
    """One browser's cookies and headers; with `tls`, over an encrypted line. It follows no redirect."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, None, headers)

    def post(self, path: str, form: dict[str, str] | None = None, **headers: str) -> Answer:
        body = urllib.parse.urlencode(form or {})
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        line = (
            http.client.HTTPSConnection("127.0.0.1", self.port, timeout=PATIENCE, context=self.tls)
            if self.tls
            else http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        )
        named = {key.replace("_", "-"): value for key, value in {**self.headers, **headers}.items()}
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for key, value in {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie, **named}.items():
            line.putheader(key, value)
        if body is not None:
            line.putheader("Content-Length", str(len(body)))
        line.endheaders(body.encode() if body is not None else None)
        got = line.getresponse()
        answer = Answer(got.status, got.headers, got.read().decode("utf-8", "replace"))
        line.close()
        for given in got.headers.get_all("Set-Cookie") or []:
            name, _, value = given.split(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def join(self, code: str, lang: str = "en") -> Answer:
        """Take the first pseudonym offered."""
        offered = re.findall(r'name="pseudonym" value="([^"]+)"', self.get(f"/join/{code}").text)
        return self.post(f"/join/{code}", {"pseudonym": offered[0], "consent": "yes", "lang": lang})

    def open(self, path: str) -> Page:
        """Load a notebook's page, and what a browser would know of its kernel and widgets."""
        answer = self.get(path)
        config = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', answer.text, re.DOTALL)
        assert config, answer.text[:2000]
        return Page(self, answer, json.loads(config[1])["kernelId"])


@dataclass
class Page:
    client: Client
    answer: Answer
    kernel: str

    @property
    def model(self) -> str:
        """The probe's comm."""
        found = re.search(r'widget-view\+json": \{"model_id": "(\w+)"', self.answer.text)
        assert found
        return found[1]

    def connect(self, **options: Any) -> Channel:
        return Channel.open(self.client, self.kernel, **options)


@dataclass
class Channel:
    """The websocket of one page, as a program or an attacker would use it."""

    socket: websocket.WebSocket
    session: str

    @classmethod
    def open(cls, client: Client, kernel: str, origin: str | None = None, protocol: str | None = PROTOCOL) -> Channel:
        session = uuid.uuid4().hex
        scheme = "wss" if client.tls else "ws"
        address = f"{scheme}://127.0.0.1:{client.port}/api/kernels/{kernel}/channels?session_id={session}"
        options: dict[str, Any] = {"suppress_origin": True} if origin is None else {"origin": origin}
        socket = websocket.WebSocket(sslopt={"context": client.tls} if client.tls else None)
        socket.settimeout(PATIENCE)
        try:
            socket.connect(address, cookie=client.cookie, subprotocols=[protocol] if protocol else None, **options)
        except websocket.WebSocketException:
            socket.shutdown()
            raise
        return cls(socket, session)

    def send(
        self,
        kind: str,
        content: Any,
        metadata: Any = None,
        channel: str = "shell",
        buffers: tuple[bytes, ...] = (),
    ) -> str:
        number = uuid.uuid4().hex
        header = {
            "msg_id": number,
            "msg_type": kind,
            "session": self.session,
            "username": "",
            "version": "5.2",
        }
        parts = [json.dumps(part).encode() for part in (header, {}, metadata or {}, content)]
        self.socket.send_binary(serialize_msg_to_ws_v1([*parts, *buffers], channel))
        return number

    def messages(self, seconds: float = PATIENCE) -> Iterator[dict[str, Any]]:
        """What arrives, until nothing has for `seconds`."""
        self.socket.settimeout(seconds)
        with contextlib.suppress(websocket.WebSocketTimeoutException):
            while True:
                channel, parts = deserialize_msg_from_ws_v1(self.socket.recv())
                header, parent, _, content = (json.loads(part) for part in parts[:4])
                yield {"channel": channel, "type": header["msg_type"], "parent": parent, "content": content}

    def close(self) -> None:
        self.socket.shutdown()

    def hung_up(self) -> bool:
        """Wait until the server ends the line, or patience does."""
        try:
            while self.socket.recv():
                continue
        except websocket.WebSocketTimeoutException:
            return False
        except (websocket.WebSocketException, OSError):
            return True
        finally:
            self.close()
        return True

    def learn(self) -> dict[str, Any]:
        """Ask for all widgets as Voilà's front end does; their states by comm."""
        control = uuid.uuid4().hex
        self.send(
            "comm_open",
            {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}},
            {"version": "1.0.0"},
        )
        self.send("comm_msg", {"comm_id": control, "data": {"method": "request_states"}})
        for message in self.messages():
            if message["type"] == "comm_msg" and message["content"]["comm_id"] == control:
                states: dict[str, Any] = message["content"]["data"]["states"]
                return states
        raise AssertionError("no states")

    def probe(self, comm: str, asked: str = "") -> dict[str, Any]:
        """What the probe says now: everything sent before has then been handled."""
        nonce = uuid.uuid4().hex
        self.send(
            "comm_msg",
            {"comm_id": comm, "data": {"method": "custom", "content": {"asked": asked, "nonce": nonce}}},
        )
        for message in self.messages():
            told = message["content"].get("data", {}).get("content", {}) if message["type"] == "comm_msg" else {}
            if told.get("nonce") == nonce:
                return dict(told)
        raise AssertionError("the probe does not answer")


@dataclass
class Served:
    """A running server: its process, port, room's code and facilitator's secret."""

    process: subprocess.Popen[str]
    port: int
    code: str
    secret: str
    lines: list[str]
    store: str
    log: Path

    def client(self, **headers: str) -> Client:
        return Client(self.port, headers=headers)

    def counter(self, name: str) -> int:
        found = re.search(rf"^leads_{name}(?:_total)? (\d+)(?:\.0)?$", self.client().get("/metrics").text, re.MULTILINE)
        return int(found[1]) if found else 0

    def kernels(self) -> list[int]:
        """Process ids of this server's kernels."""
        return children(self.process.pid)

    def end(self, number: int = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        if self.process.stdout:
            self.process.stdout.close()
        return self.process.wait(timeout=PATIENCE)


def children(ancestor: int) -> list[int]:
    """Living kernels that came from this process and are somebody's, forked or ordinary."""
    parents, kernels = {}, []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            ordinary = "ipykernel_launcher" in (folder / "cmdline").read_text().split("\0")
            if ordinary or (folder / "comm").read_text().strip() == SERVING:
                kernels.append(int(folder.name))
    return [pid for pid in kernels if ancestor in _line(pid, parents)]


def _line(pid: int, parents: dict[int, int]) -> list[int]:
    found = [pid]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return found


def gone(pid: int) -> bool:
    """Whether a process has ended (a zombie has)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def wait_until(true: Any, seconds: float = PATIENCE) -> bool:
    """Whether `true()` became so in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)
    return bool(true())


def start(folder: Path, *cells: str, notebooks: Path | None = None, **options: Any) -> Served:
    """Serve the demo room, or the options', from `folder`; returns once the three lines are there."""
    books = notebooks or (
        folder / "notebooks" if (folder / "notebooks").exists() else write_notebooks(folder / "notebooks", *cells)
    )
    given = {"store": str(folder / "room.db"), "port": 0, "notebooks": str(books), **options}
    log = folder / f"server-{time.monotonic_ns()}.log"
    environment = {
        **os.environ,
        "LEADS_HOME": str(folder / "home"),
        "QUERY_STRING": "planted=1",
        "HTTP_X_LEADS_ROLE": "host",
    }
    environment["PYTHONSAFEPATH"] = "1"
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE, json.dumps(given)],
            stdout=subprocess.PIPE, stderr=errors, text=True, cwd=ROOT, env=environment,
        )  # fmt: skip
    assert process.stdout
    lines = [process.stdout.readline().rstrip("\n") for _ in range(3)]
    if not all(lines):
        process.kill()
        process.stdout.close()
        process.wait()
        raise AssertionError(log.read_text())
    code = lines[0].rpartition("/")[2]
    port = urllib.parse.urlsplit(lines[0].split()[1]).port
    assert port
    return Served(process, port, code, lines[1].rpartition("/")[2], lines, given["store"], log)


@contextlib.contextmanager
def served(folder: Path, *cells: str, **options: Any) -> Iterator[Served]:
    """`start`, and the end of it."""
    server = start(folder, *cells, **options)
    try:
        yield server
    finally:
        server.end()
