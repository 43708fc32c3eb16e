"""Claims about the studio's widget: what a page may ask for, and what comes of it."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from leads_kit.packs.drafts.draft import Draft
from leads_kit.text import Words
from leads_kit.ui.studio import StudioWidget
from leads_kit.ui.studio_page import StudioPage
from tests.studio_fixture import copied

WHEEL = {"file": "exercises/dc-wheel.yaml", "path": ["exercises", "dc-wheel", "title"]}

ACCENT = {"file": "client.yaml", "path": ["look", "accent"]}


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


def test_saving_what_is_saved_already_says_nothing_of_files(studio: StudioWidget) -> None:
    assert say(studio, "save")["saved"] is None
    assert studio.state["problem"] is None


def test_a_fault_is_said_for_a_form_and_not_for_a_file(studio: StudioWidget) -> None:
    say(studio, "look", what="client", id="")
    [said] = [one["said"] for one in say(studio, "set", **ACCENT, value="red")["faults"]]
    assert said.startswith("This needs a colour such as #0b6e6e")
    assert say(studio, "set", **ACCENT, value="#0b6e6e")["faults"] == []
    say(studio, "add", id="north-own", type="pulse", title={"en": "Ours", "fr": "À nous"})
    title = {"file": "exercises/north-own.yaml", "path": ["exercises", "north-own", "title"]}
    [said] = [one["said"] for one in say(studio, "set", **title, value={"fr": ""})["faults"]]
    assert said.startswith("Something is missing here")


def test_a_client_that_cannot_be_read_is_named_with_its_file_and_line(data: Path, pack: Any) -> None:
    file = data / "clients/north/exercises/dc-close.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text('exercises:\n  dc-close:\n    minutes: "8\n', "utf-8")
    try:
        [first] = StudioPage("north", pack.words.say("en"), data).children
        assert "data/clients/north/exercises/dc-close.yaml:3" in first.state["problem"]
    finally:
        file.unlink()
    [opened] = StudioPage("north", pack.words.say("en"), data).children
    assert opened.state["client"] == "north"


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
    assert again["notes"]["fr"] != night["notes"]["fr"] != ""


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


def test_a_step_goes_where_it_is_dragged_and_a_new_one_takes_its_own_minutes(studio: StudioWidget, pack: Any) -> None:
    before = say(studio, "look", what="agenda", id="dc-40")["agenda"]["steps"]
    after = say(studio, "step", do="move", at=0, to=3)["agenda"]["steps"]
    assert [one["does"] for one in after] == [before[at]["does"] for at in (1, 2, 3, 0, 4)]
    last = say(studio, "step", do="add", value="dc1-ladder")["agenda"]["steps"][-1]
    assert (last["does"], last["minutes"]) == ("dc1-ladder", pack.exercises["dc1-ladder"].minutes)


def test_what_was_changed_here_may_stand_over_the_disk_and_other_files_are_the_disk_s(
    studio: StudioWidget, data: Path
) -> None:
    folder = data / "clients" / "north"
    file, other = folder / "client.yaml", folder / "agendas" / "north-30.yaml"
    before = file.read_text("utf-8")
    say(studio, "look", what="client", id="")
    say(studio, "set", file="client.yaml", path=["min_group"], value=7)
    file.write_text(before + "# theirs\n", "utf-8")
    other.parent.mkdir(exist_ok=True)
    other.write_text('title: {en: "A", fr: "B"}\nminutes: 5\nsteps:\n  - {does: dc-close, minutes: 5}\n', "utf-8")
    try:
        assert say(studio, "save")["conflict"]
        state = say(studio, "keep")
        assert (state["conflict"], state["changes"]) == (None, 0)
        assert file.read_text("utf-8") == before.replace("min_group: 5", "min_group: 7")
        assert other.exists()
        assert "north-30" in [one["id"] for one in state["agendas"]]
        assert before + "# theirs\n" in [one.read_text("utf-8") for one in (folder / ".backup").glob("client.yaml.*")]
        assert say(studio, "undo")["values"][4]["own"] == 5
        assert other.exists()
    finally:
        file.write_text(before, "utf-8")
        other.unlink(missing_ok=True)


def test_a_logo_comes_in_parts_and_what_may_not_be_shown_is_refused(studio: StudioWidget, data: Path) -> None:
    logo = (data / "clients/health-authority/pictures/logo.svg").read_bytes()
    cut = len(logo) // 6 * 3
    parts = [base64.b64encode(one).decode() for one in (logo[:cut], logo[cut:])]
    say(studio, "look", what="client", id="")
    assert say(studio, "logo", name="Ours.SVG", part=parts[0], first=True)["logo"] == ""
    state = say(studio, "logo", name="Ours.SVG", part=parts[1], last=True)
    assert state["logo"] == "data:image/svg+xml;base64," + base64.b64encode(logo).decode()
    assert say(studio, "undo")["logo"] == ""
    acts = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>').decode()
    assert "onload" in say(studio, "logo", name="a.svg", part=acts, first=True, last=True)["problem"]
    large = base64.b64encode(b"\x00" * 510_000).decode()
    assert "500" in say(studio, "logo", name="a.png", part=large, first=True, last=True)["problem"]
    assert studio.state["changes"] == 0
    before = studio.ignored
    for bad in ({"name": "../a.svg", "part": "%"}, {"name": 3, "part": acts}, {"part": acts}):
        say(studio, "logo", **bad, first=True, last=True)
    assert studio.ignored == before + 3


def test_a_client_of_one_language_has_one_everywhere(data: Path, pack: Any) -> None:
    one = StudioWidget(Draft.open("referral-chapter", data), pack.words.say("fr"))
    assert (one.state["langs"], one.state["preview_lang"], one.state["preview"]["lang"]) == (["en"], "en", "en")
    state = say(one, "add", id="our-evening", type="pulse", title={"en": "Our evening"})
    assert state["problem"] is None
    assert one._draft.text_of("exercises/our-evening.yaml").count("fr:") == 0


def test_words_of_prose_and_consent_are_changed_like_any_other(studio: StudioWidget) -> None:
    state = say(studio, "look", what="texts", id="prose/consent.yaml")
    where = {"file": "prose/consent.yaml", "path": ["texts", "skipping"]}
    assert where["path"] in [one["path"] for one in state["values"]]
    state = say(studio, "set", **where, value={"en": "Passing is fine."})
    assert (state["changes"], state["faults"]) == (1, [])
    assert "Passing is fine." in studio._draft.text_of("prose/consent.yaml")


@pytest.mark.parametrize(("lang", "begins"), [("en", "Skipping is normal"), ("fr", "Passer est normal")])
def test_a_text_is_called_by_how_it_begins_in_the_language_of_the_page(
    data: Path, pack: Any, lang: str, begins: str
) -> None:
    one = StudioWidget(Draft.open("north", data), pack.words.say(lang))
    labels = [each["label"] for each in say(one, "look", what="texts", id="prose/consent.yaml")["values"]]
    assert [each for each in labels if each.startswith(begins)]
    assert not [each for each in labels if "›" in each or len(each) > 49]
    labels = [each["label"] for each in say(one, "look", what="entry", id="dc-wheel")["values"]]
    assert labels[0] == pack.words.say(lang)("studio.label.title")


def test_hostile_words_of_a_client_stay_words(studio: StudioWidget) -> None:
    hostile = "<img src=x onerror=alert(1)> {{7*7}} &amp; \u202e"
    say(studio, "look", what="entry", id="dc-wheel")
    state = say(studio, "set", **WHEEL, value={"en": hostile})
    assert state["faults"] == []
    assert (state["preview"]["title"], state["values"][0]["now"]["en"]) == (hostile, hostile)


def test_the_first_page_opens_and_makes_only_what_it_offers(data: Path, pack: Any) -> None:
    page = StudioPage(None, pack.words.say("en"), data)
    [first] = page.children
    asked = {
        "id": "harbour",
        "name": {"en": "Harbour"},
        "languages": ["en"],
        "terms": "health",
        "contact": {},
        "accent": "",
    }
    for bad in ({"terms": "none"}, {"languages": []}, {"name": {"en": " "}}, {"name": "Harbour"}, {"accent": 3}):
        first._handle_custom_msg({"kind": "make", **asked, **bad}, [])
    for client in ("base", "../north", "nowhere", None):
        first._handle_custom_msg({"kind": "choose", "client": client}, [])
    assert first.ignored == 9
    for bad, told in (
        ({"id": "../x"}, "cannot be the id"),
        ({"id": "north"}, "cannot be the id"),
        ({"accent": "red"}, "#"),
    ):
        first._handle_custom_msg({"kind": "make", **asked, **bad}, [])
        assert told in first.state["problem"]
    first._handle_custom_msg({"kind": "make", **asked}, [])
    [opened] = page.children
    assert (opened.state["client"], opened.state["name"], opened.state["langs"]) == ("harbour", "Harbour", ["en"])


@pytest.mark.parametrize(("lang", "order"), [("en", ["en", "fr"]), ("fr", ["fr", "en"])])
def test_the_language_of_the_first_page_comes_first_in_its_form_and_in_the_client(
    data: Path, pack: Any, lang: str, order: list[str]
) -> None:
    page = StudioPage(None, pack.words.say(lang), data)
    [first] = page.children
    assert first.state["langs"] == order
    named = {"id": f"quay-{lang}", "name": {"en": "Quay", "fr": "Quai"}, "languages": order}
    first._handle_custom_msg({"kind": "make", **named, "terms": "health", "contact": {}, "accent": ""}, [])
    file = (data / "clients" / f"quay-{lang}" / "client.yaml").read_text("utf-8")
    assert ("\nlanguages: [fr, en]" in file) == (order == ["fr", "en"])
