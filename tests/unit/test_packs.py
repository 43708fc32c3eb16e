"""Packs: every mistake named with its file, line and what was meant; overlays that change what they say and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from leads_kit.errors import PackBroken
from leads_kit.packs import data_root, explain, load_pack, load_samples, load_words, pack_from_json, pack_to_json
from leads_kit.text import Text

EXERCISES = "exercises/dc-wheel.yaml"
Data = Callable[..., Path]


@pytest.fixture
def data(tmp_path: Path) -> Data:
    """A copy of the shipped data with one text replaced in one file, or a client's file added."""

    def make(file: str = "", old: str = "", new: str = "", add: str = "") -> Path:
        root = tmp_path / "data"
        if not root.exists():
            shutil.copytree(data_root(), root)
        path = root / file
        if add:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(add, "utf-8")
        elif file:
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), "utf-8")
        return root

    return make


def said(root: Path, client: str = "base") -> list[str]:
    """The faults of a pack, each as people read it."""
    say = load_words().say("en")
    with pytest.raises(PackBroken) as broken:
        load_pack(client, root)
    return [f"{fault.file}:{fault.line}: {say(fault.id, **fault.values)}" for fault in broken.value.faults]


def client(data: Data, overlay: str) -> Path:
    root = data("clients/acme/client.yaml", add=(data_root() / "clients/base/client.yaml").read_text("utf-8"))
    return data(f"clients/acme/{EXERCISES}", add=overlay) or root


def test_the_shipped_pack_has_no_fault() -> None:
    assert {"dc-first-five", "dc-wheel", "dc1-network"} <= set(load_pack().exercises)


BROKEN = [
    (EXERCISES, "kind: rating", "kind: ratign", "there is no kind “ratign”; did you mean “rating”?"),
    (EXERCISES, "minutes: 8", "minuts: 8", "“minuts” is not known here; did you mean “minutes”?"),
    (EXERCISES, "minutes: 8", "minutes: five", "here belongs a whole number of at least 1"),
    (EXERCISES, "[DC1, DC2, DC3, DC4]", "[DC1, DC9]", "there is no capability “DC9”"),
    (EXERCISES, "      most_picks: 3", "      most_pick: 3", "“most_pick” is not known here; did you mean “most_picks”?"),
    ("exercises/dc1-network.yaml", "{workplace}", "{workplac}", "nothing fills “workplac” in braces; did you mean “workplace”?"),
    (EXERCISES, ', fr: "Où en suis-je aujourd’hui\u202f?"}', "}", "“fr” is missing"),
    (EXERCISES, "  dc-wheel:\n", "  dc-wheel: {}\n  dc-wheel:\n", "“dc-wheel” stands here twice"),
    ("agendas/dc-40.yaml", "does: dc-wheel", "does: dc-weel", "“dc-weel”; did you mean “dc-wheel”?"),
    ("agendas/dc-40.yaml", "minutes: 40", "minutes: 45", "come to 40 minutes, but this agenda says 45"),
    ("agendas/dc-40.yaml", "slack: 0", "slack: 0\nspare: []", "“spare” is not known here; did you mean “spares”?"),
    ("exercises/dc-talks.yaml", "turns: [3, 3]", "turns: [3, 4]", "the turns come to 7 minutes, more than the 6"),
    ("exercises/dc-talks.yaml", "size: 2", "size: two", "here belongs a whole number of at least 0"),
    ("words/card.yaml", "{n} de trop", "{m} de trop", "do not have the same words in braces"),
    ("framework/leads.yaml", "version:", "version: [", "this is not YAML"),
    ("clients/base/client.yaml", "terms: business", "terms: busines", "there is no set of terms “busines”"),
    ("clients/base/client.yaml", "agenda: dc-90", "agenda: dc-9", "there is no agenda “dc-9”; did you mean “dc-90”?"),
    ("clients/base/client.yaml", "min_group: 5", "min_group: 2", "here belongs a whole number of at least 3"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "sentence"), BROKEN, ids=lambda value: str(value)[:24])
def test_a_mistake_is_named_with_its_place_and_what_was_meant(
    data: Data, file: str, old: str, new: str, sentence: str
) -> None:
    if file == "words/card.yaml":
        old, new = 'fr: "{n} caractère de trop"', 'fr: "{m} caractère de trop"'
    root = data(file, old, new)
    line = (root / file).read_text("utf-8")[: (root / file).read_text("utf-8").index(new)].count("\n") + 1
    faults = said(root)
    assert any(sentence in fault for fault in faults), faults
    assert any(f"data/{file}:" in fault for fault in faults)
    assert any(abs(int(fault.split(":")[1]) - line) <= 2 for fault in faults if sentence in fault)


SPARE = """
  - does: {does}
    minutes: 6
    notes: {{en: Say it, fr: Dites-le}}
    question: {{en: Why, fr: Pourquoi}}"""


@pytest.mark.parametrize(("does", "faults"), [("dc-wheel", 2), ("pairs-new", 1)])
def test_a_spare_is_neither_a_step_nor_twice_a_spare(data: Data, does: str, faults: int) -> None:
    new = "activities:\n  pairs-new: {title: {en: Walk, fr: Marche}, instruction: {en: Go, fr: Allez}, minutes: 4}\n"
    data("exercises/new.yaml", add=new)
    told = said(data("agendas/dc-40.yaml", "slack: 0\n", f"slack: 0\nspares:{SPARE.format(does=does) * 2}\n"))
    assert [f"“{does}” already stands on this agenda" in fault for fault in told] == [True] * faults


@pytest.mark.parametrize(
    ("file", "old"), [("agendas/dc-40.yaml", "minutes: 14"), ("exercises/dc-talks.yaml", "minutes: 6\n    size")]
)
def test_a_number_that_is_none_is_one_fault_and_no_sum(data: Data, file: str, old: str) -> None:
    faults = said(data(file, old, old.replace("14", "half").replace("6", "six")))
    assert len(faults) == 1
    assert "here belongs a whole number" in faults[0]


def test_an_agenda_without_minutes_takes_what_its_steps_take(data: Data) -> None:
    root = data("agendas/dc-40.yaml", "minutes: 40\nslack: 0\n", "slack: 5\n")
    agenda = load_pack(root=root).agendas["dc-40"]
    assert (agenda.minutes, agenda.slack, agenda.spares) == (45, 5, ())


MEETING = "steps:\n  - does: dc-first-five\n    meeting: {en: First, fr: Première}"


def test_a_step_may_begin_a_meeting_and_older_copies_have_none(data: Data) -> None:
    root = data("agendas/dc-40.yaml", "steps:\n  - does: dc-first-five", MEETING)
    pack = load_pack(root=root)
    told = [step.meeting for step in pack_from_json(pack_to_json(pack)).agendas["dc-40"].steps]
    assert told == [Text("First", "Première"), *[None] * (len(told) - 1)]
    assert all(step.meeting is None for step in load_pack().agendas["dc-40"].steps)


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (MEETING.replace("meeting:", "meting:"), "“meting” is not known here; did you mean “meeting”?"),
        (MEETING.replace(", fr: Première", ""), "“fr” is missing"),
    ],
)
def test_a_meetings_title_is_written_as_all_texts_are(data: Data, new: str, sentence: str) -> None:
    assert sentence in said(data("agendas/dc-40.yaml", "steps:\n  - does: dc-first-five", new))[0]


def test_a_spare_begins_no_meeting(data: Data) -> None:
    spare = SPARE.format(does="dc-close") + "\n    meeting: {en: First, fr: Première}\n"
    told = said(data("agendas/dc-40.yaml", "slack: 0\n", f"slack: 0\nspares:{spare}"))
    assert len(told) == 1
    assert "“meeting” is not known here" in told[0]


def test_all_faults_of_a_file_are_found_in_one_pass(data: Data) -> None:
    data(EXERCISES, "kind: rating", "kind: ratign")
    data(EXERCISES, "minutes: 8", "minuts: 8")
    assert len(said(data("agendas/dc-40.yaml", "does: debrief", "does: dc-debref"))) >= 3


def test_an_overlay_changes_what_it_says_and_nothing_else(data: Data) -> None:
    text = "exercises:\n  dc-wheel:\n    title: {en: The shift, fr: Le quart}\n"
    root = client(data, text)
    ours, base = load_pack("acme", root), load_pack("base", root)
    assert ours.exercises["dc-wheel"].title.fr == "Le quart"
    assert ours.exercises["dc-wheel"].settings == base.exercises["dc-wheel"].settings
    assert ours.exercises["dc1-network"] == base.exercises["dc1-network"]


def test_null_removes_and_a_kind_brings_something_new(data: Data) -> None:
    base = load_pack()
    text = "activities:\n  dc-extra: {title: {en: Walk, fr: Marche}, instruction: {en: Walk about, fr: Marchez}, minutes: 4}\n"
    assert "dc-extra" in load_pack("acme", client(data, text)).activities
    assert "dc-extra" not in base.activities
    faults = said(client(data, "exercises:\n  dc-wheel: null\n"), "acme")
    assert any("dc-wheel" in fault for fault in faults)


@pytest.mark.parametrize(
    ("overlay", "sentence"),
    [
        ("exercises:\n  dc-weel:\n    title: {en: A, fr: B}\n", "“dc-weel” changes nothing; did you mean “dc-wheel”?"),
        ("exercises:\n  dc-wheel:\n    titel: {en: A, fr: B}\n", "“titel”"),
    ],
)
def test_an_override_that_hits_nothing_is_told(data: Data, overlay: str, sentence: str) -> None:
    assert any(sentence in fault for fault in said(client(data, overlay), "acme"))


def test_an_unknown_client_is_told_with_the_one_that_was_meant() -> None:
    assert "did you mean “base”?" in said(data_root(), "bas")[0]


def test_every_value_knows_where_it_came_from(data: Data) -> None:
    root = client(data, "exercises:\n  dc-wheel:\n    title: {en: The shift, fr: Le quart}\n")
    told = {path: (value, file, line) for path, value, file, line in explain("dc-wheel", "acme", root)}
    assert told["title.en"] == ("The shift", f"data/clients/acme/{EXERCISES}", 3)
    assert told["kind"][1] == f"data/{EXERCISES}"


def test_a_rooms_copy_of_a_pack_is_the_pack() -> None:
    pack = load_pack()
    assert pack_from_json(pack_to_json(pack)) == pack


def test_every_invented_participant_answers_every_exercise() -> None:
    samples = load_samples()
    assert len(samples) == 12
    assert {sample.lang for sample in samples.values()} == {"en", "fr"}
    assert all(set(sample.answers) == set(load_pack().exercises) for sample in samples.values())


def supported(root: Path, name: str = "acme") -> str:
    return load_pack(name, root).exercises["ls2-energy"].settings.support.en  # type: ignore[attr-defined, no-any-return]


def organisation(data: Data, help_line: str) -> Path:
    """A client whose file has this line in place of the base's help line."""
    kept = (data_root() / "clients/base/client.yaml").read_text("utf-8").splitlines()
    lines = [line for line in kept if not line.startswith("help_line")]
    return data("clients/acme/client.yaml", add="\n".join([*lines, help_line]) + "\n")


def test_an_organisations_own_help_line_stands_in_its_texts(data: Data) -> None:
    root = organisation(data, 'help_line: {en: "Ask Robin, room 4", fr: "Demandez Robin, bureau 4"}')
    assert "Ask Robin, room 4" in supported(root)
    assert "Ask Robin" not in supported(root, "base")
    assert load_pack("acme", root).client.help_line == Text("Ask Robin, room 4", "Demandez Robin, bureau 4")


def test_a_client_that_names_no_help_line_has_the_bases_words(data: Data) -> None:
    root = organisation(data, "")
    assert supported(root) == supported(root, "base")
    assert pack_from_json(pack_to_json(load_pack("acme", root))).client == load_pack("acme", root).client


def test_a_help_line_in_one_language_is_noticed(data: Data) -> None:
    root = organisation(data, 'help_line: {en: "Ask Robin, room 4"}')
    assert "clients/acme/client.yaml" in said(root, "acme")[0]
    assert "“fr” is missing" in said(root, "acme")[0]


def test_a_name_given_to_two_values_is_let_be_and_a_value_that_refers_to_it_is_a_fault(data: Data) -> None:
    named = data(EXERCISES, "kind: rating", "kind: &k rating")
    path = named / EXERCISES
    path.write_text(path.read_text("utf-8").replace("minutes: 8", "minutes: &k 8"), "utf-8")
    assert load_pack(root=named).exercises["dc-wheel"].minutes == 8
    path.write_text(path.read_text("utf-8").replace("most_picks: 3", "most_picks: *k"), "utf-8")
    with pytest.raises(PackBroken) as broken:
        load_pack(root=named)
    assert [fault.id for fault in broken.value.faults] == ["faults.anchor"]
