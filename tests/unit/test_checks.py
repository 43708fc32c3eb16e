"""What `leads check` says beside faults: advice of each sort, in every form it is printed in, and answers left behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from leads_kit.cli import build
from leads_kit.model import Pack
from leads_kit.packs import load_pack, load_words
from leads_kit.packs.checks import check
from leads_kit.store import open_store
from leads_kit.text import Lang
from tests.client_folder import advice_of, data_with, faults_of, looked_after, told
from tests.world import WHEEL, make_world

LONG = " ".join(["word"] * 26)
LONGER = " ".join(["Short words."] * 31)
WHEEL_FILE = "exercises/dc-wheel.yaml"
CHECKIN, END = "{does: checkin, minutes: 3%s}", "{does: evaluate, minutes: 4%s}\n  - {does: take-home, minutes: 3%s}"
WORK = "{does: dc-wheel, minutes: 16%s}\n  - {does: dc2-journey, minutes: 25%s}"
WORDS = ", notes: {en: A, fr: B}, question: {en: A, fr: B}"
Check = Callable[..., Result]


def wheel(line: str) -> dict[str, str]:
    return {WHEEL_FILE: f"exercises:\n  dc-wheel:\n    {line}\n"}


def agenda(steps: str, minutes: int) -> dict[str, str]:
    text = steps.replace("%s", WORDS)
    return {"agendas/mine.yaml": f"title: {{en: Mine, fr: Le mien}}\nminutes: {minutes}\nsteps:\n  - {text}\n"}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (wheel(f'intro: {{en: "{LONG}.", fr: "Court."}}'), f"{WHEEL_FILE}:3:17: a sentence here has 26 words"),
        (wheel(f'intro: {{en: "Short.", fr: "{LONGER}"}}'), f"{WHEEL_FILE}:3:31: this text has 62 words"),
        (wheel("title: {en: Today}"), f"{WHEEL_FILE}:3:17: only the English is changed here"),
        (wheel("title: {fr: Aujourd’hui}"), f"{WHEEL_FILE}:3:17: only the French is changed here"),
        (wheel("settings: {now: {fr: Maintenant}}"), f"{WHEEL_FILE}:3:26: only the French is changed here"),
        (
            agenda(f"{CHECKIN}\n  - {{does: dc-wheel, minutes: 17%s}}\n  - {END}", 27),
            "agendas/mine.yaml:5:31: this agenda gives “dc-wheel” 17 minutes, but it is made for 8",
        ),
        (agenda(f"{WORK}\n  - {END}", 48), "agendas/mine.yaml:4:3: “mine” does not begin with"),
        (agenda(f"{CHECKIN}\n  - {WORK}\n  - {{does: debrief, minutes: 8%s}}", 52), "agendas/mine.yaml:4:3: “mine” does not end"),
    ],
)  # fmt: skip
def test_advice_is_told_at_its_place_and_stops_nothing(tmp_path: Path, files: dict[str, str], said: str) -> None:
    found = check("acme", looked_after(tmp_path, files))
    assert (found.faults, found.pack is not None) == ((), True)
    (one,) = told(found.advice)
    assert one.startswith(said)
    assert told(found.advice, "fr") != [one]


@pytest.mark.parametrize(
    "files",
    [
        wheel(f'intro: {{en: "{LONG[5:]}. {LONG[5:]}.", fr: "Court."}}'),
        wheel("title: {en: Today, fr: Aujourd’hui}"),
        agenda(f"{CHECKIN}\n  - {WORK}\n  - {END}", 51),
        agenda("{does: dc-wheel, minutes: 16%s}\n  - {does: dc2-journey, minutes: 25%s}", 41),
        wheel(f'source: {{en: "{LONG}", fr: "Court."}}'),
    ],
)
def test_what_is_as_it_should_be_draws_no_advice(tmp_path: Path, files: dict[str, str]) -> None:
    root = looked_after(tmp_path, files)
    assert (faults_of(root), advice_of(root)) == ([], [])


@pytest.mark.parametrize("client", ["base", "health-authority", "referral-chapter"])
def test_what_is_shipped_draws_no_advice(client: str) -> None:
    assert check(client).advice == ()


@pytest.mark.parametrize(("languages", "says", "other"), [("[en]", "en", "fr"), ("[fr]", "fr", "en")])
def test_a_client_of_one_language_needs_no_other_and_a_client_of_two_does(
    tmp_path: Path, languages: str, says: Lang, other: Lang
) -> None:
    files = {
        "client.yaml": f"name: {{{says}: Acme}}\nlanguages: {languages}\nterms: {{chapter: {{{says}: ours}}}}\n",
        WHEEL_FILE: f'exercises:\n  dc-wheel:\n    title: {{{says}: "Own {{chapter}}"}}\n',
        "exercises/own.yaml": "exercises:\n  own:\n    kind: reflection\n    minutes: 4\n    title: {L}\n    intro: {L}\n"
        "    settings: {questions: {one: {title: {L}, label: {L}}}}\n".replace("L", f"{says}: A"),
    }
    root = looked_after(tmp_path, files)
    assert (faults_of(root), advice_of(root)) == ([], [])
    assert load_pack("acme", root).exercises["dc-wheel"].title.of(other) == "Own ours"
    looked_after(tmp_path, {"client.yaml": files["client.yaml"].replace(languages, "[en, fr]")})
    missing = [one for one in faults_of(root) if f"“{other}” is missing" in one]
    assert len(missing) == 6
    looked_after(tmp_path, {"client.yaml": files["client.yaml"].replace(languages, f"[{other}]")})
    assert len([one for one in faults_of(root) if f"“{other}” is missing" in one]) == 6


def test_faults_hide_neither_a_colour_nor_advice(tmp_path: Path) -> None:
    files = wheel(f'minutes: five\n    intro: {{en: "{LONG}.", fr: Court}}')
    files |= {"client.yaml": "name: {en: Acme, fr: Acmé}\nmin_group: 2\nlook: {accent: '#ffd24d'}\n"}
    files |= agenda(
        "{does: dc-wheel, minutes: 8%s}\n  - {does: evalaute, minutes: 4%s}\n  - {does: dc2-journey, minutes: 40%s}", 52
    )
    root = looked_after(tmp_path, files)
    assert [one.split(": ")[0] for one in faults_of(root)] == [
        "agendas/mine.yaml:5:12", "client.yaml:2:12", "client.yaml:3:16", f"{WHEEL_FILE}:3:14"
    ]  # fmt: skip
    # What the misspelt step was, nobody knows: that the agenda has no evaluation is not said.
    assert [one.split(": ")[0] for one in advice_of(root)] == [f"{WHEEL_FILE}:4:17"]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Check:
    """`leads check` on a data root, in this process."""

    def run(root: Path, *words: str, lang: Lang = "en") -> Result:
        monkeypatch.setenv("LEADS_DATA", str(root))
        return CliRunner().invoke(build(load_words().say(lang)), ["check", *words], catch_exceptions=False)

    return run


def test_advice_is_printed_as_advice_and_faults_as_faults(tmp_path: Path, run: Check) -> None:
    root = looked_after(tmp_path, wheel("title: {en: Today}"))
    told = run(root, "--client", "acme")
    place = f"data/clients/acme/{WHEEL_FILE}:3:17"
    assert (
        told.stderr == f"{place}: advice: only the English is changed here; the French still says what the base says\n"
    )
    assert told.stdout.startswith("acme: No fault: ")
    assert told.exit_code == 0
    assert run(root, "--client", "acme", lang="fr").stderr.startswith(f"{place}: conseil\u00a0: seul l’anglais")
    looked_after(tmp_path, wheel("titel: {en: Today}"))
    broken = run(root, "--client", "acme")
    assert (broken.stdout, broken.exit_code) == ("", 1)
    assert broken.stderr.startswith(f"data/clients/acme/{WHEEL_FILE}:3:12: “titel” changes nothing")


def test_every_client_is_looked_through_and_one_with_a_fault_is_enough(tmp_path: Path, run: Check) -> None:
    root = data_with(data_with(tmp_path, {}).parent, {}, "zenith")
    fine = run(root, "--all")
    assert fine.exit_code == 0
    assert [line.partition(":")[0] for line in fine.stdout.splitlines()] == ["acme", "No fault", "zenith"]
    data_with(tmp_path, {"client.yaml": "name: {en: Acme, fr: Acmé}\nmin_group: 2\n"})
    broken = run(root, "--all", "--json")
    assert broken.exit_code == 1
    assert {one["client"]: len(one["faults"]) for one in json.loads(broken.stdout)} == {
        "acme": 1,
        "base": 0,
        "zenith": 0,
    }


def test_a_program_is_told_faults_and_advice_with_their_places_and_words(tmp_path: Path, run: Check) -> None:
    root = looked_after(tmp_path, wheel("title: {en: Today}\n    minutes: five"))
    told = json.loads(run(root, "--client", "acme", "--json").stdout)
    assert set(told) == {"client", "faults", "advice"}
    (fault,), (advice,) = told["faults"], told["advice"]
    file = f"data/clients/acme/{WHEEL_FILE}"
    assert fault == {
        "file": file, "line": 4, "column": 14, "id": "faults.not_a_number", "said": "here belongs a whole number of at least 1"
    }  # fmt: skip
    assert (advice["file"], advice["line"], advice["id"]) == (file, 3, "faults.half_translated_en")


ANSWER = "nobody else may read this"


def room_with_answers(where: Path, pack: Pack, answered: str = "dc-wheel") -> None:
    """A room in which two people have answered one exercise, and one of them has only begun another."""
    store = open_store(str(where))
    world = make_world(store, pack, people=3)
    world.open(answered)
    for seat in (0, 1):
        world.answer(seat, answered, WHEEL if answered == "dc-wheel" else {"missing": ANSWER})
    store.close()


def test_answers_to_what_a_client_no_longer_has_are_counted_and_never_shown(tmp_path: Path, run: Check) -> None:
    root = data_with(tmp_path, {})
    room_with_answers(tmp_path / "rooms.db", load_pack("acme", root))
    kept = run(root, "--client", "acme", "--store", str(tmp_path / "rooms.db"))
    assert (kept.stderr, kept.exit_code) == ("", 0)
    room = open_store(str(tmp_path / "rooms.db")).rooms()[0].name
    data_with(tmp_path, {WHEEL_FILE: "exercises: {dc-wheel: null}\n"})
    for id, minutes in (("dc-40", 40), ("dc-90", 90), ("dc-210", 210)):
        data_with(tmp_path, {f"agendas/{id}.yaml": f"steps: []\nspares: []\nslack: {minutes}\n"})
    told = run(root, "--client", "acme", "--store", str(tmp_path / "rooms.db"))
    left = [line for line in told.stderr.splitlines() if "dc-wheel" in line]
    assert len(left) == 1
    assert f"advice: in the room “{room}”, 2 answers are to “dc-wheel”" in left[0]
    assert told.exit_code == 0
    program = json.loads(run(root, "--client", "acme", "--json", "--store", str(tmp_path / "rooms.db")).stdout)
    assert program["answers"] == [{"room": room, "exercise": "dc-wheel", "answers": 2}]
    assert "now-DC1" not in told.stderr + str(program["answers"])
    other = run(root, "--client", "base", "--store", str(tmp_path / "rooms.db"))
    assert "dc-wheel" not in other.stderr.replace("data/", "")


def test_what_a_broken_pack_has_left_is_not_guessed_at(tmp_path: Path, run: Check) -> None:
    root = data_with(tmp_path, {})
    room_with_answers(tmp_path / "rooms.db", load_pack("acme", root))
    data_with(tmp_path, wheel("minutes: five"))
    told = run(root, "--client", "acme", "--store", str(tmp_path / "rooms.db"))
    assert told.exit_code == 1
    assert told.stderr.splitlines()[-1].endswith("the answers there were not compared; mend the faults of acme first.")
    program = run(root, "--client", "acme", "--json", "--store", str(tmp_path / "rooms.db"))
    assert json.loads(program.stdout)["answers"] is None


def test_a_store_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    from leads_kit.cli.left import counted
    from leads_kit.errors import StoreUnreachable

    with pytest.raises(StoreUnreachable):
        counted(str(tmp_path / "none" / "rooms.db"))
    assert not (tmp_path / "none").exists()
