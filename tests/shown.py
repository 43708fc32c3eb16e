"""What a page of documentation shows, put where its first line says it belongs."""

from __future__ import annotations

import re
from pathlib import Path

from tests.commands import ROOT

FILES = re.compile(r"```yaml\n# data/clients/yours/(\S+)\n(.*?)```", re.DOTALL)


def write_shown(page: str, yours: Path) -> list[str]:
    """Write every file that a page shows into a client's folder, as somebody would type it; their names, in order."""
    shown = FILES.findall((ROOT / page).read_text("utf-8"))
    for name, text in shown:
        (yours / name).parent.mkdir(parents=True, exist_ok=True)
        (yours / name).write_text(text, "utf-8")
    return [name for name, _ in shown]
