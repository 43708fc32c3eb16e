"""Every deliberate exception of the kit. An error carries an id and values; its sentence is worded at the edge.

    LeadsError
    ├── ContentError              something a coach wrote cannot be used
    │   ├── PackBroken            one or more faults, each with file, line and a suggestion
    │   ├── UnknownText           a notebook asks for a text that the pack does not have
    │   ├── UnknownSetting        no kind of this name, or it has no such setting
    │   ├── ParcelError           a client cannot be packed or unpacked like this
    │   │   ├── FileThere         a file of this name is there already
    │   │   ├── ClientThere       a client of this name is there already
    │   │   └── NotWritten        the disk refused; nothing is left behind
    │   └── DraftError            a client's files cannot be changed like this
    │       ├── ChangedMeanwhile  somebody else changed a file since it was read
    │       ├── NotSaved          the disk refused; everything is as it was
    │       ├── NotWritable       the file is written so that this cannot be changed alone, or does not belong to a client
    │       ├── IdRefused         an id that is taken or is none
    │       ├── NothingThere      no entry, agenda or kind of this name
    │       ├── UnknownKind       there is no such kind of exercise
    │       ├── NotALanguage      what was given names no languages of the kit
    │       └── NotTold           a command needs to be told something and cannot ask
    ├── RoomError                 the room does not allow this now
    │   ├── UnknownCode           no room has this join code
    │   ├── UnknownRoom           no room has this name or id
    │   ├── RoomClosed            the room has ended
    │   ├── StepMoved             another console changed this step first
    │   ├── StepClosed            an answer came after its round had closed
    │   ├── MoveRefused           this step cannot do that from where it stands
    │   │   ├── OtherStepOpen     another step is open; close it first
    │   │   ├── GroupUnsettled    the minimum group is not settled yet
    │   │   └── NotSupplied       the room has not said yet what this exercise is about
    │   ├── SupplyRefused         what the room would supply does not fit, or the exercise has begun
    │   ├── TableRefused          no table has this number or size
    │   ├── NobodyThere           the note that was tapped is no longer on the screens
    │   ├── GroupFixed            the minimum group is settled and stays
    │   ├── GroupTooSmall         a minimum under three
    │   ├── PseudonymTaken        somebody in the room has this name, or it is none
    │   └── SampleInRealRoom      invented participants belong in a demo room
    ├── AnswerError               an answer cannot be kept as it is
    │   ├── UnknownField          it names something the form does not ask
    │   ├── UnknownExercise       the pack has no such exercise
    │   └── SaveConflict          another device saved a different answer later
    ├── IdentityError             who asks is not who may
    │   ├── NoSeat                no seat belongs to this secret
    │   ├── BadResumeCode         the letters hold a typing mistake
    │   ├── SealBroken            this secret does not open that row, or the row was changed
    │   ├── NotHost               not the facilitator of this room
    │   └── NotCoach              not whoever started this studio
    ├── LimitReached              more than this server gives at once; `seconds` until asking again makes sense
    │   ├── TooManyGuesses        wrong codes came from one network, one after the other
    │   ├── TooManyPages          one seat, or one facilitator, has as many pages open as one may
    │   ├── TooManyWalls          the room has as many walls as it may
    │   └── RoomCrowded           the room has as many pages open as it may
    ├── StoreError                the place where answers are kept
    │   ├── StoreUnwritable       disk full, read-only, or no permission
    │   ├── StoreUnreachable      the database does not answer
    │   └── StoreNewer            written by a later version of the kit
    ├── NotPrinted                the PDF could not be set; the other files can still be taken home
    └── ServeError                the server cannot start, or cannot serve one more
        ├── NoClient              there is no client of this name to work on yet
        ├── UnknownAgenda         the client's content has no agenda of this name
        ├── UnknownLanguage       the client does not speak this language
        ├── ServerFull            as many pages are open as this machine's memory allows
        └── PortInUse

Catch `LeadsError` once at each door (command line, card, page) and say `words.of(error, lang)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, ClassVar


class LeadsError(Exception):
    """Base of all deliberate errors. `id` names the sentence in the catalogue, `values` fill it."""

    id: ClassVar[str] = "errors.unknown"

    def __init__(self, **values: Any) -> None:
        self.values = values
        super().__init__(self.id, values)

    def __str__(self) -> str:
        told = ", ".join(f"{key}={value!r}" for key, value in self.values.items())
        return f"{self.id} ({told})" if told else self.id


@dataclass(frozen=True)
class Fault:
    """One mistake in a file: where it is, which sentence says it, and what was probably meant."""

    id: str
    file: str
    line: int
    column: int = 1
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> tuple[str, int, int]:
        return self.file, self.line, self.column


class ContentError(LeadsError):
    id = "errors.content"


class PackBroken(ContentError):
    """All faults found in one pass, in reading order."""

    id = "errors.pack_broken"

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=attrgetter("place")))
        super().__init__(count=len(self.faults))


class SettingMisfit(ValueError):
    """Settings that do not go together. Raised where pydantic asks a kind; a fault of the file, `faults.setting_ID`, says it."""

    def __init__(self, id: str, **values: Any) -> None:
        self.id, self.values = id, values
        super().__init__(id, values)


class UnknownText(ContentError):
    id = "errors.unknown_text"


class ParcelError(ContentError):
    id = "errors.parcel"


class FileThere(ParcelError):
    id = "errors.file_there"


class ClientThere(ParcelError):
    """`free` is a name that no client has."""

    id = "errors.client_there"


class NotWritten(ParcelError):
    id = "errors.not_written"


class UnknownSetting(ContentError):
    """`setting` is the path of its keys, with dots."""

    id = "errors.unknown_setting"


class DraftError(ContentError):
    id = "errors.draft"


class ChangedMeanwhile(DraftError):
    """`file` is its name in the client's folder."""

    id = "errors.changed_meanwhile"


class NotSaved(DraftError):
    id = "errors.not_saved"


class NotWritable(DraftError):
    id = "errors.not_writable"


class IdRefused(DraftError):
    id = "errors.id_refused"


class NothingThere(DraftError):
    id = "errors.nothing_there"


class UnknownKind(DraftError):
    id = "errors.unknown_kind"


class NotALanguage(DraftError):
    id = "errors.not_a_language"


class NotTold(DraftError):
    id = "errors.not_told"


class RoomError(LeadsError):
    id = "errors.room"


class UnknownCode(RoomError):
    id = "errors.unknown_code"


class UnknownRoom(RoomError):
    id = "errors.unknown_room"


class RoomClosed(RoomError):
    id = "errors.room_closed"


class StepMoved(RoomError):
    id = "errors.step_moved"


class StepClosed(RoomError):
    id = "errors.step_closed"


class MoveRefused(RoomError):
    id = "errors.move_refused"


class OtherStepOpen(MoveRefused):
    id = "errors.other_step_open"


class GroupUnsettled(MoveRefused):
    id = "errors.group_unsettled"


class NotSupplied(MoveRefused):
    id = "errors.not_supplied"


class SupplyRefused(RoomError):
    id = "errors.supply_refused"


class TableRefused(RoomError):
    id = "errors.table_refused"


class NotPrinted(LeadsError):
    id = "errors.not_printed"


class NobodyThere(RoomError):
    id = "errors.nobody_there"


class GroupFixed(RoomError):
    id = "errors.group_fixed"


class GroupTooSmall(RoomError):
    id = "errors.group_too_small"


class PseudonymTaken(RoomError):
    id = "errors.pseudonym_taken"


class SampleInRealRoom(RoomError):
    id = "errors.sample_in_real_room"


class AnswerError(LeadsError):
    id = "errors.answer"


class UnknownField(AnswerError):
    id = "errors.unknown_field"


class UnknownExercise(AnswerError):
    id = "errors.unknown_exercise"


class SaveConflict(AnswerError):
    """`latest` is the n that another device saved."""

    id = "errors.save_conflict"


class IdentityError(LeadsError):
    id = "errors.identity"


class NoSeat(IdentityError):
    id = "errors.no_seat"


class BadResumeCode(IdentityError):
    id = "errors.bad_resume_code"


class SealBroken(IdentityError):
    id = "errors.seal_broken"


class NotHost(IdentityError):
    id = "errors.not_host"


class NotCoach(IdentityError):
    id = "errors.not_coach"


class LimitReached(LeadsError):
    """`seconds` is when to ask again."""

    id = "errors.limit_reached"


class TooManyGuesses(LimitReached):
    id = "errors.too_many_guesses"


class TooManyPages(LimitReached):
    id = "errors.too_many_pages"


class TooManyWalls(LimitReached):
    id = "errors.too_many_walls"


class RoomCrowded(LimitReached):
    id = "errors.room_crowded"


class StoreError(LeadsError):
    id = "errors.store"


class StoreUnwritable(StoreError):
    id = "errors.store_unwritable"


class StoreUnreachable(StoreError):
    id = "errors.store_unreachable"


class StoreNewer(StoreError):
    id = "errors.store_newer"


class ServeError(LeadsError):
    id = "errors.serve"


class ServerFull(ServeError):
    id = "errors.server_full"


class NoClient(ServeError):
    id = "errors.no_client"


class PortInUse(ServeError):
    id = "errors.port_in_use"


class UnknownAgenda(ServeError):
    id = "errors.unknown_agenda"


class UnknownLanguage(ServeError):
    id = "errors.unknown_language"
