"""A line between a browser and a server that can be made to swallow everything, as Wi-Fi does: nobody is told."""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
from types import TracebackType

SIZE = 65536
Peers = dict[socket.socket, socket.socket]


class Wire:
    """Listens on `port` and passes all on to `target`. While `dead`, what arrives is taken and passed on to nobody.

    `swallowed`: something has been taken since it died; the connection it came over will carry nothing more.
    """

    def __init__(self, target: int) -> None:
        self.target, self._dead, self.swallowed = target, False, threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def dead(self) -> bool:
        return self._dead

    @dead.setter
    def dead(self, dead: bool) -> None:
        self.swallowed.clear()
        self._dead = dead

    def __enter__(self) -> Wire:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wake.send(b"x")
        self._thread.join()
        for one in (self._listening, self._wake, self._woken):
            one.close()

    def _run(self) -> None:
        peers: Peers = {}
        lost: set[socket.socket] = set()
        with selectors.DefaultSelector() as ready:
            ready.register(self._listening, selectors.EVENT_READ)
            ready.register(self._woken, selectors.EVENT_READ)
            while True:
                for key, _ in ready.select():
                    one = key.fileobj
                    assert isinstance(one, socket.socket)
                    if one is self._woken:
                        for each in peers:
                            each.close()
                        return
                    if one is self._listening:
                        self._meet(ready, peers)
                    else:
                        self._pass(ready, one, peers, lost)

    def _meet(self, ready: selectors.DefaultSelector, peers: Peers) -> None:
        browser, _ = self._listening.accept()
        server = socket.create_connection(("127.0.0.1", self.target))
        for one, other in ((browser, server), (server, browser)):
            peers[one] = other
            ready.register(one, selectors.EVENT_READ)

    def _pass(
        self, ready: selectors.DefaultSelector, one: socket.socket, peers: Peers, lost: set[socket.socket]
    ) -> None:
        """A connection that has lost something stays dead: nothing can come after what is missing, its end included."""
        try:
            data = one.recv(SIZE)
        except OSError:
            data = b""
        other = peers[one]
        if self.dead or one in lost:
            lost.update((one, other))
            self.swallowed.set()
        elif data:
            with contextlib.suppress(OSError):
                other.sendall(data)
        if data:
            return
        for each in (one,) if one in lost else (one, other):
            with contextlib.suppress(KeyError, ValueError):
                ready.unregister(each)
            each.close()
