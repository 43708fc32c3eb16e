"""How a table is asked about the way of one person through several organisations."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

FEELINGS = (-2, 2)
HIGH_RISK = 3
ABSENT, SUPPORTS, LEADS = range(3)


class Settings(Spec):
    """Feelings go from −2 to 2, risks from 1 to 3; a role is 0 for absent, 1 for supports, 2 for leads.

    In the short form `short_steps` with four organisations stay within forty taps.
    """

    persona: Text
    persona_help: Text
    persona_starter: Text | None = None
    orgs: Text
    orgs_help: Text
    org: Text
    add_org: Text
    steps: Text
    steps_help: Text
    step: Text
    feeling: Text
    feeling_anchors: dict[Literal["-2", "-1", "0", "1", "2"], Text]
    risk: Text
    risk_anchors: dict[Literal["1", "2", "3"], Text]
    add_step: Text
    roles: Text
    roles_help: Text
    role_anchors: Annotated[dict[Literal["0", "1", "2"], Text], Setting(min_length=3)]
    moment: Text
    moment_help: Text
    most_orgs: Annotated[int, Setting(ge=1, le=4)] = 4
    most_steps: Annotated[int, Setting(ge=2, le=8)] = 8
    short_steps: Annotated[int, Setting(ge=1)] = 5


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
