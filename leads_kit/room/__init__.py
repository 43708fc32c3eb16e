"""What may happen in a room and what may be seen of it, now. Every rule about steps, rounds, groups and release is here.

room, host_secret = make_room(store, pack, name=…, agenda=…, lang=…, min_group=…, demo=…, now=…)
seat, secret = join(store, room, lang=…, pseudonym=…, consent_version=…, now=…, sample=False)
desk = RoomDesk(store, room.id, pack); desk.open(step); desk.close(step); desk.show(step); desk.next(step)
counts(store, room, step, now) → Counts                        all that leaves an open round
release(store, room, pack, exercise_id, round, viewer) → Release      the one way to others' answers
exercise_in(room, pack, exercise_id) → Exercise                with what this room supplied
sit(store, room, seat_id, table); desk.deal(size)              tables
"""

from leads_kit.analysis.disclosure import LOWEST_GROUP, TOO_FEW
from leads_kit.room.agenda import PAST, current, meeting_at, words_of
from leads_kit.room.counting import counts
from leads_kit.room.desk import RoomDesk
from leads_kit.room.freezing import freeze, only_offered, shares_figures
from leads_kit.room.heard import exercise_for
from leads_kit.room.making import host_hash, make_room, new_host_secret
from leads_kit.room.market import Meeting, meetings, say_interest, unmatched
from leads_kit.room.notes import least_authors, shares_notes
from leads_kit.room.release import Viewer, own_notes, release
from leads_kit.room.said import signed, under_headings, worded
from leads_kit.room.seats import join, offered_pseudonyms, seat_of
from leads_kit.room.supplies import exercise_in
from leads_kit.room.tables import MOST_TABLES, seated, sit

__all__ = [
    "LOWEST_GROUP", "MOST_TABLES", "PAST", "TOO_FEW", "Meeting", "RoomDesk", "Viewer", "counts", "current", "exercise_for",
    "exercise_in", "freeze", "host_hash", "join", "least_authors", "make_room", "meeting_at", "meetings", "new_host_secret",
    "offered_pseudonyms", "only_offered", "own_notes", "release", "say_interest", "seat_of", "seated", "shares_figures",
    "shares_notes", "signed", "sit", "under_headings", "unmatched", "worded", "words_of",
]  # fmt: skip
