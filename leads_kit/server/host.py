"""The facilitator's link: exchanged for a cookie at once, so that the secret is in no later address."""

from __future__ import annotations

from leads_kit.errors import NotHost
from leads_kit.room import host_hash
from leads_kit.server.base import Page


class Host(Page):
    """`/host/SECRET`."""

    guesses = (NotHost,)

    def set_default_headers(self) -> None:
        """No request names this address, not even one for our own files. An Origin stays, which our forms need."""
        super().set_default_headers()
        self.set_header("Referrer-Policy", "strict-origin")

    def get(self, secret: str) -> None:
        self.set_header("Referrer-Policy", "no-referrer")
        room = self.desk.store.room_by_host(host_hash(secret))
        if room is None:
            self.desk.counters["refused_host"] += 1
            raise NotHost
        self.remember("host", room, secret)
        self.redirect(f"/console/{room.code}", status=303)
