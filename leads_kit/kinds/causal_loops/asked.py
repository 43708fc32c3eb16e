"""What a table is asked: four depths on two cards, what goes up and down, what moves what, and where it would push."""

from __future__ import annotations

from leads_kit.form import Choice, Field, Form, Group, Line, Option, Paragraph, Pick, Rows, Tick
from leads_kit.kinds.causal_loops.map import END, LINKS, NAME, OPPOSITE, SAME, SLOW, START, THINGS, WAY
from leads_kit.kinds.causal_loops.settings import LAYERS, Depth, Settings, settings_of
from leads_kit.model import Exercise
from leads_kit.text import Text, Words

PUSH, ABOUT = "push", "about"
PARAGRAPH, THING, LINE = 400, 40, 160
MOST_THINGS, MOST_LINKS = 8, 16
# In the short form so many stay within forty taps, delays included.
SHORT_THINGS, SHORT_LINKS = 6, 6


def form(exercise: Exercise, _words: Words) -> Form:
    settings = settings_of(exercise)
    above, below = LAYERS[:2], LAYERS[2:]
    about = tuple(Option(id, text) for id, text in settings.about.items())
    push = (
        Line(PUSH, settings.push, help=settings.push_help, most=LINE),
        Choice(ABOUT, settings.kind, options=about, optional=True),
    )
    return Form(
        (
            _layers(settings, "above", settings.above, above),
            _layers(settings, "below", settings.below, below),
            Group(THINGS, settings.things, (_things(settings),)),
            Group(LINKS, settings.links, (_links(settings),)),
            Group(PUSH, settings.push, push),
        )
    )


def _layers(settings: Settings, id: str, title: Text, depths: tuple[Depth, ...]) -> Group:
    told = [(depth, settings.layers[depth]) for depth in depths]
    return Group(id, title, tuple(Paragraph(depth, one.label, help=one.help, most=PARAGRAPH) for depth, one in told))


def _things(settings: Settings) -> Rows:
    return Rows(
        THINGS,
        settings.things,
        help=settings.things_help,
        fields=(Line(NAME, settings.thing, most=THING),),
        most=MOST_THINGS,
        add=settings.add_thing,
        short_most=SHORT_THINGS,
    )


def _links(settings: Settings) -> Rows:
    ways = (Option(SAME, settings.same), Option(OPPOSITE, settings.opposite))
    fields: tuple[Field, ...] = (
        Pick(START, settings.start, rows=THINGS),
        Pick(END, settings.end, rows=THINGS),
        Choice(WAY, settings.way, options=ways),
        Tick(SLOW, settings.slow, optional=True),
    )
    return Rows(
        LINKS,
        settings.links,
        help=settings.links_help,
        fields=fields,
        most=MOST_LINKS,
        add=settings.add_link,
        short_most=SHORT_LINKS,
    )
