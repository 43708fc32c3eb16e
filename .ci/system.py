"""What the machine itself can install for the tests: Debian's packages, where we are root on Debian or Ubuntu.

Standard library only.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def attempt(*command: str | Path) -> bool:
    """Runs a step that may fail, for then there is another way; its output is the reader's to see."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        # Output goes to stderr; the record and the closing line of the tests are all that matters.
        return subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode == 0
    except OSError:
        return False


def apt() -> str | None:
    """The package manager, where we may use it."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return shutil.which("apt-get") if root else None


def install(package: str) -> bool:
    """The distribution's package and what it needs. A list that could not be renewed may still do."""
    program = apt()
    if not program:
        return False
    patient = ("-o", "DPkg::Lock::Timeout=120")
    attempt(program, *patient, "update", "-qq")
    return attempt(program, *patient, "install", "-y", "-qq", "--no-install-recommends", package)
