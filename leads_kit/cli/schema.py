"""`leads schema`: what editors complete and check by, made from the models."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
from typing import Annotated

import typer
from rich.markup import escape

from leads_kit.cli.said import err, out
from leads_kit.packs.schema import stale_schemas, write_schemas
from leads_kit.text import Say


def add_schema(app: typer.Typer, say: Say) -> None:
    @app.command(help=say("command.schema.help"), epilog=say("command.schema.example"))
    def schema(
        check: Annotated[bool, typer.Option("--check", help=say("command.schema.check"))] = False,
    ) -> None:
        if not check:
            out.print(escape(say("command.schema.written", n=len(write_schemas()))))
        elif stale := [str(path) for path in stale_schemas()]:
            err.print(escape(say("command.schema.stale", files=stale)))
            raise typer.Exit(1)
