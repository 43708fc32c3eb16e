"""`leads check`, `leads explain`, `leads notebooks`: what a pack says, where it says it, and what is wrong with it."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
import json
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.markup import escape

from leads_kit.cli.left import Counted, counted
from leads_kit.cli.said import err, fault_said, out, print_faults
from leads_kit.packs import exercises_of, explain
from leads_kit.packs.checks import Found, clients_of
from leads_kit.packs.checks import check as look_through
from leads_kit.packs.documents import BASE
from leads_kit.packs.notebooks import stale_notebooks, write_notebooks
from leads_kit.store import shown
from leads_kit.text import Say


def add_check(app: typer.Typer, say: Say) -> None:
    @app.command(help=say("command.check.help"), epilog=say("command.check.example"))
    def check(
        client: Annotated[str, typer.Option(help=say("command.check.client"))] = "base",
        everyone: Annotated[bool, typer.Option("--all", help=say("command.check.all"))] = False,
        store: Annotated[str | None, typer.Option(help=say("command.check.store"))] = None,
        as_json: Annotated[bool, typer.Option("--json", help=say("command.check.json"))] = False,
    ) -> None:
        found = {name: look_through(name) for name in (clients_of() if everyone else [client])}
        kept = None if store is None else counted(store)
        if as_json:
            told = [told_to_a_program(name, one, say, kept) for name, one in found.items()]
            print(json.dumps(told if everyone else told[0], ensure_ascii=False, indent=2))
        else:
            for name, one in found.items():
                print_found(name, one, say)
                print_left(name, one, say, shown(store or ""), kept)
        raise typer.Exit(1 if any(one.faults for one in found.values()) else 0)


def print_found(client: str, found: Found, say: Say) -> None:
    """Faults and advice to stderr, each on a line of its own; a whole pack in one line to stdout."""
    print_faults(found.faults, say)
    print_faults(found.advice, say, say("command.check.advice"))
    if found.pack is not None and not found.faults:
        pack = found.pack
        good = say("command.check.good", exercises=len(pack.exercises), agendas=len(pack.agendas))
        out.print(escape(good if client == BASE else f"{client}: {good}"))


def print_left(client: str, found: Found, say: Say, where: str, kept: Counted | None) -> None:
    """Advice, since each room has its own copy of the words. What a broken pack holds, nobody knows yet."""
    if kept is not None and found.pack is None:
        err.print(escape(say("command.check.left_later", where=where, client=client)))
    elif kept is not None and found.pack is not None:
        for one in kept.left(client, found.pack.exercises):
            told = say("command.check.left", where=where, room=one.room, exercise=one.exercise, n=one.answers)
            err.print(escape(told))


def add_explain(app: typer.Typer, say: Say) -> None:
    @app.command(name="explain", help=say("command.explain.help"), epilog=say("command.explain.example"))
    def explain_exercise(
        exercise: Annotated[str, typer.Argument(help=say("command.explain.exercise"))],
        client: Annotated[str, typer.Option(help=say("command.explain.client"))] = "base",
    ) -> None:
        for path, value, file, line in explain(exercise, client):
            out.print(f"{escape(f'{file}:{line}')}\t{escape(path)}: {escape(str(value))}")


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


def told_to_a_program(client: str, found: Found, say: Say, kept: Counted | None = None) -> dict[str, Any]:
    """What `leads check --json` prints: every fault with its place, and which exercises work on which capability.

    With a store, `answers` to exercises that are no more: null where faults leave open which those are.
    """
    told: dict[str, Any] = {"client": client}
    for key, faults in (("faults", found.faults), ("advice", found.advice)):
        told[key] = [
            {"file": one.file, "line": one.line, "column": one.column, "id": one.id, "said": fault_said(one, say)}
            for one in faults
        ]
    if kept is not None:
        left = None if found.pack is None else kept.left(client, found.pack.exercises)
        told["answers"] = None if left is None else [asdict(one) for one in left]
    if found.pack is not None:
        told |= {"exercises": list(found.pack.exercises), "agendas": list(found.pack.agendas)}
        told["capabilities"] = exercises_of(found.pack)
    return told
