"""The schemas are what the models say; every file of the kit and of both examples is right by them, and mistakes are not."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from typer.testing import CliRunner

from leads_kit.cli import build
from leads_kit.kinds import all_kinds
from leads_kit.packs import data_root, load_words
from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.names import MODELINE
from leads_kit.packs.drafts.values import Where
from leads_kit.packs.making import new_agenda, new_client, new_exercise
from leads_kit.packs.schema import SORTS, schema_files
from leads_kit.packs.source import Mark, parse
from tests.client_folder import data_with

ROOT = Path(__file__).parents[2]
FILES = sorted(path for path in (ROOT / "data").rglob("*.yaml"))
EDITOR = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft7Validator]:
    """By the name of the sort of file, from the files as they are checked in."""
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((data_root() / "schema").glob("*.json"))}
    return {name: Draft7Validator(schema) for name, schema in found.items()}


def plain(text: str) -> Any:
    node = parse(text, Mark("x"), [])
    assert node is not None
    return node.plain()


def sort_of(path: Path) -> str:
    return "client" if path.name == "client.yaml" else path.parent.name


def refused(validator: Draft7Validator, text: str) -> list[str]:
    return [error.message for error in validator.iter_errors(plain(text))]


def test_the_schemas_are_what_the_models_say_byte_for_byte() -> None:
    told = {path.name: path.read_bytes() for path in sorted((data_root() / "schema").iterdir())}
    assert told == {path.name: text.encode() for path, text in sorted(schema_files().items())}


def test_a_schema_that_is_out_of_date_is_told_and_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = data_with(tmp_path, {})
    shutil.copytree(data_root() / "schema", root / "schema")
    stale = root / "schema" / "agendas.json"
    whole = stale.read_bytes()
    stale.write_bytes(whole.replace(b"does", b"dose"))
    monkeypatch.setenv("LEADS_DATA", str(root))
    leads = build(load_words().say("en"))
    told = CliRunner().invoke(leads, ["schema", "--check"])
    assert (told.exit_code, told.stderr) == (1, f"Out of date: {stale}. Run “leads schema”.\n")
    assert CliRunner().invoke(leads, ["schema"]).stdout == "1 schema refreshed.\n"
    assert CliRunner().invoke(leads, ["schema", "--check"]).exit_code == 0
    assert stale.read_bytes() == whole
    assert "leads schema" in CliRunner().invoke(leads, ["schema", "--help"]).stdout


def test_a_schema_is_one_and_asks_no_other_host(validators: dict[str, Draft7Validator]) -> None:
    assert set(validators) == set(SORTS)
    for validator in validators.values():
        Draft7Validator.check_schema(validator.schema)
        assert set(refs(validator.schema)) <= {f"#/definitions/{name}" for name in validator.schema["definitions"]}


def refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from ([schema["$ref"]] if isinstance(schema.get("$ref"), str) else [])
        for one in schema.values():
            yield from refs(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from refs(one)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "data").as_posix())
def test_every_file_of_the_kit_and_of_the_examples_is_right(validators: dict[str, Draft7Validator], path: Path) -> None:
    assert refused(validators[sort_of(path)], path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "data").as_posix())
def test_an_editor_finds_the_schema_of_every_file(path: Path) -> None:
    inside = path.relative_to(ROOT).as_posix()
    found = [
        schema
        for schema, patterns in EDITOR["yaml.schemas"].items()
        if any(fnmatch(inside, one) and inside.count("/") == one.count("/") for one in patterns)
    ]
    assert found == [f"./data/schema/{sort_of(path)}.json"]
    first = path.read_text("utf-8").splitlines()[0]
    named = path.parent / first.removeprefix(MODELINE) if first.startswith(MODELINE) else None
    if "clients" in path.parts and "base" not in path.parts:
        assert named is not None
        assert named.resolve() == ROOT / "data" / "schema" / f"{sort_of(path)}.json"


def test_an_editor_asks_no_other_host() -> None:
    assert (EDITOR["yaml.schemaStore.enable"], EDITOR["yaml.kubernetesCRDStore.enable"]) == (False, False)
    assert not [name for name in EDITOR["yaml.schemas"] if "://" in name]


OWN = "exercises:\n  own:\n    kind: pulse\n    title: {en: A, fr: B}\n    intro: {en: A, fr: B}\n    minutes: 3\n"
STEP = "steps:\n  - does: checkin\n    minutes: 3\n    notes: {en: A}\n    question: {en: A}\n"


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("client", "name: {en: Acme}\n"),
        ("client", "name: {fr: Acmé}\nterms: {like: health, chapter: {fr: notre section}}\nlanguages: [fr]\n"),
        ("exercises", "exercises:\n  dc-wheel: null\n  sequence: [dc-wheel]\nactivities:\n  arrive: null\n"),
        ("exercises", "exercises:\n  dc-wheel:\n    settings:\n      most_picks: 2\n      picks: {en: Two}\n"),
        ("exercises", "exercises:\n  dc-first-five:\n    kind: first_step\n    settings: {person_starter: null}\n"),
        ("exercises", "exercises:\n  dc-first-five:\n    kind: pulse\n    settings: {person: null}\n"),
        (
            "exercises",
            "exercises:\n  ls1-window:\n    settings:\n      words: {sequence: [calm], brave: null, wise: {en: wise}}\n",
        ),
        ("agendas", "title: {en: Ours}\n"),
        ("agendas", f"{STEP}spares: null\n"),
        ("prose", "dc.opening: null\n"),
        ("prose", "texts: {kept: null, of-our-own: {en: A, fr: B}}\n"),
        ("framework", "health: {workplace: {en: hospital, fr: hôpital}}\n"),
        ("official", "licence: {en: A, fr: B}\nnames: {DC: {fr: B}, DC1: {fr: B}}\n"),
    ],
)
def test_what_a_client_may_say_is_right(validators: dict[str, Draft7Validator], sort: str, text: str) -> None:
    assert refused(validators[sort], text) == []


@pytest.mark.parametrize(
    ("sort", "text", "said"),
    [
        ("client", "name: {en: Acme}\nlangages: [en]\n", "'langages'"),
        ("client", "name: {en: Acme}\nlanguages: [de]\n", "'de'"),
        ("client", "name: {en: Acme}\nmin_group: 2\n", "minimum of 3"),
        ("client", "name: {en: Acme}\nmin_group: five\n", "'integer'"),
        ("client", "name: {en: Acme}\nterms: helth\n", "'helth'"),
        ("client", "name: {en: Acme}\nlook: {accent: 0b6e6e}\n", "'0b6e6e'"),
        ("client", "contact: {en: Ann}\n", "'name' is a required"),
        ("client", "name: Acme\n", "'object'"),
        ("client", "name: {en: Acme, de: Acme}\n", "'de'"),
        ("exercises", "exercises:\n  dc-wheel:\n    titel: {en: A}\n", "'titel'"),
        ("exercises", "exercises:\n  dc-wheel:\n    minutes: five\n", "'five'"),
        ("exercises", "exercises:\n  dc-wheel:\n    capabilities: [DC9]\n", "'DC9'"),
        ("exercises", "exercises:\n  dc-wheel:\n    settings: {most_pick: 2}\n", "'most_pick'"),
        ("exercises", "exercises:\n  dc-wheel:\n    settings: {most_picks: many}\n", "'many'"),
        ("exercises", "exercises:\n  dc-weel:\n    minutes: 9\n", "'kind' is a required"),
        ("exercises", OWN.replace("pulse", "puls"), "'puls'"),
        ("exercises", OWN, "'settings' is a required"),
        ("exercises", "exercises:\n  ls1-window:\n    settings: {most: 5}\n", "maximum of 4"),
        ("exercises", "activities:\n  own: {title: {en: A}, minutes: 3}\n", "'instruction' is a required"),
        ("agendas", STEP.replace("minutes", "minuts"), "'minuts'"),
        ("agendas", STEP.replace("    question: {en: A}\n", ""), "'question' is a required"),
        ("agendas", STEP.replace("checkin", "[checkin]"), "['checkin']"),
        ("prose", "opening: {en: A}\n", "'opening'"),
        ("words", "greeting: {en: A}\n", "'greeting'"),
        ("framework", "helth: 3\n", "'object'"),
        ("official", "names: {DC7: {fr: B}}\nlicence: {fr: B}\n", "'DC7'"),
        ("samples", "answer: {s01: {}}\n", "'answer'"),
    ],
)
def test_a_mistake_is_refused(validators: dict[str, Draft7Validator], sort: str, text: str, said: str) -> None:
    assert any(said in one for one in refused(validators[sort], text)), refused(validators[sort], text)


@pytest.mark.parametrize("kind", sorted(all_kinds()))
def test_settings_of_every_kind_are_known_to_the_last_and_no_other_is(
    validators: dict[str, Draft7Validator], kind: str
) -> None:
    told = validators["exercises"].schema["definitions"][f"settings-{kind}"]
    assert set(told["properties"]) == set(all_kinds()[kind].settings.model_fields)
    assert told["description"]
    assert not [name for name, one in told["properties"].items() if not one.get("description")]
    mistake = f"exercises:\n  own: {{kind: {kind}, settings: {{misspelt: 1}}}}\n"
    assert any("'misspelt'" in one for one in refused(validators["exercises"], mistake))


def test_what_is_needed_of_a_kind_is_asked_of_a_new_exercise_alone(validators: dict[str, Draft7Validator]) -> None:
    base = plain((data_root() / "exercises" / "ls1-window.yaml").read_text("utf-8"))
    window = next(iter(base["exercises"].values()))
    window["settings"].pop("own")
    for id, wrong in (("ls1-window", False), ("own", True)):
        assert bool(list(validators["exercises"].iter_errors({"exercises": {id: window}}))) is wrong


def test_whatever_leads_new_makes_is_right_by_the_schema_that_it_names(
    tmp_path: Path, validators: dict[str, Draft7Validator]
) -> None:
    root, say = data_with(tmp_path, {}), load_words().say("en")
    (root / "schema").symlink_to(data_root() / "schema")
    made = [*new_client("zenith", root, {"en": "Zenith", "fr": "Zénith"}, say), new_agenda("zenith", root, "mine", say)]
    kinds = ("rating", "reflection", "window", "plan_page", "climate")
    made += [new_exercise("zenith", root, kind, f"own-{kind[:4]}", {"en": "A", "fr": "B"}, say) for kind in kinds]
    for path in made:
        if path.suffix == ".yaml":
            text = path.read_text("utf-8")
            named = path.parent / text.splitlines()[0].removeprefix(MODELINE)
            assert named.resolve() == (root / "schema" / f"{sort_of(path)}.json").resolve()
            assert refused(validators[sort_of(path)], text) == []


def test_a_file_that_the_studio_begins_names_its_schema(tmp_path: Path) -> None:
    shutil.copytree(data_root(), tmp_path / "data", ignore=shutil.ignore_patterns("seen.json"))
    draft = Draft.open("health-authority", tmp_path / "data")
    draft.set(Where("agendas/dc-90.yaml", ("title",)), {"en": "Ours", "fr": "Le nôtre"})
    (path,) = draft.save()
    named = re.match(rf"{re.escape(MODELINE)}(\S+)", path.read_text("utf-8"))
    assert named is not None
    assert (path.parent / named[1]).resolve() == (tmp_path / "data/schema/agendas.json").resolve()
