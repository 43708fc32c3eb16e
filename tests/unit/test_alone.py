"""One's own place: made once, however many notebooks open at once, and found again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from leads_kit.errors import StoreUnreachable
from leads_kit.model import Pack
from leads_kit.store import engine, one_at_a_time
from leads_kit.workshop.alone import alone

AT_ONCE = 8


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEADS_HOME", str(tmp_path))
    return tmp_path


def test_notebooks_opened_at_once_share_one_seat(home: Path, pack: Pack) -> None:
    with ThreadPoolExecutor(AT_ONCE) as threads:
        opened = list(threads.map(lambda _: alone(pack, "en"), range(AT_ONCE)))
    assert len({one.seat.id for one in opened}) == 1
    assert len(opened[0].store.seats(opened[0].room)) == 1
    assert {path.name for path in (home / ".leads").iterdir()} >= {"answers.db", "key"}


def test_somebody_elses_folder_is_somebody_else(home: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    first = alone(pack, "en")
    monkeypatch.setenv("LEADS_HOME", str(home / "other"))
    assert alone(pack, "en").seat.id != first.seat.id


def test_a_lock_that_nobody_gives_back_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    with one_at_a_time(tmp_path / "lock"), pytest.raises(StoreUnreachable), one_at_a_time(tmp_path / "lock"):
        pytest.fail("two were let in")
    with one_at_a_time(tmp_path / "lock"):
        pass
