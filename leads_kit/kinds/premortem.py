"""Pre-mortem: it is a year later and it failed; why? A silent list of reasons, told to others without names or not at all.

What is looked at comes from the room, else from each person. Reasons go on to a later list of risks as chips.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field as Setting

from leads_kit.analysis.phrases import found, phrases_of
from leads_kit.form import Answer, Form, Group, Line, Rows
from leads_kit.kinds._kind import Kind
from leads_kit.model import Ask, Exercise, Note, Part, Spec, Tier
from leads_kit.text import LANGS, Say, Text, Words

PLAN, REASONS = "plan", "reasons"
# As much as a chip bears, and as a line of a list of risks takes.
REASON = 140
# From here on the last one is worth a second look: the first come easily.
SEVERAL = 3


class Theme(Spec):
    """Something that plans fail by; `words` are found in reasons, commas between them, a star for any ending."""

    label: Text
    words: Text


class Settings(Spec):
    """`asked` is what the console asks the room, with `plans` to tap; `own` is asked of each person where it gave none."""

    asked: Text
    plans: dict[str, Text]
    own: Text
    own_starter: Text | None = None
    reasons: Text
    reasons_help: Text
    reason: Text
    add: Text
    most: Annotated[int, Setting(ge=1, le=6)] = 6
    themes: Annotated[dict[str, Theme], Setting(min_length=2)]


def form(exercise: Exercise, words: Words) -> Form:
    settings, plan = _settings(exercise), _joint(exercise)
    reasons = Rows(
        REASONS,
        settings.reasons,
        help=settings.reasons_help,
        fields=(Line("reason", settings.reason, most=REASON),),
        most=settings.most,
        add=settings.add,
    )
    if plan is not None:
        intro = words["premortem.intro"].fill({"plan": plan})
        return Form((Group(REASONS, settings.reasons, (reasons,), intro=intro),))
    own = Line(PLAN, settings.own, starter=settings.own_starter, suggest="goal")
    return Form((Group(PLAN, settings.own, (own,)), Group(REASONS, settings.reasons, (reasons,))))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    own = () if _joint(exercise) is not None else (Part(PLAN, Tier.PRIVATE, (PLAN,)),)
    return (*own, Part(REASONS, Tier.SHARED, (REASONS,), anonymous=True))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    reasons, plan = list(_reasons(answer).values()), _plan(exercise, answer, say)
    about = (say("premortem.feedback.plan", plan=plan),) if plan else ()
    if not reasons:
        return (*about, say("premortem.feedback.nothing"))
    first, last = _quotable(reasons[0]), _quotable(reasons[-1])
    told = [say("premortem.feedback.reasons", n=len(reasons), first=first)]
    if len(reasons) >= SEVERAL:
        told.append(say("premortem.feedback.last", last=last))
    return (*about, *told, *_themes(_settings(exercise), reasons, say), say("premortem.feedback.after"))


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    return tuple(Note(id, reason) for id, reason in _reasons(body).items())


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    reasons = tuple(dict.fromkeys(_reasons(answer).values()))
    return {"risks": reasons} if reasons else {}


def _themes(settings: Settings, reasons: Sequence[str], say: Say) -> list[str]:
    """What the reasons touch on, by word lists, and one thing they may not: a question, since lists do not know all words."""
    touched = [id for id, theme in settings.themes.items() if any(found(one, _listed(theme)) for one in reasons)]
    left = [id for id in settings.themes if id not in touched]
    if not touched or not left:
        return []
    labels = [say("premortem.quoted", theme=settings.themes[id].label) for id in (*touched, left[0])]
    return [say("premortem.feedback.themes", touched=labels[:-1], left=labels[-1])]


def _listed(theme: Theme) -> tuple[str, ...]:
    """People write in either language."""
    return tuple(phrase for lang in LANGS for phrase in phrases_of(theme.words.of(lang)))


def _reasons(answer: Mapping[str, object]) -> dict[str, str]:
    """What was written, by row id."""
    rows = answer.get(REASONS) or []
    if not isinstance(rows, list):
        return {}
    return {row["id"]: reason for row in rows if (reason := str(row.get("reason") or "").strip())}


def _quotable(reason: str) -> str:
    """As it stands inside a sentence, which has a stop of its own."""
    return reason.removesuffix(".")


def _plan(exercise: Exercise, answer: Answer, say: Say) -> str:
    joint = _joint(exercise)
    return _quotable(say.text(joint) if joint is not None else str(answer.get(PLAN) or "").strip())


def _joint(exercise: Exercise) -> Text | None:
    """The plan that this room named. A suggestion is not one: alone, each person names their own."""
    return next(iter(exercise.supplied.get(PLAN, ())), None)


def _ask(exercise: Exercise) -> Ask:
    """The room may name one plan for all, or leave it to each person: then `least` is none."""
    settings = _settings(exercise)
    return Ask(PLAN, settings.asked, tuple(settings.plans.values()), least=0)


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    notes=notes,
    gives=gives,
    asks=lambda exercise: (_ask(exercise),),
)
