"""The first page: in a demo room its three links and "Play the room"; in a real one a place to type a
code."""

from __future__ import annotations

from tornado.web import HTTPError

from leads_kit.server.base import Page
from leads_kit.server.play import Player
from leads_kit.server.seats import qr


class Start(Page):
    """`/`."""

    def get(self) -> None:
        demo, here = self.desk.demo, self.here
        if demo is None:
            self.page("code_form.html")
            return
        self.room = self.desk.store.room(demo.id)
        join = f"{here}/join/{demo.code}"
        self.page(
            "start.html",
            join=join,
            host=f"{here}/host/{self.desk.demo_host}",
            wall=f"{here}/wall/{demo.code}",
            qr=qr(join),
            playing=player(self).running,
        )


class Play(Page):
    """`/play/CODE`: invented participants arrive and answer. Demo rooms only."""

    def post(self, code: str) -> None:
        room = self.enter(code)
        if not room.demo:
            raise HTTPError(404)
        player(self).play(room)
        self.redirect("/", status=303)


def player(page: Page) -> Player:
    """This server's player of demo rooms."""
    found: Player = page.settings["leads_player"]
    return found
