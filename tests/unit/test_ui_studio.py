"""Claims about the studio's widget: what a page may ask for, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leads_kit.packs.drafts.draft import Draft
from leads_kit.text import Words
from leads_kit.ui.studio import StudioWidget
from tests.studio_fixture import copied

WHEEL = {"file": "exercises/dc-wheel.yaml", "path": ["exercises", "dc-wheel", "title"]}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("studio"))


@pytest.fixture
def studio(data: Path, pack: Any) -> StudioWidget:
    words: Words = pack.words
    return StudioWidget(Draft.open("north", data), words.say("en"))


def say(studio: StudioWidget, kind: str, **more: Any) -> dict[str, Any]:
    studio._handle_custom_msg({"kind": kind, **more}, [])
    return studio.state


def test_a_change_is_counted_undone_and_done_again(studio: StudioWidget) -> None:
    say(studio, "look", what="entry", id="dc-wheel")
    assert say(studio, "set", **WHEEL, value={"en": "Where are we?"})["changes"] == 1
    assert studio.state["values"][0]["now"]["en"] == "Where are we?"
    assert studio.state["preview"]["title"] == "Where are we?"
    undone = say(studio, "undo")
    assert (undone["changes"], undone["values"][0]["own"], undone["redo"]) == (0, None, True)
    assert say(studio, "redo")["values"][0]["own"]["en"] == "Where are we?"


def test_typing_on_in_one_field_is_one_change(studio: StudioWidget) -> None:
    say(studio, "look", what="entry", id="dc-wheel")
    for at, text in enumerate(("W", "Wh", "Who")):
        say(studio, "set", **WHEEL, value={"en": text}, more=at > 0)
    assert studio.state["changes"] == 1
    say(studio, "undo")
    assert studio.state["values"][0]["own"] is None


def test_a_fault_stands_beside_its_value_and_the_preview_stays(studio: StudioWidget) -> None:
    say(studio, "look", what="entry", id="dc-wheel")
    path = ["exercises", "dc-wheel", "settings", "most_picks"]
    state = say(studio, "set", file="exercises/dc-wheel.yaml", path=path, value=0)
    faulty = [one["path"] for one in state["values"] if one["faults"]]
    assert faulty == [path]
    assert [one["id"] for one in state["faults"]] == ["dc-wheel"]
    assert state["stale"]
    assert state["preview"]["title"]


def test_what_the_page_was_not_shown_cannot_be_set(studio: StudioWidget) -> None:
    say(studio, "look", what="entry", id="dc-wheel")
    before = studio.ignored
    say(studio, "set", file="exercises/dc-wheel.yaml", path=["exercises", "dc-wheel", "kind"], value="vote")
    say(studio, "set", file="../base/client.yaml", path=["name"], value={"en": "x"})
    say(studio, "set", **WHEEL, value="no text of two languages")
    say(studio, "look", what="entry", id="nothing")
    assert studio.ignored == before + 4
    assert studio.state["changes"] == 0


def test_what_was_typed_while_another_thing_was_on_its_way_is_kept(studio: StudioWidget) -> None:
    say(studio, "look", what="entry", id="dc-wheel")
    say(studio, "look", what="entry", id="dc-first-five")
    assert say(studio, "set", **WHEEL, value={"en": "Where are we?"})["changes"] == 1
    assert studio.state["shows"] == {"what": "entry", "id": "dc-first-five"}
    say(studio, "look", what="client", id="")
    before = studio.ignored
    say(studio, "set", **WHEEL, value={"en": "Too late"})
    assert studio.ignored == before + 1
    assert say(studio, "look", what="entry", id="dc-wheel")["values"][0]["now"]["en"] == "Where are we?"


def test_a_new_step_has_words_to_begin_with(studio: StudioWidget) -> None:
    say(studio, "add", id="night", type="pulse", title={"en": "Night", "fr": "Nuit"})
    say(studio, "look", what="agenda", id="dc-40")
    for does in ("night", "dc-wheel"):
        say(studio, "step", do="add", value=does)
    night, again = studio.state["agenda"]["steps"][-2:]
    assert night["question"] == {"en": "What strikes you in this?", "fr": "Qu’est-ce qui vous frappe là-dedans\u202f?"}
    assert again["notes"] == studio.state["agenda"]["steps"][2]["notes"]


def test_a_step_moves_and_the_sum_follows_its_minutes(studio: StudioWidget) -> None:
    before = say(studio, "look", what="agenda", id="dc-40")["agenda"]
    moved = say(studio, "step", do="move", at=0, to=1)["agenda"]
    assert [one["does"] for one in moved["steps"][:2]] == [one["does"] for one in before["steps"][1::-1]]
    assert say(studio, "step", do="set", at=0, key="minutes", value=9)["agenda"]["filled"] == 43
    ignored = studio.ignored
    say(studio, "step", do="move", at=0, to=-1)
    say(studio, "step", do="set", at=0, key="minutes", value=-1)
    assert studio.ignored == ignored + 2


def test_an_exercise_with_an_id_that_is_taken_is_a_sentence(studio: StudioWidget) -> None:
    assert "dc-wheel" in say(studio, "add", id="dc-wheel", type="reflection", title={"en": "Mine"})["problem"]
    state = say(studio, "add", id="our-evening", type="reflection", title={"en": "Our evening"})
    assert (state["problem"], state["shows"]) == (None, {"what": "entry", "id": "our-evening"})


def test_a_file_changed_meanwhile_is_not_overwritten(studio: StudioWidget, data: Path) -> None:
    file = data / "clients" / "north" / "client.yaml"
    before = file.read_text("utf-8")
    say(studio, "look", what="client", id="")
    say(studio, "set", file="client.yaml", path=["min_group"], value=7)
    file.write_text(before + "# a colleague was here\n", "utf-8")
    try:
        state = say(studio, "save")
        assert "client.yaml" in state["conflict"]
        assert state["changes"] == 1
        assert file.read_text("utf-8") == before + "# a colleague was here\n"
        assert say(studio, "reload")["changes"] == 0
    finally:
        file.write_text(before, "utf-8")
