"""What a workshop shows: agendas, the client, and the pack of everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leads_kit.model.content import Activity, Exercise, Framework
from leads_kit.text import LANGS, Lang, Text, Words


@dataclass(frozen=True)
class AgendaStep:
    """`does` is the id of an exercise or an activity; `notes` are for the facilitator, `question` for the room.

    Where a room meets several times, `meeting` is the title of the meeting that begins with this step.
    """

    does: str
    minutes: int
    notes: Text
    question: Text
    meeting: Text | None = None


@dataclass(frozen=True)
class Agenda:
    """`steps` fill `minutes`, `slack` of them free; `spares` may be swapped in for a step that has not begun."""

    id: str
    title: Text
    steps: tuple[AgendaStep, ...]
    minutes: int = 0
    slack: int = 0
    spares: tuple[AgendaStep, ...] = ()

    def step(self, does: str) -> AgendaStep:
        """The words of what is done, on the agenda or swapped in. Raises KeyError."""
        return {one.does: one for one in (*self.spares, *self.steps)}[does]

    def meeting(self, position: int) -> range:
        """The positions of the meeting that a step belongs to; of all steps where no meetings are told apart."""
        begins = [at for at, step in enumerate(self.steps) if step.meeting is not None]
        first = max((at for at in begins if at <= position), default=0)
        return range(first, min((at for at in begins if at > position), default=len(self.steps)))


@dataclass(frozen=True)
class Look:
    """`accent` and `accent_dark`, the one for dark grounds, are `#rrggbb`; `logo` is a data URI, or "" without one."""

    accent: str
    accent_dark: str
    logo: str = ""


@dataclass(frozen=True)
class Client:
    """An organisation; the base client is the kit's own demo organisation. `agenda` is the one a room has unless told.

    `help_line` is whom people may call or ask when work is too much; any text may name it as {help_line}.
    """

    id: str
    name: Text
    contact: Text
    retention_days: int
    min_group: int
    terms: Mapping[str, Text]
    agenda: str
    look: Look
    languages: tuple[Lang, ...] = LANGS
    help_line: Text | None = None


@dataclass(frozen=True)
class Pack:
    """Everything a workshop shows, after the client's overlay. `prose` is notebook text by `text:ID`.

    `copy` is the JSON a room keeps of it, `digest` its SHA-256.
    """

    client: Client
    framework: Framework
    exercises: Mapping[str, Exercise]
    activities: Mapping[str, Activity]
    agendas: Mapping[str, Agenda]
    prose: Mapping[str, Text]
    consent: Mapping[str, Text]
    consent_version: str
    words: Words
    copy: str
    digest: str
