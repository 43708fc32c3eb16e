"""Claims about working alone: `leads lab`, a real JupyterLab, the same notebook, and nobody else is asked for anything."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.stage import PATIENCE, Screen, chromium, watched
from tests.server_fixture import ROOT, wait_until

LEADS = "from leads_kit.cli import main; main()"
CARD = "#leads-dc-first-five"


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab in folders of its own; afterwards neither it nor a kernel is left."""
    own = {f"JUPYTER_{name}_DIR": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {**os.environ, **own, "LEADS_HOME": str(tmp_path / "home"), "LEADS_LANG": "en"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    log = tmp_path / "lab.log"
    with log.open("w") as told:
        process = subprocess.Popen(
            [sys.executable, "-c", LEADS, "lab", "--no-browser"],
            stdout=told, stderr=told, cwd=ROOT, env=environment, start_new_session=True,
        )  # fmt: skip
    try:
        address = r"http://127\.0\.0\.1:\d+/lab\?token=\w+"
        assert wait_until(lambda: re.search(address, log.read_text()), PATIENCE / 1000), log.read_text()
        found = re.search(address, log.read_text())
        assert found
        yield found[0]
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=PATIENCE / 1000)
        assert wait_until(lambda: not running(tmp_path / "home"), PATIENCE / 1000)


def running(home: Path) -> list[str]:
    """What still runs for this home: JupyterLab itself, and kernels, which have sessions of their own."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"LEADS_HOME={home}\0" in (folder / "environ").read_text(errors="replace"):
                found.append((folder / "cmdline").read_text())
    return found


def run_all(page: Page) -> None:
    """JupyterLab asks for a kernel when it is told to run before its own has begun."""
    page.get_by_text(re.compile(r"\| Idle$")).wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator('li[data-command="runmenu:run-all"]').click()


def test_alone_in_jupyterlab_the_same_notebook_keeps_what_is_typed(lab: str) -> None:
    with chromium() as browser:
        here, token = lab.split("/lab?")
        page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
        screen: Screen = watched(page, here)
        page.goto(f"{here}/lab/tree/4-develop-coalitions.ipynb?{token}")
        run_all(page)
        line = page.locator(f"{CARD} input[type=text]").first
        line.press_sequentially("the pharmacy lead", delay=20)
        expect(page.locator(f"{CARD} .status")).to_have_text("Saved", timeout=PATIENCE)
        assert serious(page) == []
        page.reload()
        run_all(page)
        expect(line).to_have_value("the pharmacy lead", timeout=PATIENCE)
        assert (screen.outside, screen.errors) == ([], [])


def serious(page: Page) -> list[str]:
    """What axe finds in our own cards; JupyterLab around them is not ours."""
    found = Axe().run(page, context=".leads").response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in ("serious", "critical")]
