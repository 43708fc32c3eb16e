"""A coach's server in a process of its own, on a copy of the data folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.server_fixture import ROOT, Client, wait_until

START = "import sys; from leads_kit.cli import main; sys.argv = ['leads', *sys.argv[1:]]; main()"
CLIENT = """# Northern Health, one evening in autumn.
name: {en: "Northern Health", fr: "Santé du Nord"}
contact: {en: "Mei Chan", fr: "Mei Chan"}
retention_days: 30
min_group: 5
terms: health  # patients
agenda: dc-40
"""


def copied(folder: Path) -> Path:
    """The data folder with one client more."""
    data = Path(shutil.copytree(ROOT / "data", folder / "data"))
    (data / "clients" / "north").mkdir()
    (data / "clients" / "north" / "client.yaml").write_text(CLIENT, "utf-8")
    return data


@dataclass
class Studio:
    line: str
    folder: Path

    @property
    def link(self) -> str:
        return self.line.split()[1]

    @property
    def port(self) -> int:
        return int(self.link.split(":")[2].split("/")[0])

    @property
    def path(self) -> str:
        return self.link.removeprefix(f"http://127.0.0.1:{self.port}")

    def client(self) -> Client:
        return Client(self.port)


@contextmanager
def studio(folder: Path, *command: str, client: str | None = "north", lang: str = "en") -> Iterator[Studio]:
    """`leads studio --client north`, or another command of a coach's, until the test is over."""
    data = copied(folder)
    named = ["--client", client] if client else []
    told = [*(command or ("studio",)), *named, "--port", "0", "--no-browser", "--lang", lang]
    env = {**os.environ, "LEADS_DATA": str(data)}
    process = subprocess.Popen(
        [sys.executable, "-c", START, *told], env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    try:
        served = Studio(process.stdout.readline().strip(), data / "clients" / "north")
        assert wait_until(lambda: served.client().get("/health").status == 200, 60)
        yield served
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
        process.stdout.close()
