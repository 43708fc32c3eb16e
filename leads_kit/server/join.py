"""Joining: a plain page without a kernel. Looking never makes a seat; only the form's POST does."""

from __future__ import annotations

import datetime as dt

from leads_kit.errors import PseudonymTaken, RoomClosed
from leads_kit.model import Pack, Room
from leads_kit.room import join, offered_pseudonyms
from leads_kit.server.base import Page, tidy_code
from leads_kit.server.identity import cookie_name
from leads_kit.server.options import loopback
from leads_kit.text import Lang, Text


class Join(Page):
    """`/join/CODE`; `/join/` and `/join/?code=…` take a typed code."""

    back = "join"

    def get(self, code: str) -> None:
        typed = tidy_code(code or self.get_query_argument("code", ""))
        if not typed:
            self.page("code_form.html")
            return
        room = self.enter(typed)
        if typed != code:
            self.redirect(f"/join/{typed}", status=303)
        elif self.seat_or_none(room):
            self.redirect(f"/room/{room.code}", status=303)
        else:
            note_reached(self, room)
            self._show(room)

    def post(self, code: str) -> None:
        room = self.enter(code)
        if self.seat_or_none(room):
            self.redirect(f"/room/{room.code}", status=303)
            return
        self._must_be_open(room)
        lang = self.spoken(self.get_body_argument("lang", ""))
        pseudonym = self.desk.offered(room, self.get_body_argument("pseudonym", ""))
        if pseudonym is None or not self.get_body_argument("consent", ""):
            self._show(room, problem=self.say("page.join.incomplete"))
            return
        try:
            self._seat(room, lang, pseudonym)
        except PseudonymTaken as taken:
            self._show(room, problem=self.words.of(taken, self.lang))

    def _seat(self, room: Room, lang: Lang, pseudonym: str) -> None:
        version = self.desk.pack(room).consent_version
        now = dt.datetime.now(dt.UTC)
        _, secret = join(
            self.desk.store,
            room,
            lang=lang,
            pseudonym=pseudonym,
            consent_version=version,
            now=now,
            sample=False,
        )
        self.remember("seat", room, secret.hex())
        self.remember_lang(lang)
        self.desk.counters["joined"] += 1
        self.redirect(f"/room/{room.code}", status=303)

    def _show(self, room: Room, problem: str = "") -> None:
        self._must_be_open(room)
        pack = self.desk.pack(room)
        self.page(
            "join.html",
            status=400 if problem else 200,
            consent=[filled(text, pack, room).of(self.lang) for text in pack.consent.values()],
            names=[(self.desk.offer(room, name), name) for name in self._names(room, pack)],
            problem=problem,
        )

    def _names(self, room: Room, pack: Pack) -> tuple[str, ...]:
        lately = self.desk.offers.lately(room.id)
        names = offered_pseudonyms(self.desk.store, room, pack.words, self.lang, lately)
        self.desk.offers.add(room.id, names)
        return names

    def _must_be_open(self, room: Room) -> None:
        if room.closed:
            raise RoomClosed(room=room.name)


def filled(text: Text, pack: Pack, room: Room) -> Text:
    """A consent text with this room's facts."""
    plain = {"min_group": str(room.min_group), "days": str(pack.client.retention_days)}
    facts = {name: Text(value, value) for name, value in plain.items()}
    return text.fill({**facts, "contact": pack.client.contact, "organisation": pack.client.name})


class Reached(Page):
    """`/reached/CODE`: the console's room check, opened on the facilitator's own phone."""

    def get(self, code: str) -> None:
        room = self.enter(code)
        note_reached(self, room)
        self.page("reached.html")


def note_reached(page: Page, room: Room) -> None:
    """A device that is not the console's, nor this machine where others are meant to come, has found us."""
    here = loopback(page.request.remote_ip or "") and not loopback(page.desk.options.host)
    console = page.get_cookie(cookie_name("host", room))
    if not here and not console and room.id not in page.desk.reached:
        page.desk.reached.add(room.id)
        page.desk.store.note(room.id, "reached")
