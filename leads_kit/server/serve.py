"""Opening a room for a group of people: port, store, pack, room, links; then the server until it is ended."""

from __future__ import annotations

import datetime as dt
import errno
import socket
import sys
import webbrowser

from leads_kit.errors import PortInUse, ServeError, UnknownAgenda, UnknownLanguage
from leads_kit.model import Client, Room
from leads_kit.packs import load_pack, load_words
from leads_kit.room import host_hash, make_room, new_host_secret
from leads_kit.server.app import LeadsServer
from leads_kit.server.desk import Desk
from leads_kit.server.forking.linux import can_fork
from leads_kit.server.options import ServeOptions
from leads_kit.server.static import StaticFiles
from leads_kit.store import Store, open_store
from leads_kit.text import Lang

DEMO = "demo"
BACKLOG = 256


def serve(options: ServeOptions) -> int:
    """Serve until ended; the exit status. Raises LeadsError before anything is printed."""
    bound = bind(options.host, options.port)
    _raise_file_limit()
    try:
        _serve(options, bound)
    finally:
        bound.close()
    return 0


def _serve(options: ServeOptions, bound: socket.socket) -> None:
    store = open_store(options.store)
    try:
        room, secret = open_room(store, options)
        desk = Desk(options, store, load_words(), StaticFiles.read())
        if room.demo:
            desk.demo, desk.demo_host = room, secret
        desk.languages = desk.pack(room).client.languages
        wished = options.lang or room.lang
        desk.lang = next((lang for lang in desk.languages if lang == wished), desk.languages[0])
        desk.base = options.address(bound.getsockname()[1])
        LeadsServer(desk, bound, lambda: _announce(desk, room, secret)).start()
    finally:
        store.close()


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises PortInUse, never trying another port, or ServeError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        bound = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            raise PortInUse(port=str(port), host=host) from None
        raise ServeError(port=str(port), host=host, reason=problem.strerror or str(problem)) from None
    bound.setblocking(False)
    return bound


def open_room(store: Store, options: ServeOptions) -> tuple[Room, str]:
    """The room of this name with its codes and answers, or a new one; and a new facilitator's secret, the
    old one void."""
    name = options.room or DEMO
    room = store.room_by_name(name)
    if room is None:
        return _new_room(store, options, name)
    secret = new_host_secret()
    return store.change_room(room.id, host_hash=host_hash(secret)), secret


def _new_room(store: Store, options: ServeOptions, name: str) -> tuple[Room, str]:
    pack = load_pack(options.client)
    agenda = options.agenda or pack.client.agenda
    if agenda not in pack.agendas:
        raise UnknownAgenda(agenda=agenda, known=sorted(pack.agendas))
    return make_room(
        store,
        pack,
        name=name,
        agenda=agenda,
        lang=_spoken(options.lang, pack.client),
        min_group=options.min_group or pack.client.min_group,
        demo=options.room is None,
        now=dt.datetime.now(dt.UTC),
    )


def _spoken(wished: Lang | None, client: Client) -> Lang:
    """The language asked for, else the client's first. Raises UnknownLanguage for one that the client does not speak."""
    if wished is not None and wished not in client.languages:
        raise UnknownLanguage(lang=wished, known=list(client.languages))
    return wished or client.languages[0]


def _announce(desk: Desk, room: Room, secret: str) -> None:
    """Three lines on stdout and nothing else; a warning where others on the way could read."""
    links = {
        "participants": f"join/{room.code}",
        "facilitator": f"host/{secret}",
        "wall": f"wall/{room.code}",
    }
    for who, link in links.items():
        sys.stdout.write(f"{who:<14}{desk.base}/{link}\n")
    sys.stdout.flush()
    say = desk.words.say(desk.lang)
    if not desk.options.private:
        sys.stderr.write(say("command.serve.unencrypted") + "\n")
    if not can_fork():
        sys.stderr.write(say("command.serve.ordinary") + "\n")
    if desk.options.browser:
        webbrowser.open(f"{desk.base}/" if room.demo else f"{desk.base}/host/{secret}")


def _raise_file_limit() -> None:
    """Thirteen descriptors a page; the usual soft limit of 1024 would end near 75 pages."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
