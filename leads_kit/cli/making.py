"""`leads new client|exercise|agenda`: files to begin with, asked for or told."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from leads_kit.cli.said import out
from leads_kit.errors import NotALanguage, NotTold, UnknownKind
from leads_kit.kinds import all_kinds
from leads_kit.packs import data_root
from leads_kit.packs.making import ACTIVITY, id_of, new_agenda, new_client, new_exercise
from leads_kit.text import LANGS, Say

ALL = "list"


def add_new(app: typer.Typer, say: Say) -> None:
    new = typer.Typer(help=say("command.new.help"), no_args_is_help=True)
    for add in (_add_client, _add_exercise, _add_agenda):
        add(new, say)
    app.add_typer(new, name="new")


def _add_client(new: typer.Typer, say: Say) -> None:
    def told(option: str, **values: Any) -> str:
        return say(f"command.new.client.{option}", **values)

    @new.command(help=told("help"), epilog=told("example"))
    def client(
        name: Annotated[str, typer.Argument(help=told("name"))] = "",
        id: Annotated[str, typer.Option(help=told("id"))] = "",
        english: Annotated[str, typer.Option(help=told("english"))] = "",
        french: Annotated[str, typer.Option(help=told("french"))] = "",
        languages: Annotated[str, typer.Option(help=told("languages"))] = "",
        terms: Annotated[str, typer.Option(help=told("terms", known="business, health"))] = "",
        accent: Annotated[str, typer.Option(help=told("accent"))] = "",
        logo: Annotated[Path | None, typer.Option(help=told("logo"), exists=True, dir_okay=False)] = None,
        contact: Annotated[str, typer.Option(help=told("contact"))] = "",
        help_line: Annotated[str, typer.Option(help=told("help_line"))] = "",
        min_group: Annotated[int | None, typer.Option(help=told("min_group"), min=3)] = None,
        retention_days: Annotated[int | None, typer.Option(help=told("retention_days"), min=1)] = None,
        agenda: Annotated[str, typer.Option(help=told("agenda"))] = "",
    ) -> None:
        name = name or english or french or asked(say("command.new.ask.name"), "NAME")
        given = {
            "languages": spoken(languages), "terms": terms, "look": {"accent": accent} if accent else None,
            "contact": dict.fromkeys(LANGS, contact) if contact else None,
            "help_line": dict.fromkeys(LANGS, help_line) if help_line else None,
            "min_group": min_group, "retention_days": retention_days, "agenda": agenda,
        }  # fmt: skip
        named = {"en": english or name, "fr": french or name}
        folder = id or id_of(name)
        made = new_client(folder, data_root(), named, say, {key: one for key, one in given.items() if one}, logo)
        print_made(made, folder, say)


def _add_exercise(new: typer.Typer, say: Say) -> None:
    def told(option: str) -> str:
        return say(f"command.new.exercise.{option}")

    @new.command(help=told("help"), epilog=told("example"))
    def exercise(
        kind: Annotated[str, typer.Argument(help=told("kind"))],
        client: Annotated[str, typer.Option(help=told("client"))] = "",
        title: Annotated[str, typer.Option(help=told("title"))] = "",
        french: Annotated[str, typer.Option(help=told("french"))] = "",
        id: Annotated[str, typer.Option(help=told("id"))] = "",
    ) -> None:
        known = [*all_kinds(), ACTIVITY]
        if kind == ALL:
            out.print("\n".join(known))
            return
        if kind not in known:
            raise UnknownKind(kind=kind)
        client = client or asked(told("client"), "--client")
        title = title or asked(say("command.new.ask.title"), "--title")
        path = new_exercise(client, data_root(), kind, id or id_of(title), {"en": title, "fr": french or title}, say)
        print_made([path], client, say)


def _add_agenda(new: typer.Typer, say: Say) -> None:
    def told(option: str) -> str:
        return say(f"command.new.agenda.{option}")

    @new.command(help=told("help"), epilog=told("example"))
    def agenda(
        id: Annotated[str, typer.Argument(help=told("id"))],
        client: Annotated[str, typer.Option(help=say("command.new.exercise.client"))] = "",
        like: Annotated[str, typer.Option(help=told("like"))] = "",
    ) -> None:
        client = client or asked(say("command.new.exercise.client"), "--client")
        print_made([new_agenda(client, data_root(), id, say, like or None)], client, say)


def spoken(languages: str) -> list[str] | None:
    """`en,fr` as a list; None for nothing. Raises NotALanguage."""
    named = [one.strip() for one in languages.split(",")] if languages else []
    if any(one not in LANGS for one in named) or len(set(named)) < len(named):
        raise NotALanguage(given=languages)
    return named or None


def asked(question: str, option: str) -> str:
    """What somebody at a terminal answers. Raises NotTold where nobody is there to ask."""
    if not sys.stdin.isatty():
        raise NotTold(option=option)
    return str(typer.prompt(question))


def print_made(paths: list[Path], client: str, say: Say) -> None:
    for path in paths:
        out.print(escape(say("command.new.made", file=shown(path))))
    out.print(escape(say("command.new.next", client=client)))


def shown(path: Path) -> str:
    """As short as it can be opened from here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
