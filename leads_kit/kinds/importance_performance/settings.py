"""What a service or a workplace is looked at by, and what is asked about each of its attributes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Ask, Exercise, Spec
from leads_kit.text import Text

# As the customer: how much it matters, how it goes. As the provider: how it goes, how much it matters. A workplace is looked
# at from one chair only, by those who work there: then the first two are all.
ASKED = ("importance", "customer", "provider", "provider_importance")
OURS = "provider_importance"
SERVICE = "service"
Anchors = dict[Literal["1", "2", "3", "4", "5"], Text]


class Attribute(Spec):
    """`about` says in one line what is meant."""

    label: Text
    about: Text


class Settings(Spec):
    """`asked` is what the console asks the room, with `services` to tap; `own` is asked of each person where it gave none.

    Marks without a wording are not asked, and without `moves` nobody is asked what they would move first. `caution` says
    whose voices these are.
    """

    asked: Text | None = None
    services: Annotated[dict[str, Text], Setting(default_factory=dict)]
    own: Text | None = None
    own_help: Text | None = None
    own_starter: Text | None = None
    attributes: Annotated[dict[str, Attribute], Setting(min_length=1, max_length=12)]
    importance: Text
    customer: Text
    provider: Text | None = None
    provider_importance: Text | None = None
    importance_anchors: Anchors
    performance_anchors: Anchors
    moves: Text | None = None
    moves_title: Text | None = None
    most_moves: Annotated[int, Setting(ge=1)] = 3
    caution: Text

    @property
    def marks(self) -> tuple[str, ...]:
        """Which of the four are asked."""
        return tuple(one for one in ASKED if getattr(self, one) is not None)

    @property
    def drawn(self) -> tuple[str, ...]:
        return tuple(one for one in self.marks if one != OURS)

    @property
    def words(self) -> str:
        """Where the words are that depend on how many chairs there are."""
        return "importance_performance" if self.provider else "importance_performance.single"

    def question(self, asked: str) -> tuple[Text, Anchors]:
        """The wording of one of the marks, and its anchors."""
        return getattr(self, asked), self.importance_anchors if "importance" in asked else self.performance_anchors


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def asks(exercise: Exercise) -> tuple[Ask, ...]:
    """The room may name one service for all, or leave it to each person: then `least` is none."""
    settings = settings_of(exercise)
    return (Ask(SERVICE, settings.asked, tuple(settings.services.values()), least=0),) if settings.asked else ()


def names_own(exercise: Exercise) -> bool:
    """Whether each person names what they look at."""
    return settings_of(exercise).own is not None and joint_service(exercise) is None


def joint_service(exercise: Exercise) -> Text | None:
    """The service that this room named. A suggestion is not one: alone, each person names their own."""
    return next(iter(exercise.supplied.get(SERVICE, ())), None)


def field(asked: str, attribute: str) -> str:
    return f"{asked}-{attribute}"
