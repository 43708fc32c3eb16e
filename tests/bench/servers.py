"""The servers that are compared: `leads serve`, and plain Voilà on the same notebook."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.machine import kernels

ROOT = Path(__file__).parents[2]
NOTEBOOK = "4-develop-coalitions"
READY_SECONDS = 60.0
SPARES = re.compile(r"^leads_spares (\d+)", re.MULTILINE)


@dataclass
class Server:
    """A running server. `code` and `secret` are a room's, where it has one."""

    name: str
    process: subprocess.Popen[str]
    base: str
    code: str = ""
    secret: str = ""

    @property
    def pid(self) -> int:
        return self.process.pid

    def settled(self, spares: int = 12) -> None:
        """Wait until no kernel is left of earlier pages, and those ahead are there."""
        until = time.monotonic() + READY_SECONDS
        while time.monotonic() < until:
            told = SPARES.search(self._text("/metrics")) if self.code else None
            if not kernels(self.pid) and (not self.code or (told and int(told[1]) >= spares)):
                return
            time.sleep(0.2)
        raise TimeoutError(f"{self.name} does not come to rest")

    def _text(self, path: str) -> str:
        with urllib.request.urlopen(self.base + path, timeout=READY_SECONDS) as answer:  # noqa: S310 — our own server
            return str(answer.read().decode())


@contextlib.contextmanager
def leads(folder: Path, agenda: str = "dc-90") -> Iterator[Server]:
    """`leads serve` with a room of its own."""
    command = [
        str(Path(sys.executable).with_name("leads")), "serve", "--room", "bench", "--agenda", agenda, "--port", "0",
        "--no-browser", "--store", str(folder / "room.db"),
    ]  # fmt: skip
    process = _started(command, folder, subprocess.PIPE)
    assert process.stdout
    links = [process.stdout.readline().split()[-1] for _ in range(3)]
    base, _, code = links[0].partition("/join/")
    secret = links[1].rpartition("/")[2]
    with ended(process):
        yield Server("leads serve", process, base, code, secret)


@contextlib.contextmanager
def voila(folder: Path) -> Iterator[Server]:
    """Plain Voilà: default kernels and settings, everyone alone with the notebook and a store of their own folder."""
    port = free_port()
    notebook = str(ROOT / "notebooks" / f"{NOTEBOOK}.ipynb")
    command = [sys.executable, "-m", "voila", notebook, "--no-browser", f"--port={port}"]
    process = _started(command, folder, subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    with ended(process):
        wait_for(port)
        yield Server("plain Voilà", process, base)


def _started(command: list[str], folder: Path, stdout: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "LEADS_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with (folder / "server.log").open("a") as log:
        return subprocess.Popen(command, stdout=stdout, stderr=log, text=True, cwd=folder, env=environment)


@contextlib.contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait(READY_SECONDS)
        if process.stdout:
            process.stdout.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens on port {port}")
