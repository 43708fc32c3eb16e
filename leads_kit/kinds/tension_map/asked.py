"""What a table is asked: the poles unless the room named them, four quarters, early signs, and a step for each pole."""

from __future__ import annotations

from leads_kit.form import Choice, Field, Form, Group, Line, Option, Paragraph, Rows, Scale
from leads_kit.kinds.tension_map.settings import POLES, Settings, poles_of, settings_of, supplied_poles
from leads_kit.kinds.tension_map.tension import QUARTERS, SIDES, Poles
from leads_kit.model import Exercise
from leads_kit.text import Words

WARNINGS = "warnings"
PARAGRAPH, NAME, SIGN = 600, 60, 120
MOST, SHORT_MOST = 6, 2


def form(exercise: Exercise, words: Words) -> Form:
    settings, poles = settings_of(exercise), poles_of(exercise, {}, words)
    chosen = () if supplied_poles(exercise) else (_chosen(settings, words),)
    quarters = (_quarter(settings, id, poles, words) for id in QUARTERS)
    return Form((*chosen, *quarters, _warnings(settings, poles), _steps(settings, poles, words)))


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
