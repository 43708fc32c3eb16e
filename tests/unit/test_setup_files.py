"""pyproject.toml, the lock and environment.yml say the same, and a copy that does not is noticed."""

import importlib.metadata
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENVIRONMENT = (ROOT / "environment.yml").read_text(encoding="utf-8")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass
class Locked:
    """One entry of the lock: a version, where it applies, its hashes."""

    name: str
    version: Version
    marker: Marker | None
    hashes: list[str] = field(default_factory=list)


def entries(lock: str) -> list[Locked]:
    """What the lock holds; options and comments are for `lock_problems` to judge."""
    found = []
    for line in lock.replace("\\\n", " ").splitlines():
        if not line.strip() or line.startswith(("#", "-")):
            continue
        wanted = Requirement(line.split(" --hash", 1)[0].strip())
        (pin,) = wanted.specifier
        assert pin.operator == "=="
        name = canonicalize_name(wanted.name)
        found.append(Locked(name, Version(pin.version), wanted.marker, HASH.findall(line)))
    return found


def wanted_by(pyproject: str) -> list[Requirement]:
    """Every requirement that pyproject.toml states, wherever it states it."""
    project = tomllib.loads(pyproject)
    stated = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    stated += [one for extra in project["project"]["optional-dependencies"].values() for one in extra]
    stated += [one for group in project["dependency-groups"].values() for one in group]
    return [Requirement(one) for one in stated]


def lock_problems(pyproject: str, lock: str) -> list[str]:
    """What the lock lacks or holds too much, against pyproject.toml."""
    locked = entries(lock)
    problems = [f"{one.name} has no hash" for one in locked if not one.hashes]
    problems += [f"an address: {line}" for line in lock.splitlines() if "://" in line or line.startswith("-")]
    kit = canonicalize_name(tomllib.loads(pyproject)["project"]["name"])
    problems += [f"the kit itself: {one.name}" for one in locked if one.name == kit]
    for wanted in wanted_by(pyproject):
        versions = [one.version for one in locked if one.name == canonicalize_name(wanted.name)]
        if not versions:
            problems.append(f"{wanted.name} is not in the lock")
        problems += [f"{wanted}: the lock has {has}" for has in versions if has not in wanted.specifier]
    return problems


def environment_problems(pyproject: str, environment: str) -> list[str]:
    """Where environment.yml gives another Python, no pip, or other packages than the lock."""
    project = tomllib.loads(pyproject)["project"]
    given = YAML(typ="safe").load(environment)
    plain = {Requirement(one).name: Requirement(one) for one in given["dependencies"] if isinstance(one, str)}
    by_pip = [line for one in given["dependencies"] if isinstance(one, dict) for line in one["pip"]]
    problems = [] if given["name"] == project["name"] else ["another name"]
    if "python" not in plain or plain["python"].specifier != SpecifierSet(project["requires-python"]):
        problems.append("another Python")
    if plain.keys() != {"python", "pip"}:
        problems.append("packages beside Python and pip")
    if by_pip != ["-r requirements.lock"]:
        problems.append("pip installs something else than the lock")
    if any("/" in channel for channel in given["channels"]):
        problems.append("an address of a channel")
    return problems


def cut(lock: str, name: str) -> str:
    """The lock without one package."""
    return re.sub(rf"(?m)^{re.escape(name)}==.*\n(?: +--hash.*\n)+", "", lock)


def test_the_lock_satisfies_every_range_in_pyproject() -> None:
    assert lock_problems(PYPROJECT, LOCK) == []


def test_environment_yml_gives_the_same_python_and_the_lock() -> None:
    assert environment_problems(PYPROJECT, ENVIRONMENT) == []


def test_the_tests_run_on_the_locked_versions() -> None:
    here = [one for one in entries(LOCK) if one.marker is None or one.marker.evaluate()]
    installed = {one.name: Version(importlib.metadata.version(one.name)) for one in here}
    assert installed == {one.name: one.version for one in here}


@pytest.mark.parametrize("wanted", wanted_by(PYPROJECT), ids=str)
def test_a_dependency_cut_from_the_lock_is_noticed(wanted: Requirement) -> None:
    without = cut(LOCK, canonicalize_name(wanted.name))
    assert f"{wanted.name} is not in the lock" in lock_problems(PYPROJECT, without)


@pytest.mark.parametrize(
    ("pattern", "replacement", "problem"),
    [
        (r"(?m)^altair==\S+", "altair==5.5.0", "altair<7,>=6: the lock has 5.5.0"),
        (r"(?m)^(segno==\S+) .*\n(?: +--hash.*\n)+", r"\1\n", "segno has no hash"),
        (r"\A", "--index-url https://wheels.example/simple\n", "an address: --index-url"),
        (r"\A", "--find-links wheels\n", "an address: --find-links"),
        (r"\Z", f"leads-kit==0.1.0 --hash=sha256:{'0' * 64}\n", "the kit itself"),
    ],
)
def test_a_doctored_lock_is_noticed(pattern: str, replacement: str, problem: str) -> None:
    doctored = re.sub(pattern, replacement, LOCK, count=1)
    assert any(one.startswith(problem) for one in lock_problems(PYPROJECT, doctored))


def test_a_new_dependency_without_a_new_lock_is_noticed() -> None:
    doctored = PYPROJECT.replace("dependencies = [\n", 'dependencies = [\n    "left-behind>=1",\n', 1)
    assert lock_problems(doctored, LOCK) == ["left-behind is not in the lock"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("python>=3.11", "python>=3.9", "another Python"),
        ("  - python>=3.11\n", "", "another Python"),
        ("-r requirements.lock", "altair", "pip installs something else than the lock"),
        ("  - pip>=", "  - altair>=6\n  - pip>=", "packages beside Python and pip"),
        ("- conda-forge", "- https://channel.example/forge", "an address of a channel"),
        ("name: leads-kit", "name: leads", "another name"),
    ],
)
def test_a_doctored_environment_yml_is_noticed(old: str, new: str, problem: str) -> None:
    assert old in ENVIRONMENT
    assert problem in environment_problems(PYPROJECT, ENVIRONMENT.replace(old, new))
