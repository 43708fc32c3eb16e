"""Claims about what `make test` brings: PostgreSQL's programs where it can, one sentence where it cannot."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

CI = Path(__file__).resolve().parents[2] / ".ci"


@pytest.fixture
def postgres(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """.ci/postgres.py on a machine of its own, which has no PostgreSQL."""
    monkeypatch.syspath_prepend(str(CI))
    module = importlib.reload(importlib.import_module("postgres"))
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(module, "RECORD", tmp_path / ".venv" / ".leads-postgres")
    monkeypatch.setattr(module, "PLACES", (str(tmp_path / "lib"),))
    monkeypatch.setattr(module, "NO_CLUSTER", tmp_path / "etc" / "postgresql-common" / "createcluster.d" / "leads.conf")
    monkeypatch.setenv("PATH", str(tmp_path))
    return module


def programs(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("initdb", "pg_ctl", "postgres"):
        (folder / name).touch()
    return folder


def test_the_latest_version_there_is_taken_and_recorded(postgres: ModuleType, tmp_path: Path) -> None:
    programs(tmp_path / "lib" / "9.6" / "bin")
    latest = programs(tmp_path / "lib" / "15" / "bin")
    (tmp_path / "lib" / "16" / "bin").mkdir(parents=True)
    assert postgres.main() == 0
    assert postgres.RECORD.read_text() == str(latest)
    assert postgres.recorded()


def test_debians_package_goes_in_without_a_cluster_and_leaves_no_setting(
    postgres: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def install(package: str) -> bool:
        said.append(f"{package}: {postgres.NO_CLUSTER.read_text()}")
        programs(tmp_path / "lib" / "15" / "bin")
        return True

    monkeypatch.setattr(postgres, "apt", lambda: "apt-get")
    monkeypatch.setattr(postgres, "install", install)
    assert postgres.main() == 0
    assert said == ["postgresql: create_main_cluster = false\n"]
    assert not (tmp_path / "etc").exists()


def test_where_nothing_may_be_installed_one_sentence_says_what_to_do(
    postgres: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(postgres, "apt", lambda: None)
    assert postgres.main() == 1
    assert "apt-get install postgresql" in capsys.readouterr().err
    assert not postgres.RECORD.exists()


def test_a_record_that_no_longer_holds_is_made_anew(postgres: ModuleType, tmp_path: Path) -> None:
    postgres.RECORD.write_text("/gone/bin")
    assert not postgres.recorded()
    programs(tmp_path / "lib" / "15" / "bin")
    assert postgres.main() == 0
    assert postgres.recorded()
