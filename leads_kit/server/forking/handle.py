"""This process's hold on a template and on each kernel that it forked."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leads_kit.server.forking import wire

START_SECONDS = 60.0
ANSWER_SECONDS = 30.0
# One thread each: a second one would be lost in the fork, and two hundred kernels need no more of them.
QUIET = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
# Whom this process serves is nobody's business in a template that all kernels share.
NOT_INHERITED = ("HTTP_", "LEADS_", "JPY_")


class CannotFork(Exception):
    """No kernel was forked, and none will come of this attempt."""


class TemplateHandle:
    """A warm process, started here. Safe from any thread. Raises CannotFork where it does not start."""

    def __init__(self, made_of: int) -> None:
        self.made_of = made_of
        self._held: set[int] = set()
        self._lock = threading.Lock()
        self._socket, theirs = wire.pair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "leads_kit.server.forking.template", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=2,
                start_new_session=True,
                env=_environment(),
            )
        self._ask(None, START_SECONDS)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def idle(self) -> bool:
        """Whether none of its kernels is held any more."""
        return not self._held

    def fork(self, file: Path) -> Forked:
        """A new process that boots a kernel on this connection file. Raises CannotFork."""
        told, (held, door) = self._ask({"do": "fork", "file": str(file)})
        self._held.add(told["pid"])
        return Forked(self, told["pid"], held, socket.socket(fileno=door))

    def learn(self, file: Path) -> None:
        """Read a room's copy of its pack. Raises CannotFork."""
        self._ask({"do": "learn", "file": str(file)})

    def let_go(self, pid: int) -> None:
        self._held.discard(pid)

    def signal(self, pid: int, number: int) -> None:
        """To a fork's process group; nothing where it, or this template, has ended."""
        with contextlib.suppress(CannotFork):
            self._ask({"do": "signal", "pid": pid, "signal": int(number)})

    def code(self, pid: int) -> int:
        """The exit code of a fork that has ended; -9 where the template ended with it."""
        with contextlib.suppress(CannotFork):
            told, _ = self._ask({"do": "code", "pid": pid})
            if told["code"] is not None:
                return int(told["code"])
        return -signal.SIGKILL

    def end(self) -> None:
        """And with it every kernel that it forked."""
        self._socket.close()
        try:
            self._process.wait(ANSWER_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _ask(
        self, message: Mapping[str, Any] | None, seconds: float = ANSWER_SECONDS
    ) -> tuple[dict[str, Any], list[int]]:
        """Say something, where there is something to say, and hear the answer."""
        with self._lock:
            try:
                self._socket.settimeout(seconds)
                if message is not None:
                    wire.say(self._socket, message)
                return wire.hear(self._socket)
            except (wire.Ended, OSError) as failed:
                # After a late answer, questions and answers would no longer match. No fork is missed: one that
                # was not handed its environment never becomes a kernel.
                self.end()
                raise CannotFork from failed


class Forked:
    """One fork, held by a descriptor: its number may pass to another process, the descriptor never does."""

    def __init__(self, template: TemplateHandle, pid: int, held: int, door: socket.socket) -> None:
        self.pid = pid
        self._template, self._held, self._door = template, held, door
        self._code: int | None = None

    def booted(self, seconds: float) -> bool:
        """Wait until it only waits for its environment; False where it ended instead, or takes longer."""
        self._door.settimeout(seconds)
        try:
            wire.hear(self._door)
        except (wire.Ended, TimeoutError):
            return False
        return True

    def become(self, env: Mapping[str, str], cwd: str | None) -> bool:
        """Hand it an environment: from now on it is somebody's kernel. False where it has ended.

        The door stays open: closed with a word of the other side's unheard, it would take what was just said with it.
        """
        try:
            wire.say(self._door, {"env": dict(env), "cwd": cwd})
        except (wire.Ended, OSError):
            return False
        return self.poll() is None

    def poll(self) -> int | None:
        """None while it lives, else its exit code."""
        if self._code is None and not self._lives():
            self._code = self._template.code(self.pid)
        return self._code

    def signal(self, number: int) -> None:
        """To its process group, while it lives."""
        if self.poll() is None:
            self._template.signal(self.pid, number)

    def close(self) -> None:
        """Let go of it. One that is nobody's yet ends itself."""
        self._door.close()
        if self._held >= 0:
            os.close(self._held)
            self._held = -1
        self._template.let_go(self.pid)

    def _lives(self) -> bool:
        poller = select.poll()
        poller.register(self._held, select.POLLIN)
        return not poller.poll(0)


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(NOT_INHERITED)}
    return kept | QUIET
