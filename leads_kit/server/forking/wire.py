"""Messages between server, template and forks: one JSON object a packet, with file descriptors where needed."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping, Sequence
from typing import Any

LARGEST = 1 << 20  # an environment of many variables is some ten KB
MOST_DESCRIPTORS = 2
CLOSE_ON_EXEC = getattr(socket, "MSG_CMSG_CLOEXEC", 0)


class Ended(Exception):
    """The other side is gone."""


def pair() -> tuple[socket.socket, socket.socket]:
    """Two connected ends that keep packets whole."""
    ends = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    for end in ends:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LARGEST)
    return ends


def say(end: socket.socket, message: Mapping[str, Any], descriptors: Sequence[int] = ()) -> None:
    """Send one message. Raises Ended."""
    try:
        socket.send_fds(end, [json.dumps(message).encode()], list(descriptors))
    except (BrokenPipeError, ConnectionResetError) as gone:
        raise Ended from gone


def hear(end: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """The next message and the descriptors that came with it. Raises Ended, or TimeoutError as the socket is set."""
    try:
        packet, descriptors, _flags, _address = socket.recv_fds(end, LARGEST, MOST_DESCRIPTORS, CLOSE_ON_EXEC)
    except ConnectionResetError as gone:
        raise Ended from gone
    if not packet:
        raise Ended
    return json.loads(packet), descriptors
