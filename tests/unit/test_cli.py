"""The command line: help with an example, faults with their place, one sentence for each error, nothing else on stdout."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path

import pytest

from tests.commands import ROOT, leads, started

COMMANDS = [
    "serve", "lab", "check", "explain", "diff", "pack", "unpack", "new client", "new exercise", "new agenda",
    "studio", "preview", "rooms", "notebooks", "schema",
]  # fmt: skip
# For whoever works on the kit itself, not in the README of those who use it.
INWARD = ("rooms", "notebooks", "schema")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_shows_an_example(command: str) -> None:
    told = leads(*command.split(), "--help")
    assert told.returncode == 0
    assert f"Example: leads {command}" in told.stdout
    assert f"leads {command}" in (ROOT / "README.md").read_text("utf-8") or command in INWARD


def test_help_speaks_french_where_the_machine_does() -> None:
    assert "Exemple" in leads("serve", "--help", LEADS_LANG="fr").stdout


def test_check_finds_nothing_in_what_is_shipped_and_names_an_unknown_client() -> None:
    assert started("check").stdout.startswith("No fault")
    wrong = leads("check", "--client", "bse")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "did you mean “base”?" in wrong.stderr
    assert "Traceback" not in wrong.stderr


def test_check_tells_a_program_which_exercises_work_on_which_capability() -> None:
    found = json.loads(leads("check", "--json").stdout)
    assert found["faults"] == []
    assert "dc1-network" in found["capabilities"]["DC1"]
    assert "dc1-network" not in found["capabilities"]["DC2"]
    assert [one for ids in found["capabilities"].values() for one in ids if one.endswith("-wheel")] == []


def test_each_of_the_twenty_capabilities_has_an_exercise() -> None:
    capabilities = json.loads(leads("check", "--json").stdout)["capabilities"]
    assert len(capabilities) == 20
    assert [id for id, exercises in capabilities.items() if not exercises] == []


def test_check_tells_a_program_where_the_faults_are(tmp_path: Path) -> None:
    root = shutil.copytree(ROOT / "data", tmp_path / "data")
    path = root / "exercises" / "dc-wheel.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: rating", "kind: ratting"), "utf-8")
    told = leads("check", "--json", LEADS_DATA=str(root))
    assert told.returncode == 1
    (fault,) = json.loads(told.stdout)["faults"]
    assert fault["file"].endswith("exercises/dc-wheel.yaml")
    assert "rating" in fault["said"]


def test_explain_shows_file_and_line() -> None:
    assert "data/exercises/dc-wheel.yaml:" in leads("explain", "dc-wheel").stdout
    assert "did you mean “dc-wheel”?" in leads("explain", "dc-weel").stderr


def test_a_port_in_use_is_one_sentence_and_no_other_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        told = started("serve", "--port", port, "--store", str(tmp_path / "a.db"), "--no-browser")
    assert (told.returncode, told.stdout) == (1, "")
    assert f"Port {port} is in use." in told.stderr


def test_a_store_that_cannot_be_written_is_one_sentence() -> None:
    told = leads("rooms", "--store", "/proc/nowhere/a.db")
    assert told.returncode == 1
    assert "Nothing can be written to /proc/nowhere/a.db" in told.stderr
    assert "Traceback" not in told.stderr


def test_rooms_says_so_when_there_are_none(tmp_path: Path) -> None:
    assert "No room yet" in leads("rooms", "--store", str(tmp_path / "a.db")).stdout


def test_the_notebooks_are_up_to_date() -> None:
    assert leads("notebooks", "--check").returncode == 0
