"""One owner's answer to one exercise, as it lies in the store: joined from its parts, locked where private."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.attempt.place import Delivery, Place
from leads_kit.model import PROGRESS_PART, Exercise, Part, Progress, Response, Tier, owner_of
from leads_kit.store import seal, unseal

Kept = dict[str, Response]


@dataclass(frozen=True)
class Read:
    """An answer and its number, 0 where this round has none of its own; `ns` are the numbers of its parts."""

    answer: dict[str, Any]
    n: int
    ns: dict[str, int]
    progress: Progress | None
    offered: dict[str, Any]


class Own:
    """Reads and writes the parts of one exercise for whoever answers it from here."""

    def __init__(self, delivery: Delivery, exercise: Exercise, parts: tuple[Part, ...]) -> None:
        self._delivery, self._exercise, self._parts = delivery, exercise, parts
        self._own = {part.id for part in parts if not part.offered}

    def read(self, place: Place) -> Read:
        """This round's answer; before it is given, an earlier round's as a start, which counts once it is given again."""
        kept = self._kept(place, place.round)
        ns = {part: response.n for part, response in kept.items()}
        given = [ns[part] for part in self._own & kept.keys()]
        mark = kept.get(PROGRESS_PART)
        return Read(
            answer=self._joined(kept if given else self._carried(place)),
            n=max(given, default=0),
            ns=ns,
            progress=Progress(mark.body) if mark else None,
            offered={part.id: kept[part.id].body for part in self._parts if part.offered and part.id in kept},
        )

    def numbers(self, place: Place) -> dict[str, int]:
        """The number of each part that was given in this round."""
        return {part: response.n for part, response in self._kept(place, place.round).items()}

    def keep(self, place: Place, part: Part, body: Any, n: int) -> None:
        """Save one part. Raises StepClosed, SaveConflict and the store's errors."""
        taken_back = part.offered and body is None
        guard = None if taken_back else place.guard
        self._delivery.store.save(self._response(place, part, body, n), only_if_open=guard)

    def keep_together(self, place: Place, bodies: Mapping[str, Any], n: int) -> None:
        """Save all parts of a joint answer as its next version. Raises SaveConflict when another seat was first."""
        rows = [self._response(place, part, bodies[part.id], n) for part in self._parts if part.id in bodies]
        self._delivery.store.save_joint(rows, only_if_open=place.guard)

    def latest(self) -> dict[str, Any]:
        """The answer of the last round in which one was given; {} for none."""
        place = self._delivery.place(self._exercise)
        owner = owner_of(self._delivery.seat.id, place.table)
        found = self._delivery.store.latest_round_answered(self._delivery.room, owner, self._exercise.id)
        return {} if found is None else self._joined(self._kept(place, found))

    def _carried(self, place: Place) -> Kept:
        delivery = self._delivery
        owner = owner_of(delivery.seat.id, place.table)
        earlier = delivery.store.latest_round_answered(delivery.room, owner, self._exercise.id)
        return self._kept(place, earlier) if earlier is not None and earlier < place.round else {}

    def _kept(self, place: Place, round_: int) -> Kept:
        delivery = self._delivery
        owner = owner_of(delivery.seat.id, place.table)
        return delivery.store.answer(delivery.room, owner, self._exercise.id, round_)

    def _joined(self, kept: Kept) -> dict[str, Any]:
        return {key: value for part in self._own & kept.keys() for key, value in self._opened(kept[part]).items()}

    def _opened(self, response: Response) -> Any:
        if response.sealed is None:
            return response.body
        return unseal(response.sealed, self._delivery.secret, **_address(response))

    def _response(self, place: Place, part: Part, body: Any, n: int) -> Response:
        delivery = self._delivery
        response = Response(
            room=delivery.room, seat=delivery.seat.id, exercise=self._exercise.id, round=place.round, part=part.id,
            tier=part.tier, n=n, at=delivery.clock(), body=body, table=place.table,
        )  # fmt: skip
        if part.tier is not Tier.PRIVATE:
            return response
        return Response(**{**vars(response), "body": None, "sealed": seal(body, delivery.secret, **_address(response))})


def _address(response: Response) -> dict[str, Any]:
    return {key: getattr(response, key) for key in ("room", "seat", "exercise", "part", "round", "n")}
