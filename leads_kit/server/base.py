"""The base of every page: the room by its code, who asks, in which language; one sentence for a
LeadsError."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from tornado.web import HTTPError

from leads_kit.errors import (
    IdentityError,
    LeadsError,
    LimitReached,
    NoSeat,
    NotCoach,
    NotHost,
    RoomClosed,
    RoomCrowded,
    ServerFull,
    StoreError,
    TooManyGuesses,
    UnknownCode,
    UnknownRoom,
)  # fmt: skip
from leads_kit.model import Client, Room
from leads_kit.server.admission import RETRY_SECONDS
from leads_kit.server.desk import Desk
from leads_kit.server.guessing import Guarded, error_of
from leads_kit.server.headers import lock, plain_policy, quiet_address, same_origin
from leads_kit.server.identity import YEAR_DAYS, Role, Visitor, cookie_name, host_visitor, seat_visitor
from leads_kit.server.static import HERE
from leads_kit.text import Lang, Say, Words, first_spoken
from leads_kit.ui.look import style

LANG_COOKIE = "leads_lang"
STATUS: tuple[tuple[type[LeadsError], int], ...] = (
    (UnknownCode, 404), (UnknownRoom, 404), (RoomClosed, 410), (IdentityError, 403), (StoreError, 503),
    (ServerFull, 503),
    (RoomCrowded, 503), (LimitReached, 429),
)  # fmt: skip


def environment(streaming: bool = False) -> Environment:
    """Templates escape everything; a name that is not there is an error."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        enable_async=streaming,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def tidy_code(typed: str) -> str:
    """A code as people type it: any case, spaces and dashes anywhere."""
    return re.sub(r"[^0-9A-Za-z]", "", typed).upper()


class Page(Guarded):
    """`back` names this page for the language switch; where it fails, it `asks_code` of a room. `desk` is the server's."""

    templates: ClassVar[Environment] = environment()
    back: ClassVar[str] = "start"
    asks_code: ClassVar[bool] = True
    room: Room | None = None
    visitor: Visitor | None = None

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    def set_default_headers(self) -> None:
        lock(self)
        self.set_header("Cache-Control", "no-store")

    def prepare(self) -> None:
        if self.request.method == "POST" and not same_origin(self.request):
            self.desk.counters["refused_origin"] += 1
            raise HTTPError(403)

    # ---- who and where ----

    def enter(self, code: str) -> Room:
        """The room of a code, kept as `self.room`. Raises UnknownCode."""
        self.room = self.desk.store.room_by_code(tidy_code(code))
        return self.room

    def seat(self, room: Room) -> Visitor:
        """Whoever has a seat here. Raises NoSeat."""
        self.visitor = seat_visitor(self.desk, room, self.get_cookie(cookie_name("seat", room)))
        return self.visitor

    def seat_or_none(self, room: Room) -> Visitor | None:
        try:
            return self.seat(room)
        except NoSeat:
            return None

    def host(self, room: Room) -> Visitor:
        """The facilitator. Raises NotHost."""
        self.visitor = host_visitor(room, self.get_cookie(cookie_name("host", room)))
        return self.visitor

    def remember(self, role: Role, room: Room, value: str) -> None:
        """Give this browser its cookie."""
        self._set(cookie_name(role, room), value)

    def forget(self, role: Role, room: Room) -> None:
        self.clear_cookie(cookie_name(role, room), **self._kept)

    def remember_lang(self, lang: Lang) -> None:
        self._set(LANG_COOKIE, lang)

    def _set(self, name: str, value: str) -> None:
        self.set_cookie(name, value, **self._kept, expires_days=YEAR_DAYS)

    @property
    def _kept(self) -> dict[str, Any]:
        """Out of reach of scripts and other sites, and never in the open where the way here is encrypted."""
        return {"path": "/", "httponly": True, "samesite": "Lax", "secure": self.request.protocol == "https"}

    # ---- language and words ----

    @property
    def lang(self) -> Lang:
        """The seat's language; else the one chosen on this device; else the room's. Always one that the client speaks."""
        first = self.room.lang if self.room else self.desk.lang
        chosen = self.get_cookie(LANG_COOKIE)
        asked = [self.visitor.seat.lang] if self.visitor and self.visitor.seat else [chosen, first]
        return first_spoken(self.languages, *asked)

    @property
    def languages(self) -> tuple[Lang, ...]:
        """Those of the room's client; without a room, of the client whose room this server opened."""
        return self.client.languages if self.client else self.desk.languages

    @property
    def client(self) -> Client | None:
        return self.desk.pack(self.room).client if self.room else None

    def spoken(self, wished: str) -> Lang:
        """A language as a form names it, where the client speaks it; else the page's."""
        return first_spoken(self.languages, wished, self.lang)

    @property
    def words(self) -> Words:
        return self.desk.pack(self.room).words if self.room else self.desk.words

    @property
    def say(self) -> Say:
        return self.words.say(self.lang)

    @property
    def here(self) -> str:
        """The address that phones open."""
        proxied = f"{self.request.protocol}://{self.request.host}"
        return proxied if self.desk.options.behind_proxy else self.desk.base

    # ---- answers ----

    def page(self, template: str, status: int = 200, **values: Any) -> None:
        self.set_status(status)
        common = self.common()
        if common["style"]:
            lock(self, plain_policy(common["style"]))
        self.finish(self.templates.get_template(template).render(**common, **values))

    def common(self) -> dict[str, Any]:
        """What every template may name."""
        return {
            "say": self.say, "lang": self.lang, "room": self.room, "back": self.back,
            "static": self.desk.static.address,
            "pseudonym": self.visitor.seat.pseudonym if self.visitor and self.visitor.seat else "",
            "seat": self.visitor.seat.id if self.visitor and self.visitor.seat else "",
            "role": self.visitor.role if self.visitor else "",
            "private": self.desk.options.private,
            "other": next((lang for lang in self.languages if lang != self.lang), ""),
            "style": style(self.client.look) if self.client else "",
            "logo": self.client.look.logo if self.client else "",
            "organisation": self.client.name.of(self.lang) if self.client else "",
        }  # fmt: skip

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """One sentence, and a place to type the code again."""
        error = error_of(kwargs)
        self.retry_after(error)
        if isinstance(error, LeadsError):
            status_code = next((status for kind, status in STATUS if isinstance(error, kind)), 400)
            sentence = self.desk.words.of(error, self.lang)
        else:
            word = {403: "page.error.refused", 404: "page.error.missing", 405: "page.error.missing"}
            sentence = self.desk.words.say(self.lang)(word.get(status_code, "page.error.broken"))
        retry = RETRY_SECONDS if isinstance(error, ServerFull | RoomCrowded) else 0
        if retry:
            self.set_header("Retry-After", str(retry))
        knows_code = isinstance(error, NotCoach | NotHost | ServerFull | LimitReached) and not isinstance(
            error, TooManyGuesses
        )
        self.page(
            "error.html", status_code, sentence=sentence, asks_code=self.asks_code and not knows_code, retry=retry
        )

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """A LeadsError is somebody's mistake or the network's, not ours: counted, not logged as a crash."""
        if isinstance(value, LeadsError):
            self.desk.counters[f"error_{value.id.rpartition('.')[2]}"] += 1
        else:
            super().log_exception(typ, value, tb)

    def _request_summary(self) -> str:
        return f"{self.request.method} {quiet_address(self.request.uri or '')}"


class Missing(Page):
    """Every address that is not a named route."""

    def prepare(self) -> None:
        raise HTTPError(404)
