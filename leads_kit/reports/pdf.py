"""A take-home as a PDF, set in a process of its own: the typesetter is heavy and stays out of kernels and servers.

What people typed goes in by standard input and comes out as bytes: it is in no file, argument or environment, and the
template reads it as data, never as source.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from leads_kit.delivery import Delivery
from leads_kit.errors import NotPrinted, StoreError
from leads_kit.kinds import kind_of
from leads_kit.model import Client, Exercise
from leads_kit.reports.aside import aside
from leads_kit.reports.pages import Drawn, drawn_all
from leads_kit.reports.shown import Shown
from leads_kit.reports.take_home import Kept, in_order
from leads_kit.room import signed, under_headings, worded
from leads_kit.text import Say

PRINT = """
import json, sys, typst
asked = json.load(sys.stdin.buffer)
sys.stdout.buffer.write(typst.compile(asked["template"].encode(), sys_inputs={"told": asked["told"]}))
"""
FORMATS = {
    "data:image/svg+xml;base64": "svg",
    "data:image/png;base64": "png",
    "data:image/jpeg;base64": "jpg",
}
SIZE = re.compile(r'<svg[^>]* width="([\d.]+)')
PIXELS_AN_INCH = 96
# The engine's generic name is a font that is not embedded; this one is.
FONT = re.compile(r"(?<=[\"': ,])(?:sans-serif|serif)(?=[\"';,])")


def seen_together(delivery: Delivery, say: Say) -> tuple[Shown, ...]:
    """What this seat's pages may show of the room's results now, in the agenda's order; nothing where nobody else is."""
    told = (_seen(delivery, delivery.exercise(one.id), say) for one in in_order(delivery))
    return tuple(one for one in told if one and (one.picture or one.notes))


def as_pdf(
    kept: Sequence[Kept],
    room: Sequence[Shown],
    say: Say,
    title: str,
    notice: str,
    made: dt.date,
    drawn: Drawn,
    client: Client,
) -> bytes:
    """Pages to print, tagged, with their language and title. A picture that cannot be drawn is left out.

    Raises NotPrinted; what the typesetter says is not passed on: it may quote what people typed.
    """
    mine = drawn_all(drawn, {one.id: one.picture for one in kept})
    ours = drawn_all(drawn, {one.id: one.picture for one in room})
    told = {
        "lang": say.lang,
        "title": title,
        "client": say.text(client.name),
        "accent": client.look.accent,
        "logo": _logo(client.look.logo),
        "made": say("report.made", day=made),
        "notice": notice,
        "caution": say("report.caution"),
        "nothing": say("report.nothing"),
        "together": say("report.together"),
        "kept": [
            {"title": one.title, "lines": one.lines, "feedback": one.feedback, "pictures": _pictures(one, mine)}
            for one in kept
        ],
        "room": [
            {"title": one.title, "question": one.question, "pictures": _pictures(one, ours), "notes": one.notes}
            for one in room
        ],
    }
    return _printed(told)


def _printed(told: Mapping[str, Any]) -> bytes:
    template = (files("leads_kit.reports") / "templates" / "take_home.typ").read_text("utf-8")
    asked = json.dumps({"template": template, "told": json.dumps(told)})
    try:
        return aside(PRINT, asked)
    except (OSError, subprocess.SubprocessError, StoreError):
        # Not chained: the process's output would travel with it.
        raise NotPrinted from None


def _logo(address: str) -> dict[str, Any] | None:
    """A data URI as its format and bytes, which is how the typesetter takes a picture that is in no file."""
    if not address:
        return None
    head, data = address.split(",", 1)
    return {"format": FORMATS[head], "bytes": list(base64.b64decode(data))}


def _pictures(one: Kept | Shown, drawn: Mapping[str, str]) -> list[dict[str, Any]]:
    if not one.picture:
        return []
    svg, table = drawn[one.id], one.picture.table
    size = SIZE.search(svg)
    return [
        {
            "svg": FONT.sub("Libertinus Serif", svg),
            "width": float(size[1]) / PIXELS_AN_INCH if size else PIXELS_AN_INCH,
            "sentence": one.picture.sentence,
            "columns": table.columns,
            "rows": table.rows,
        }
    ]


def _seen(delivery: Delivery, exercise: Exercise, say: Say) -> Shown | None:
    seen = delivery.release(exercise)
    if seen is None:
        return None
    picture = kind_of(exercise).room_picture(exercise, seen, say) if seen.figures or seen.notes else None
    notes = tuple(
        (heading, tuple((worded(one.note, say), signed(one.by, say)) for one in told))
        for heading, told in under_headings(exercise, seen.notes, say)
    )
    return Shown(exercise.id, say.text(exercise.title), "", picture, notes)
