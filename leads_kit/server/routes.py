"""Every address that answers. What is not named here does not exist."""

from __future__ import annotations

from typing import Any

from leads_kit.server import channels, host, join, notebook, seats, start, static, watch
from leads_kit.server.desk import Desk
from leads_kit.server.kernels import ID

CODE = r"([0-9A-Za-z -]{1,20})"
TYPED = r"([^/]{0,40})"
LINK = r"([\w-]{8,128})"
NAME = r"([\w-]{1,80})"


def routes(desk: Desk) -> list[tuple[str, type, dict[str, Any]]]:
    """Patterns and handlers. A new page: a subclass of `base.Page` here, and nothing else."""
    pages: list[tuple[str, type]] = [
        (r"/", start.Start),
        (rf"/play/{CODE}", start.Play),
        (rf"/join/?{TYPED}", join.Join),
        (rf"/reached/{CODE}", join.Reached),
        (rf"/room/{CODE}", notebook.RoomPage),
        (rf"/room/{CODE}/{NAME}", notebook.RoomPage),
        (rf"/code/{CODE}", seats.Code),
        (rf"/resume/{CODE}", seats.Resume),
        (rf"/leave/{CODE}", seats.Leave),
        (rf"/language/{CODE}", seats.Language),
        (rf"/host/{LINK}", host.Host),
        (rf"/console/{CODE}", notebook.ConsolePage),
        (rf"/wall/{CODE}", notebook.WallPage),
        (r"/health", watch.Health),
        (r"/metrics", watch.Metrics),
        (rf"/api/kernels/{ID}", channels.Kernel),
        (rf"/api/kernels/{ID}/channels", channels.Channels),
        (rf"/voila/api/shutdown/{ID}", channels.Shutdown),
    ]
    files = (rf"{static.PREFIX}/([0-9a-f]{{16}})/{static.PATH}", static.OwnFiles, {"static": desk.static})
    return [*((pattern, page, {"desk": desk}) for pattern, page in pages), files]
