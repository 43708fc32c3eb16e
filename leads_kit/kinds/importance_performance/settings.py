"""What a joint service is looked at by, and what is asked about each of its attributes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Ask, Exercise, Spec
from leads_kit.text import Text

# As the customer: how much it matters, how it goes. As the provider: how it goes, how much it matters.
ASKED = ("importance", "customer", "provider", "provider_importance")
SERVICE = "service"
Anchors = dict[Literal["1", "2", "3", "4", "5"], Text]


class Attribute(Spec):
    """`about` says in one line what is meant."""

    label: Text
    about: Text


class Settings(Spec):
    """`asked` is what the console asks the room, with `services` to tap; `own` is asked of each person where it gave none.

    `caution` says whose voices these are.
    """

    asked: Text
    services: dict[str, Text]
    own: Text
    own_help: Text
    own_starter: Text
    attributes: Annotated[dict[str, Attribute], Setting(min_length=1, max_length=12)]
    importance: Text
    customer: Text
    provider: Text
    provider_importance: Text
    importance_anchors: Anchors
    performance_anchors: Anchors
    caution: Text

    def question(self, asked: str) -> tuple[Text, Anchors]:
        """The wording of one of the four marks, and its anchors."""
        worded = {
            "importance": self.importance,
            "customer": self.customer,
            "provider": self.provider,
            "provider_importance": self.provider_importance,
        }
        return worded[asked], self.importance_anchors if "importance" in asked else self.performance_anchors


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def ask(exercise: Exercise) -> Ask:
    """The room may name one service for all, or leave it to each person: then `least` is none."""
    settings = settings_of(exercise)
    return Ask(SERVICE, settings.asked, tuple(settings.services.values()), least=0)


def joint_service(exercise: Exercise) -> Text | None:
    """The service that this room named. A suggestion is not one: alone, each person names their own."""
    return next(iter(exercise.supplied.get(SERVICE, ())), None)


def field(asked: str, attribute: str) -> str:
    return f"{asked}-{attribute}"
