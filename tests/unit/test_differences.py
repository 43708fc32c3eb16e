"""What a client changes, and what the base said when the client last looked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leads_kit.errors import PackBroken
from leads_kit.packs.differences import What, differences
from leads_kit.packs.seen import accept, remember, seen_of

BASE = """exercises:
  wheel:
    kind: rating
    title: {en: Where I stand, fr: Où j’en suis}
    intro: {en: Think of today., fr: Pensez à aujourd’hui.}
    settings: {most: 3}
  vote: {kind: vote, title: {en: Vote, fr: Votez}}
"""
OVER = """exercises:
  sequence: [vote, wheel]
  wheel:
    title: {fr: Où j’en suis aujourd’hui}
    settings: {most: 2, least: 1}
  vote: null
  mine: {kind: rating, title: {en: Mine, fr: Le mien}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "data", "exercises/a.yaml", BASE)
    write(tmp_path / "data", "clients/base/client.yaml", "name: {en: Base, fr: Base}\n")
    write(tmp_path / "data", "clients/acme/client.yaml", "name: {en: Acme, fr: Acme}\n")
    write(tmp_path / "data", "clients/acme/exercises/a.yaml", OVER)
    return tmp_path / "data"


def write(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")


def test_every_difference_is_found_with_both_places(root: Path) -> None:
    found = {(one.what, ".".join(one.path)): one for one in differences("acme", root)}
    assert set(found) == {
        (What.ORDERED, "exercises.sequence"),
        (What.CHANGED, "exercises.wheel.title"),
        (What.CHANGED, "exercises.wheel.settings.most"),
        (What.ADDED, "exercises.wheel.settings.least"),
        (What.REMOVED, "exercises.vote"),
        (What.ADDED, "exercises.mine"),
        (What.CHANGED, "name"),
    }
    title = found[What.CHANGED, "exercises.wheel.title"]
    assert title.base is not None
    assert (title.base.mark.file, title.base.mark.line) == ("data/exercises/a.yaml", 4)
    assert (title.own.mark.file, title.own.mark.line) == ("data/clients/acme/exercises/a.yaml", 4)
    assert title.base.plain() == {"en": "Where I stand", "fr": "Où j’en suis"}


def test_an_unknown_client_is_a_fault_with_a_suggestion(root: Path) -> None:
    with pytest.raises(PackBroken) as broken:
        differences("acm", root)
    assert broken.value.faults[0].values["near"] == "acme"


def test_what_the_base_said_is_kept_until_the_coach_has_looked(root: Path) -> None:
    remember("acme", root)
    first = (root / "clients/acme/seen.json").read_bytes()
    write(root, "exercises/a.yaml", BASE.replace("Where I stand", "Where I stand now"))
    remember("acme", root)
    assert (root / "clients/acme/seen.json").read_bytes() == first
    accept("acme", root)
    entry = seen_of("acme", root)["exercises/a.yaml"]["/exercises/wheel/title"]
    assert entry == {"value": {"en": "Where I stand now", "fr": "Où j’en suis"}}


def test_an_entry_goes_with_its_override_and_stays_when_the_base_lost_the_value(root: Path) -> None:
    remember("acme", root)
    write(root, "exercises/a.yaml", BASE.replace("  wheel:", "  circle:"))
    accept("acme", root)
    assert "/exercises/wheel/title" in seen_of("acme", root)["exercises/a.yaml"]
    write(root, "clients/acme/exercises/a.yaml", "exercises: {vote: null}\n")
    remember("acme", root)
    assert list(seen_of("acme", root)["exercises/a.yaml"]) == ["/exercises/vote"]


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 9, "seen": {}}', '{"format": 1, "seen": {"a": 1}}'])
def test_a_record_that_cannot_be_read_is_a_fault(root: Path, text: str) -> None:
    write(root, "clients/acme/seen.json", text)
    with pytest.raises(PackBroken) as broken:
        remember("acme", root)
    assert [one.id for one in broken.value.faults] == ["faults.seen_broken"]


def test_the_record_names_no_place_of_this_machine(root: Path) -> None:
    remember("acme", root)
    text = (root / "clients/acme/seen.json").read_text("utf-8")
    assert str(root.parent) not in text
    assert json.loads(text)["format"] == 1
