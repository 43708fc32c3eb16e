"""`leads pack`, `leads unpack`: a client as one file to hand to a colleague, and back."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
import datetime as dt
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from leads_kit.cli.content import print_found
from leads_kit.cli.said import err, out, print_faults
from leads_kit.errors import PackBroken
from leads_kit.packs import data_root
from leads_kit.packs.parcels import Parcel
from leads_kit.text import Say


def add_pack(app: typer.Typer, say: Say) -> None:
    def told(option: str) -> str:
        return say(f"command.pack.{option}")

    @app.command(help=told("help"), epilog=told("example"))
    def pack(
        client: Annotated[str, typer.Option(help=told("client"))],
        file: Annotated[Path, typer.Argument(help=told("file"))],
        author: Annotated[str, typer.Option(help=told("author"))] = "",
        licence: Annotated[str, typer.Option(help=told("licence"))] = "",
    ) -> None:
        from leads_kit.packs import parcels

        try:
            packed = parcels.pack(client, data_root(), dt.datetime.now(dt.UTC).date(), author, licence)
        except PackBroken as broken:
            raise refused(broken, say("command.pack.refused"), say) from broken
        parcels.write(packed, file)
        size = -(-len(packed.data) // 1000)
        out.print(escape(say("command.pack.done", file=str(file), n=len(packed.manifest.files), size=size)))
        if packed.left_out:
            err.print(escape(say("command.pack.left_out", files=packed.left_out)))


def add_unpack(app: typer.Typer, say: Say) -> None:
    def told(option: str) -> str:
        return say(f"command.unpack.{option}")

    @app.command(help=told("help"), epilog=told("example"))
    def unpack(
        file: Annotated[Path, typer.Argument(help=told("file"))],
        name: Annotated[str | None, typer.Option("--as", help=told("name"))] = None,
    ) -> None:
        from leads_kit.packs import parcels

        try:
            parcel = parcels.opened(file)
        except PackBroken as broken:
            raise refused(broken, say("command.unpack.refused"), say) from broken
        folder = parcels.unpack(parcel, data_root(), name)
        print_parcel(parcel, folder, say)
        print_fit(folder.name, say)


def refused(broken: PackBroken, last: str, say: Say) -> typer.Exit:
    """Why, and that nothing has happened."""
    print_faults(broken.faults, say)
    err.print(escape(last))
    return typer.Exit(1)


def print_parcel(parcel: Parcel, folder: Path, say: Say) -> None:
    """Whose it is and where it is now."""
    told = parcel.manifest
    name = told.name.get(say.lang) or next(iter(told.name.values()))
    place = folder.relative_to(data_root().parent).as_posix()
    out.print(
        escape(
            say(
                "command.unpack.done",
                folder=place,
                n=len(told.files),
                name=name,
                day=told.created.isoformat(),
                kit=told.kit,
            )
        )
    )
    if told.author:
        out.print(escape(say("command.unpack.author", author=told.author)))
    if told.licence:
        out.print(escape(say("command.unpack.licence", licence=told.licence)))


def print_fit(client: str, say: Say) -> None:
    """How it fits the base that is here: what is incomplete can be mended, so it was unpacked all the same."""
    from leads_kit.packs.checks import check

    found = check(client)
    if found.faults:
        err.print(escape(say("command.unpack.faults")))
    print_found(client, found, say)
