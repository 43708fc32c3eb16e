"""Claims about where a room is."""

from __future__ import annotations

import pytest

from leads_kit.model import Step, StepState
from leads_kit.room import current


def steps(states: str) -> tuple[Step, ...]:
    """Steps by the first letters of their states: waiting, open, closed, shown (h), skipped."""
    named = {"w": "waiting", "o": "open", "c": "closed", "h": "shown", "s": "skipped"}
    return tuple(Step("room", position, "x", StepState(named[letter]), 0) for position, letter in enumerate(states))


@pytest.mark.parametrize(
    ("states", "position"),
    [
        ("www", None),
        ("oww", 0),
        ("cww", 0),
        ("chw", 1),
        ("hoc", 1),
        # A step that is skipped when its turn comes is talked about instead, until another opens.
        ("hcsw", 2),
        ("sww", 0),
        ("cso", 2),
        ("chss", 3),
        # One that is crossed out ahead of time moves nobody.
        ("cwsw", 0),
        ("wws", None),
    ],
)
def test_the_room_is_at_the_open_step_else_where_it_last_was(states: str, position: int | None) -> None:
    found = current(steps(states))
    assert (found.position if found else None) == position
