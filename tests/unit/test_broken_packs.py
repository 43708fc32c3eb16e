"""Broken packs, one fault each, beside what is said about it; several faults at once are all found in one pass."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leads_kit.errors import PackBroken
from leads_kit.packs import data_root, load_pack, load_words
from leads_kit.packs.checks import check

PACKS = sorted((Path(__file__).parents[1] / "broken_packs").iterdir())
SEVERAL = "21-several-at-once"


def said(pack: Path, tmp: Path) -> list[str]:
    """The faults of one broken pack on the shipped data, as they are printed."""
    root = tmp / "data"
    (root / "clients").mkdir(parents=True)
    for part in ("framework", "exercises", "agendas", "prose", "words"):
        (root / part).symlink_to(data_root() / part)
    (root / "clients" / "base").symlink_to(data_root() / "clients" / "base")
    shutil.copytree(pack, root / "clients" / "acme")
    say = load_words().say("en")
    return [
        f"{one.file.removeprefix('data/clients/acme/')}:{one.line}:{one.column}: {say(one.id, **one.values)}"
        for one in check("acme", root).faults
    ]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_broken_pack_says_what_is_written_beside_it(pack: Path, tmp_path: Path) -> None:
    told = said(pack, tmp_path)
    assert told == (pack / "expected.txt").read_text("utf-8").splitlines()
    assert (len(told) > 1) is (pack.name == SEVERAL)


def test_an_unbroken_client_has_no_fault_and_loads(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    (whole / "client.yaml").write_text('name: {en: "Acme", fr: "Acmé"}\n', "utf-8")
    assert said(whole, tmp_path) == []


def test_faults_of_reading_do_not_hide_those_of_building(tmp_path: Path) -> None:
    told = said(next(pack for pack in PACKS if pack.name == SEVERAL), tmp_path)
    assert {one.split(":")[0] for one in told} == {
        "client.yaml", "agendas/mine.yaml", "exercises/checkin.yaml", "exercises/dc-wheel.yaml"
    }  # fmt: skip
    with pytest.raises(PackBroken):
        load_pack("acme", tmp_path / "data")


def test_a_missing_step_of_a_lost_file_is_no_second_fault(tmp_path: Path) -> None:
    lost = tmp_path / "lost"
    (lost / "exercises").mkdir(parents=True)
    (lost / "agendas").mkdir()
    (lost / "client.yaml").write_text('name: {en: "Acme", fr: "Acmé"}\n', "utf-8")
    (lost / "exercises/own.yaml").write_text("activities: {own: [}\n", "utf-8")
    agenda = (PACKS[14] / "agendas/mine.yaml").read_text("utf-8")
    (lost / "agendas/mine.yaml").write_text(agenda.replace("take-hom", "own"), "utf-8")
    assert [one.split(":")[0] for one in said(lost, tmp_path)] == ["exercises/own.yaml"]
