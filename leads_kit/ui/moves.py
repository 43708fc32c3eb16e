"""What a console may ask of a desk, by name, with its value checked for shape: the desk decides whether it may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from leads_kit.model import Step
from leads_kit.room import RoomDesk
from leads_kit.text import Say, Text

Move = Callable[[Any], object]
PLAIN = ("open", "show", "hide", "next", "again", "skip", "pause", "resume")
# These concern the room and no step of it.
ROOM_MOVES = ("end", "deal")
LONGEST_LIST = 400


class Moves:
    """`named(what, value)` is the move, or None where there is none of that name or the value does not fit it."""

    def __init__(self, desk: RoomDesk, say: Say) -> None:
        self._desk, self._say = desk, say

    def named(self, what: Any, value: Any) -> Move | None:
        desk = self._desk
        if what in PLAIN:
            move: Move = getattr(desk, what)
            return move
        number, words = _number(value), _words(value)
        moves: dict[str, Move | None] = {
            "close": lambda seen: desk.close(seen) if seen.closes_at else desk.announce_close(seen),
            "end": lambda _seen: desk.end(),
            "extend": lambda seen: desk.extend(seen, number or 60),
            "settle": None if number is None else lambda seen: self._settle(seen, number),
            "deal": None if number is None else lambda _seen: desk.deal(number),
            "release": None if words is None else lambda seen: desk.release_notes(seen, words),
            "hide_note": None if words is None else lambda seen: desk.hide_notes(seen, words),
            "swap": (lambda seen: desk.swap(seen, value)) if isinstance(value, str) else None,
            "supply": (lambda seen: self._supply(seen, value)) if isinstance(value, dict) else None,
        }
        return moves.get(what) if isinstance(what, str) else None

    def _settle(self, seen: Step, min_group: int) -> Step:
        """Settling is asked for by the step that needs it, and opens it where nothing else is missing."""
        self._desk.settle(min_group)
        return seen if self._desk.asks_supply(seen) else self._desk.open(seen)

    def _supply(self, seen: Step, given: dict[str, Any]) -> Step:
        """What was tapped among the suggestions keeps both its languages; what was typed is the same in both."""
        asks = {ask.id: ask for ask in self._desk.asks_supply(seen)}
        told = {
            id: [self._text(asks[id].suggestions, one) for one in _words(lines) or ()]
            for id, lines in given.items()
            if id in asks
        }
        self._desk.supply(seen, told)
        return seen if self._desk.asks_group(seen) else self._desk.open(seen)

    def _text(self, suggestions: tuple[Text, ...], line: str) -> Text:
        return next((one for one in suggestions if self._say.text(one) == line), Text(line, line))


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _words(value: Any) -> list[str] | None:
    if not isinstance(value, list) or len(value) > LONGEST_LIST:
        return None
    return value if all(isinstance(one, str) for one in value) else None
