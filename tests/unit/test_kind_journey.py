"""Claims about the journey: steps that nobody leads or two do, where it is felt worst, how often the lead changes hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from leads_kit.form import Grid, Rows
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import Lang

ORGS = ("clinic", "pharmacy", "home help")
ABSENT, SUPPORTS, LEADS = range(3)


@pytest.fixture
def journey(pack: Pack) -> Exercise:
    return pack.exercises["dc2-journey"]


def way(*steps: tuple[str, int | None, int | None, Sequence[int | None]], **more: Any) -> dict[str, Any]:
    """Steps with a feeling, a risk and a role of each organisation, in their order."""
    rows, roles = [], {}
    for at, (name, feeling, risk, marks) in enumerate(steps, 1):
        given = {"step": name, "feeling": feeling, "risk": risk}
        rows.append({"id": f"t{at}"} | {key: value for key, value in given.items() if value is not None})
        roles[f"t{at}"] = {f"o{org}": mark for org, mark in enumerate(marks, 1) if mark is not None}
    orgs = [{"id": f"o{at}", "org": org} for at, org in enumerate(ORGS, 1)]
    return {"persona": "Ada, 80", "orgs": orgs, "steps": rows, "roles": roles} | more


def told(pack: Pack, journey: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(journey).feedback(journey, answer, pack.words.say(lang)))


def test_four_organisations_and_five_steps_stay_within_forty_taps(pack: Pack, journey: Exercise) -> None:
    steps = [(f"step {at}", 0, 1, (LEADS, ABSENT, SUPPORTS, ABSENT)) for at in range(5)]
    answer = way(*steps, orgs=[{"id": f"o{at}", "org": str(at)} for at in range(1, 5)])
    form = kind_of(journey).form(journey, pack.words)
    assert form.faults(answer) == []
    assert form.gaps(answer, short=True) == []
    assert form.taps(answer) == 39
    rows = {one.id: one for one in form.fields if isinstance(one, Rows)}
    assert (rows["orgs"].most, rows["steps"].most, rows["steps"].short_most) == (4, 8, 5)


def test_roles_follow_the_steps_and_the_organisations(pack: Pack, journey: Exercise) -> None:
    grid = next(one for one in kind_of(journey).form(journey, pack.words).fields if isinstance(one, Grid))
    assert (grid.rows, grid.columns, grid.row_label, grid.column_label) == ("steps", "orgs", "step", "org")
    assert {mark: text.en for mark, text in grid.anchors.items()} == {0: "absent", 1: "supports", 2: "leads"}


def test_the_way_is_quoted_with_its_person_and_its_ends(pack: Pack, journey: Exercise) -> None:
    text = told(pack, journey, way(("falls", None, None, ()), ("waits", None, None, ()), ("sleeps", None, None, ())))
    assert "You follow “Ada, 80” through 3 steps, from “falls” to “sleeps”." in text
    assert "Who is the person" in told(pack, journey, way(("falls", None, None, ()), persona=" "))


def test_a_step_without_a_lead_is_named_and_one_that_nobody_marked_is_not(pack: Pack, journey: Exercise) -> None:
    text = told(
        pack, journey, way(("falls", 0, 1, (LEADS,)), ("waits", 0, 1, (ABSENT, SUPPORTS)), ("sleeps", 0, 1, ()))
    )
    assert "Nobody leads at “waits”." in text
    assert "“sleeps”. Whom" not in text
    assert "Nobody leads at 2 steps: “a” and “b”." in told(pack, journey, way(("a", 0, 1, (0,)), ("b", 0, 1, (1, 0))))


def test_two_leads_are_named_with_the_step_and_one_with_supporters_is_none(pack: Pack, journey: Exercise) -> None:
    text = told(pack, journey, way(("falls", 0, 1, (LEADS, LEADS, SUPPORTS)), ("waits", 0, 1, (LEADS, SUPPORTS))))
    assert "At “falls”, clinic and pharmacy lead at once" in text
    assert "“waits”, " not in text
    both = told(pack, journey, way(("falls", 0, 1, (2, 2)), ("waits", 0, 1, (2, 0, 2))))
    assert "lead at once at “falls” and “waits”" in both


def test_the_moment_of_truth_is_the_lowest_feeling_with_whoever_leads_there(pack: Pack, journey: Exercise) -> None:
    text = told(
        pack, journey, way(("falls", -1, 1, (LEADS,)), ("waits", -2, 1, (0, LEADS)), ("sleeps", 2, 1, (LEADS,)))
    )
    assert "moment of truth by your marks: “waits”, at −2. Led there by pharmacy" in text


def test_a_moment_of_truth_that_nobody_leads_is_told_once(pack: Pack, journey: Exercise) -> None:
    text = told(pack, journey, way(("falls", 1, 1, (LEADS,)), ("waits", -2, 1, (ABSENT,))))
    assert "“waits”, at −2. And nobody leads there." in text
    assert "Nobody leads at" not in text


def test_of_steps_felt_alike_the_riskiest_counts_and_if_none_is_all_of_them(pack: Pack, journey: Exercise) -> None:
    risky = told(pack, journey, way(("falls", -1, 1, ()), ("waits", -1, 3, ()), ("sleeps", 2, 1, ())))
    assert "moment of truth by your marks: “waits”" in risky
    alike = told(pack, journey, way(("falls", -1, 2, ()), ("waits", -1, 2, ()), ("sleeps", 2, 1, ())))
    assert "Felt worst, at −1 each: “falls” and “waits”." in alike


@pytest.mark.parametrize("feelings", [(1, 1), (None, -2), (None, None)])
def test_where_all_feels_alike_or_little_is_known_there_is_no_worst(
    pack: Pack, journey: Exercise, feelings: tuple[int | None, int | None]
) -> None:
    text = told(pack, journey, way(("falls", feelings[0], 1, ()), ("waits", feelings[1], 1, ())))
    assert "moment of truth by" not in text
    assert "Felt worst" not in text


@pytest.mark.parametrize(
    ("leads", "said"),
    [
        (((2,), (2, 1), (2,)), "never changes hands"),
        (((2,), (2, 2), (0, 2)), "never changes hands"),
        (((2,), (0, 2)), "changes hands once"),
        (((2,), (0,), (0, 2)), "changes hands once"),
        (((2,), (0, 2), (2,)), "changes hands 2 times"),
    ],
)
def test_the_lead_changes_hands_where_nobody_stays(
    pack: Pack, journey: Exercise, leads: Sequence[Sequence[int]], said: str
) -> None:
    assert said in told(pack, journey, way(*((f"step {at}", 0, 1, marks) for at, marks in enumerate(leads))))


def test_without_a_mark_of_anybodys_part_it_is_asked_for(pack: Pack, journey: Exercise) -> None:
    assert "Nobody’s part is marked yet" in told(pack, journey, way(("falls", 0, 1, ())))
    marked = told(pack, journey, way(("falls", 0, 1, (ABSENT,))))
    assert "part is marked" not in marked
    assert "part is marked" not in told(pack, journey, way(("falls", 0, 1, (LEADS,)), ("waits", 0, 1, ())))
    assert "changes hands" not in marked


def test_high_risks_are_named_and_all_ends_with_asking_whoever_walked_it(pack: Pack, journey: Exercise) -> None:
    text = told(pack, journey, way(("falls", 0, 3, ()), ("waits", 0, 2, ()), moment="one call at eight."))
    assert "After “falls” the risk of getting lost is high." in text
    assert "who has walked this way?" in text
    assert "Your line for the other tables: “one call at eight”." in text


def test_rows_without_a_name_and_marks_of_nobody_do_not_count(pack: Pack, journey: Exercise) -> None:
    answer = way(("falls", 0, 1, (LEADS,)), (" ", -2, 3, (LEADS,)))
    answer["orgs"][0]["org"] = "  "
    answer["roles"]["t1"]["o9"] = LEADS
    text = told(pack, journey, answer)
    assert "through 1 step" in text
    assert "part is marked" in text


def test_the_picture_says_who_leads_and_the_table_has_everything(pack: Pack, journey: Exercise) -> None:
    answer = way(
        ("falls", 1, 2, (2, 1)), ("waits", -2, 3, (0, 0, 1)), ("rests", None, None, (2, 2)), ("sleeps", 2, 1, ())
    )
    picture = kind_of(journey).own_picture(journey, answer, pack.words.say("en"))
    assert picture is not None
    assert picture.table.rows == (
        ("falls", "+1", "clinic", "pharmacy", "medium"), ("waits", "−2", "nobody leads", "home help", "high"),
        ("rests", "–", "clinic and pharmacy", "–", "–"), ("sleeps", "+2", "–", "–", "low"),
    )  # fmt: skip
    assert picture.sentence == ("4 steps on the way; led by nobody: 1, by two or more at once: 1. Felt worst: “waits”.")
    texts = [row["text"] for rows in picture.spec["datasets"].values() for row in rows if "text" in row]
    assert {"led by clinic", "nobody leads"} <= set(texts)


def test_a_person_alone_is_no_way_yet(pack: Pack, journey: Exercise) -> None:
    assert "You have begun with “Ada”" in told(pack, journey, {"persona": "Ada"})
    assert kind_of(journey).own_picture(journey, {"persona": "Ada"}, pack.words.say("en")) is None


def test_the_map_stays_at_the_table_and_only_its_line_is_shared(journey: Exercise) -> None:
    kind = kind_of(journey)
    assert kind.unit == "table"
    assert {part.id: part.tier for part in kind.parts(journey)} == {"way": Tier.TABLE, "moment": Tier.SHARED}
    (note,) = kind.notes(journey, "moment", {"moment": " one call at eight "})
    assert (note.id, note.text, note.about) == ("moment", "one call at eight", "")
    assert kind.notes(journey, "moment", {"moment": " "}) == ()
