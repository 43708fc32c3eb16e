"""What may happen in a room and what may be seen of it, now. Every rule about steps, rounds, groups and release is here.

room, host_secret = make_room(store, pack, name=…, agenda=…, lang=…, min_group=…, demo=…, now=…)
seat, secret = join(store, room, lang=…, pseudonym=…, consent_version=…, now=…, sample=False)
desk = RoomDesk(store, room.id, pack); desk.open(step); desk.close(step); desk.show(step); desk.next(step)
counts(store, room, step, now) → Counts                        all that leaves an open round
release(store, room, pack, exercise_id, round, viewer) → Release      the one way to others' answers
"""

from leads_kit.analysis.disclosure import LOWEST_GROUP
from leads_kit.room.counting import counts
from leads_kit.room.desk import RoomDesk
from leads_kit.room.freezing import freeze, shares_figures
from leads_kit.room.making import host_hash, make_room, new_host_secret
from leads_kit.room.release import Viewer, release
from leads_kit.room.seats import join, offered_pseudonyms, seat_of

__all__ = [
    "LOWEST_GROUP", "RoomDesk", "Viewer", "counts", "freeze", "host_hash", "join", "make_room", "new_host_secret",
    "offered_pseudonyms", "release", "seat_of", "shares_figures",
]  # fmt: skip
