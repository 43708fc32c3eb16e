"""What the coach's page in docs says about a client's folder holds as it is written there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer import Typer

from leads_kit.cli import build
from leads_kit.cli.said import fault_said
from leads_kit.model import Pack
from leads_kit.packs import load_pack, load_words
from leads_kit.packs.checks import check
from leads_kit.packs.clients import NEEDED, OFFICIAL
from leads_kit.packs.documents import FOLDERS
from leads_kit.packs.seen import accept
from tests.commands import ROOT
from tests.shown import write_shown

PAGE = "docs/coach.md"
TOLD = (ROOT / PAGE).read_text("utf-8")
SLIPS = re.compile(r"```yaml\n(# data/clients/yours/(\S+), with three slips\n.*?)```\n\n```text\n(.*?)```", re.DOTALL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The data with the page's client in it, as somebody would type it, and who then says that they have looked."""
    root = shutil.copytree(ROOT / "data", tmp_path / "data")
    yours = root / "clients" / "yours"
    shutil.copytree(root / "clients" / "referral-chapter" / "pictures", yours / "pictures")
    assert len(write_shown(PAGE, yours)) == TOLD.count("\n# data/clients/yours/") - 1
    accept("yours", root)
    return root


@pytest.fixture
def yours(root: Path) -> Pack:
    return load_pack("yours", root)


def said(root: Path, advice: bool = True) -> list[str]:
    say = load_words(root).say("en")
    found = check("yours", root)
    told = (*found.faults, *found.advice) if advice else found.faults
    return [f"{one.file}:{one.line}:{one.column}: {fault_said(one, say)}" for one in told]


def test_the_client_that_the_page_shows_has_no_fault_and_takes_no_advice(root: Path) -> None:
    assert said(root) == []


def test_what_is_not_mentioned_stays_null_removes_and_sequence_orders(yours: Pack) -> None:
    base, ours = load_pack().exercises["dc-close"], yours.exercises["dc-close"]
    assert (ours.title, ours.kind) == (base.title, base.kind)
    assert ours.intro.fr == "Quatre courtes questions, pour vous seulement."
    assert list(ours.settings.questions) == ["mend", "notice", "together", "sign"]  # type: ignore[attr-defined]


def test_versions_of_consent_and_evaluation_have_moved_by_themselves(yours: Pack) -> None:
    assert re.fullmatch(r"1\+[0-9a-f]{8}", yours.consent_version)
    assert re.fullmatch(r"1\+[0-9a-f]{8}", yours.exercises["evaluate"].settings.version)  # type: ignore[attr-defined]
    assert list(yours.consent)[-1] == "break"


def test_official_wording_stands_for_the_kits_own_with_its_licence(yours: Pack) -> None:
    assert yours.framework.capabilities["DC1"].label.en == "The licensed wording"
    assert yours.framework.capabilities["DC2"].label == load_pack().framework.capabilities["DC2"].label
    assert yours.framework.notice.fr.endswith("Libellés utilisés avec permission.")


def test_slips_are_told_as_the_page_tells_them(root: Path) -> None:
    typed, file, told = SLIPS.findall(TOLD)[0]
    (root / "clients" / "yours" / file).write_text(typed, "utf-8")
    assert said(root, advice=False) == told.splitlines()


def test_a_slip_in_what_it_shows_would_be_noticed(root: Path) -> None:
    file = root / "clients" / "yours" / "agendas" / "clinic-45.yaml"
    file.write_text(file.read_text("utf-8").replace("slack: 4", "slack: 5"), "utf-8")
    assert len(said(root)) == 1


def left_out(page: str) -> set[str]:
    """Keys of a client's file and folders that no table of a page tells of."""
    told = set(re.findall(r"^\| `(\w+)/?`", page, re.MULTILINE))
    return {*NEEDED, "languages", "help_line", OFFICIAL, *FOLDERS, "pictures", "samples"} - told


def test_every_key_of_a_clients_file_and_every_folder_is_told_of() -> None:
    assert left_out(TOLD) == set()


def test_a_key_that_the_page_forgot_would_be_noticed() -> None:
    assert left_out(TOLD.replace("| `min_group` |", "| |").replace("| `words/` |", "| |")) == {"min_group", "words"}


def commands(app: Typer) -> set[str]:
    return {one.name or one.callback.__name__ for one in app.registered_commands if one.callback}


def test_every_command_that_the_page_names_exists() -> None:
    app = build(load_words().say("en"))
    groups = {
        f"{one.name} {inside}"
        for one in app.registered_groups
        if one.typer_instance
        for inside in commands(one.typer_instance)
    }
    named = set(re.findall(r"`leads (new [a-z]+|[a-z]+)", TOLD))
    assert named - commands(app) - groups == set()
    assert {"check", "new agenda"} <= named
