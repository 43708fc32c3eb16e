"""Broken packs, one fault each, beside what is said about it in both languages; several at once are all found in one pass."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from leads_kit.errors import Fault, PackBroken
from leads_kit.packs import load_pack
from leads_kit.packs.checks import check
from leads_kit.text import Lang
from tests.client_folder import data_with, faults_of, told

PACKS = sorted((Path(__file__).parents[1] / "broken_packs").iterdir())
SEVERAL, ALL = "21-several-at-once", "22-all-at-once"
SINGLE = [pack for pack in PACKS if pack.name not in (SEVERAL, ALL)]
EXPECTED: dict[Lang, str] = {"en": "expected.txt", "fr": "expected-fr.txt"}


def broken(name: str, folder: Path) -> Path:
    """The shipped data with one broken pack as a client."""
    pack = next(one for one in PACKS if one.name == name)
    return data_with(folder, {one.relative_to(pack).as_posix(): one.read_text("utf-8") for one in pack.rglob("*.yaml")})


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Fault, ...]]:
    """The faults of a broken pack by its name, looked for once."""
    return cache(lambda name: check("acme", broken(name, tmp_path_factory.mktemp(name))).faults)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_broken_pack_says_what_is_written_beside_it(pack: Path, found: Callable[[str], tuple[Fault, ...]]) -> None:
    faults = found(pack.name)
    for lang, name in EXPECTED.items():
        assert told(faults, lang) == (pack / name).read_text("utf-8").splitlines()
    assert (len(faults) > 1) is (pack not in SINGLE)


@pytest.mark.parametrize("pack", SINGLE, ids=lambda pack: pack.name)
def test_a_fault_is_told_in_the_file_that_the_client_wrote(pack: Path) -> None:
    said = (pack / EXPECTED["en"]).read_text("utf-8")
    assert (pack / said.split(":")[0]).is_file()


def test_twenty_faults_at_once_are_told_in_one_pass(found: Callable[[str], tuple[Fault, ...]]) -> None:
    alone = {one.id for pack in SINGLE for one in found(pack.name)}
    # Of a client's two colours one can be no colour while the other cannot be read; each then has its own sentence.
    at_once = {one.id.replace("contrast_accent_dark", "contrast_accent") for one in found(ALL)}
    assert len(SINGLE) == 20
    assert at_once == alone


def test_an_unbroken_client_has_no_fault_and_loads(tmp_path: Path) -> None:
    root = data_with(tmp_path, {})
    assert faults_of(root) == []
    assert load_pack("acme", root).client.name.fr == "Acmé"


def test_faults_of_reading_do_not_hide_those_of_building(tmp_path: Path) -> None:
    root = broken(SEVERAL, tmp_path)
    assert {one.split(":")[0] for one in faults_of(root)} == {
        "client.yaml", "agendas/mine.yaml", "exercises/checkin.yaml", "exercises/dc-wheel.yaml"
    }  # fmt: skip
    with pytest.raises(PackBroken):
        load_pack("acme", root)


OWN = "activities:\n  own:\n    title: {en: A, fr: B}\n    instruction: {en: A, fr: B}\n    minutes: 7\n"


def test_a_missing_step_of_a_lost_file_is_no_second_fault(tmp_path: Path) -> None:
    agenda = (PACKS[14] / "agendas/mine.yaml").read_text("utf-8")
    files = {"exercises/own.yaml": OWN + "  oops: [", "agendas/mine.yaml": agenda.replace("take-hom", "own")}
    assert [one.split(":")[0] for one in faults_of(data_with(tmp_path, files))] == ["exercises/own.yaml"]
    files["agendas/mine.yaml"] = agenda
    assert len(faults_of(data_with(tmp_path, files))) == 2


def test_a_clients_file_that_cannot_be_read_hides_no_other_fault(tmp_path: Path) -> None:
    files = {
        "client.yaml": "languages: [en]\nname: {en: Acme\n",
        "exercises/dc-wheel.yaml": 'exercises:\n  dc-wheel: {minutes: five, title: {en: "{our_word}", fr: null}}\n',
    }
    said = faults_of(data_with(tmp_path, files))
    assert [one.split(":")[0] for one in said] == ["client.yaml", "exercises/dc-wheel.yaml"]
    assert "whole number" in said[1]


def test_what_is_taken_away_and_still_on_agendas_is_told_once_where_it_was_taken_away(tmp_path: Path) -> None:
    root = data_with(tmp_path, {"exercises/dc-wheel.yaml": "exercises:\n  dc-wheel: null\n"})
    (said,) = faults_of(root)
    assert said.startswith("exercises/dc-wheel.yaml:2:13: “dc-wheel” is taken away here")
    assert all(agenda in said for agenda in ("dc-40", "dc-90", "dc-210"))
    mine = (PACKS[13] / "agendas/mine.yaml").read_text("utf-8").replace("take-home", "dc-wheel").replace("10", "6")
    contradicted = faults_of(data_with(tmp_path, {"agendas/mine.yaml": mine}))
    assert [one.split(":")[0] for one in contradicted] == ["agendas/mine.yaml", "exercises/dc-wheel.yaml"]


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        (
            "agendas/dc-40.yaml",
            "steps:\n  - {does: checkin, minutes: 3, notes: {en: A, fr: B}, question: {en: A, fr: B}}\n",
            "2:3",
        ),
        ("agendas/dc-40.yaml", "slack: 30\n", "1:8"),
        ("agendas/dc-40.yaml", "minutes: 30\n", "1:10"),
        ("exercises/talks.yaml", "activities:\n  triads:\n    minutes: 2\n", "3:14"),
    ],
)
def test_values_that_do_not_go_together_are_told_at_the_clients(
    tmp_path: Path, file: str, text: str, place: str
) -> None:
    said = faults_of(data_with(tmp_path, {file: text}))
    assert [one.split(": ")[0] for one in said] == [f"{file}:{place}"]


WINDOW = "exercises:\n  ls1-window:\n    settings:\n      words: {%s}\n"


def test_a_client_adds_to_what_a_bases_exercise_lists_and_a_word_that_is_none_is_told(tmp_path: Path) -> None:
    root = data_with(tmp_path, {"exercises/ls1-window.yaml": WINDOW % "zippy: {en: zippy, fr: vif}"})
    words = load_pack("acme", root).exercises["ls1-window"].settings.model_dump()["words"]
    assert words["zippy"] is not None
    data_with(tmp_path, {"exercises/ls1-window.yaml": WINDOW % "zippy: {en: zippy, fre: vif}"})
    assert [one.partition(": ")[2] for one in faults_of(root)] == [
        "“fr” is missing",
        "“fre” is not known here; did you mean “fr”?",
    ]
    data_with(tmp_path, {"exercises/ls1-window.yaml": WINDOW % "zippy: null"})
    assert "changes nothing" in faults_of(root)[0]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "agendas/dc-40.yaml",
            "spares:\n  - {does: dc-close, minutes: 3, notes: {en: A, fr: B}, question: {en: A, fr: B}}\n",
        ),
        ("exercises/dc-wheel.yaml", "exercises: {dc-wheel: {source: {en: After Ann, fr: D’après Ann}}}\n"),
        ("exercises/talks.yaml", "activities: {arrive: {size: 2, turns: [1, 1], roles: [{en: A, fr: B}]}}\n"),
    ],
)
def test_a_client_adds_what_the_base_left_out(tmp_path: Path, file: str, text: str) -> None:
    assert faults_of(data_with(tmp_path, {file: text})) == []
    key = next(one for one in ("spares", "source", "roles") if one in text)
    assert len(faults_of(data_with(tmp_path, {file: text.replace(key, key + "x")}))) == 1


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("[ls-wheel, dc-wheel]", "“ls-wheel” changes nothing; did you mean “dc-wheel”?"),
        ("[[dc-wheel]]", "“['dc-wheel']” changes nothing; did you mean “dc-wheel”?"),
        ("dc-wheel", "here belongs a list"),
        ("[dc-wheel]", ""),
    ],
)
def test_an_order_is_a_list_of_what_there_is(tmp_path: Path, order: str, said: str) -> None:
    faults = faults_of(data_with(tmp_path, {"exercises/dc-wheel.yaml": f"exercises:\n  sequence: {order}\n"}))
    assert len(faults) == bool(said)
    assert not said or said in faults[0]
