"""A seat's small pages: its code, coming back with it on another device, changing language, leaving this
device."""

from __future__ import annotations

from typing import Any

import segno

from leads_kit.errors import BadResumeCode, NoSeat, TooManyGuesses, UnknownCode
from leads_kit.room import seat_of
from leads_kit.server.base import Page
from leads_kit.server.guessing import error_of
from leads_kit.store import secret_code, secret_from_code


def qr(address: str) -> str:
    """A QR code as SVG, dark on light whatever the page's colours are. Its markup is segno's alone."""
    return segno.make(address, error="m").svg_inline(border=2, dark="#111", light="#fff", omitsize=True)


class Code(Page):
    """`/code/CODE`: the way back to this seat. The letters stand behind `#`, which no browser sends to a
    server."""

    back = "code"

    def get(self, code: str) -> None:
        room = self.enter(code)
        visitor = self.seat(room)
        letters = secret_code(visitor.secret or b"")
        self.page("code.html", letters=letters, qr=qr(f"{self.here}/resume/{room.code}#{letters}"))


class Resume(Page):
    """`/resume/CODE`: the letters typed, or read from the address by the page itself."""

    back = "resume"
    guesses = (UnknownCode, BadResumeCode, NoSeat)

    def get(self, code: str) -> None:
        self.enter(code)
        self.page("resume.html", problem="")

    def post(self, code: str) -> None:
        room = self.enter(code)
        secret = secret_from_code(self.get_body_argument("letters", ""))
        seat_of(self.desk.store, room, secret)
        self.remember("seat", room, secret.hex())
        self.desk.counters["resumed"] += 1
        self.redirect(f"/room/{room.code}", status=303)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Wrong letters: one sentence, and the place to type them again."""
        error = error_of(kwargs)
        if self.room is None or not isinstance(error, BadResumeCode | NoSeat | TooManyGuesses):
            super().write_error(status_code, **kwargs)
            return
        self.desk.counters["refused_resume"] += 1
        self.retry_after(error)
        status = 429 if isinstance(error, TooManyGuesses) else 400
        self.page("resume.html", status, problem=self.words.of(error, self.lang))


class Leave(Page):
    """`/leave/CODE`: this device forgets the seat; the answers stay."""

    def post(self, code: str) -> None:
        room = self.enter(code)
        self.forget("seat", room)
        self.desk.counters["left"] += 1
        self.page("left.html")


class Language(Page):
    """`/language/CODE`: for the seat, where there is one, and for this device."""

    def post(self, code: str) -> None:
        room = None if code == "-" else self.enter(code)
        lang = self.spoken(self.get_body_argument("lang", ""))
        back = self.get_body_argument("back", "start")
        self.remember_lang(lang)
        if room is None:
            self.redirect("/", status=303)
            return
        try:
            visitor = self.seat(room)
        except NoSeat:
            visitor = None
        if visitor and visitor.seat:
            self.desk.store.change_seat(room.id, visitor.seat.id, lang=lang)
        known = ("join", "room", "console", "wall", "code", "resume")
        notebook = self.get_body_argument("notebook", "")
        tail = f"/{notebook}" if back == "room" and notebook in self.settings["leads_shelf"].names else ""
        self.redirect(f"/{back}/{room.code}{tail}" if back in known else "/", status=303)
