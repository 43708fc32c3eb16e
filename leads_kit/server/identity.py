"""Cookies, and what one proves: whose seat, whose console, which wall. Looked up by hash, so that a restart
changes nothing."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Literal

from leads_kit.errors import NoSeat, NotHost
from leads_kit.model import Room, Seat
from leads_kit.room import host_hash, seat_of
from leads_kit.server.desk import Desk

Role = Literal["seat", "host", "wall", "coach"]
YEAR_DAYS = 365


@dataclass(frozen=True)
class Owner:
    """Who started a kernel: the cookie's name and the hash of its value."""

    cookie: str
    digest: bytes

    @classmethod
    def of(cls, cookie: str, value: str) -> Owner:
        return cls(cookie, hashlib.sha256(value.encode()).digest())

    def proved_by(self, value: str | None) -> bool:
        """Whether a browser's cookie value is the one that started the kernel."""
        return value is not None and hmac.compare_digest(self.digest, Owner.of(self.cookie, value).digest)


@dataclass(frozen=True)
class Visitor:
    """Someone whose cookie was checked. A coach is in no room; `secret` is a seat's own."""

    role: Role
    room: Room | None
    owner: Owner
    seat: Seat | None = None
    secret: bytes | None = field(default=None, repr=False)


def cookie_name(role: Role, room: Room) -> str:
    return f"leads_{role}_{room.id}"


def new_wall_token() -> str:
    """What ties a wall's page to its kernel. It opens nothing: the room's code does."""
    return secrets.token_urlsafe(16)


def seat_visitor(desk: Desk, room: Room, value: str | None) -> Visitor:
    """The seat that a cookie belongs to. Raises NoSeat."""
    try:
        secret = bytes.fromhex(value or "")
    except ValueError:
        raise NoSeat from None
    if not secret:
        raise NoSeat
    seat = seat_of(desk.store, room, secret)
    return Visitor("seat", room, Owner.of(cookie_name("seat", room), secret.hex()), seat, secret)


def host_visitor(room: Room, value: str | None) -> Visitor:
    """The facilitator of a room. Raises NotHost."""
    if not value or not hmac.compare_digest(host_hash(value), room.host_hash):
        raise NotHost
    return Visitor("host", room, Owner.of(cookie_name("host", room), value))


def wall_visitor(room: Room, value: str) -> Visitor:
    return Visitor("wall", room, Owner.of(cookie_name("wall", room), value))
