"""Coverage: whose knowledge and capacity complement mine. Private; capacities of the list that nobody has may be offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.form import Answer, Choice, Form, Grid, Group, Line, Option, Rows
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.coverage import room, told
from leads_kit.kinds.coverage.plan import ME, read
from leads_kit.model import Exercise, Figure, Part, Release, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60


class Settings(Spec):
    """`listed` are capacities by id; marks go from 0 to 3, and from 2 on somebody has a capacity.

    In the short form `short_capacities` and `short_candidates` stay within forty taps.
    """

    goal: Text
    capacities: Text
    capacities_help: Text
    capacity: Text
    listed: dict[str, Text]
    own_words: Text
    add_capacity: Text
    candidates: Text
    candidates_help: Text
    name: Text
    add_candidate: Text
    marks: Text
    marks_help: Text
    me: Text
    mark_anchors: dict[Literal["0", "1", "2", "3"], Text]
    most_capacities: Annotated[int, Setting(ge=1, le=10)] = 10
    most_candidates: Annotated[int, Setting(ge=1, le=6)] = 6
    short_capacities: Annotated[int, Setting(ge=1)] = 6
    short_candidates: Annotated[int, Setting(ge=1)] = 3


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    marks = Grid(
        "marks",
        settings.marks,
        help=settings.marks_help,
        rows="capacities",
        columns="candidates",
        own=(Option(ME, settings.me),),
        anchors={int(at): text for at, text in settings.mark_anchors.items()},
    )
    return Form(
        (
            Group("goal", settings.goal, (Line("goal", settings.goal, suggest="goal", optional=True),)),
            Group("capacities", settings.capacities, (_capacities(settings),)),
            Group("candidates", settings.candidates, (_candidates(settings),)),
            Group("marks", settings.marks, (marks,)),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (
        Part("plan", Tier.PRIVATE, ("goal", "capacities", "candidates", "marks")),
        Part("gaps", Tier.GROUP, offered=True),
    )


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer, _settings(exercise).listed), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    settings = _settings(exercise)
    legend = tuple(f"{at} {say.text(text)}" for at, text in settings.mark_anchors.items())
    return told.own_picture(read(answer, settings.listed), say.text(settings.me), legend, say)


def offer(exercise: Exercise, answer: Answer) -> dict[str, dict[str, str]]:
    listed = _settings(exercise).listed
    return room.offer(listed, read(answer, listed))


def preview(exercise: Exercise, _part: str, body: Answer, say: Say) -> tuple[str, ...]:
    return room.preview(_settings(exercise).listed, body, say)


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    return room.summary(tuple(_settings(exercise).listed), answers)


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    return room.room_picture(_settings(exercise).listed, release, say)


def gives(exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    """Names, and capacities in the person's own words: those of the list are offered as a list wherever they are asked for."""
    plan = read(answer, _settings(exercise).listed)
    return {"people": tuple(plan.names.values()), "capacities": plan.own_words}


def _capacities(settings: Settings) -> Rows:
    options = tuple(Option(id, label) for id, label in settings.listed.items())
    return Rows(
        "capacities",
        settings.capacities,
        help=settings.capacities_help,
        fields=(
            Choice("capacity", settings.capacity, options=options),
            Line("name", settings.own_words, most=NAME_LIMIT, optional=True),
        ),
        most=settings.most_capacities,
        add=settings.add_capacity,
        suggest="capacities",
        short_most=settings.short_capacities,
    )


def _candidates(settings: Settings) -> Rows:
    return Rows(
        "candidates",
        settings.candidates,
        help=settings.candidates_help,
        fields=(Line("name", settings.name, most=NAME_LIMIT),),
        most=settings.most_candidates,
        add=settings.add_candidate,
        suggest="people",
        short_most=settings.short_candidates,
    )


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
    offer=offer,
    preview=preview,
    summary=summary,
    room_picture=room_picture,
    gives=gives,
)
