"""Claims about what `leads new` makes: it is whole at once, says what else it may hold, and never overwrites."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leads_kit.errors import IdRefused, NothingThere, PackBroken
from leads_kit.kinds import all_kinds
from leads_kit.packs import data_root, load_pack, load_words
from leads_kit.packs.checks import check
from leads_kit.packs.making import id_of, new_agenda, new_client, new_exercise
from tests.commands import leads

EN, FR = load_words().say("en"), load_words().say("fr")
NAME = {"en": "Riverside Clinic", "fr": "Clinique du Rivage"}
TITLE = {"en": "Where we go next", "fr": "La suite"}
LOGO = data_root() / "clients" / "referral-chapter" / "pictures" / "logo.svg"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data with one client more, for tests that each add to it."""
    root = shutil.copytree(data_root(), tmp_path_factory.mktemp("making") / "data")
    new_client("riverside", root, NAME, EN)
    return root


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Riverside Clinic", "riverside-clinic"),
        ("Clinique « Été »", "clinique-ete"),
        ("3 steps", "steps"),
        ("病院", ""),
    ],
)
def test_a_title_becomes_an_id(title: str, id: str) -> None:
    assert id_of(title) == id


def test_a_client_of_a_name_alone_is_whole_and_says_what_else_it_may_say(shared: Path) -> None:
    assert load_pack("riverside", shared).client.name.fr == "Clinique du Rivage"
    text = (shared / "clients" / "riverside" / "client.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/client.json\n")
    assert (
        '\n# As people read it in the middle of a sentence.\nname: {en: "Riverside Clinic", fr: "Clinique du Rivage"}\n'
        in text
    )
    assert "\n# retention_days: 30\n" in text
    assert check("riverside", shared).faults == ()


def test_its_commented_lines_hold_as_they_are(shared: Path) -> None:
    """Taking a # away is all a coach has to do; only the official wording needs a licence and a file."""
    file = shared / "clients" / "riverside" / "client.yaml"
    kept = file.read_text("utf-8")
    keys = ("languages", "contact", "help_line", "retention_days", "min_group", "terms", "look", "agenda")
    text = kept
    for key in keys:
        assert f"\n# {key}: " in text
        text = text.replace(f"\n# {key}: ", f"\n{key}: ")
    try:
        file.write_text(text, "utf-8")
        assert load_pack("riverside", shared).client == load_pack("riverside", _whole(shared)).client
    finally:
        file.write_text(kept, "utf-8")


def _whole(root: Path) -> Path:
    """Where the client's folder is as it was made."""
    beside = root.parent / "beside"
    if not beside.exists():
        shutil.copytree(root, beside)
        shutil.rmtree(beside / "clients" / "riverside")
        new_client("riverside", beside, NAME, EN)
    return beside


def test_what_is_told_stands_in_the_file_and_the_logo_beside_it(shared: Path) -> None:
    given = {"languages": ["fr"], "terms": "health", "look": {"accent": "#1f4e8c"}, "min_group": 7}
    made = new_client("rivage", shared, NAME, FR, given, LOGO)
    assert [path.name for path in made] == ["client.yaml", "logo.svg"]
    client = load_pack("rivage", shared).client
    assert (client.languages, client.min_group, client.look.accent) == (("fr",), 7, "#1f4e8c")
    assert client.look.logo.startswith("data:image/svg+xml")
    text = made[0].read_text("utf-8")
    assert 'name: {fr: "Clinique du Rivage"}' in text
    assert "Combien de personnes" in text


def test_a_client_that_is_there_is_not_made_again(shared: Path) -> None:
    file = shared / "clients" / "riverside" / "client.yaml"
    before = file.read_bytes()
    with pytest.raises(IdRefused):
        new_client("riverside", shared, {"en": "Other", "fr": "Autre"}, EN)
    assert file.read_bytes() == before


@pytest.mark.parametrize("id", ["", "Riverside", "../out", "a b", "-a", "con/x"])
def test_what_is_no_id_makes_no_folder(id: str, shared: Path) -> None:
    before = sorted(shared.parent.rglob("*"))
    with pytest.raises(IdRefused):
        new_client(id, shared, NAME, EN)
    assert sorted(shared.parent.rglob("*")) == before


def test_a_page_that_calls_itself_a_picture_is_no_logo(shared: Path, tmp_path: Path) -> None:
    fake = tmp_path / "logo.png"
    fake.write_text("<script>alert(1)</script>", "utf-8")
    with pytest.raises(PackBroken):
        new_client("fake", shared, NAME, EN, logo=fake)
    assert not (shared / "clients" / "fake").exists()


def test_an_exercise_of_every_kind_is_whole_and_every_setting_is_explained(shared: Path) -> None:
    for kind, made in all_kinds().items():
        path = new_exercise("riverside", shared, kind, f"new-{kind.replace('_', '-')}", TITLE, EN)
        text = path.read_text("utf-8")
        for name in made.settings.model_fields:
            assert f"      {name}:" in text or f"      # {name}:" in text, (kind, name)
    new_exercise("riverside", shared, "activity", "new-activity", TITLE, EN)
    pack = load_pack("riverside", shared)
    assert {pack.exercises[f"new-{kind.replace('_', '-')}"].kind for kind in all_kinds()} == set(all_kinds())
    assert pack.activities["new-activity"].title.fr == "La suite"


def test_an_exercise_is_neither_made_twice_nor_of_a_kind_that_is_none(shared: Path) -> None:
    new_exercise("riverside", shared, "vote", "twice", TITLE, EN)
    before = (shared / "clients" / "riverside" / "exercises" / "twice.yaml").read_bytes()
    with pytest.raises(IdRefused):
        new_exercise("riverside", shared, "vote", "twice", TITLE, EN)
    with pytest.raises(NothingThere):
        new_exercise("riverside", shared, "votes", "thrice", TITLE, EN)
    assert (shared / "clients" / "riverside" / "exercises" / "twice.yaml").read_bytes() == before


def test_a_client_of_one_language_gets_exercises_in_it(shared: Path) -> None:
    new_client("anglais", shared, NAME, EN, {"languages": ["en"]})
    text = new_exercise("anglais", shared, "vote", "one", TITLE, EN).read_text("utf-8")
    assert "fr:" not in text


@pytest.mark.parametrize("like", [None, "dc-90"])
def test_an_agenda_is_whole_and_says_how_its_minutes_add_up(like: str | None, shared: Path) -> None:
    path = new_agenda("riverside", shared, f"day-{like or 'alone'}", EN, like)
    agenda = load_pack("riverside", shared).agendas[path.stem]
    assert agenda.minutes == sum(step.minutes for step in agenda.steps) + agenda.slack
    assert len(agenda.steps) == (len(load_pack().agendas["dc-90"].steps) if like else 1)
    assert "# Each step says" in path.read_text("utf-8")
    with pytest.raises(IdRefused):
        new_agenda("riverside", shared, path.stem, EN, like)


def test_the_command_says_what_it_made_and_what_to_do_next(shared: Path) -> None:
    told = leads(
        "new",
        "client",
        "Deux Rives",
        "--languages",
        "fr,en",
        "--terms",
        "health",
        LEADS_DATA=str(shared),
        LEADS_LANG="fr",
    )
    assert told.returncode == 0, told.stderr
    assert "clients/deux-rives/client.yaml" in told.stdout
    assert "leads check --client deux-rives" in told.stdout
    assert load_pack("deux-rives", shared).client.languages == ("fr", "en")


def test_what_cannot_be_asked_for_is_named_in_one_sentence(shared: Path) -> None:
    told = leads("new", "exercise", "vote", "--client", "riverside", LEADS_DATA=str(shared))
    assert told.returncode == 1
    assert told.stderr.strip() == "Something is missing that cannot be asked for here: add --title."
