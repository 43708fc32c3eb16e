"""An exercise as a participant in a room would meet it, with nobody there: on answers of invented people, in a store that goes.

rehearsal = Rehearsal()
rehearsal.attempt(pack, "dc-wheel", "fr", typical)      # an Attempt for a card
rehearsal.shown(pack, "dc-wheel", "fr")                 # the same as the plain state of a form, or what an activity says
rehearsal.close()
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leads_kit.attempt import Attempt
from leads_kit.delivery import SelfPaced, utc_now
from leads_kit.form import Answer
from leads_kit.model import Activity, Pack, Seat
from leads_kit.packs import load_samples
from leads_kit.room import join, make_room
from leads_kit.store import open_store
from leads_kit.text import Lang, Say
from leads_kit.ui._widget import worded
from leads_kit.ui.card_state import CardState
from leads_kit.ui.describe import describe
from leads_kit.ui.form import FORM_WORDS

NOBODY = "preview"
Typical = Mapping[str, Answer]


class Rehearsal:
    """Answers are kept while it lasts, in a folder that goes with it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="leads_preview_")
        self._store = open_store(str(Path(self._folder.name) / "nobody.db"))
        self._seats: dict[tuple[str, bool], tuple[Seat, bytes]] = {}

    def attempt(self, pack: Pack, id: str, lang: Lang, typical: Typical | None = None) -> Attempt:
        """An exercise, empty or as `typical` answers it, by language. The strips are those of a room."""
        seat, secret = self._seat(pack, lang, bool(typical))
        delivery = SelfPaced(self._store, pack, seat.room, seat, secret, alone=False)
        attempt = Attempt(pack.exercises[id], delivery)
        if typical and not attempt.n:
            attempt.save(typical.get(lang) or next(iter(typical.values())), 1)
        return attempt

    def shown(self, pack: Pack, id: str, lang: Lang, typical: Typical | None = None) -> dict[str, Any] | None:
        """The state of a form (see form.py), or what an activity says; None where the pack has nothing by this id."""
        say = pack.words.say(lang)
        if id in pack.activities:
            return {"what": "activity", "lang": lang, **told(pack.activities[id], say)}
        if id not in pack.exercises:
            return None
        attempt = self.attempt(pack, id, lang, typical)
        words, form = worded(say, FORM_WORDS), describe(attempt.form, say)
        return {"what": "exercise", "lang": lang, "words": words, "form": form, **CardState(attempt, say).begun()}

    def close(self) -> None:
        self._store.close()
        self._folder.cleanup()

    def _seat(self, pack: Pack, lang: Lang, answered: bool) -> tuple[Seat, bytes]:
        """Somebody of their own for each language and each way of answering."""
        if (lang, answered) not in self._seats:
            room, _ = make_room(
                self._store, pack, name=f"{NOBODY}-{len(self._seats)}", agenda=pack.client.agenda, lang=lang,
                min_group=pack.client.min_group, demo=False, now=utc_now(),
            )  # fmt: skip
            self._seats[lang, answered] = join(
                self._store, room, lang=lang, pseudonym=NOBODY, consent_version=pack.consent_version, now=utc_now()
            )
        return self._seats[lang, answered]


def told(activity: Activity, say: Say) -> dict[str, Any]:
    """What the panel of a participant's page says of an activity."""
    return {
        "minutes": say("card.minutes", n=activity.minutes), "title": say.text(activity.title),
        "instruction": say.text(activity.instruction), "roles": [say.text(role) for role in activity.roles],
    }  # fmt: skip


def typical_answers(exercise: str, client: str, pack: Pack, root: Path) -> dict[str, Answer]:
    """For each language the answer of the first invented participant who gave one. Raises PackBroken."""
    found: dict[str, Answer] = {}
    for one in load_samples(root, client, pack.client.languages).values():
        if exercise in one.answers:
            found.setdefault(one.lang, one.answers[exercise])
    return found
