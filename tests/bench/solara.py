"""The same exercises under Solara, where all participants share one process: how near does a process for each come?"""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

from tests.bench import chromium
from tests.bench.figures import Figure, median, told
from tests.bench.servers import ROOT, Server, ended, free_port, wait_for

LOCK = Path(__file__).with_name("solara.lock")
APP = Path(__file__).with_name("solara_app.py")
VENV = ROOT / "build" / "solara"


def figures(folder: Path, rounds: int) -> list[Figure]:
    """For information. Installs Solara, locked, into an environment of its own on the first run."""
    python = _installed()
    folder.mkdir(parents=True)
    port = free_port()
    environment = {
        **os.environ,
        "LEADS_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "SOLARA_TELEMETRY_ENABLED": "0",
    }
    command = [str(python), "-m", "solara", "run", str(APP), "--port", str(port), "--no-open", "--production"]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, text=True, cwd=folder, env=environment)
    with ended(process):
        wait_for(port)
        server, seen = Server("Solara", process, f"http://127.0.0.1:{port}"), chromium.Visits()
        # Its first page reads what ours has read before anybody comes.
        chromium.visits(server, chromium.Visits())
        for _ in range(rounds):
            chromium.visits(server, seen)
    return [
        told("Solara: one arrival in Chromium, until the first control can be used", median(seen.control)),
        told("Solara: one arrival in Chromium, first paint of the prose", median(seen.prose)),
        told("Solara: websocket bytes until usable", median(seen.socket_bytes), unit="KB"),
    ]


def _installed() -> Path:
    python = VENV / "bin" / "python"
    if not python.exists():
        venv.create(VENV, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*pip, "-r", str(ROOT / "requirements.lock")], check=True)
        subprocess.run([*pip, "-r", str(LOCK)], check=True)
    return python
