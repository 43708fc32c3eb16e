"""The nouns of the kit, frozen. What people write is checked by pydantic; what code makes is a dataclass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from leads_kit.text import LANGS, Lang, Text, Words


class Tier(StrEnum):
    """Who may ever see a part: its author; their table; figures of enough people; everyone once released; the facilitator."""

    PRIVATE = "private"
    TABLE = "table"
    GROUP = "group"
    SHARED = "shared"
    FACILITATOR = "facilitator"


class StepState(StrEnum):
    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    SHOWN = "shown"
    SKIPPED = "skipped"


class Progress(StrEnum):
    """How far one seat is with one exercise; kept as the unsealed part `progress`, with nothing else in it."""

    STARTED = "started"
    DONE = "done"
    PASSED = "passed"


PROGRESS_PART = "progress"


class Spec(BaseModel):
    """Base of every kind's settings: frozen, strict, nothing unknown. Texts are `Text` values."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


@dataclass(frozen=True)
class Part:
    """A piece of an answer with one tier: the form fields in it.

    An `offered` part has no fields: it is computed, previewed, then ticked. An `anonymous` shared part is released
    without pseudonyms, shuffled, and reaches even the facilitator only from a minimum of authors. An `unsigned` one is
    released without the pseudonym too, because what is typed names its author: the two must not meet.
    """

    id: str
    tier: Tier
    fields: tuple[str, ...] = ()
    offered: bool = False
    anonymous: bool = False
    unsigned: bool = False


@dataclass(frozen=True)
class Capability:
    """`name` is the framework's own label, `label` a short one; `description` and `anchors` are the kit's own words."""

    id: str
    domain: str
    name: Text
    label: Text
    description: Text
    anchors: Mapping[int, Text] = field(hash=False)
    unconfirmed: bool = False


@dataclass(frozen=True)
class Domain:
    id: str
    name: Text
    description: Text
    capabilities: tuple[Capability, ...]


@dataclass(frozen=True)
class Framework:
    version: str
    notice: Text
    domains: Mapping[str, Domain]

    @property
    def capabilities(self) -> dict[str, Capability]:
        return {one.id: one for domain in self.domains.values() for one in domain.capabilities}


@dataclass(frozen=True)
class Exercise:
    """One thing to do. `capabilities` are resolved from ids; `settings` belong to the kind.

    `supplied` is what this room gave it on the console before it opened, by ask id; empty alone and before that.
    """

    id: str
    kind: str
    title: Text
    intro: Text
    minutes: int
    capabilities: tuple[Capability, ...]
    settings: Spec
    source: Text | None = None
    supplied: Mapping[str, tuple[Text, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Ask:
    """What only the room can supply before an exercise opens: one line, or with `most` over 1 a list of lines.

    Suggestions are tapped on the console; what is typed there counts in both languages as it is.
    """

    id: str
    label: Text
    suggestions: tuple[Text, ...] = ()
    least: int = 1
    most: int = 1


@dataclass(frozen=True)
class Activity:
    """A step with nothing to type. `size` people talk together (0: the whole room), in `turns` of so many minutes each:
    at the end of a turn a soft chime sounds and roles change.
    """

    id: str
    title: Text
    instruction: Text
    minutes: int
    roles: tuple[Text, ...] = ()
    size: int = 0
    turns: tuple[int, ...] = ()


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


@dataclass(frozen=True)
class Room:
    """One run of a workshop. `min_group` is fixed once `group_settled`; `pack` is the digest of the copy in the store.

    `table_size` is how many were last dealt to a table; late-comers then get a table as they join. `supplies` is what the
    room gave its exercises on the console: `{exercise: {ask: [{en, fr}]}}`.
    """

    id: str
    name: str
    code: str
    host_hash: bytes
    pack: str
    agenda: str
    lang: str
    min_group: int
    group_settled: bool
    demo: bool
    closed: bool
    seq: int
    created: dt.datetime
    table_size: int | None = None
    supplies: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Seat:
    """One participant in one room. `secret_hash` is SHA-256 of the seat secret, which is kept nowhere."""

    id: str
    room: str
    secret_hash: bytes
    pseudonym: str
    lang: str
    sample: bool
    joined: dt.datetime
    seen: dt.datetime
    consent_version: str
    consent_at: dt.datetime
    left: bool = False
    table: int | None = None
    took_home: dt.datetime | None = None


@dataclass(frozen=True)
class Step:
    """A place on a room's agenda. `ends_at` runs while open; `remaining` (seconds) is kept while paused;
    `closes_at` stands once closing was announced. None of them closes anything by itself.
    """

    room: str
    position: int
    does: str
    state: StepState
    round: int
    ends_at: dt.datetime | None = None
    remaining: int | None = None
    closes_at: dt.datetime | None = None


def owner_of(seat: str, table: int | None) -> str:
    """Whose an answer is: a table's, whoever of it typed last, or the seat's own."""
    return seat if table is None else f"table:{table}"


@dataclass(frozen=True)
class Response:
    """A part of an answer, with who, where, when, round. Exactly one of `body` (unsealed JSON) and `sealed` is set.

    A joint answer belongs to `table`; `seat` is then the one of it that saved last.
    """

    room: str
    seat: str
    exercise: str
    round: int
    part: str
    tier: Tier
    n: int
    at: dt.datetime
    body: Any = None
    sealed: bytes | None = None
    table: int | None = None

    @property
    def owner(self) -> str:
        return owner_of(self.seat, self.table)


@dataclass(frozen=True)
class Interest:
    """That one seat would like to meet another over an exercise. When both do, each sees the `name` the other types then."""

    room: str
    exercise: str
    seat: str
    other: str
    at: dt.datetime
    name: str = ""


@dataclass(frozen=True)
class Figure:
    """Counts of one question over classes: what the group tier may become.

    With `multiple`, one person may count in several classes. `part_of` names the figure of the same question
    over everybody, where this one is of a subgroup.
    """

    id: str
    classes: tuple[str, ...]
    counts: tuple[int, ...]
    n: int
    multiple: bool = False
    part_of: str = ""


@dataclass(frozen=True)
class Counts:
    """All that leaves a room while a step is open."""

    here: int
    seats: int
    started: int
    finished: int
    passed: int


@dataclass(frozen=True)
class Note:
    """One thing that was typed into a shared part: it waits for the facilitator's release and may be hidden again.

    `id` lasts while the thing is edited: a field's or a row's id. `about` is the id of the heading it stands under, and
    `values` is more of it that is not free text, such as tags; its `asked`, `{en, fr}`, is what the note answers.
    """

    id: str
    text: str
    about: str = ""
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Said:
    """A note as others see it. `by` is a pseudonym or a table's number, empty where nobody is named.

    Only the console ever sees one that is not `released`: it is `waiting`, or `hidden` again.
    """

    key: str
    note: Note
    by: str = ""
    state: Literal["waiting", "released", "hidden"] = "released"


@dataclass(frozen=True)
class Release:
    """What may be seen of one round by others: counts always, figures and notes only as released.

    `withheld` maps figure ids (or `*`) to the word id that says why. `n` people answered; `left_out` of them are
    missing from some figure, so that subtracting two rounds shows nobody. `heard` is what the round was about where that
    was others' notes, as far as they are released now.
    """

    exercise: str
    round: int
    counts: Counts
    figures: tuple[Figure, ...] = ()
    withheld: Mapping[str, str] = field(default_factory=dict)
    n: int = 0
    left_out: int = 0
    notes: tuple[Said, ...] = ()
    heard: Mapping[str, tuple[Text, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Table:
    """The table twin of a chart."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
