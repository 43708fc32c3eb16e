"""Voilà's application with our own routes, our own listening and our own end. Nothing is read from config
files."""

from __future__ import annotations

import asyncio
import logging
import shutil
import signal
import socket
import ssl
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_async
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.utils import get_page_config

from leads_kit.server.base import Missing
from leads_kit.server.connection import FilteredConnection, Nobody
from leads_kit.server.desk import Desk
from leads_kit.server.filter import LIMIT
from leads_kit.server.forking.nursery import nursery
from leads_kit.server.headers import quiet_address
from leads_kit.server.kernels import LeadsKernels, LeadsKernelSpecs
from leads_kit.server.options import ServeOptions
from leads_kit.server.places import ROOM_PAGES
from leads_kit.server.play import Player
from leads_kit.server.routes import routes
from leads_kit.server.shelf import Shelf
from leads_kit.server.static import EXTENSIONS, LABEXTENSIONS, VOILA, StaticFiles, front_end
from leads_kit.server.watch import measure

BODY_LIMIT = 64 * 1024
SOCKET_PATH = 103  # macOS allows 104 bytes with the end, Linux 108
DEATH_NOTICED_AFTER = 1.0


def _config(options: ServeOptions) -> Config:
    kernels = {
        "cull_idle_timeout": options.cull_after,
        "cull_interval": options.cull_every,
        "cull_connected": False,
        "allow_tracebacks": False,
    }
    return Config(
        {
            "VoilaConfiguration": {
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "extension_allowlist": list(EXTENSIONS),
                "file_allowlist": [],
                "multi_kernel_manager_class": LeadsKernels,
                "kernel_spec_manager_class": LeadsKernelSpecs,
            },
            "LeadsKernels": kernels,
            # A kernel that dies is not started again by itself: its page says so, keeps the draft, and
            # reloads.
            "AsyncIOLoopKernelRestarter": {"restart_limit": 0, "time_to_dead": DEATH_NOTICED_AFTER},
            # Sockets in our own folder: no port for others on this machine to try, and none to run out of.
            "ServerKernelManager": {"transport": _transport()},
        }
    )


def _transport() -> str:
    """Unix sockets where there are any and their addresses fit; else TCP on this machine."""
    longest = Path(tempfile.gettempdir()) / "leads_12345678" / f"kernel-{'0' * 36}-ipc-5"
    return "tcp" if sys.platform == "win32" or len(str(longest)) > SOCKET_PATH else "ipc"


class LeadsServer(Voila):  # type: ignore[misc]
    """One server. `bound` listens already; `ready` is called once it listens."""

    def __init__(self, desk: Desk, bound: socket.socket, ready: Callable[[], None]) -> None:
        super().__init__(config=_config(desk.options), log_level=logging.WARNING)
        self.desk, self.bound, self.ready = desk, bound, ready
        self.voila_configuration = VoilaConfiguration(parent=self)
        self.setup_template_dirs()
        voila = next(Path(path) for path in self.static_paths if (Path(path) / "voila.js").is_file())
        self.desk.static = StaticFiles.read(front_end(voila, map(Path, self.labextensions_path)))

    def init_settings(self) -> dict[str, Any]:
        self.identity_provider_class = Nobody
        self.kernel_websocket_connection_class = FilteredConnection
        settings: dict[str, Any] = super().init_settings()
        self.kernel_manager.places.pages = self.desk.options.room_pages or ROOM_PAGES
        # The filter in connection.py judges; should another connection ever be in its place, then these at
        # most.
        self.kernel_manager.allowed_message_types = ["kernel_info_request", "comm_info_request"]
        measure(self.desk.meters, self.kernel_manager)
        page_config = get_page_config("/", settings, self.log, self.voila_configuration)
        return settings | {
            "leads_shelf": Shelf.of(self.desk.options.notebooks),
            "leads_player": Player(self.desk),
            "leads_page_config": _page_config(page_config, self.desk.static.address),
            "default_handler_class": Missing,
            "default_handler_args": {"desk": self.desk},
            "websocket_max_message_size": 4 * LIMIT,
            "compress_response": True,  # pages; files come compressed already
            "disable_check_xsrf": True,  # the Origin of every POST is checked in base.Page
            "log_function": self._log_request,
        }

    def init_handlers(self) -> list[Any]:
        return routes(self.desk)

    def start(self) -> None:
        """Serve until SIGINT or SIGTERM."""
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self.connection_dir = tempfile.mkdtemp(prefix="leads_")
        self.desk.drawn = tempfile.mkdtemp(prefix="drawn_", dir=self.connection_dir)
        self.ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.ended.set)
        self.app = Application(**self.init_settings())
        self.app.add_handlers(r".*$", self.init_handlers())
        self.listen()
        squeezed = loop.run_in_executor(None, self.desk.static.squeeze)
        ahead = loop.create_task(self.kernel_manager.keep_ahead(Path(self.connection_dir), self._packs()))
        try:
            await self.ended.wait()
        finally:
            ahead.cancel()
            squeezed.cancel()
            await self.stop()

    def _packs(self) -> list[Path]:
        """The copies of packs that rooms here opened with, as files."""
        copies = {room.pack: self.desk.store.pack_json(room.id) for room in self.desk.store.rooms() if not room.closed}
        files = [Path(self.connection_dir) / f"pack-{digest}.json" for digest in copies]
        for file, text in zip(files, copies.values(), strict=True):
            file.write_text(text, "utf-8")
        return files

    def listen(self) -> None:
        options = self.desk.options
        self.http = HTTPServer(
            self.app,
            xheaders=options.behind_proxy,
            ssl_options=_tls(options.certfile, options.keyfile),
            max_body_size=BODY_LIMIT,
        )
        self.http.add_sockets([self.bound])
        self.ready()

    async def stop(self) -> None:
        """Hear nobody any more, then end every kernel."""
        self.http.stop()
        self.app.settings["leads_player"].stop()
        await ensure_async(self.kernel_manager.shutdown_all(now=True))
        await asyncio.to_thread(nursery().close)
        shutil.rmtree(self.connection_dir, ignore_errors=True)

    def _log_request(self, handler: RequestHandler) -> None:
        self.desk.counters[f"answers_{handler.get_status() // 100}xx"] += 1
        self.log.info(
            "%d %s %s %.0f ms",
            handler.get_status(), handler.request.method, quiet_address(handler.request.uri or ""),
            1000 * handler.request.request_time(),
        )  # fmt: skip


def _page_config(config: dict[str, Any], files: str) -> dict[str, Any]:
    """What Voilà's front end reads. Without a MathJax address it takes its own copy; pages have no theme but ours."""
    where = {"fullStaticUrl": f"{files}/{VOILA}", "fullLabextensionsUrl": f"{files}/{LABEXTENSIONS}"}
    return {**config, **where, "fullMathjaxUrl": None, "mathjaxConfig": None, "jupyterLabTheme": "light"}


def _tls(certfile: Path | None, keyfile: Path | None) -> ssl.SSLContext | None:
    if certfile is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certfile, keyfile)
    return context
