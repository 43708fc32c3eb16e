"""The warm process: imports everything once, then forks kernels, passes signals on and buries the dead.

`python -m leads_kit.server.forking.template FD`, where FD is its end of the owner's socket. It ends with the owner.
"""

from __future__ import annotations

import os
import selectors
import signal
import socket
import sys
from typing import Any

from leads_kit.server.forking import wire
from leads_kit.server.forking.child import Birth, live
from leads_kit.server.forking.linux import name_process, threads
from leads_kit.server.forking.preload import learn, preload

DEAD_KEPT = 1024


class Template:
    """Single-threaded; `serve` returns in each fork, and in the template itself when the owner is gone."""

    def __init__(self, owner: socket.socket) -> None:
        self._owner = owner
        self._pid = os.getpid()
        self._held: dict[int, int] = {}  # pid → pidfd of each living child
        self._codes: dict[int, int] = {}  # pid → exit code of the buried
        self._selector = selectors.DefaultSelector()
        self._selector.register(owner, selectors.EVENT_READ)

    def serve(self) -> Birth | None:
        """Do what the owner says until it is gone; a Birth in a fork."""
        while True:
            for key, _ in self._selector.select():
                if key.fileobj is not self._owner:
                    self._bury(key.data)
                    continue
                try:
                    message, _ = wire.hear(self._owner)
                    birth = self._do(message)
                except wire.Ended:
                    return None
                if birth:
                    return birth

    def end(self) -> None:
        """Every kernel with its whole group. What escapes this dies by the kernel's own request to Linux."""
        for pid in self._held:
            self._signal(pid, signal.SIGKILL)

    def _do(self, message: dict[str, Any]) -> Birth | None:
        match message["do"]:
            case "fork":
                return self._fork(message["file"])
            case "learn":
                learn(message["file"])
                wire.say(self._owner, {})
            case "signal":
                wire.say(self._owner, {"done": self._signal(message["pid"], message["signal"])})
            case "code":
                self._bury_if_dead(message["pid"])
                wire.say(self._owner, {"code": self._codes.get(message["pid"])})
        return None

    def _fork(self, file: str) -> Birth | None:
        ours, theirs = wire.pair()
        pid = os.fork()
        if pid == 0:
            ours.close()
            self._forget()
            return Birth(file, theirs, self._pid)
        theirs.close()
        held = os.pidfd_open(pid)
        self._held[pid] = held
        self._selector.register(held, selectors.EVENT_READ, pid)
        with ours:
            wire.say(self._owner, {"pid": pid}, [held, ours.fileno()])
        return None

    def _forget(self) -> None:
        """In a fork: hold nothing of the template's."""
        self._selector.close()
        self._owner.close()
        for held in self._held.values():
            os.close(held)

    def _signal(self, pid: int, number: int) -> bool:
        """To the child's group. Only while it is unburied, so that its number cannot have passed to another."""
        if pid not in self._held:
            return False
        try:
            os.killpg(pid, number)
        except ProcessLookupError:  # forked, and not yet the head of a group of its own
            signal.pidfd_send_signal(self._held[pid], number)
        return True

    def _bury_if_dead(self, pid: int) -> None:
        if pid in self._held and os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            self._bury(pid)

    def _bury(self, pid: int) -> None:
        held = self._held.pop(pid, None)
        if held is None:
            return
        _, status = os.waitpid(pid, 0)
        self._selector.unregister(held)
        os.close(held)
        self._codes[pid] = os.waitstatus_to_exitcode(status)
        if len(self._codes) > DEAD_KEPT:
            self._codes.pop(next(iter(self._codes)))


def main() -> None:
    owner = socket.socket(fileno=int(sys.argv[1]))
    name_process("leads-template")
    preload()
    if threads() != 1:
        sys.exit("What the template imports starts threads, which a fork would lose: no kernel can be forked")
    wire.say(owner, {})
    template = Template(owner)
    birth = template.serve()
    if birth is None:
        template.end()
        return
    live(birth)


if __name__ == "__main__":
    main()
