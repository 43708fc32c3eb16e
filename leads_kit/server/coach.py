"""A coach's own server, on this machine only: one page, the studio or the preview, behind a secret link of its own.

Start it: `serve_coach(CoachOptions("north", page="preview", exercise="dc-wheel")) -> int`. It prints one line on stdout, such as
`studio  http://127.0.0.1:8867/studio/SECRET`, and runs until Ctrl-C or SIGTERM. The notebook is
`notebooks/coach/<page>.ipynb`; its kernel is told the role `coach`, the client and the exercise (`workshop.here`).
"""

from __future__ import annotations

import hmac
import secrets
import socket
import sys
import tempfile
import webbrowser
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from tornado.web import HTTPError

from leads_kit.errors import NoClient, NotCoach
from leads_kit.packs import data_root, load_words
from leads_kit.packs.clients import names
from leads_kit.packs.documents import BASE
from leads_kit.server import channels, static
from leads_kit.server.app import LeadsServer
from leads_kit.server.base import Page
from leads_kit.server.desk import Desk
from leads_kit.server.identity import Owner, Role, Visitor
from leads_kit.server.kernels import ID, environment_of
from leads_kit.server.notebook import NotebookPage
from leads_kit.server.options import ServeOptions
from leads_kit.server.routes import LINK
from leads_kit.server.run import cells
from leads_kit.server.serve import bind
from leads_kit.server.shelf import Filled, read
from leads_kit.server.static import StaticFiles
from leads_kit.store import open_store
from leads_kit.text import LANGS, Lang

HERE = "127.0.0.1"
COACH: Role = "coach"
# The kit's own, also where the content lies elsewhere.
NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
# A reload finds its kernel booted; more than one coach there is not.
AHEAD = 1


@dataclass(frozen=True)
class CoachOptions:
    """Without a client the studio begins with a page to choose one. `exercise` is what a preview shows; `port` 0 takes a free
    one."""

    client: str | None
    page: Literal["studio", "preview"] = "studio"
    exercise: str | None = None
    port: int = 8867
    browser: bool = False
    lang: Lang = "en"


def serve_coach(options: CoachOptions) -> int:
    """Serve until ended; the exit status. Raises NoClient, PortInUse and ServeError before anything is printed."""
    # A name of a folder there, never a way to another one.
    if options.client is not None and options.client not in names(data_root()):
        raise NoClient(client=options.client)
    bound = bind(HERE, options.port)
    try:
        _serve(options, bound)
    finally:
        bound.close()
    return 0


def _serve(options: CoachOptions, bound: socket.socket) -> None:
    words = load_words()
    with tempfile.TemporaryDirectory(prefix="leads_coach_") as folder:
        # A server has a store; a coach's has no room in it.
        store = open_store(str(Path(folder) / "no-rooms.db"))
        served = ServeOptions(
            "", client=options.client or BASE, port=options.port, lang=options.lang, notebooks=NOTEBOOKS
        )
        desk = CoachDesk(served, store, words, StaticFiles.read(), lang=options.lang, coached=options)
        desk.base = served.address(bound.getsockname()[1])
        try:
            CoachServer(desk, bound, lambda: _announce(desk)).start()
        finally:
            store.close()


def _announce(desk: CoachDesk) -> None:
    """One line on stdout and nothing else."""
    page = desk.coached.page
    link = f"{desk.base}/{page}/{desk.secret}"
    sys.stdout.write(f"{page}  {link}\n")
    sys.stdout.flush()
    if desk.coached.browser:
        webbrowser.open(link)


@dataclass
class CoachDesk(Desk):
    """A server's desk without rooms. The secret lives as long as it."""

    coached: CoachOptions = field(kw_only=True)
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def cookie(self) -> str:
        """Browsers tell cookies apart by host, not by port: two studios at once are two cookies."""
        return f"leads_coach_{self.base.rpartition(':')[2]}"

    @property
    def hosts(self) -> tuple[str, ...]:
        port = self.base.rpartition(":")[2]
        return f"{HERE}:{port}", f"localhost:{port}"

    def knows(self, secret: str | None) -> bool:
        return secret is not None and hmac.compare_digest(secret.encode(), self.secret.encode())


class CoachServer(LeadsServer):
    """Mounts a coach's routes and no others."""

    desk: CoachDesk

    def init_settings(self) -> dict[str, Any]:
        settings = super().init_settings()
        self.kernel_manager.ahead = AHEAD
        return settings

    def init_handlers(self) -> list[Any]:
        page = self.desk.coached.page
        pages: list[tuple[str, type]] = [
            (rf"/{page}", CoachPage),
            (rf"/{page}/{LINK}", Link),
            (r"/language/-", Language),
            (r"/health", Health),
            (rf"/api/kernels/{ID}", channels.Kernel),
            (rf"/api/kernels/{ID}/channels", channels.Channels),
            (rf"/voila/api/shutdown/{ID}", channels.Shutdown),
        ]
        files = (rf"{static.PREFIX}/([0-9a-f]{{16}})/{static.PATH}", static.OwnFiles, {"static": self.desk.static})
        return [*((pattern, one, {"desk": self.desk}) for pattern, one in pages), files]


class Coached(Page):
    """Answers to this machine's own name only: a name of somebody else's that leads here is not asked for."""

    desk: CoachDesk
    asks_code = False

    def prepare(self) -> None:
        if self.request.host.lower() not in self.desk.hosts:
            raise HTTPError(403)
        super().prepare()

    def coach(self) -> Visitor:
        """Whoever followed the link. Raises NotCoach."""
        given = self.get_cookie(self.desk.cookie)
        if given is None or not self.desk.knows(given):
            raise NotCoach
        return Visitor(COACH, None, Owner.of(self.desk.cookie, given))


class Link(Coached):
    """`/studio/SECRET`: exchanged for a cookie at once, so that the secret is in no later address."""

    def get(self, secret: str) -> None:
        self.set_header("Referrer-Policy", "no-referrer")
        if not self.desk.knows(secret):
            raise HTTPError(404)
        self.set_cookie(self.desk.cookie, secret, **self._kept)
        self.redirect(f"/{self.desk.coached.page}", status=303)


class CoachPage(Coached, NotebookPage):
    """`/studio` or `/preview`: with the coach's cookie only."""

    back = COACH

    async def get(self) -> None:
        name = self.desk.coached.page
        await self.show(self.coach(), name, self._shelf.coach(name))

    def _filled(self, path: Path) -> Filled:
        """No words of a pack: the client's may be broken, which is for the page to say."""
        notebook = read(path, path.stat().st_mtime_ns)
        return Filled(self.say(f"page.{self.desk.coached.page}"), tuple(cells(notebook)))

    def _environment(self, visitor: Visitor) -> dict[str, str]:
        coached = self.desk.coached
        who = {"ROLE": visitor.role, "LANG": self.lang, "HERE": self.here, "CLIENT": coached.client or ""}
        return environment_of(self.desk, {**who, "EXERCISE": coached.exercise or ""})


class Language(Coached):
    """`/language/-`: for this device."""

    def post(self) -> None:
        self.coach()
        self.remember_lang(next((one for one in LANGS if one == self.get_body_argument("lang", "")), self.lang))
        self.redirect(f"/{self.desk.coached.page}", status=303)


class Health(Coached):
    """`ok` once a page would get its kernel at once, else `warming` and 503."""

    def get(self) -> None:
        ready = self.settings["kernel_manager"].ready
        self.set_status(200 if ready else 503)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("ok\n" if ready else "warming\n")
