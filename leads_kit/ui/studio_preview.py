"""What the studio shows of an exercise: the card of a participant in a room, as the page would get it, with nothing behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from leads_kit.kinds import kind_of
from leads_kit.model import Activity, Exercise, Pack
from leads_kit.text import Lang, Say
from leads_kit.ui._widget import worded
from leads_kit.ui.card import strip
from leads_kit.ui.describe import describe
from leads_kit.ui.form import FORM_WORDS


@dataclass(frozen=True)
class Imagined:
    """The room that the strips speak of."""

    least: int
    alone: bool = False

    def min_group(self) -> int:
        return self.least


def previewed(pack: Pack, id: str, lang: Lang) -> dict[str, Any] | None:
    """The state of a form (leads_kit/form), or of an activity; None where the pack has nothing by this id."""
    say = pack.words.say(lang)
    if id in pack.exercises:
        return _exercise(pack, pack.exercises[id], say)
    return _activity(pack.activities[id], say) if id in pack.activities else None


def _exercise(pack: Pack, exercise: Exercise, say: Say) -> dict[str, Any]:
    kind, room = kind_of(exercise), Imagined(pack.client.min_group)
    joint = kind.unit == "table"
    return {
        "what": "exercise", "key": f"studio:{exercise.id}:{say.lang}", "lang": say.lang, "words": worded(say, FORM_WORDS),
        "title": say.text(exercise.title), "intro": say.text(exercise.intro), "minutes": exercise.minutes,
        "mark": exercise.capabilities[0].domain if exercise.capabilities else None,
        "form": describe(kind.form(exercise, pack.words), say),
        "parts": [
            {"id": part.id, "fields": list(part.fields), **strip(part, room, say, joint)}
            for part in kind.parts(exercise)
            if not part.offered
        ],
        "answer": {}, "n": 0, "open": True, "progress": None, "suggestions": {}, "joint": joint,
    }  # fmt: skip


def _activity(activity: Activity, say: Say) -> dict[str, Any]:
    return {
        "what": "activity", "key": f"studio:{activity.id}:{say.lang}", "lang": say.lang,
        "title": say.text(activity.title), "instruction": say.text(activity.instruction),
        "minutes": say("console.minutes", n=activity.minutes), "roles": [say.text(role) for role in activity.roles],
    }  # fmt: skip
