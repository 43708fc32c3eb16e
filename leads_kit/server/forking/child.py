"""What a fork does to become a kernel: boot, wait until it is somebody's, then serve."""

from __future__ import annotations

import contextlib
import gc
import os
import random
import signal
import socket
import sys
import traceback
from dataclasses import dataclass
from typing import NoReturn

from leads_kit.server.forking.kernelapp import KernelApp
from leads_kit.server.forking.linux import die_with_parent, name_process
from leads_kit.server.forking.wire import Ended, hear, say
from leads_kit.ui._widget import register_with

SPARE, SERVING = "leads-spare", "leads-kernel"


@dataclass(frozen=True)
class Birth:
    """What a fork starts with: its connection file, the socket on which its identity comes, who forked it."""

    file: str
    door: socket.socket
    parent: int


def live(birth: Birth) -> NoReturn:
    """The whole life of a fork."""
    code = 1
    try:
        _settle(birth.parent)
        code = _serve(birth)
    except BaseException:  # noqa: BLE001 — the end of a process: what went wrong is told, and its exit code
        traceback.print_exc()
    finally:
        # Not `sys.exit`: what the template would do at its own end is not this process's to do.
        sys.stderr.flush()
        os._exit(code)


def _settle(parent: int) -> None:
    """Be a process of one's own: session, signals, standard streams, randomness."""
    die_with_parent(parent)
    os.setsid()
    name_process(SPARE)
    for number in (signal.SIGTERM, signal.SIGCHLD, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(2, 1)  # the server's standard output carries three links and nothing else
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    gc.enable()


def _serve(birth: Birth) -> int:
    app = _boot(birth.file)
    if _becomes_somebody(birth.door):
        app.start()  # type: ignore[no-untyped-call]
    return 0


def _boot(file: str) -> KernelApp:
    app = KernelApp.instance()
    app.boot(file)
    register_with(app.kernel)
    return app


def _becomes_somebody(door: socket.socket) -> bool:
    """Wait for an environment and take it on. False when the other side is gone: nobody wants this one."""
    with door:
        with contextlib.suppress(Ended):  # whoever was in a hurry said all there is to say, and closed
            say(door, {"ready": True})
        try:
            told, _ = hear(door)
        except Ended:
            return False
    os.environ.clear()
    os.environ.update(told["env"])
    if told["cwd"]:
        os.chdir(told["cwd"])
    name_process(SERVING)
    return True
