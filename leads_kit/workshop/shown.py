"""The page of all that a room was shown, made when the facilitator asks for it."""

from __future__ import annotations

from leads_kit.delivery import utc_now
from leads_kit.model import Pack
from leads_kit.reports import as_shown, gather_shown, in_colours
from leads_kit.store import Store
from leads_kit.text import Say


def shown_page(store: Store, room_id: str, pack: Pack, say: Say) -> str:
    """The text of an HTML file. Raises the store's errors."""
    room = store.room(room_id)
    title, notice = say("report.shown", name=room.name), say.text(pack.framework.notice)
    shown, drawn = gather_shown(store, room, pack, say), in_colours(pack.client.look)
    return as_shown(shown, say, title, notice, utc_now().date(), drawn, pack.client)
