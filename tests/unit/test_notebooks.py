"""Notebooks: thin cells, the pack's words, and every one runs, with an identity and without."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from leads_kit.model import Pack
from leads_kit.packs.notebooks import fill, shipped, stale_notebooks
from tests.world import World

ROOT = Path(__file__).parents[2]
COALITIONS = ROOT / "notebooks" / "4-develop-coalitions.ipynb"
DOMAINS = sorted((ROOT / "notebooks").glob("[1-5]-*.ipynb"))
WELCOME = ROOT / "notebooks" / "0-welcome.ipynb"
CALL = re.compile(r'workshop\.exercise\("([\w-]+)"\)')
each_domain = pytest.mark.parametrize("path", DOMAINS, ids=lambda path: path.stem)
THIN = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    return [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == kind]


def too_much(source: str) -> list[str]:
    """What a code cell holds beyond imports, one assignment and one call."""
    tree = ast.parse(source)
    found = [type(node).__name__ for node in tree.body if not isinstance(node, THIN)]
    calls = [node for node in tree.body if isinstance(node, ast.Assign | ast.Expr)]
    return found + ["more than one call"] * (len(calls) > 1)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_code_cell_is_one_call_and_holds_no_output(path: Path) -> None:
    for cell in cells(path, "code"):
        assert too_much("".join(cell["source"])) == []
        assert (cell["outputs"], cell["execution_count"]) == ([], None)


@pytest.mark.parametrize("source", ["for x in y: pass", "def f(): pass", "if a: b", "a()\nb()"])
def test_a_cell_with_logic_in_it_would_be_noticed(source: str) -> None:
    assert too_much(source)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_every_exercise_that_a_notebook_asks_for_is_in_the_pack(path: Path, pack: Pack) -> None:
    asked = CALL.findall(path.read_text("utf-8").replace('\\"', '"'))
    assert set(asked) <= set(pack.exercises)


def in_order(path: Path) -> list[str]:
    """The exercises of a notebook, from top to bottom."""
    return [found for cell in cells(path, "code") for found in CALL.findall("".join(cell["source"]))]


def prefix(path: Path) -> str:
    """What the ids of a domain begin with: `dc` of `4-develop-coalitions`."""
    return "".join(word[0] for word in path.stem.split("-")[1:])


def test_every_exercise_stands_in_a_notebook(pack: Pack) -> None:
    assert {id for path in (WELCOME, *DOMAINS) for id in in_order(path)} == set(pack.exercises)


def test_what_is_about_all_domains_stands_in_the_welcome_and_nothing_else_does(pack: Pack) -> None:
    whole = [
        id
        for id, one in pack.exercises.items()
        if {own.domain for own in one.capabilities} == {*pack.framework.domains}
    ]
    assert in_order(WELCOME) == whole


@each_domain
def test_a_domain_carries_each_of_its_exercises_once_by_capability(path: Path, pack: Pack) -> None:
    asked, own = in_order(path), prefix(path)
    of_capabilities = re.compile(f"{own}[1-4]-")
    mine = [id for id in pack.exercises if id.startswith(f"{own}-") or of_capabilities.match(id)]
    assert sorted(id for id in asked if id in mine) == sorted(mine)
    assert [id for id in asked if id not in mine] == ["checkin", "three-steps", "evaluate"]
    groups = [id[:3] for id in asked if of_capabilities.match(id)]
    assert groups == sorted(groups)
    assert asked.index("three-steps") > max(at for at, id in enumerate(asked) if of_capabilities.match(id))


def test_what_is_named_early_stands_before_the_exercises_that_offer_it_again() -> None:
    asked = in_order(COALITIONS)
    goal = asked.index("dc1-goal-and-wishes")
    assert all(asked.index(one) > goal for one in ("dc1-complement", "dc1-network", "dc4-stakeholders", "three-steps"))
    assert asked.index("dc2-replies") > asked.index("dc2-needs-of-you")


@each_domain
def test_every_text_of_a_domain_stands_in_its_notebook(path: Path, pack: Pack) -> None:
    tags = [tag for cell in cells(path, "markdown") for tag in cell["metadata"]["tags"]]
    assert sorted(tags) == sorted(f"text:{id}" for id in pack.prose if id.startswith(f"{prefix(path)}."))


def test_the_notebooks_say_what_the_pack_says() -> None:
    assert stale_notebooks() == []


def test_a_notebook_is_filled_in_the_seats_language(pack: Pack) -> None:
    notebook = json.loads(WELCOME.read_text("utf-8"))
    assert "Bienvenue" in json.dumps(fill(notebook, pack, "fr"), ensure_ascii=False)
    assert "Bienvenue" not in json.dumps(fill(notebook, pack, "en"), ensure_ascii=False)


def run(paths: list[Path], home: Path, *options: str, **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {
        key: value for key, value in os.environ.items() if not key.startswith(("LEADS_", "HTTP_X_LEADS", "PYTEST"))
    }
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, *options]
    return subprocess.run(
        [*command, "--nbval-current-env", *map(str, paths)],
        env={**clean, "LEADS_HOME": str(home), **environ}, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def test_every_notebook_runs_alone(tmp_path: Path) -> None:
    ran = run(shipped(), tmp_path, "--nbval-lax")
    assert ran.returncode == 0, ran.stdout[-4000:]
    assert (tmp_path / ".leads" / "answers.db").exists()


def test_console_and_wall_run_with_a_rooms_identity(world: World, tmp_path: Path) -> None:
    identity = {"HTTP_X_LEADS_ROLE": "host", "HTTP_X_LEADS_ROOM": world.room.id, "LEADS_STORE": world.store.where}
    ran = run(sorted((ROOT / "notebooks" / "facilitator").glob("*.ipynb")), tmp_path, "--nbval-lax", **identity)
    assert ran.returncode == 0, ran.stdout[-4000:]
    assert not (tmp_path / ".leads").exists()


def test_checked_outputs_are_as_they_were(tmp_path: Path) -> None:
    ran = run(sorted((ROOT / "tests" / "notebooks").glob("*.ipynb")), tmp_path, "--nbval")
    assert ran.returncode == 0, ran.stdout[-4000:]


def test_a_notebook_that_fails_would_be_noticed(tmp_path: Path) -> None:
    broken = json.loads(WELCOME.read_text("utf-8"))
    broken["cells"] = [cell for cell in broken["cells"] if cell["cell_type"] == "code"][:1]
    broken["cells"][0]["source"] = ["raise ValueError"]
    path = tmp_path / "broken.ipynb"
    path.write_text(json.dumps(broken), "utf-8")
    assert run([path], tmp_path, "--nbval-lax").returncode == 1
