"""`leads …`: arguments and printing. Every sentence comes from the catalogue; every LeadsError ends here with exit 1."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from leads_kit.errors import Fault, LeadsError, PackBroken
from leads_kit.packs import exercises_of, explain, load_pack, load_words
from leads_kit.packs.notebooks import stale_notebooks, write_notebooks
from leads_kit.store import open_store
from leads_kit.text import Lang, Say
from leads_kit.workshop.alone import home
from leads_kit.workshop.lab import prepare_lab, start_lab

DEFAULT_STORE = "rooms/leads.db"
err = Console(stderr=True, highlight=False, soft_wrap=True)
out = Console(highlight=False, soft_wrap=True)


def main() -> None:
    """The entry point: one door for errors, in the language of the machine or `LEADS_LANG`."""
    say = load_words().say(machine_lang())
    try:
        build(say)()
    except PackBroken as broken:
        print_faults(broken, say)
        sys.exit(1)
    except LeadsError as error:
        err.print(escape(say.words.of(error, say.lang)))
        sys.exit(1)


def machine_lang() -> Lang:
    """French where the machine speaks French, else English."""
    spoken = os.environ.get("LEADS_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "fr" if spoken.lower().startswith("fr") else "en"


def build(say: Say) -> typer.Typer:
    """The commands, worded in one language."""
    app = typer.Typer(
        help=say("command.help"), no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
    )
    for add in (add_serve, add_lab, add_check, add_explain, add_rooms, add_notebooks):
        add(app, say)
    return app


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
        lang: Annotated[str, typer.Option(help=told("lang"))] = "en",
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
            lang="fr" if lang == "fr" else "en", certfile=certfile, keyfile=keyfile, behind_proxy=behind_proxy,
            browser=browser, room_pages=room_pages,
        )  # fmt: skip
        raise typer.Exit(run(options))


def add_lab(app: typer.Typer, say: Say) -> None:
    @app.command(help=say("command.lab.help"), epilog=say("command.lab.example"))
    def lab(
        folder: Annotated[Path | None, typer.Option(help=say("command.lab.folder"))] = None,
        client: Annotated[str, typer.Option(help=say("command.lab.client"))] = "base",
        lang: Annotated[str, typer.Option(help=say("command.lab.lang"))] = say.lang,
        browser: Annotated[bool, typer.Option("--browser/--no-browser", help=say("command.lab.browser"))] = True,
    ) -> None:
        place = folder or home()
        spoken: Lang = "fr" if lang == "fr" else "en"
        prepare_lab(place, load_pack(client), spoken)
        err.print(escape(say("command.lab.ready", folder=str(place))))
        raise typer.Exit(start_lab(place, client, spoken, browser))


def add_check(app: typer.Typer, say: Say) -> None:
    @app.command(help=say("command.check.help"), epilog=say("command.check.example"))
    def check(
        client: Annotated[str, typer.Option(help=say("command.check.client"))] = "base",
        as_json: Annotated[bool, typer.Option("--json", help=say("command.check.json"))] = False,
    ) -> None:
        if as_json:
            found = checked(client, say)
            print(json.dumps(found, ensure_ascii=False, indent=2))
            raise typer.Exit(1 if found["faults"] else 0)
        pack = load_pack(client)
        out.print(escape(say("command.check.good", exercises=len(pack.exercises), agendas=len(pack.agendas))))


def add_explain(app: typer.Typer, say: Say) -> None:
    @app.command(name="explain", help=say("command.explain.help"), epilog=say("command.explain.example"))
    def explain_exercise(
        exercise: Annotated[str, typer.Argument(help=say("command.explain.exercise"))],
        client: Annotated[str, typer.Option(help=say("command.explain.client"))] = "base",
    ) -> None:
        for path, value, file, line in explain(exercise, client):
            out.print(f"{escape(f'{file}:{line}')}\t{escape(path)}: {escape(str(value))}")


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


def add_notebooks(app: typer.Typer, say: Say) -> None:
    @app.command(help=say("command.notebooks.help"), epilog=say("command.notebooks.example"))
    def notebooks(
        check: Annotated[bool, typer.Option("--check", help=say("command.notebooks.check"))] = False,
    ) -> None:
        stale = [str(path) for path in stale_notebooks()]
        if not check:
            write_notebooks()
            out.print(escape(say("command.notebooks.written", n=len(stale))))
        elif stale:
            err.print(escape(say("command.notebooks.stale", files=stale)))
            raise typer.Exit(1)


def checked(client: str, say: Say) -> dict[str, Any]:
    """What `leads check --json` prints: every fault with its place, and which exercises work on which capability."""
    try:
        pack = load_pack(client)
    except PackBroken as broken:
        faults = [
            {"file": one.file, "line": one.line, "column": one.column, "id": one.id, "said": _worded(one, say)}
            for one in broken.faults
        ]
        return {"client": client, "faults": faults}
    return {
        "client": client, "faults": [], "exercises": list(pack.exercises), "agendas": list(pack.agendas),
        "capabilities": exercises_of(pack),
    }  # fmt: skip


def print_faults(broken: PackBroken, say: Say) -> None:
    """Each fault on a line of its own, as editors and terminals make it clickable."""
    for fault in broken.faults:
        err.print(escape(f"{fault.file}:{fault.line}:{fault.column}: {_worded(fault, say)}"))


def _worded(fault: Fault, say: Say) -> str:
    return say(fault.id, **fault.values)
