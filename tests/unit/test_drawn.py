"""One drawing for all pages: drawn once, shared only where all that it says is the same, and nowhere without a folder."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from leads_kit.model import Exercise, Pack, Release
from leads_kit.ui.drawn import DRAWN_ENV, room_drawn
from tests.cases import many, released


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DRAWN_ENV, str(tmp_path))
    return tmp_path


@pytest.fixture
def wheel(pack: Pack) -> Exercise:
    return pack.exercises["dc-wheel"]


@pytest.fixture
def release(wheel: Exercise) -> Release:
    return released(wheel, many(wheel, 12))


def test_a_second_page_takes_what_the_first_has_left(
    folder: Path, pack: Pack, wheel: Exercise, release: Release
) -> None:
    say = pack.words.say("en")
    first = room_drawn(pack, wheel, release, say)
    assert first
    (left,) = folder.iterdir()
    assert json.loads(left.read_text("utf-8")) == first
    left.write_text(json.dumps({**first, "sentence": "taken"}), "utf-8")
    again = room_drawn(pack, wheel, release, say)
    assert again
    assert again["sentence"] == "taken"


def test_another_language_round_or_supply_is_another_drawing(
    folder: Path, pack: Pack, wheel: Exercise, release: Release
) -> None:
    say = pack.words.say("en")
    others = (
        room_drawn(pack, wheel, release, pack.words.say("fr")),
        room_drawn(pack, wheel, released(wheel, many(wheel, 11)), say),
        room_drawn(pack, replace(wheel, supplied={"service": ()}), release, say),
        room_drawn(replace(pack, digest="another"), wheel, release, say),
        room_drawn(pack, wheel, release, say),
    )
    assert all(others)
    assert len(list(folder.iterdir())) == len(others)


def test_nothing_is_left_where_there_is_nothing_to_show(
    folder: Path, pack: Pack, wheel: Exercise, release: Release
) -> None:
    assert room_drawn(pack, wheel, replace(release, figures=(), notes=()), pack.words.say("en")) is None
    assert list(folder.iterdir()) == []


def test_without_a_folder_each_page_draws_for_itself(
    pack: Pack, wheel: Exercise, release: Release, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    shared = room_drawn(pack, wheel, release, pack.words.say("en"))
    monkeypatch.delenv(DRAWN_ENV)
    assert room_drawn(pack, wheel, release, pack.words.say("en")) == shared
    assert len(list(folder.iterdir())) == 1
