"""`leads diff`: what a client says otherwise than the base, side by side, and what an upgrade of the base has done to it."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
import json
from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from leads_kit.cli.compared import Row, print_rows
from leads_kit.cli.overrides import chosen, told_to_a_program
from leads_kit.cli.overrides import row as row_of
from leads_kit.cli.said import err, out
from leads_kit.packs import data_root
from leads_kit.packs.seen import FILE
from leads_kit.packs.upgrade import Override, State, Upgrade, counts, looked, upgrade
from leads_kit.text import Say

BELOW = (State.HIDES, State.LOST)


def add_diff(app: typer.Typer, say: Say) -> None:
    def told(option: str) -> str:
        return say(f"command.diff.{option}")

    @app.command(help=told("help"), epilog=told("example"))
    def diff(
        client: Annotated[str, typer.Option(help=told("client"))],
        paths: Annotated[list[str] | None, typer.Argument(help=told("paths"), metavar="[PATH]…")] = None,
        seen: Annotated[bool, typer.Option("--seen", help=told("seen"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
    ) -> None:
        found = upgrade(client, data_root())
        overrides = chosen(found, paths or [])
        if seen:
            looked(found, data_root(), overrides if paths else None)
            err.print(escape(say("diff.noted", file=f"{data_root().name}/clients/{client}/{FILE}")))
        elif as_json:
            print(json.dumps(told_to_a_program(found, overrides, say), ensure_ascii=False, indent=2))
        else:
            print_upgrade(found, overrides, say)


def print_upgrade(found: Upgrade, overrides: Sequence[Override], say: Say, console: Console = out) -> None:
    """First what stands as the client wrote it, by file; then what wants a look; last how many there are of each."""
    if not overrides:
        console.print(escape(say("diff.nothing", client=found.client)))
        return
    _print(found, [one for one in overrides if one.state not in BELOW], say, console)
    for state in BELOW:
        those = [one for one in overrides if one.state is state]
        if those:
            console.print(say(f"diff.{state.value}", n=len(those)), style="bold", markup=False)
            console.print()
            _print(found, those, say, console)
    found_of = counts(overrides)
    if unknown := found_of[State.UNKNOWN]:
        console.print(say("diff.unknown", n=unknown, client=found.client), markup=False)
    elif any(found_of[state] for state in BELOW):
        console.print(say("diff.look", client=found.client), markup=False)
    console.print(
        say("diff.counts", client=found.client, **{state.value: n for state, n in found_of.items()}), markup=False
    )


def _print(found: Upgrade, overrides: Sequence[Override], say: Say, console: Console) -> None:
    for file, those in groupby(overrides, lambda one: one.difference.own.mark.file):
        console.print(file, style="bold", markup=False)
        rows: list[Row] = [row_of(one, found, say) for one in those]
        # Whoever hides a correction shows three sides, and the others two.
        for _, alike in groupby(rows, lambda one: [side.heading for side in one.sides]):
            print_rows(console, list(alike), say("diff.where"))
        console.print()
