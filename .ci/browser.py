"""Finds or fetches the browser that the tests drive, and records it in `.venv/.leads-browser`.

An installed Chromium or Chrome (`LEADS_CHROMIUM` names one outright); else `playwright install chromium`;
else, as root on Debian or Ubuntu, their own package. The record holds the browser's path, or the word
`playwright`. `make test` runs it; standard library only.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from system import attempt, install

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RECORD = VENV / ".leads-browser"
PLAYWRIGHT = "playwright"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe")
WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
ADVICE = (
    "The tests need a browser: install Chromium or Chrome (on Debian: apt-get install chromium), "
    "or set LEADS_CHROMIUM to the path of one, then run the same command again."
)
# Starts the browser as the tests do: a file that exists may still be a stub, or lack a library.
LAUNCH = """
import sys
from playwright.sync_api import sync_playwright
path = None if sys.argv[1] == "playwright" else sys.argv[1]
with sync_playwright() as driver:
    driver.chromium.launch(executable_path=path, chromium_sandbox=False, timeout=60_000).close()
"""


def candidates() -> Iterator[str]:
    """Where a browser may already be, best known first."""
    yield from filter(None, (shutil.which(name) for name in NAMES))
    folders = [Path("/Applications"), Path.home() / "Applications"]
    yield from (str(folder / app) for folder in folders for app in MAC)
    roots = [Path(os.environ[name]) for name in WINDOWS_ROOTS if name in os.environ]
    yield from (str(root / program) for root in roots for program in WINDOWS)


def starts(browser: str) -> bool:
    """Whether Playwright can start this browser here."""
    if browser != PLAYWRIGHT and not Path(browser).is_file():
        return False
    try:
        command = (PYTHON, "-c", LAUNCH, browser)
        return subprocess.run(command, capture_output=True, check=False, timeout=120).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def installed() -> str | None:
    """The first installed browser that starts."""
    return next((path for path in candidates() if starts(path)), None)


def from_playwright() -> str | None:
    """Playwright's own Chromium, fetched unless it is there already."""
    fetched = starts(PLAYWRIGHT) or attempt(PYTHON, "-m", "playwright", "install", "chromium")
    return PLAYWRIGHT if fetched and starts(PLAYWRIGHT) else None


def from_debian() -> str | None:
    """The distribution's package, where we may install one."""
    install("chromium")
    return installed()


def find() -> str | None:
    """A browser that starts. One named outright is taken or refused, never replaced by another."""
    if named := os.environ.get("LEADS_CHROMIUM"):
        return named if starts(named) else None
    return installed() or from_playwright() or from_debian()


def recorded() -> str | None:
    """What an earlier run found, if it still holds."""
    known = RECORD.read_text(encoding="utf-8").strip() if RECORD.exists() else ""
    there = known == PLAYWRIGHT or (known and Path(known).is_file())
    return known if there and os.environ.get("LEADS_CHROMIUM", known) == known else None


def main() -> int:
    """0 with the record written, or 1 with one sentence."""
    if recorded():
        return 0
    if not PYTHON.exists():
        print("There is no .venv yet: run .ci/bootstrap.py first (make setup).", file=sys.stderr)
        return 1
    if not (browser := find()):
        print(ADVICE, file=sys.stderr)
        return 1
    RECORD.write_text(browser, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
