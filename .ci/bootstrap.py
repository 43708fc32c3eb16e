"""Makes `.venv`: the locked packages, the kit, bytecode and the chart bundle. Again, it does nothing.

`make setup` runs it; without make: `py .ci/bootstrap.py` (Windows) or `python3 .ci/bootstrap.py`.
Standard library only, Python 3.11 or later. Only `.venv` is installed into, never the Python running this.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / ".leads-setup"
BUNDLER = ROOT / "leads_kit" / "ui" / "bundle.py"
BUNDLE = ROOT / "leads_kit" / "ui" / "built" / "vega.js"
NEEDED = (3, 11)
# Settings that would send packages elsewhere, or bytecode nowhere.
UNWANTED = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
UNWANTED |= {f"PIP_{name}" for name in ("USER", "TARGET", "PREFIX", "ROOT", "PYTHON", "NO_DEPS", "NO_BINARY")}
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in UNWANTED}
ENVIRONMENT |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


class SetupError(Exception):
    """One sentence that says what to do."""


def venv_python() -> Path:
    """The Python inside `.venv`, whether or not it is there yet."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def say(words: str) -> None:
    """Progress goes to stderr: `leads serve` alone speaks on stdout."""
    print(words, file=sys.stderr, flush=True)


def works(*command: str | Path) -> bool:
    """Whether a command exists and ends well; what it prints is of no interest."""
    try:
        return subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def run(what: str, *command: str | Path) -> None:
    """Runs a step that must succeed."""
    status = subprocess.run(command, env=ENVIRONMENT, cwd=ROOT, check=False).returncode
    if status:
        raise SetupError(f"{what} failed (see the lines above); put that right, then run the same again.")


def usable() -> bool:
    """Whether `.venv` holds a Python that runs and is new enough, apart from the one that runs this."""
    check = f"import sys; sys.exit(sys.version_info < {NEEDED} or sys.prefix == sys.base_prefix)"
    return works(venv_python(), "-c", check)


def make_venv() -> None:
    """Several ways, where one is missing: the first that leaves a usable `.venv` and a pip for it."""
    here = sys.executable
    ways: list[tuple[str | Path, ...]] = []
    if importlib.util.find_spec("ensurepip"):
        ways.append((here, "-m", "venv", "--clear", VENV))
    if works(here, "-m", "pip", "--python", here, "--version"):
        ways.append((here, "-m", "venv", "--clear", "--without-pip", VENV))
    ways.append((here, "-m", "virtualenv", "--quiet", "--clear", VENV))
    if program := shutil.which("virtualenv"):
        ways.append((program, "--quiet", "--clear", "--python", here, VENV))
    for way in ways:
        if works(*way) and usable() and pip():
            return
    raise SetupError(
        "This Python cannot make a virtual environment: install its venv module "
        "(on Debian or Ubuntu: apt-get install python3-venv), then run the same command again."
    )


def pip() -> tuple[str | Path, ...]:
    """The command that installs into `.venv`: its own pip, or this Python's pip pointed at it, or ()."""
    inside, pointed = (venv_python(), "-m", "pip"), (sys.executable, "-m", "pip", "--python", venv_python())
    return next((command for command in (inside, pointed) if works(*command, "--version")), ())


def install() -> None:
    """The lock with its hashes, then the kit itself, with nothing fetched for it; bytecode comes later."""
    into = (*pip(), "install", "-qq", "--no-compile")
    say("Installing the locked packages into .venv (a minute or two, once) …")
    run("Installing the locked packages", *into, "--require-hashes", "-r", LOCK)
    run("Installing the kit", *into, "--no-deps", "--no-build-isolation", "-e", ROOT)


def compile_bytecode() -> None:
    """Everything compiled ahead; silent about files for another Python, which packages ship unused."""
    where = VENV / "Lib" if os.name == "nt" else VENV / "lib"
    works(venv_python(), "-m", "compileall", "-qq", "-j", "0", where, ROOT / "leads_kit")


def make_bundle() -> None:
    """The one file of chart code that browsers load, made by the packages just installed."""
    say("Making the chart bundle …")
    run("Making the chart bundle", venv_python(), "-m", "leads_kit.ui.bundle")


def wanted() -> str:
    """What `.venv` should hold, as a digest of the files that say so."""
    files = (LOCK, ROOT / "pyproject.toml", Path(__file__))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def bundle_is_stale() -> bool:
    """Whether the bundle is missing, or older than what makes it."""
    made_from = (BUNDLER, STAMP)
    return BUNDLER.exists() and not (
        BUNDLE.exists() and all(BUNDLE.stat().st_mtime >= path.stat().st_mtime for path in made_from)
    )


def setup() -> None:
    """Each step only where its result is missing or out of date."""
    fresh = STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted() and venv_python().exists()
    if not fresh:
        STAMP.unlink(missing_ok=True)
        if not (usable() and pip()):
            make_venv()
        install()
        compile_bytecode()
        STAMP.write_text(wanted(), encoding="utf-8")
    if bundle_is_stale():
        make_bundle()


def main() -> int:
    """0, or 1 with one sentence."""
    if sys.version_info < NEEDED:
        say("The kit needs Python 3.11 or later: install one and run this with it.")
        return 1
    try:
        setup()
    except SetupError as problem:
        say(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
