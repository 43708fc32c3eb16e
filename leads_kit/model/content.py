"""What people work on: the framework, exercises and their parts, activities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from leads_kit.text import Text


class Tier(StrEnum):
    """Who may ever see a part: its author; their table; figures of enough people; everyone once released; the facilitator."""

    PRIVATE = "private"
    TABLE = "table"
    GROUP = "group"
    SHARED = "shared"
    FACILITATOR = "facilitator"


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
