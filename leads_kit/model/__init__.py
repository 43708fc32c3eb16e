"""The nouns of the kit, frozen. What people write is checked by pydantic; what code makes is a dataclass."""

from leads_kit.model.content import (
    PROGRESS_PART,
    Activity,
    Ask,
    Capability,
    Domain,
    Exercise,
    Framework,
    Part,
    Progress,
    Spec,
    Tier,
)
from leads_kit.model.pack import Agenda, AgendaStep, Client, Look, Pack
from leads_kit.model.release import Counts, Figure, Interest, Note, Release, Said
from leads_kit.model.room import Response, Room, Seat, Step, StepState, Table, owner_of

__all__ = [
    "PROGRESS_PART",
    "Activity",
    "Agenda",
    "AgendaStep",
    "Ask",
    "Capability",
    "Client",
    "Counts",
    "Domain",
    "Exercise",
    "Figure",
    "Framework",
    "Interest",
    "Look",
    "Note",
    "Pack",
    "Part",
    "Progress",
    "Release",
    "Response",
    "Room",
    "Said",
    "Seat",
    "Spec",
    "Step",
    "StepState",
    "Table",
    "Tier",
    "owner_of",
]
