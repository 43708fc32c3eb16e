"""What the README shows a coach holds as it is written there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leads_kit.errors import PackBroken
from leads_kit.packs import load_pack
from tests.shown import ROOT, write_shown


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
