"""What all tests share: the shipped pack, a real store, and a real PostgreSQL for those that ask for one."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leads_kit.model import Pack
from leads_kit.packs import load_pack
from leads_kit.store import Store, open_store
from tests.world import World, make_world, sqlite_store

# Where `make test` found the programs (.ci/postgres.py).
POSTGRES = Path(__file__).parents[1] / ".venv" / ".leads-postgres"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that drive browsers and files that do not, in turns: browsers wait a lot, and two at once slow each other down."""
    files: dict[str, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(str(item.path), []).append(item)
    driving = [file for file in files if "browser" in Path(file).parts]
    others = sorted((file for file in files if file not in driving), key=lambda file: -len(files[file]))
    turns = itertools.chain.from_iterable(itertools.zip_longest(driving, others))
    items[:] = [item for file in turns if file for item in files[file]]


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = sqlite_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def world(store: Store, pack: Pack) -> World:
    return make_world(store, pack, people=6)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, on loopback, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="leads-postgres-"))
    programs, port = _programs(), _free_port()
    as_user = _unprivileged(folder)
    run: dict[str, Any] = {"capture_output": True, **as_user}
    subprocess.run(
        [programs / "initdb", "-D", folder / "data", "-U", "kit", "-A", "trust", "-E", "UTF8"], check=True, **run
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    control = [programs / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log"]
    subprocess.run([*control, "-o", options, "start"], check=True, **run)
    try:
        yield f"postgresql://kit@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, **run)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def emptied_postgres(postgres: str) -> str:
    """The same server with nothing in it."""
    _emptied(postgres)
    return postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The same claims on both databases."""
    if request.param == "sqlite":
        opened = sqlite_store(tmp_path)
    else:
        where = request.getfixturevalue("postgres")
        _emptied(where)
        opened = open_store(where)
    yield opened
    opened.close()


def _emptied(where: str) -> None:
    import psycopg

    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def _programs() -> Path:
    on_path = shutil.which("initdb")
    if POSTGRES.is_file():
        return Path(POSTGRES.read_text("utf-8").strip())
    if not on_path:
        pytest.fail("The store's tests need a PostgreSQL server: make test finds one, or says what to install.")
    return Path(on_path).resolve().parent


def _unprivileged(folder: Path) -> dict[str, object]:
    """PostgreSQL refuses to run as root: then it runs as nobody, in a folder that is nobody's."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": folder}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
