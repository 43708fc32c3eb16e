"""`leads serve`, `leads lab`, `leads rooms`: a workshop, a person alone, and the rooms of a store."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from leads_kit.cli.said import err, out
from leads_kit.errors import UnknownLanguage
from leads_kit.packs import load_pack
from leads_kit.store import open_store
from leads_kit.text import LANGS, Lang, Say
from leads_kit.workshop.alone import home
from leads_kit.workshop.lab import prepare_lab, start_lab

DEFAULT_STORE = "rooms/leads.db"


def add_serve(app: typer.Typer, say: Say) -> None:
    def told(option: str) -> str:
        return say(f"command.serve.{option}")

    @app.command(help=say("command.serve.help"), epilog=say("command.serve.example"))
    def serve(
        room: Annotated[str | None, typer.Option(help=told("room"))] = None,
        client: Annotated[str, typer.Option(help=told("client"))] = "base",
        agenda: Annotated[str | None, typer.Option(help=told("agenda"))] = None,
        host: Annotated[str, typer.Option(help=told("host"))] = "127.0.0.1",
        port: Annotated[int, typer.Option(help=told("port"), min=0, max=65535)] = 8866,
        store: Annotated[str, typer.Option(help=told("store"))] = DEFAULT_STORE,
        min_group: Annotated[int | None, typer.Option(help=told("min_group"), min=3)] = None,
        lang: Annotated[str | None, typer.Option(help=told("lang"))] = None,
        certfile: Annotated[Path | None, typer.Option(help=told("certfile"))] = None,
        keyfile: Annotated[Path | None, typer.Option(help=told("keyfile"))] = None,
        behind_proxy: Annotated[bool, typer.Option("--behind-proxy", help=told("behind_proxy"))] = False,
        browser: Annotated[bool, typer.Option("--browser/--no-browser", help=told("browser"))] = True,
        room_pages: Annotated[int | None, typer.Option(help=told("room_pages"), min=1)] = None,
    ) -> None:
        from leads_kit.server.options import ServeOptions
        from leads_kit.server.serve import serve as run

        options = ServeOptions(
            room=room, client=client, agenda=agenda, host=host, port=port, store=store, min_group=min_group,
            lang=asked(lang), certfile=certfile, keyfile=keyfile, behind_proxy=behind_proxy,
            browser=browser, room_pages=room_pages,
        )  # fmt: skip
        raise typer.Exit(run(options))


def add_lab(app: typer.Typer, say: Say) -> None:
    @app.command(help=say("command.lab.help"), epilog=say("command.lab.example"))
    def lab(
        folder: Annotated[Path | None, typer.Option(help=say("command.lab.folder"))] = None,
        client: Annotated[str, typer.Option(help=say("command.lab.client"))] = "base",
        lang: Annotated[str | None, typer.Option(help=say("command.lab.lang"))] = None,
        browser: Annotated[bool, typer.Option("--browser/--no-browser", help=say("command.lab.browser"))] = True,
    ) -> None:
        place = folder or home()
        pack = load_pack(client)
        languages, wished = pack.client.languages, asked(lang)
        if wished is not None and wished not in languages:
            raise UnknownLanguage(lang=wished, known=list(languages))
        spoken = wished or (say.lang if say.lang in languages else languages[0])
        prepare_lab(place, pack, spoken)
        err.print(escape(say("command.lab.ready", folder=str(place))))
        raise typer.Exit(start_lab(place, client, spoken, browser))


def asked(lang: str | None) -> Lang | None:
    """A language as it is typed. Raises UnknownLanguage for one that the kit does not speak."""
    if lang is not None and lang not in LANGS:
        raise UnknownLanguage(lang=lang, known=list(LANGS))
    return next((one for one in LANGS if one == lang), None)


def add_rooms(app: typer.Typer, say: Say) -> None:
    @app.command(help=say("command.rooms.help"), epilog=say("command.rooms.example"))
    def rooms(store: Annotated[str, typer.Option(help=say("command.rooms.store"))] = DEFAULT_STORE) -> None:
        table = Table(*(say(f"command.rooms.{column}") for column in ("name", "code", "people", "made", "state")))
        opened = open_store(store)
        for room in opened.rooms():
            state = say("command.rooms.closed" if room.closed else "command.rooms.open")
            people = str(len(opened.seats(room.id)))
            table.add_row(escape(room.name), room.code, people, f"{room.created:%Y-%m-%d %H:%M}", state)
        opened.close()
        out.print(table if table.row_count else escape(say("command.rooms.none")))
