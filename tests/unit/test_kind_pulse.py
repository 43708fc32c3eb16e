"""Claims about the pulse: one tap is told back with what to do with it, and a room is never told more than its classes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from leads_kit.errors import PackBroken
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.packs import data_root, load_pack
from leads_kit.text import LANGS, Lang

FIVE = ("1", "2", "3", "4", "5")
THREE = ("1-2", "3", "4-5")
COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)


@pytest.fixture
def checkin(pack: Pack) -> Exercise:
    return pack.exercises["checkin"]


def room(pack: Pack, checkin: Exercise, *counts: int, lang: Lang = "en") -> Picture:
    classes = FIVE if len(counts) == len(FIVE) else THREE
    figure = Figure("state", classes, counts, sum(counts))
    release = Release(checkin.id, 1, COUNTS, (figure,), {}, figure.n)
    picture = kind_of(checkin).room_picture(checkin, release, pack.words.say(lang))
    assert picture is not None
    return picture


def names(picture: Picture) -> dict[str, float]:
    """The words in a picture, and where on the scale they stand."""
    found = [row for rows in picture.spec["datasets"].values() for row in rows if "text" in row]
    return {row["text"]: row["x"] for row in found}


@pytest.mark.parametrize("lang", LANGS)
def test_every_state_is_told_back_and_has_a_hint_of_its_own(pack: Pack, checkin: Exercise, lang: Lang) -> None:
    say = pack.words.say(lang)
    (choice,) = kind_of(checkin).form(checkin, pack.words).fields
    told = [kind_of(checkin).feedback(checkin, {"state": option.id}, say) for option in choice.options]
    assert [option.label.of(lang) in first for option, (first, _) in zip(choice.options, told, strict=True)] == [
        True
    ] * 5
    assert len({tip for _, tip in told}) == len(told)
    assert all(
        tip not in (option.help.of(lang), option.label.of(lang))
        for option, (_, tip) in zip(choice.options, told, strict=True)
    )


def test_a_tap_counts_once_and_no_tap_is_no_figure(checkin: Exercise) -> None:
    answers: list[dict[str, Any]] = [{"state": "1"}, {"state": "4"}, {"state": "4"}, {}, {"state": None}]
    (figure,) = kind_of(checkin).summary(checkin, answers)
    assert (figure.classes, figure.counts, figure.n) == (FIVE, (1, 0, 0, 2, 0), 3)
    assert kind_of(checkin).summary(checkin, [{}, {"state": None}]) == ()


def test_the_tap_is_for_the_group_only(checkin: Exercise) -> None:
    assert [part.tier for part in kind_of(checkin).parts(checkin)] == [Tier.GROUP]


def test_every_state_stands_under_its_dots(pack: Pack, checkin: Exercise) -> None:
    picture = room(pack, checkin, 1, 3, 2, 4, 2)
    assert {"away": 1, "arriving": 2, "half here": 3, "here": 4, "all here": 5}.items() <= names(picture).items()
    assert picture.table.rows == (
        ("away", "1"),
        ("arriving", "3"),
        ("half here", "2"),
        ("here", "4"),
        ("all here", "2"),
    )


def test_states_put_together_have_one_name_and_both_words_in_the_table(pack: Pack, checkin: Exercise) -> None:
    picture = room(pack, checkin, 2, 1, 4)
    assert {"still arriving": 1.5, "half here": 3, "here": 4.5}.items() <= names(picture).items()
    assert "away" not in names(picture)
    assert picture.table.rows == (("away or arriving", "2"), ("half here", "1"), ("here or all here", "4"))


def test_more_than_half_is_said_and_half_is_not(pack: Pack, checkin: Exercise) -> None:
    assert "More than half: “here or all here”." in room(pack, checkin, 1, 2, 2, 4, 3).sentence
    assert "More than half: “away or arriving”." in room(pack, checkin, 3, 4, 2, 2, 1).sentence
    assert "More than half: “half here”." in room(pack, checkin, 1, 5, 1).sentence
    half = room(pack, checkin, 1, 3, 2, 4, 2).sentence
    assert "in different ways" in half
    assert "More than half" not in half


def test_there_is_no_middle_of_the_room(pack: Pack, checkin: Exercise) -> None:
    picture = room(pack, checkin, 6, 0, 0, 0, 6)
    pointers = [layer for layer in picture.spec["layer"] if layer["mark"].get("shape") == "triangle-up"]
    assert [picture.spec["datasets"].get(layer["data"].get("name"), []) for layer in pointers] == [[]]


def test_four_states_are_a_fault_of_the_pack(tmp_path: Path) -> None:
    root = tmp_path / "data"
    shutil.copytree(data_root(), root)
    path = root / "exercises/checkin.yaml"
    text = path.read_text("utf-8")
    cut, rest = text.index('        "5":'), text.index("      low:")
    path.write_text(text[:cut] + text[rest:], "utf-8")
    with pytest.raises(PackBroken) as broken:
        load_pack(root=root)
    (fault,) = broken.value.faults
    assert fault.file.endswith("exercises/checkin.yaml")
    assert fault.values["key"] == "states"
