"""`leads …` for tests: in a process of its own as people run it, or in this one where only what it says matters."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from leads_kit.cli import main

ROOT = Path(__file__).parents[1]
RUN = "from leads_kit.cli import main; main()"


@dataclass(frozen=True)
class Told:
    """What a command printed, and its exit status."""

    returncode: int
    stdout: str
    stderr: str


def leads(*words: str, **environ: str) -> Told:
    """In this process, through the same door, with nobody at a terminal: some seconds less than `started`."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with (
        mock.patch.dict(os.environ, {"LEADS_LANG": "en", **environ}),
        mock.patch.object(sys, "argv", ["leads", *words]),
        mock.patch.object(sys, "stdin", io.StringIO()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
    return Told(code, out.getvalue(), err.getvalue())


def started(*words: str, **environ: str) -> Told:
    """In a process of its own."""
    env = {**os.environ, "COLUMNS": "200", "LEADS_LANG": "en", **environ}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words], env=env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return Told(done.returncode, done.stdout, done.stderr)
