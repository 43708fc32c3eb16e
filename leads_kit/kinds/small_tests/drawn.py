"""A person's own ideas on a plane of effort and effect: shapes tell how easily each is undone."""

from __future__ import annotations

from leads_kit import charts
from leads_kit.analysis.released import NOTHING
from leads_kit.analysis.trying import Corner, Idea
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.small_tests.card import UNDOING, read
from leads_kit.kinds.small_tests.settings import settings_of
from leads_kit.kinds.small_tests.told import marks
from leads_kit.model import Exercise, Table
from leads_kit.text import Say

COLUMNS = ("idea", "effect", "effort", "undo", "corner")


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    ideas = [idea for idea in read(answer).ideas if idea.corner is not None]
    if not ideas:
        return None
    settings = settings_of(exercise)
    rows = []
    for idea in ideas:
        told = marks(idea, settings, say)
        rows.append((idea.text, *(told.get(name, NOTHING) for name in COLUMNS[1:4]), _corner(idea.corner, say)))
    sentence = _sentence(ideas, say)
    words = charts.PlaneWords(
        say("small_tests.axes"),
        tuple(_corner(one, say) for one in Corner),
        tuple(say(f"small_tests.legend.{name}") for name in UNDOING),
    )
    spots = [charts.Spot(one.text, one.effort or 0, one.effect or 0, one.undoing) for one in ideas]
    table = Table(tuple(say(f"small_tests.{name}") for name in COLUMNS), tuple(rows))
    return Picture(charts.plane(spots, words, sentence), sentence, table)


def _sentence(ideas: list[Idea], say: Say) -> str:
    """How many ideas, and which corner each lies in, corner by corner."""
    told = [say("small_tests.drawn", n=len(ideas))]
    for corner in Corner:
        there = [say("small_tests.quoted", idea=one.text.removesuffix(".")) for one in ideas if one.corner is corner]
        told += [say("small_tests.drawn.corner", corner=_corner(corner, say), ideas=there)] if there else []
    return " ".join(told)


def _corner(corner: Corner | None, say: Say) -> str:
    return say(f"small_tests.corner.{corner.value}") if corner else NOTHING
