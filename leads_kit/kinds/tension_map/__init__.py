"""Tension map: two poles that need each other, the good of each and too much of each, what is seen now, and early signs.

One answer a table. The poles come from the room, else from the settings' pairs or in the table's own words. After Johnson
(1992): a tension between two goods is not solved, it is worked with.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.form import Answer, Choice, Field, Form, Group, Line, Option, Paragraph, Rows, Scale
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.tension_map import told
from leads_kit.kinds.tension_map.drawn import picture
from leads_kit.kinds.tension_map.tension import QUARTERS, SIDES, Poles, Tension, read, text_of
from leads_kit.model import Ask, Exercise, Note, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
POLES = "poles"
WARNINGS = "warnings"
PARAGRAPH, NAME, SIGN = 600, 60, 120
MOST, SHORT_MOST = 6, 2


class Pair(Spec):
    """Two poles, both of them good."""

    a: Text
    b: Text


class Settings(Spec):
    """`pairs` are suggested poles by id, also to the facilitator, who is asked `poles_ask`."""

    poles: Text
    poles_help: Text
    poles_ask: Text
    own_a: Text
    own_b: Text
    pairs: Annotated[dict[str, Pair], Setting(min_length=1)]
    good: Text
    much: Text
    lines_help: Text
    good_starter: Text | None = None
    much_starter: Text | None = None
    seen: Text
    seen_anchors: dict[Literal["1", "2", "3", "4", "5"], Text]
    warnings: Text
    warnings_help: Text
    sign: Text
    side: Text
    add: Text
    steps: Text
    step: Text


def form(exercise: Exercise, words: Words) -> Form:
    settings, poles = _settings(exercise), _poles(exercise, {}, words)
    chosen = () if exercise.supplied.get(POLES) else (_chosen(settings, words),)
    quarters = (_quarter(settings, id, poles, words) for id in QUARTERS)
    return Form((*chosen, *quarters, _warnings(settings, poles), _steps(settings, poles, words)))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    chosen = () if exercise.supplied.get(POLES) else ("pair", "own-a", "own-b")
    quarters = (field for id in QUARTERS for field in (id, f"{id}-seen"))
    steps = (f"step-{side}" for side in SIDES)
    return (Part("map", Tier.TABLE, (*chosen, *quarters, *steps)), Part(WARNINGS, Tier.SHARED, (WARNINGS,)))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(_read(exercise, answer, say), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(_read(exercise, answer, say), say)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    """Every early sign, under the pole that it warns of."""
    rows = body.get(WARNINGS) or []
    return tuple(Note(row["id"], text_of(row, "sign"), row.get("side") or "") for row in rows if text_of(row, "sign"))


def headings(exercise: Exercise, say: Say) -> Mapping[str, str]:
    poles = _poles(exercise, {}, say.words)
    return {side: say("tension_map.heading", pole=pole) for side, pole in zip(SIDES, poles, strict=True)}


def asks(exercise: Exercise) -> tuple[Ask, ...]:
    settings = _settings(exercise)
    suggestions = tuple(pole for pair in settings.pairs.values() for pole in (pair.a, pair.b))
    return (Ask(POLES, settings.poles_ask, suggestions, least=2, most=2),)


def _chosen(settings: Settings, words: Words) -> Group:
    pairs = tuple(
        Option(id, words["tension_map.pair"].fill({"a": pair.a, "b": pair.b})) for id, pair in settings.pairs.items()
    )
    fields = (
        Choice("pair", settings.poles, help=settings.poles_help, options=pairs, optional=True),
        Line("own-a", settings.own_a, most=NAME, optional=True),
        Line("own-b", settings.own_b, most=NAME, optional=True),
    )
    return Group(POLES, settings.poles, fields)


def _quarter(settings: Settings, id: str, poles: Poles, words: Words) -> Group:
    side, what = id.split("-")
    label, starter = {
        "good": (settings.good, settings.good_starter),
        "much": (settings.much, settings.much_starter),
    }[what]
    anchors = {int(at): text for at, text in settings.seen_anchors.items()}
    title = words[f"tension_map.title.{what}"].fill({"pole": poles[SIDES.index(side)]})
    lines = Paragraph(id, label, help=settings.lines_help, most=PARAGRAPH, starter=starter)
    return Group(id, title, (lines, Scale(f"{id}-seen", settings.seen, anchors=anchors)))


def _warnings(settings: Settings, poles: Poles) -> Group:
    sides = tuple(Option(side, pole) for side, pole in zip(SIDES, poles, strict=True))
    fields: tuple[Field, ...] = (
        Line("sign", settings.sign, most=SIGN),
        Choice("side", settings.side, options=sides, optional=True),
    )
    rows = Rows(
        WARNINGS,
        settings.warnings,
        help=settings.warnings_help,
        fields=fields,
        most=MOST,
        add=settings.add,
        short_most=SHORT_MOST,
    )
    return Group(WARNINGS, settings.warnings, (rows,))


def _steps(settings: Settings, poles: Poles, words: Words) -> Group:
    labels = [words["tension_map.step"].fill({"pole": pole, "step": settings.step}) for pole in poles]
    return Group(
        "steps",
        settings.steps,
        tuple(Line(f"step-{side}", label, optional=True) for side, label in zip(SIDES, labels, strict=True)),
    )


def _read(exercise: Exercise, answer: Answer, say: Say) -> Tension:
    return read(_poles(exercise, answer, say.words), answer)


def _poles(exercise: Exercise, answer: Answer, words: Words) -> Poles:
    """What the room supplied; else the table's own words, the pair it chose, or two letters."""
    supplied = exercise.supplied.get(POLES, ())
    if len(supplied) == len(SIDES):
        return supplied[0], supplied[1]
    pair = _settings(exercise).pairs.get(str(answer.get("pair")))
    given = (pair.a, pair.b) if pair else (words["tension_map.pole.a"], words["tension_map.pole.b"])
    own = [text_of(answer, f"own-{side}") for side in SIDES]
    a, b = (Text(mine, mine) if mine else theirs for mine, theirs in zip(own, given, strict=True))
    return a, b


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    notes=notes,
    headings=headings,
    asks=asks,
    unit="table",
)
