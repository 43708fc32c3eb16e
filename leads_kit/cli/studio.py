"""`leads studio`: a coach makes a client's workshop the client's own, in a browser on this machine."""

# Without postponed annotations: typer reads the options, whose help is worded at run time, from the real objects.
from typing import Annotated

import typer

from leads_kit.text import Say


def add_studio(app: typer.Typer, say: Say) -> None:
    def told(option: str) -> str:
        return say(f"command.studio.{option}")

    @app.command(help=told("help"), epilog=told("example"))
    def studio(
        client: Annotated[str | None, typer.Option(help=told("client"))] = None,
        port: Annotated[int, typer.Option(help=told("port"), min=0, max=65535)] = 8867,
        browser: Annotated[bool, typer.Option("--browser/--no-browser", help=told("browser"))] = True,
        lang: Annotated[str, typer.Option(help=told("lang"))] = say.lang,
    ) -> None:
        from leads_kit.server.coach import CoachOptions, serve_coach

        options = CoachOptions(client, port=port, browser=browser, lang="fr" if lang == "fr" else "en")
        raise typer.Exit(serve_coach(options))
