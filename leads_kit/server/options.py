"""What a server is started with, and the address that a phone in the same room can open."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path

from leads_kit.text import Lang

ANYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 — named here so that no address shown to phones is one of them
# Reserved for documentation (RFC 5737). Connecting a UDP socket sends nothing; it only makes the system
# choose a way out.
ELSEWHERE = ("192.0.2.1", 9)
# Seconds after which a kernel whose page is gone ends. A phone may be locked for twenty minutes and find its page as it was.
CULL_AFTER, CULL_EVERY = 25 * 60, 60


@dataclass(frozen=True)
class ServeOptions:
    """`room` None is the demo; `agenda` None the client's own. `store` is a path or URL. `min_group` None takes the
    client's, `lang` None the client's first, `notebooks` None the kit's, `room_pages` (of a room's seats, open at once) None
    enough for two hundred people. `cull_after` seconds without its page a kernel ends, looked at `cull_every` seconds.
    """

    store: str
    room: str | None = None
    client: str = "base"
    agenda: str | None = None
    host: str = "127.0.0.1"
    port: int = 8866
    min_group: int | None = None
    lang: Lang | None = None
    certfile: Path | None = None
    keyfile: Path | None = None
    behind_proxy: bool = False
    browser: bool = False
    notebooks: Path | None = None
    room_pages: int | None = None
    cull_after: int = CULL_AFTER
    cull_every: int = CULL_EVERY

    @property
    def encrypted(self) -> bool:
        """Whether this server itself speaks TLS."""
        return self.certfile is not None

    @property
    def private(self) -> bool:
        """Whether what is typed stays unreadable on the way: TLS here or in front, or never leaving this
        machine."""
        return self.encrypted or self.behind_proxy or loopback(self.host)

    def address(self, port: int) -> str:
        """`http://HOST:PORT` as others open it; a phone cannot open 0.0.0.0."""
        host = lan_address() if self.host in ANYWHERE else self.host
        shown = f"[{host}]" if ":" in host else host
        return f"{'https' if self.encrypted else 'http'}://{shown}:{port}"


def loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def lan_address() -> str:
    """This machine's address on its network; its loopback address when it has no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
