"""Claims about the one headline of a table: what it keeps of those that were brought, and what leaves the table."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Note, Pack, Tier
from leads_kit.room import release, sit
from leads_kit.store import Store
from tests.world import doing, make_world


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["ar1-merge"]


def brought(*rows: tuple[str, str], **more: str) -> dict[str, Any]:
    given = [{"id": f"r{at}", "line": line, "keep": keep} for at, (line, keep) in enumerate(rows, 1)]
    return {"brought": [{key: value for key, value in row.items() if value} for row in given], **more}


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any]) -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say("en")))


def test_what_lies_on_the_table_is_told_until_there_is_one_headline(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, brought(("Quiet by nine", "quiet"), ("Open at seven", "")))
    assert "2 headlines lie on the table: “Quiet by nine” and “Open at seven”." in text
    assert "Not to get lost: “quiet”." in text
    assert "What of “Open at seven” must not get lost?" in text
    assert "Now one line" in text
    assert "Now one line" not in told(pack, exercise, brought(("Quiet by nine", ""), headline="Quiet"))


def test_words_to_keep_that_stand_in_it_are_told_and_those_that_do_not(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, brought(("a", "QUIET"), ("b", "l’été"), headline="Une rue quiet, l’ete venu"))
    assert "2 stand in it: “QUIET” and “l’été”" in text
    assert "Not in it" not in text
    lost = told(pack, exercise, brought(("a", "quiet"), ("b", "nine"), headline="Ninety quiet streets"))
    assert "this stands in it: “quiet”" in lost
    assert "Not in it, word for word: “nine”" in lost


def test_a_headline_that_is_one_of_those_brought_is_told_so(pack: Pack, exercise: Exercise) -> None:
    both = brought(("Quiet by nine!", "quiet"), ("Open at seven", "open"), headline="quiet by nine")
    assert "Word for word, it is one of the 2" in told(pack, exercise, both)
    assert "Word for word, it" not in told(pack, exercise, {**both, "headline": "Quiet and open"})
    assert "Word for word, it" not in told(pack, exercise, brought(("Quiet by nine", ""), headline="Quiet by nine"))


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("40 families at one table", "Read it aloud, one word each"),
        ("40 ways forward", "who is better off in it"),
        ("Families go forward", "what in it could somebody count"),
        ("Families at one table: a vision", "“vision” could stand in any paper"),
    ],
)
def test_the_headline_is_asked_for_what_it_lacks_and_else_read_aloud(
    pack: Pack, exercise: Exercise, headline: str, said: str
) -> None:
    text = told(pack, exercise, {"headline": headline})
    assert said in text
    assert ("Read it aloud" in text) == (said.startswith("Read"))


def test_the_sign_that_it_is_true_is_said_back_even_alone(pack: Pack, exercise: Exercise) -> None:
    assert "“the chairs are gone”: who would be surprised first?" in told(
        pack, exercise, {"check": "the chairs are gone."}
    )


def test_own_headlines_are_offered_to_the_list(pack: Pack, exercise: Exercise) -> None:
    (rows, *_) = kind_of(exercise).form(exercise, pack.words).fields
    assert rows.suggest == "headline"  # type: ignore[attr-defined]


def test_what_was_brought_stays_at_the_table_and_the_one_headline_is_shared_unsigned(exercise: Exercise) -> None:
    kind = kind_of(exercise)
    assert kind.unit == "table"
    assert {part.id: (part.tier, part.unsigned) for part in kind.parts(exercise)} == {
        "work": (Tier.TABLE, False), "ours": (Tier.SHARED, True),
    }  # fmt: skip
    assert kind.notes(exercise, "ours", {"headline": " Quiet by nine "}) == (Note("headline", "Quiet by nine"),)
    assert kind.notes(exercise, "ours", {"headline": " "}) == ()


def test_the_room_reads_each_tables_headline_without_its_number(store: Store, pack: Pack) -> None:
    world = make_world(store, doing(pack, "ar1-merge"), people=3, agenda="test")
    for seat, table in enumerate((1, 1, 2)):
        sit(store, world.room, world.seats[seat][0].id, table)
    world.open("ar1-merge")
    assert world.attempt(0, "ar1-merge").save(brought(("mine", ""), headline="Ours"), 1, base=0).problems == ()
    assert world.attempt(1, "ar1-merge").answer["headline"] == "Ours"
    assert world.attempt(2, "ar1-merge").save({"headline": "Theirs"}, 1, base=0).problems == ()
    world.close("ar1-merge")
    notes = release(store, world.room, world.pack, "ar1-merge", 1, "console").notes
    assert {(one.note.text, one.by) for one in notes} == {("Ours", ""), ("Theirs", "")}
