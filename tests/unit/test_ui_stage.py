"""Claims about what others are told of a round that has no picture."""

from __future__ import annotations

import pytest

from leads_kit.model import Counts, Pack, Release
from leads_kit.store import Store
from leads_kit.ui.stage import results
from tests.world import World, make_world


@pytest.fixture
def few(store: Store, pack: Pack) -> World:
    return make_world(store, pack, people=6)


@pytest.mark.parametrize(
    ("exercise", "told"), [("dc-wheel", "Fewer than 5 people answered"), ("dc1-network", "Fewer than 5 people offered")]
)
def test_too_few_answers_and_too_few_offers_are_told_apart(few: World, exercise: str, told: str) -> None:
    release = Release(exercise, 1, Counts(6, 6, 0, 6, 0), withheld={"*": "disclosure.too_few"}, n=2)
    shown = results(few.pack, few.room, few.step(exercise), release, few.pack.words.say("en"))
    assert shown["picture"] is None
    assert shown["withheld"].startswith(told)
