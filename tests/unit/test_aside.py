"""Claims about heavy engines beside a server: only a few at once, and who waits too long is told so like any other time-out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leads_kit.reports import aside as module
from leads_kit.reports.aside import SHARED_ENV, aside
from leads_kit.store import one_at_a_time

ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A server's folder on a machine with one processor, where nobody waits long."""
    monkeypatch.setenv(SHARED_ENV, str(tmp_path))
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.setattr(module, "WAIT_SECONDS", 0.2)
    return tmp_path


def test_what_goes_in_comes_out(folder: Path) -> None:
    assert aside(ECHO, "dit à voix basse") == "dit à voix basse".encode()
    assert aside(ECHO, "and again") == b"and again"


def test_whose_turn_does_not_come_is_told_in_time(folder: Path) -> None:
    with one_at_a_time(folder / "turn-0"), pytest.raises(TimeoutError):
        aside(ECHO, "x")


def test_alone_nobody_waits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SHARED_ENV)
    with one_at_a_time(folder / "turn-0"):
        assert aside(ECHO, "x") == b"x"
