"""`leads lab`: JupyterLab on filled copies of the notebooks, in a person's own folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from leads_kit.model import Pack
from leads_kit.packs import data_root
from leads_kit.packs.notebooks import fill
from leads_kit.text import Lang

# News, updates and the extension list would each ask another host.
QUIET = (
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)


def prepare_lab(folder: Path, pack: Pack, lang: Lang) -> None:
    """Write each participant notebook that is not there yet, with the pack's words; what the person changed stays theirs."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted((data_root().parent / "notebooks").glob("*.ipynb")):
        copy = folder / source.name
        if not copy.exists():
            filled = fill(json.loads(source.read_text("utf-8")), pack, lang)
            copy.write_text(json.dumps(filled, ensure_ascii=False, indent=1), "utf-8")


def start_lab(folder: Path, client: str, lang: Lang, browser: bool) -> int:
    """Run JupyterLab there until it ends; its exit code. Nothing it does asks another host for anything."""
    command = [sys.executable, "-m", "jupyterlab", "--notebook-dir", str(folder), *QUIET]
    command.append(f"--LabApp.user_settings_dir={_settings(folder)}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container one is root; JupyterLab listens on this machine only, as for anybody.
        command.append("--allow-root")
    if not browser:
        command.append("--no-browser")
    env = {**os.environ, "LEADS_HOME": str(folder), "LEADS_CLIENT": client, "LEADS_LANG": lang}
    return subprocess.run(command, env=env, check=False).returncode


def _settings(folder: Path) -> Path:
    """JupyterLab's settings of this folder: it would otherwise ask to be told news from elsewhere."""
    settings = folder / ".leads" / "jupyterlab"
    notices = settings / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    if not notices.exists():
        notices.parent.mkdir(parents=True, exist_ok=True)
        notices.write_text(json.dumps({"fetchNews": "false", "checkForUpdates": False}), "utf-8")
    return settings
