"""After an upgrade of the base: what of a client is kept, what no longer applies, what hides a correction."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from leads_kit.packs import data_root
from leads_kit.packs.checks import check
from leads_kit.packs.drafts import Draft, Where
from leads_kit.packs.moved import How, Went
from leads_kit.packs.seen import FILE, remember, remembered, text_of
from leads_kit.packs.upgrade import Override, State, Upgrade, looked, upgrade

FIXTURES = Path(__file__).parents[1] / "fixtures" / "upgrade"
DAY, TALKS, OPENING = "exercises/day.yaml", "exercises/talks.yaml", "prose/opening.yaml"
EXAMPLES = ("health-authority", "referral-chapter")
SAID = re.compile(r"#\s*(own|kept|hides|lost)\b")


def base(root: Path, version: str) -> None:
    """Puts a base of this version where there may be another."""
    for part in ("exercises", "agendas", "prose"):
        shutil.rmtree(root / part, ignore_errors=True)
        shutil.copytree(FIXTURES / version / part, root / part)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """`acme` on the first base, everything written down."""
    shutil.copytree(FIXTURES / "v1", tmp_path / "data")
    shutil.copytree(FIXTURES / "acme", tmp_path / "data/clients/acme")
    remember("acme", tmp_path / "data")
    return tmp_path / "data"


def found(root: Path) -> Upgrade:
    return upgrade("acme", root)


def of(told: Upgrade, file: str, path: str) -> Override:
    (one,) = [one for one in told.overrides if (one.difference.file, ".".join(one.difference.path)) == (file, path)]
    return one


def test_on_the_base_it_was_written_on_everything_is_kept(root: Path) -> None:
    assert {one.state for one in found(root).overrides} == {State.KEPT, State.OWN}


def test_every_difference_is_told_as_the_comment_beside_it_says(root: Path) -> None:
    base(root, "v2")
    told = found(root)
    for file in sorted((FIXTURES / "acme").rglob("*.yaml")):
        lines = file.read_text("utf-8").splitlines()
        said = {number: SAID.findall(line) for number, line in enumerate(lines, 1) if SAID.search(line)}
        here = [
            one
            for one in told.overrides
            if one.difference.own.mark.file.endswith(f"acme/{file.relative_to(FIXTURES / 'acme')}")
        ]
        # What stands below its key is told by the line of the key.
        line_of = {id(one): max(number for number in said if number <= one.difference.own.mark.line) for one in here}
        assert {number: {one.state.value for one in here if line_of[id(one)] == number} for number in said} == {
            number: set(states) for number, states in said.items()
        }


def test_what_hides_a_correction_has_the_base_then_and_now(root: Path) -> None:
    base(root, "v2")
    one = of(found(root), DAY, "exercises.wheel.settings.help")
    assert one.then == {"value": {"en": "One mark for each is enough.", "fr": "Une cote pour chaque suffit."}}
    assert one.difference.base is not None
    assert one.difference.base.plain()["en"] == "A mark for each is enough; leave out what you like."


def test_where_a_lost_one_went_is_suggested(root: Path) -> None:
    base(root, "v2")
    told = found(root)
    pairs = ("activities", "pairs", "minutes")
    wheel = ("exercises", "wheel", "settings")
    assert of(told, TALKS, ".".join(pairs)).went == Went(How.FILE, "exercises/pairs.yaml", pairs)
    assert of(told, DAY, "exercises.wheel.settings.starter").went == Went(How.SAME, DAY, (*wheel, "example"))
    assert of(told, OPENING, "begin").went == Went(How.SAME, OPENING, ("start",))
    near = of(told, DAY, "exercises.wheel.settings.questions.want")
    assert near.then == {"value": {"en": "What do you want?", "fr": "Que voulez-vous ?"}}
    assert near.went == Went(How.NEAR, DAY, (*wheel, "questions", "wants"))
    assert of(told, DAY, "exercises.rungs.title").went is None
    assert of(told, TALKS, "activities.sequence").name == "pairs"
    assert of(told, DAY, "exercises.page.settings.lines").kinds == ("reflection", "commitments")


def test_a_renamed_exercise_that_was_taken_out_is_found_by_all_its_words(root: Path) -> None:
    path = root / DAY
    path.write_text(path.read_text("utf-8").replace("  vote:\n", "  ballot:\n"), "utf-8")
    assert of(found(root), DAY, "exercises.vote").went == Went(How.SAME, DAY, ("exercises", "ballot"))


def test_an_override_that_nobody_wrote_down_is_counted_apart(root: Path) -> None:
    (root / "clients/acme" / FILE).unlink()
    base(root, "v2")
    told = found(root)
    assert of(told, DAY, "exercises.wheel.settings.help").state is State.UNKNOWN
    assert of(told, DAY, "exercises.rungs.title").state is State.LOST
    assert told.counts()[State.HIDES] == told.counts()[State.KEPT] == 0


def test_who_has_looked_at_one_is_told_the_others_still(root: Path) -> None:
    base(root, "v2")
    before = found(root)
    looked(before, root, [of(before, DAY, "exercises.wheel.settings.help"), of(before, OPENING, "own")])
    after = found(root)
    assert of(after, DAY, "exercises.wheel.settings.help").state is State.KEPT
    assert of(after, OPENING, "own").state is State.KEPT
    assert of(after, DAY, "exercises.wheel.minutes").state is State.HIDES
    assert before.counts()[State.HIDES] - after.counts()[State.HIDES] == 2


def test_who_has_looked_at_all_is_told_only_what_does_nothing(root: Path) -> None:
    base(root, "v2")
    looked(found(root), root)
    told = found(root)
    assert told.of(State.HIDES) == ()
    assert {".".join(one.difference.path[1:]) for one in told.of(State.LOST)} == {
        "pairs.minutes", "sequence", "rungs.title",
    }  # fmt: skip
    assert of(told, DAY, "exercises.rungs.title").then == {"value": {"en": "Rungs", "fr": "Les échelons"}}


def test_remembering_again_forgets_no_correction(root: Path) -> None:
    base(root, "v2")
    before = found(root)
    remember("acme", root)
    assert [one.state for one in found(root).overrides] == [one.state for one in before.overrides]


def test_a_whole_exercise_of_the_base_that_is_gone_leaves_a_trace_of_what_was_changed_in_it(root: Path) -> None:
    path = root / "clients/acme" / DAY
    path.write_text("exercises: {rungs: {kind: ladder, title: {en: The ladder, fr: L’échelle}}}\n", "utf-8")
    remember("acme", root)
    base(root, "v2")
    remember("acme", root)
    assert of(found(root), DAY, "exercises.rungs").state is State.LOST
    looked(found(root), root)
    assert of(found(root), DAY, "exercises.rungs").state is State.OWN


def test_what_is_saved_in_a_draft_is_written_down(root: Path) -> None:
    draft = Draft.open("acme", root)
    draft.set(Where(DAY, ("exercises", "page", "intro")), {"en": "Write two lines.", "fr": "Écrivez deux lignes."})
    draft.save()
    path = root / DAY
    path.write_text(path.read_text("utf-8").replace("Write a line.", "Write one line."), "utf-8")
    assert of(found(root), DAY, "exercises.page.intro").state is State.HIDES


@pytest.mark.parametrize("client", EXAMPLES)
def test_what_the_base_says_under_the_examples_is_written_down(client: str) -> None:
    kept = (data_root() / "clients" / client / FILE).read_text("utf-8")
    assert text_of(remembered(client, data_root())) == kept
    told = upgrade(client, data_root())
    assert {one.state for one in told.overrides} == {State.KEPT, State.OWN}


def test_a_correction_of_the_shipped_base_is_told_to_an_example(tmp_path: Path) -> None:
    root = shutil.copytree(data_root(), tmp_path / "data")
    path = root / "exercises/dc2-journey.yaml"
    path.write_text(path.read_text("utf-8").replace("Up to four organisations", "Up to five organisations"), "utf-8")
    (one,) = upgrade("health-authority", root).of(State.HIDES)
    assert one.difference.path[-1] == "orgs_help"
    assert [(told.id, told.values["n"]) for told in check("health-authority", root).advice] == [
        ("faults.corrections_hidden", 1)
    ]
    (root / "clients/health-authority" / FILE).unlink()
    assert [told.id for told in check("health-authority", root).advice] == ["faults.nothing_written_down"]
    (root / "clients/health-authority" / FILE).write_text("{", "utf-8")
    assert [told.id for told in check("health-authority", root).faults] == ["faults.seen_broken"]


def test_a_check_of_an_example_says_nothing_of_it() -> None:
    assert [found for client in EXAMPLES for found in check(client).advice if "_corrections" in found.id] == []


def test_an_order_is_moved_by_what_the_base_adds_and_moves_not_by_what_it_takes_away(root: Path) -> None:
    path = root / DAY
    told = path.read_text("utf-8")
    before, _, after = told.partition("  vote:\n")
    path.write_text(before + "  rungs:\n" + after.partition("  rungs:\n")[2], "utf-8")
    assert of(found(root), DAY, "exercises.sequence").state is State.KEPT
    path.write_text(told + "  added: {kind: vote, title: {en: New, fr: Nouveau}}\n", "utf-8")
    assert of(found(root), DAY, "exercises.sequence").state is State.HIDES


def test_what_only_the_client_had_and_the_base_has_by_now_hides_all_of_the_bases_words(root: Path) -> None:
    path = root / DAY
    path.write_text(path.read_text("utf-8") + "  mine: {kind: vote, title: {en: Ours, fr: Le nôtre}}\n", "utf-8")
    remember("acme", root)
    for key in ("title", "kind"):
        one = of(found(root), DAY, f"exercises.mine.{key}")
        assert (one.state, one.then) == (State.HIDES, {"absent": True})


def test_who_has_looked_at_a_setting_for_another_kind_is_not_told_again(root: Path) -> None:
    base(root, "v2")
    told = found(root)
    looked(told, root, [of(told, DAY, "exercises.page.settings.wide")])
    assert of(found(root), DAY, "exercises.page.settings.wide").state is State.OWN
