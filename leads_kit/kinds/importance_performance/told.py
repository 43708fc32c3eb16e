"""What a person hears about their own marks: where it matters more than it is met, and where their two chairs disagree."""

from __future__ import annotations

from collections.abc import Mapping

from leads_kit import charts
from leads_kit.analysis.importance import EXPLORE, Standing
from leads_kit.analysis.released import NOTHING
from leads_kit.form import NOT_OBSERVED, Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.importance_performance import moves
from leads_kit.kinds.importance_performance.drawn import Stands, drawn, headings, labels, where
from leads_kit.kinds.importance_performance.settings import ASKED, OURS, SERVICE, field, joint_service, settings_of
from leads_kit.model import Exercise, Table
from leads_kit.text import Say


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    stands, service = _stands(exercise, answer), _service(exercise, answer, say)
    quoted = (say("importance_performance.feedback.service", service=service),) if service else ()
    moved = moves.feedback(exercise, answer, _widest(stands), say)
    if all(one == Standing() for one in stands.values()):
        return (*quoted, say("importance_performance.feedback.nothing"), *moved)
    return (
        *quoted,
        _gap(exercise, stands, say),
        *([_chairs(exercise, stands, say)] if settings_of(exercise).provider else []),
        *_kept(exercise, stands, say),
        *moved,
        f"{say.text(settings_of(exercise).caution)} {say('importance_performance.feedback.caution')}",
    )


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    stands = _stands(exercise, answer)
    rows = [_row(exercise, answer, id, one, say) for id, one in stands.items() if one != Standing()]
    if not rows:
        return None
    sentence = _short(exercise, stands, say)
    settings = settings_of(exercise)
    ours, moved = [OURS] if settings.provider_importance else [], [moves.MOVES] if settings.moves else []
    columns = ("attribute", *settings.drawn, "gap", "where", *ours, *moved)
    cells = tuple(_cells(exercise, answer, id, stands[id], say) for id in stands)
    return Picture(drawn(exercise, rows, sentence, say), sentence, Table(headings(exercise, columns, say), cells))


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
    words, gaps, found = settings_of(exercise).words, _gaps(stands), _widest(stands)
    if not gaps:
        return say("importance_performance.feedback.half")
    if not found:
        return say(f"{words}.feedback.met", n=len(gaps))
    if len(found) > 1:
        return say(f"{words}.feedback.gaps", labels=labels(exercise, found), n=gaps[found[0]])
    stand = stands[found[0]]
    values = {"importance": stand.importance, "customer": stand.customer}
    return say(f"{words}.feedback.gap", label=labels(exercise, found)[0], **values)


def _gaps(stands: Stands) -> dict[str, float]:
    return {id: one.gap for id, one in stands.items() if one.gap is not None}


def _widest(stands: Stands) -> list[str]:
    return furthest(_gaps(stands))


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
    word = f"{settings_of(exercise).words}.feedback.keep"
    return (say(word, labels=labels(exercise, found), n=len(found)),) if found else ()


def _short(exercise: Exercise, stands: Stands, say: Say) -> str:
    """What the picture shows, in one sentence."""
    words, gaps = settings_of(exercise).words, _gaps(stands)
    found = [id for id, gap in gaps.items() if gap >= EXPLORE]
    if found:
        return say(f"{words}.own.short", labels=labels(exercise, found))
    return say(f"{words}.own.met" if gaps else "importance_performance.own.half")


def _row(exercise: Exercise, answer: Answer, id: str, stand: Standing, say: Say) -> charts.View:
    label, note = say.text(settings_of(exercise).attributes[id].label), where(stand, say)
    if id in moves.picked(exercise, answer):
        note = f"{note} · {moves.SIGN}" if note else moves.SIGN
    return charts.View(label, note, stand.importance, stand.customer, stand.provider)


def _cells(exercise: Exercise, answer: Answer, id: str, stand: Standing, say: Say) -> tuple[str, ...]:
    settings = settings_of(exercise)
    marks = {asked: _cell(answer, asked, id, say) for asked in settings.marks}
    gap = NOTHING if stand.gap is None else say.number(stand.gap)
    return (
        say.text(settings.attributes[id].label),
        *(marks[asked] for asked in settings.drawn),
        gap,
        where(stand, say) or NOTHING,
        *([marks[OURS]] if OURS in marks else []),
        *([moves.SIGN if id in moves.picked(exercise, answer) else NOTHING] if settings.moves else []),
    )


def _cell(answer: Answer, asked: str, id: str, say: Say) -> str:
    mark = answer.get(field(asked, id))
    if mark == NOT_OBSERVED:
        return say("importance_performance.na")
    return NOTHING if mark is None else say.number(mark)
