"""`leads check`, `leads explain`, `leads notebooks`: what a pack says, where it says it, and what is wrong with it."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
import json
from typing import Annotated, Any

import typer
from rich.markup import escape

from leads_kit.cli.said import err, fault_said, out
from leads_kit.errors import PackBroken
from leads_kit.packs import exercises_of, explain, load_pack
from leads_kit.packs.notebooks import stale_notebooks, write_notebooks
from leads_kit.text import Say


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
            {"file": one.file, "line": one.line, "column": one.column, "id": one.id, "said": fault_said(one, say)}
            for one in broken.faults
        ]
        return {"client": client, "faults": faults}
    return {
        "client": client, "faults": [], "exercises": list(pack.exercises), "agendas": list(pack.agendas),
        "capabilities": exercises_of(pack),
    }  # fmt: skip
