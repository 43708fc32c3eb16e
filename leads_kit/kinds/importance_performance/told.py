"""What a person hears about their own marks: where it matters more than it is met, and where their two chairs disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.importance import EXPLORE, MIDPOINT, Standing
from leads_kit.analysis.released import NOTHING, TICKS
from leads_kit.form import NOT_OBSERVED, Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.importance_performance.settings import ASKED, SERVICE, field, joint_service, settings_of
from leads_kit.model import Exercise, Table
from leads_kit.text import Say, Text

Stands = Mapping[str, Standing]


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    stands, service = _stands(exercise, answer), _service(exercise, answer, say)
    quoted = (say("importance_performance.feedback.service", service=service),) if service else ()
    if not any((one.importance, one.customer, one.provider) != (None,) * 3 for one in stands.values()):
        return (*quoted, say("importance_performance.feedback.nothing"))
    return (
        *quoted,
        _gap(exercise, stands, say),
        _chairs(exercise, stands, say),
        *_kept(exercise, stands, say),
        f"{say.text(settings_of(exercise).caution)} {say('importance_performance.feedback.caution')}",
    )


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    stands = _stands(exercise, answer)
    rows = [_row(exercise, id, one, say) for id, one in stands.items() if one != Standing()]
    if not rows:
        return None
    sentence = _short(exercise, stands, say)
    columns = ("attribute", "importance", "customer", "provider", "gap", "where", "provider_importance")
    table = Table(
        tuple(say(f"importance_performance.{name}") for name in columns),
        tuple(_cells(exercise, answer, id, stands[id], say) for id in stands),
    )
    return Picture(drawn(rows, sentence, say), sentence, table)


def drawn(rows: Sequence[charts.View], sentence: str, say: Say) -> charts.Spec:
    """The chart of either picture."""
    return charts.views(rows, TICKS, MIDPOINT, say("importance_performance.axis"), sentence)


def where(stand: Standing, say: Say) -> str:
    """The quadrant in two words."""
    return say(f"importance_performance.{stand.quadrant}") if stand.quadrant else ""


def labels(exercise: Exercise, ids: list[str]) -> list[Text]:
    attributes = settings_of(exercise).attributes
    return [attributes[id].label for id in ids]


def furthest(distances: Mapping[str, float]) -> list[str]:
    """The attributes whose distance is the greatest, where it is worth exploring; none below that."""
    most = max(distances.values(), default=0.0)
    return [id for id, distance in distances.items() if distance == most] if most >= EXPLORE else []


def _service(exercise: Exercise, answer: Answer, say: Say) -> str:
    joint = joint_service(exercise)
    return say.text(joint) if joint is not None else str(answer.get(SERVICE) or "").strip()


def _stands(exercise: Exercise, answer: Answer) -> dict[str, Standing]:
    """Every attribute with its marks; "not observed" is not a low mark."""
    return {id: Standing(*(_mark(answer, asked, id) for asked in ASKED[:3])) for id in settings_of(exercise).attributes}


def _mark(answer: Answer, asked: str, attribute: str) -> int | None:
    mark = answer.get(field(asked, attribute))
    return mark if isinstance(mark, int) else None


def _gap(exercise: Exercise, stands: Stands, say: Say) -> str:
    """The widest gap with both its marks, several alike, or that there is none."""
    gaps = {id: one.gap for id, one in stands.items() if one.gap is not None}
    if not gaps:
        return say("importance_performance.feedback.half")
    found = furthest(gaps)
    if not found:
        return say("importance_performance.feedback.met", n=len(gaps))
    if len(found) > 1:
        return say("importance_performance.feedback.gaps", labels=labels(exercise, found), n=gaps[found[0]])
    stand = stands[found[0]]
    values = {"importance": stand.importance, "customer": stand.customer}
    return say("importance_performance.feedback.gap", label=labels(exercise, found)[0], **values)


def _chairs(exercise: Exercise, stands: Stands, say: Say) -> str:
    """Where the two chairs are furthest apart, and whether the person's own is the milder or the stricter one."""
    apart = {id: one.apart for id, one in stands.items() if one.apart is not None}
    if not apart:
        return say("importance_performance.feedback.one_chair")
    found = furthest({id: abs(distance) for id, distance in apart.items()})
    if not found:
        return say("importance_performance.feedback.alike", n=len(apart))
    milder = "customer" if apart[found[0]] > 0 else "provider"
    values = {"customer": stands[found[0]].customer, "provider": stands[found[0]].provider}
    return say(f"importance_performance.feedback.{milder}", label=labels(exercise, found)[0], **values)


def _kept(exercise: Exercise, stands: Stands, say: Say) -> tuple[str, ...]:
    found = [id for id, one in stands.items() if one.quadrant == "keep"]
    return (say("importance_performance.feedback.keep", labels=labels(exercise, found), n=len(found)),) if found else ()


def _short(exercise: Exercise, stands: Stands, say: Say) -> str:
    """What the picture shows, in one sentence."""
    gaps = {id: one.gap for id, one in stands.items() if one.gap is not None}
    found = [id for id, gap in gaps.items() if gap >= EXPLORE]
    if found:
        return say("importance_performance.own.short", labels=labels(exercise, found))
    return say("importance_performance.own.met" if gaps else "importance_performance.own.half")


def _row(exercise: Exercise, id: str, stand: Standing, say: Say) -> charts.View:
    label = say.text(settings_of(exercise).attributes[id].label)
    return charts.View(label, where(stand, say), stand.importance, stand.customer, stand.provider)


def _cells(exercise: Exercise, answer: Answer, id: str, stand: Standing, say: Say) -> tuple[str, ...]:
    marks = [_cell(answer, asked, id, say) for asked in ASKED]
    gap = NOTHING if stand.gap is None else say.number(stand.gap)
    label = say.text(settings_of(exercise).attributes[id].label)
    return (label, *marks[:3], gap, where(stand, say) or NOTHING, marks[3])


def _cell(answer: Answer, asked: str, id: str, say: Say) -> str:
    mark = answer.get(field(asked, id))
    if mark == NOT_OBSERVED:
        return say("importance_performance.na")
    return NOTHING if mark is None else say.number(mark)
