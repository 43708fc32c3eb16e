"""The map of a table: how the way feels from step to step, and who leads beneath each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leads_kit import charts
from leads_kit.analysis.released import NOTHING
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.journey.way import Step, Way
from leads_kit.model import Table
from leads_kit.text import Say, Text

COLUMNS = ("step", "feeling", "leads", "supports", "risk")
Risks = Mapping[str, Text]


def picture(found: Way, risks: Mapping[Any, Text], say: Say) -> Picture | None:
    if not found.steps:
        return None
    lowest = found.lowest
    rows = [charts.Stop(one.name, _led(one, say), one.feeling, one.risky, one in lowest) for one in found.steps]
    legend = [say(f"journey.legend.{name}") for name in ("feeling", "lowest", "risk")]
    sentence = _sentence(found, say)
    table = Table(
        tuple(say(f"journey.{name}") for name in COLUMNS), tuple(_cells(one, dict(risks), say) for one in found.steps)
    )
    return Picture(charts.stops(rows, legend, sentence), sentence, table)


def _led(one: Step, say: Say) -> str:
    """Who leads, in as few words as fit beneath a step."""
    if one.leads:
        return say("journey.led.both" if one.collides else "journey.led.single", orgs=one.leads)
    return say("journey.led.nobody") if one.marked else ""


def _sentence(found: Way, say: Say) -> str:
    counts = {"unled": sum(one.unled for one in found.steps), "collide": sum(one.collides for one in found.steps)}
    told = say("journey.drawn", n=len(found.steps), **counts)
    lowest = [say("journey.quoted", words=one.name) for one in found.lowest]
    return f"{told} {say('journey.drawn.lowest', steps=lowest)}" if lowest else told


def _cells(one: Step, risks: Risks, say: Say) -> tuple[str, ...]:
    feeling = NOTHING if one.feeling is None else charts.signed(one.feeling)
    nobody = say("journey.led.nobody") if one.unled else NOTHING
    risk = risks.get(str(one.risk))
    return (
        one.name,
        feeling,
        say.listed(list(one.leads)) or nobody,
        say.listed(list(one.supports)) or NOTHING,
        say.text(risk) if risk else NOTHING if one.risk is None else say.number(one.risk),
    )
