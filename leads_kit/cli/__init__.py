"""`leads …`: arguments and printing. Every sentence comes from the catalogue; every LeadsError ends here with exit 1."""

from __future__ import annotations

import os
import sys

import typer
from rich.markup import escape

from leads_kit.cli import content, diffing, making, parcels, previewing, schema, serving, studio
from leads_kit.cli.said import err, print_faults
from leads_kit.errors import LeadsError, PackBroken
from leads_kit.packs import load_words
from leads_kit.text import Lang, Say

COMMANDS = (
    serving.add_serve,
    serving.add_lab,
    content.add_check,
    content.add_explain,
    diffing.add_diff,
    parcels.add_pack,
    parcels.add_unpack,
    serving.add_rooms,
    content.add_notebooks,
    making.add_new,
    schema.add_schema,
    studio.add_studio,
    previewing.add_preview,
)


def main() -> None:
    """The entry point: one door for errors, in the language of the machine or `LEADS_LANG`."""
    say = load_words().say(machine_lang())
    try:
        build(say)()
    except PackBroken as broken:
        print_faults(broken.faults, say)
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
    for add in COMMANDS:
        add(app, say)
    return app
