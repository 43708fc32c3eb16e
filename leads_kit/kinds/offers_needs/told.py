"""What a person hears about their own lists: quoted, and what they have in common with themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit.form import Answer
from leads_kit.kinds.offers_needs.settings import SIDES, Row, lines, settings_of
from leads_kit.model import Exercise
from leads_kit.text import Say

QUOTED = 2
Given = Mapping[str, Sequence[tuple[Row, str]]]


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    given = {side: lines(answer, side) for side in SIDES}
    if not any(given.values()):
        return (say("offers_needs.feedback.nothing"),)
    told = [_quoted(side, [text for _, text in rows], say) for side, rows in given.items() if rows]
    return (*told, *_balance(given, say), *_untagged(given, say), *_both(exercise, given, say))


def _quoted(side: str, texts: list[str], say: Say) -> str:
    more = len(texts) - QUOTED
    shown = [say("offers_needs.quote", text=text) for text in texts[:QUOTED]]
    return say(
        f"offers_needs.feedback.{side}", lines=[*shown, *([say("offers_needs.more", n=more)] if more > 0 else [])]
    )


def _balance(given: Given, say: Say) -> list[str]:
    """A list that is empty: giving alone and asking alone both leave half of a market at home."""
    if not given["needs"]:
        return [say("offers_needs.feedback.only_offers")]
    return [] if given["offers"] else [say("offers_needs.feedback.only_needs")]


def _untagged(given: Given, say: Say) -> list[str]:
    without = sum(not row.get("tags") for rows in given.values() for row, _ in rows)
    return [say("offers_needs.feedback.untagged", n=without)] if without else []


def _both(exercise: Exercise, given: Given, say: Say) -> list[str]:
    """A tag on both lists: somebody who gives and takes in the same field meets most people."""
    tags = settings_of(exercise).tags
    offered, needed = ({tag for row, _ in given[side] for tag in row.get("tags") or ()} for side in SIDES)
    shared = [tags[tag] for tag in tags if tag in offered & needed]
    return [say("offers_needs.feedback.both", tags=shared)] if shared else []
