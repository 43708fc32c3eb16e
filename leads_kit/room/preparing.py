"""What the facilitator settles around the steps: supplies, tables, spares, notes. Refused where people already answer by it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from leads_kit.analysis.disclosure import LOWEST_GROUP
from leads_kit.errors import GroupFixed, GroupTooSmall, MoveRefused, SupplyRefused
from leads_kit.model import Ask, Room, Step, StepState
from leads_kit.room.freezing import shares_figures
from leads_kit.room.release import release
from leads_kit.room.supplies import Given, missing, supplies_with
from leads_kit.room.tables import deal
from leads_kit.room.timing import Timing


class Preparing(Timing):
    """Everything about a room that is no move of a step."""

    @property
    def room(self) -> Room:
        return self.store.room(self._id)

    def settle(self, min_group: int) -> Room:
        """Fix the minimum group for good. Raises GroupTooSmall, and GroupFixed for all but the first."""
        if min_group < LOWEST_GROUP:
            raise GroupTooSmall(lowest=LOWEST_GROUP, min_group=min_group)
        return self.store.change_room(self._id, self._unsettled, min_group=min_group, group_settled=True)

    def asks_group(self, step: Step) -> bool:
        """Whether the minimum group must be settled before this step opens."""
        return not self.room.group_settled and shares_figures(self.pack.exercises.get(step.does))

    def supply(self, step: Step, given: Given) -> Room:
        """Give an exercise what only the room knows. Raises SupplyRefused, also once its first round has begun."""
        exercise = self.pack.exercises.get(step.does)
        if exercise is None or any(one.does == step.does and one.round for one in self.store.steps(self._id)):
            raise SupplyRefused(label=self._title(step), least=0, most=0, limit=0)
        return self.store.change_room(self._id, supplies=supplies_with(self.room, exercise, given))

    def asks_supply(self, step: Step) -> tuple[Ask, ...]:
        """What the room must supply before this step opens."""
        return missing(self.room, self.pack.exercises.get(step.does))

    def deal(self, size: int) -> dict[str, int]:
        """Tables by lot for everybody here. Raises TableRefused."""
        return deal(self.store, self.room, size, self.clock())

    def swap(self, seen: Step, does: str) -> Step:
        """Put a spare in the place of a step that has not begun. Raises MoveRefused."""
        spares = {one.does for one in self.pack.agendas[self.room.agenda].spares}
        here = {one.does for one in self.store.steps(self._id)}
        if seen.round or seen.state not in (StepState.WAITING, StepState.SKIPPED) or does not in spares - here:
            raise MoveRefused(title=self._title(seen))
        return self.store.move_step(seen, replace(seen, does=does, state=StepState.WAITING))

    def release_notes(self, step: Step, keys: Collection[str]) -> None:
        """Let everybody see these notes, once the step is shown."""
        self._decide(step, keys, "released")

    def hide_notes(self, step: Step, keys: Collection[str]) -> None:
        """Take notes off every screen; only their authors are told."""
        self._decide(step, keys, "hidden")

    def _decide(self, step: Step, keys: Collection[str], state: str) -> None:
        self._must_be(step, StepState.CLOSED, StepState.SHOWN)
        seen = release(self.store, self.room, self.pack, step.does, step.round, "console")
        known = {one.key for one in seen.notes}
        self.store.decide_notes(self._id, step.does, step.round, sorted(known & set(keys)), state)

    def _unsettled(self) -> None:
        if self.room.group_settled:
            raise GroupFixed(min_group=self.room.min_group)
