"""Finds or installs PostgreSQL's server programs, which the store's tests start, and records where they are.

Those on the machine; else, as root on Debian or Ubuntu, their own package, without a cluster: nothing is started and
nothing listens. The record, `.venv/.leads-postgres`, holds the folder of `initdb` and `pg_ctl`. `make test` runs it;
standard library only.
"""

import re
import shutil
import sys
from pathlib import Path

from system import apt, install

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / ".venv" / ".leads-postgres"
PROGRAMS = ("initdb", "pg_ctl", "postgres")
PLACES = ("/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt")
NO_CLUSTER = Path("/etc/postgresql-common/createcluster.d/leads-tests.conf")
ADVICE = (
    "The store's tests need a PostgreSQL server's programs: on Debian, apt-get install postgresql, "
    "then run the same command again."
)


def there(folder: Path) -> bool:
    """Whether a folder holds all the programs."""
    return all((folder / name).exists() or (folder / f"{name}.exe").exists() for name in PROGRAMS)


def version(folder: Path) -> tuple[int, ...]:
    """The numbers in a folder's path, so that 15 is later than 9.6."""
    return tuple(int(number) for number in re.findall(r"\d+", str(folder)))


def find() -> Path | None:
    """The latest of the known places, else the one on the path."""
    found = [folder for place in PLACES for folder in Path(place).glob("*/bin") if there(folder)]
    if on_path := shutil.which("initdb"):
        found = found or [folder for folder in [Path(on_path).resolve().parent] if there(folder)]
    return max(found, key=version, default=None)


def from_debian() -> Path | None:
    """The distribution's package; while it goes in, its own configuration tells it to make no cluster."""
    if not apt():
        return None
    made = [folder for folder in (NO_CLUSTER.parent, *NO_CLUSTER.parent.parents) if not folder.exists()]
    NO_CLUSTER.parent.mkdir(parents=True, exist_ok=True)
    NO_CLUSTER.write_text("create_main_cluster = false\n", encoding="utf-8")
    try:
        install("postgresql")
    finally:
        NO_CLUSTER.unlink()
        for folder in made:
            if not any(folder.iterdir()):
                folder.rmdir()
    return find()


def recorded() -> bool:
    """Whether what an earlier run found still holds."""
    return RECORD.exists() and there(Path(RECORD.read_text(encoding="utf-8").strip()))


def main() -> int:
    """0 with the record written, or 1 with one sentence."""
    if recorded():
        return 0
    if not RECORD.parent.exists():
        print("There is no .venv yet: run .ci/bootstrap.py first (make setup).", file=sys.stderr)
        return 1
    if not (folder := find() or from_debian()):
        print(ADVICE, file=sys.stderr)
        return 1
    RECORD.write_text(str(folder), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
