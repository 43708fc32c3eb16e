"""A draft writes what a person would, changes nothing else, takes everything back, and saves all or nothing."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads_kit.errors import ChangedMeanwhile, IdRefused, NothingThere, NotSaved, NotWritable, PackBroken
from leads_kit.packs import data_root, explain, load_pack
from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.values import Where

WHEEL = "exercises/dc-wheel.yaml"
MODELINE = "# yaml-language-server: $schema=../../../schema/exercises.json\n"
CLIENT = """\
# Ours since spring.
name: {en: "North", fr: "Le Nord"}   # as on the sign
contact: {en: "the office", fr: "le bureau"}

retention_days: 30
min_group: 5
terms: business
agenda: dc-40
"""
OWN = """\
# What the board asked for.
exercises:
  dc-wheel:
    # Their word, not ours.
    title: {en: 'Where am I?', fr: "Où suis-je ?"}  # short
    settings:
      most_picks: 2

  our-pulse:
    kind: pulse
    title: {en: Plain words, fr: "Des mots"}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The shipped content and one client; what no test writes to is shared."""
    data = tmp_path / "data"
    data.mkdir()
    for part in data_root().iterdir():
        if part.name != "clients":
            (data / part.name).symlink_to(part)
    (data / "clients" / "north").mkdir(parents=True)
    (data / "clients" / "base").symlink_to(data_root() / "clients" / "base")
    (data / "clients/north/client.yaml").write_text(CLIENT, "utf-8")
    return data


def put(root: Path, file: str, text: str) -> Path:
    path = root / "clients/north" / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def wheel(*path: str) -> Where:
    return Where(WHEEL, ("exercises", "dc-wheel", *path))


def on_disk(root: Path) -> dict[str, bytes]:
    folder = root / "clients/north"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".backup" not in path.parts
    }


def test_an_override_is_written_alone_under_the_line_that_names_its_schema(root: Path) -> None:
    draft = Draft.open("north", root)
    draft.set(wheel("title"), {"en": 'Say "now"', "fr": "Où en sommes-nous ?"})
    draft.set(wheel("settings", "most_picks"), 2)
    assert draft.text_of(WHEEL) == MODELINE + (
        "exercises:\n"
        "  dc-wheel:\n"
        '    title: {en: "Say \\"now\\"", fr: "Où en sommes-nous ?"}\n'
        "    settings:\n"
        "      most_picks: 2\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("title",), {"en": "It’s us", "fr": "Où suis-je ?"}, "'Where am I?'", "'It’s us'"),
        (("settings", "most_picks"), 1, "most_picks: 2", "most_picks: 1"),
        (("minutes",), 9, "      most_picks: 2\n", "      most_picks: 2\n    minutes: 9\n"),
    ],
    ids=["a text keeps its quotes", "a number", "a new key stands with its neighbours"],
)
def test_only_the_characters_of_a_value_change(
    root: Path, path: tuple[str, ...], value: Any, old: str, new: str
) -> None:
    put(root, WHEEL, OWN)
    draft = Draft.open("north", root)
    draft.set(wheel(*path), value)
    assert draft.text_of(WHEEL) == OWN.replace(old, new)


def test_a_value_without_quotes_gets_them_only_where_it_needs_them(root: Path) -> None:
    put(root, WHEEL, OWN)
    draft = Draft.open("north", root)
    where = Where(WHEEL, ("exercises", "our-pulse", "title"))
    draft.set(where, {"en": "Other words", "fr": "Des mots"})
    assert "{en: Other words, fr:" in draft.text_of(WHEEL)
    draft.set(where, {"en": "Other words, and more", "fr": "Des mots"})
    assert '{en: "Other words, and more", fr:' in draft.text_of(WHEEL)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_comment_beside_a_client_value_stays(root: Path, ending: str) -> None:
    told = CLIENT.replace("\n", ending)
    put(root, "client.yaml", told)
    draft = Draft.open("north", root)
    draft.set(Where("client.yaml", ("name",)), {"en": "The North", "fr": "Le Nord"})
    draft.set(Where("client.yaml", ("languages",)), ["fr", "en"])
    assert draft.text_of("client.yaml") == told.replace('"North"', '"The North"') + f"languages: [fr, en]{ending}"


def test_a_look_stands_whole_and_what_the_base_says_is_left_out(root: Path) -> None:
    draft = Draft.open("north", root)
    draft.set(Where("client.yaml", ("look", "accent")), "#7a1f4b")
    assert draft.text_of("client.yaml") == CLIENT + 'look:\n  accent: "#7a1f4b"\n'
    assert draft.pack().client.look.accent == "#7a1f4b"
    draft.clear(Where("client.yaml", ("look",)))
    draft.set(Where("client.yaml", ("look", "accent_dark")), "#ffeeff")
    assert draft.pack().client.look.accent_dark == "#ffeeff"
    draft.clear(Where("client.yaml", ("look", "accent_dark")))
    assert draft.text_of("client.yaml") == CLIENT
    draft.set(Where("client.yaml", ("retention_days",)), 30)
    assert draft.text_of("client.yaml") == CLIENT.replace("retention_days: 30\n", "")


def test_what_equals_the_base_is_no_override(root: Path) -> None:
    draft = Draft.open("north", root)
    base = next(one for one in draft.values("dc-wheel") if one.path == ("title",)).base
    draft.set(wheel("title"), base)
    assert not draft.dirty
    draft.set(wheel("title"), {**base, "en": "Other"})
    assert 'title: {en: "Other"}\n' in draft.text_of(WHEEL)
    draft.set(wheel("title"), base)
    assert draft.text_of(WHEEL) == ""


def test_clearing_the_last_override_takes_the_file_away_but_never_a_persons_comment(root: Path) -> None:
    written = put(root, WHEEL, MODELINE + "exercises: {dc-wheel: {minutes: 9}}\n")
    put(root, "prose/welcome.yaml", "# Ask Ann first.\nwelcome: {en: A, fr: B}\n")
    draft = Draft.open("north", root)
    draft.clear(wheel("minutes"))
    draft.clear(Where("prose/welcome.yaml", ("welcome",)))
    draft.save()
    assert not written.exists()
    assert on_disk(root)["prose/welcome.yaml"] == b"# Ask Ann first.\n"


def test_removing_writes_null_for_the_bases_and_takes_out_the_clients_own(root: Path) -> None:
    put(root, WHEEL, OWN)
    draft = Draft.open("north", root)
    draft.remove("our-pulse")
    assert "our-pulse" not in draft.text_of(WHEEL)
    draft.remove("ar1-merge")
    assert draft.text_of("exercises/ar1-merge.yaml") == MODELINE + "exercises:\n  ar1-merge: null\n"
    assert {one.id: one.state for one in draft.entries()}["ar1-merge"] == "removed"
    draft.restore("ar1-merge")
    assert draft.text_of("exercises/ar1-merge.yaml") == ""
    with pytest.raises(NothingThere):
        draft.remove("our-pulse")


@pytest.mark.parametrize("kind", ["rating", "pulse", "network", "activity"])
def test_an_added_exercise_is_whole_in_the_languages_of_the_client(root: Path, kind: str) -> None:
    put(root, "client.yaml", CLIENT + "languages: [en]\n")
    draft = Draft.open("north", root)
    draft.add("our-own", kind, {"en": "Ours", "fr": "À nous"})
    assert "fr:" not in draft.text_of("exercises/our-own.yaml")
    pack = draft.pack()
    assert ({**pack.exercises, **pack.activities})["our-own"].title.en == "Ours"
    with pytest.raises(IdRefused):
        draft.add("dc-wheel", kind, {"en": "Taken", "fr": "Pris"})
    with pytest.raises(IdRefused):
        draft.add("../up", kind, {"en": "Out", "fr": "Dehors"})


def test_steps_that_move_are_one_value_and_one_thing_to_undo(root: Path) -> None:
    draft = Draft.open("north", root)
    steps = draft.agenda("dc-40")["steps"]
    moved = [steps[1], steps[0], *steps[2:]]
    draft.set_steps("dc-40", moved, minutes=45, slack=5)
    text = draft.text_of("agendas/dc-40.yaml")
    assert [line for line in text.splitlines() if line[:1].isalpha()] == ["steps:", "minutes: 45", "slack: 5"]
    agenda = draft.pack().agendas["dc-40"]
    assert [one.does for one in agenda.steps] == [one["does"] for one in moved]
    assert agenda.minutes == 45
    draft.undo()
    assert draft.text_of("agendas/dc-40.yaml") == ""


def test_a_new_agenda_is_whole_and_the_copy_of_another_says_the_same(root: Path) -> None:
    draft = Draft.open("north", root)
    draft.new_agenda("evening", like="dc-40")
    draft.new_agenda("short")
    agendas = draft.pack().agendas
    assert agendas["evening"].steps == agendas["dc-40"].steps
    assert (len(agendas["short"].steps), agendas["short"].slack) == (1, 0)
    assert draft.text_of("agendas/short.yaml").startswith(MODELINE.replace("exercises", "agendas"))
    with pytest.raises(IdRefused):
        draft.new_agenda("dc-40")
    draft.remove_agenda("short")
    assert "short" not in draft.agendas()
    with pytest.raises(NothingThere):
        draft.remove_agenda("dc-40")


def test_a_step_that_moves_takes_its_comment_along(root: Path) -> None:
    first = "  - does: arrive\n    minutes: 3\n    notes: {en: A, fr: B}\n    question: {en: C, fr: D}\n"
    last = "  # After the break.\n" + first.replace("arrive\n", "debrief  # last\n")
    head = "title: {en: Ours, fr: À nous}\nsteps:\n"
    put(root, "agendas/ours.yaml", head + first + last)
    draft = Draft.open("north", root)
    now = draft.agenda("ours")["steps"]
    draft.set_steps("ours", [now[1], now[0]])
    assert draft.text_of("agendas/ours.yaml") == head + last + first


def test_the_bases_entries_are_ordered_by_sequence_and_ones_own_by_moving(root: Path) -> None:
    draft = Draft.open("north", root)
    where = Where("exercises/dc-talks.yaml", ("activities",))
    names = [one.id for one in draft.entries() if one.file == where.file]
    draft.reorder(where, [names[1], names[0], *names[2:]])
    assert f"sequence: [{names[1]}, {names[0]}," in draft.text_of(where.file)
    draft.reorder(where, names)
    assert draft.text_of(where.file) == ""


def test_nothing_outside_the_clients_files_can_be_written(root: Path) -> None:
    draft = Draft.open("north", root)
    for file in ("../base/client.yaml", "exercises/../../x.yaml", "notes.txt", "exercises/.yaml"):
        with pytest.raises(NotWritable):
            draft.set(Where(file, ("name",)), "x")


@pytest.mark.parametrize("text", ["a: [1\n", "a: 1\na: 2\n", "- a\n", "a: &x 1\nb: *x\n"])
def test_a_mangled_file_is_refused_with_its_place_and_stays(root: Path, text: str) -> None:
    path = put(root, WHEEL, text)
    with pytest.raises(PackBroken) as broken:
        Draft.open("north", root)
    assert broken.value.faults[0].file == f"data/clients/north/{WHEEL}"
    assert path.read_text() == text


def test_a_fault_of_a_draft_is_told_at_its_place_in_the_file_as_it_would_be_written(root: Path) -> None:
    draft = Draft.open("north", root)
    draft.set(wheel("minutes"), 0)
    with pytest.raises(PackBroken) as broken:
        draft.pack()
    [fault] = broken.value.faults
    assert (fault.file, fault.line) == (f"data/clients/north/{WHEEL}", 4)


def test_what_is_saved_is_what_the_pack_was_and_the_former_bytes_are_kept(root: Path) -> None:
    put(root, WHEEL, OWN.split("\n  our-pulse")[0])
    draft = Draft.open("north", root)
    draft.set(wheel("settings", "most_picks"), 1)
    meant = draft.pack()
    former = on_disk(root)[WHEEL]
    assert draft.save() == [root / "clients/north" / WHEEL]
    assert not draft.dirty
    assert load_pack("north", root).digest == meant.digest
    assert any(file == f"data/clients/north/{WHEEL}" for _, _, file, _ in explain("dc-wheel", "north", root))
    [kept] = (root / "clients/north/.backup/exercises").iterdir()
    assert kept.read_bytes() == former


def test_the_last_twenty_copies_are_kept(root: Path) -> None:
    draft = Draft.open("north", root)
    for minutes in range(1, 25):
        draft.set(wheel("minutes"), 10 + minutes)
        draft.save()
    kept = sorted((root / "clients/north/.backup/exercises").iterdir())
    assert len(kept) == 20
    assert b"minutes: 33" in kept[-1].read_bytes()


def test_a_file_changed_meanwhile_is_not_overwritten_nor_is_any_other(root: Path) -> None:
    path = put(root, WHEEL, OWN)
    draft = Draft.open("north", root)
    draft.set(wheel("minutes"), 9)
    draft.set(Where("client.yaml", ("min_group",)), 7)
    path.write_text(OWN + "# mine\n", "utf-8")
    before = on_disk(root)
    with pytest.raises(ChangedMeanwhile) as refused:
        draft.save()
    assert refused.value.values["file"] == WHEEL
    assert on_disk(root) == before
    draft.reload()
    assert draft.text_of(WHEEL) == OWN + "# mine\n"
    draft.set(wheel("minutes"), 9)
    assert draft.save()


def test_a_file_that_appeared_meanwhile_is_not_overwritten(root: Path) -> None:
    draft = Draft.open("north", root)
    draft.set(wheel("minutes"), 9)
    put(root, WHEEL, OWN)
    with pytest.raises(ChangedMeanwhile):
        draft.save()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_death_while_saving_leaves_every_file_old_or_new(root: Path) -> None:
    draft = Draft.open("north", root)
    kept: dict[str, set[bytes]] = {}
    for at in range(2):
        draft.set(wheel("minutes"), 20 + at)
        draft.set(Where("exercises/checkin.yaml", ("exercises", "checkin", "minutes")), 20 + at)
        for name in (WHEEL, "exercises/checkin.yaml"):
            kept.setdefault(name, set()).add(draft.text_of(name).encode())
    draft.save()
    child = os.fork()
    if child == 0:
        while True:
            for minutes in (20, 21):
                draft.set(wheel("minutes"), minutes)
                draft.set(Where("exercises/checkin.yaml", ("exercises", "checkin", "minutes")), minutes)
                draft.save()
    try:
        # What anybody reads at any moment is what a death at that moment leaves.
        seen: set[bytes] = set()
        end = time.monotonic() + 10
        while time.monotonic() < end and (len(seen) < 2 or time.monotonic() < end - 9.5):
            seen.add((root / "clients/north" / WHEEL).read_bytes())
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert seen == kept[WHEEL]
    now = on_disk(root)
    assert all(now[name] in kept[name] for name in kept)


def test_where_the_disk_refuses_one_file_the_others_are_as_they_were(root: Path) -> None:
    put(root, WHEEL, OWN)
    draft = Draft.open("north", root)
    draft.set(wheel("minutes"), 9)
    draft.add("zebra", "pulse", {"en": "A", "fr": "B"})
    (root / "clients/north/exercises/zebra.yaml").mkdir()
    before = on_disk(root)
    with pytest.raises(NotSaved) as refused:
        draft.save()
    assert refused.value.values["file"].endswith("exercises/zebra.yaml")
    assert on_disk(root) == before
    assert draft.dirty
    (root / "clients/north/exercises/zebra.yaml").rmdir()
    assert len(draft.save()) == 2


def test_a_folder_without_the_clients_own_file_is_refused(root: Path) -> None:
    (root / "clients/north/client.yaml").unlink()
    with pytest.raises(PackBroken) as broken:
        Draft.open("north", root)
    assert [one.id for one in broken.value.faults] == ["faults.missing_file"]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
TEXTS = st.fixed_dictionaries({"en": WORDS, "fr": WORDS})
EDITS = st.one_of(
    st.tuples(st.just("title"), TEXTS),
    st.tuples(st.just("now"), TEXTS),
    st.tuples(st.just("picks"), st.integers(-2, 9)),
    st.tuples(st.just("anchor"), TEXTS),
    st.tuples(st.just("name"), TEXTS),
    st.tuples(st.sampled_from(["clear", "remove", "add", "steps"]), st.none()),
)
PLACES = {
    "title": wheel("title"), "now": wheel("settings", "now"), "picks": wheel("settings", "most_picks"),
    "anchor": wheel("settings", "importance_anchors", "1"), "name": Where("client.yaml", ("name",)),
}  # fmt: skip


def act(draft: Draft, what: str, value: Any) -> None:
    match what:
        case "clear":
            draft.clear(wheel("title"))
        case "remove":
            draft.remove("dc-wheel")
        case "add":
            draft.add(f"own-{len(draft.entries())}", "pulse", {"en": "A", "fr": "B"})
        case "steps":
            draft.set_steps("dc-40", draft.agenda("dc-40")["steps"][::-1])
        case _:
            draft.set(PLACES[what], value)


@given(st.lists(EDITS, min_size=1, max_size=6))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_and_undone_leaves_the_same_bytes_and_the_same_pack(root: Path, edits: list[Any]) -> None:
    put(root, WHEEL, OWN.split("\n  our-pulse")[0])
    draft = Draft.open("north", root)
    began, files = draft.pack().digest, {name: draft.text_of(name) for name in (WHEEL, "client.yaml")}
    states = []
    for what, value in edits:
        act(draft, what, value)
        if what in PLACES:
            found = [
                one.own for one in (*draft.values("dc-wheel"), *draft.client_values()) if one.where == PLACES[what]
            ]
            assert found[0] is None or found[0] == value or {**value, **found[0]} == value
        states.append(draft.text_of(WHEEL))
    after = draft.text_of(WHEEL)
    while draft.undoable:
        draft.undo()
    assert {name: draft.text_of(name) for name in files} == files
    assert draft.pack().digest == began
    assert not draft.dirty
    while draft.redoable:
        draft.redo()
    assert draft.text_of(WHEEL) == after


def test_a_client_folder_that_is_not_there_is_named_with_the_one_meant(root: Path) -> None:
    with pytest.raises(PackBroken) as broken:
        Draft.open("nroth", root)
    assert broken.value.faults[0].values["near"] == "north"
