"""What the README shows a coach holds as it is written there: its files, and its commands in their order."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leads_kit.errors import PackBroken
from leads_kit.packs import load_pack
from tests.commands import ROOT, RUN, leads
from tests.shown import write_shown

README = (ROOT / "README.md").read_text("utf-8")
COACH = README[README.index("## If you coach") :]
COMMANDS = [shlex.split(line)[1:] for line in COACH.split("```\n")[1].splitlines()]
# These run until they are ended, and print a link first.
SERVE = ("studio", "preview", "serve")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The data with the README's client in it, as somebody would type it."""
    root = shutil.copytree(ROOT / "data", tmp_path / "data")
    yours = root / "clients" / "yours"
    shutil.copytree(root / "clients" / "referral-chapter" / "pictures", yours / "pictures")
    write_shown("README.md", yours)
    return root


def test_the_client_that_the_readme_shows_is_whole(root: Path) -> None:
    pack = load_pack("yours", root)
    assert pack.client.name.fr == "notre clinique"
    assert pack.client.look.accent == "#1f4e8c"
    assert pack.exercises["dc-wheel"].intro.en == "Think of the last shift, not of your best one."


def test_a_slip_in_it_would_be_noticed(root: Path) -> None:
    file = root / "clients" / "yours" / "exercises" / "dc-wheel.yaml"
    file.write_text(file.read_text("utf-8").replace("intro:", "intr:"), "utf-8")
    with pytest.raises(PackBroken):
        load_pack("yours", root)


def test_its_ten_commands_lead_from_nothing_to_a_workshop_and_to_a_colleague(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(COMMANDS) == 10
    monkeypatch.chdir(tmp_path)
    home = {"LEADS_DATA": str(root), "LEADS_HOME": str(tmp_path / "home")}
    for words in COMMANDS:
        if words[0] in SERVE:
            with running(words, tmp_path, home) as link:
                # The pages of the studio and the preview have tests of their own.
                assert words[0] != "serve" or "Riverside Clinic" in page(link)
        else:
            told = leads(*words, **home)
            assert told.returncode == 0, (words, told.stderr)
    pack = load_pack("riverside-clinic", root)
    assert (pack.exercises["rc-next"].kind, pack.exercises["rc-next"].title.fr) == ("vote", "La suite")
    assert "rc-evening" in pack.agendas
    assert load_pack("riverside-copy", root).exercises == pack.exercises


@contextmanager
def running(words: list[str], folder: Path, home: dict[str, str]) -> Iterator[str]:
    """The first link that a command prints which runs until it is ended."""
    command = [sys.executable, "-c", RUN, *words, "--port", "0", "--no-browser"]
    process = subprocess.Popen(command, env={**os.environ, **home}, cwd=folder, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        yield process.stdout.readline().split()[-1]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        process.stdout.close()


def page(link: str) -> str:
    with urllib.request.urlopen(link, timeout=60) as told:  # noqa: S310 — our own server
        return str(told.read().decode())
