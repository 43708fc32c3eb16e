"""Writes requirements.lock from pyproject.toml: `make lock` (Python 3.11+; uv comes from a throw-away venv).

Every platform, Python 3.11 and later, hashes of all wheels and source archives; the run-time dependencies,
the extras, the test group and the build backend; no address of an index and not the kit itself.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# The exact versions the kit runs, builds and is tested with: all platforms, Python {python} and later.
# Not edited by hand. After a change in pyproject.toml, or for newer versions: make lock
# Used by `make setup`: pip install --require-hashes -r requirements.lock
"""


def uv_in(folder: Path) -> Path:
    """A uv of its own, so that nothing else on the machine changes."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return scripts / "uv"


def main() -> int:
    """Resolves and writes; returns uv's status."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    python = project["project"]["requires-python"].removeprefix(">=")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        backend, out = folder / "backend.in", folder / "lock.txt"
        backend.write_text("\n".join(project["build-system"]["requires"]), encoding="utf-8")
        # uv ignores pip's settings, so an index or wheels that this machine prefers never reach the lock.
        inputs = ["pyproject.toml", "--all-extras", "--group", "test", backend]
        reach = ["--universal", "--python-version", python, "--no-config"]
        shape = ["--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header"]
        command = [uv_in(folder / "uv"), "pip", "compile", "--quiet", *inputs, *reach, *shape, "-o", out]
        status = subprocess.run(command, cwd=ROOT, check=False).returncode
        if status == 0:
            text = HEADER.format(python=python) + out.read_text(encoding="utf-8")
            (ROOT / "requirements.lock").write_text(text, encoding="utf-8", newline="\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
