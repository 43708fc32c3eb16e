"""What people have to do with tasks, and where that is open: nobody decides, two decide, nobody does it, one has nearly all.

After responsibility charting: Beckhard & Harris (1977), Organizational Transitions, Addison-Wesley, in which each task has
exactly one who answers for it. Here the one who decides may also be the one who does it. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TOLD, ASKED, DOES, DECIDES, BOTH = 1, 2, 3, 4, 5
# Nearly all: all or all but one, of at least so many tasks.
MANY = 4
Marks = Mapping[str, int]


@dataclass(frozen=True)
class Duties:
    """Tasks and people by id, in the order they were named; `marks` by task and person, left out where there is none.

    A task that nobody is marked on is only `unmarked`; one that is marked may be in several of the other lists.
    """

    tasks: tuple[str, ...]
    people: tuple[str, ...]
    marks: Mapping[str, Marks]

    @property
    def unmarked(self) -> list[str]:
        return [task for task in self.tasks if not self.marks.get(task)]

    @property
    def marked(self) -> list[str]:
        return [task for task in self.tasks if self.marks.get(task)]

    @property
    def undecided(self) -> list[str]:
        return [task for task in self.marked if not self.deciders(task)]

    @property
    def contested(self) -> list[str]:
        """Tasks on which two or more decide."""
        return [task for task in self.marked if len(self.deciders(task)) > 1]

    @property
    def undone(self) -> list[str]:
        """Tasks with somebody who decides and nobody who does it."""
        return [task for task in self.marked if self.deciders(task) and not self.doers(task)]

    @property
    def clear(self) -> list[str]:
        return [task for task in self.marked if len(self.deciders(task)) == 1 and self.doers(task)]

    @property
    def loaded(self) -> list[str]:
        """People who do or decide nearly all of the tasks, where there are others who could."""
        if len(self.people) < 2 or len(self.marked) < MANY:
            return []
        return [one for one in self.people if len(self.carried(one)) >= len(self.marked) - 1]

    def deciders(self, task: str) -> list[str]:
        return self._with(task, DECIDES, BOTH)

    def doers(self, task: str) -> list[str]:
        return self._with(task, DOES, BOTH)

    def carried(self, person: str) -> list[str]:
        """The tasks that somebody does or decides."""
        return [task for task in self.tasks if self.marks.get(task, {}).get(person, 0) >= DOES]

    def _with(self, task: str, *sorts: int) -> list[str]:
        return [one for one in self.people if self.marks.get(task, {}).get(one) in sorts]
