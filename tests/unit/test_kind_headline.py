"""Claims about headlines from the future: what is asked of them, what leaves without a name, and the days nobody typed."""

from __future__ import annotations

import pytest

from leads_kit.analysis.ahead import monday_after, months_on, today
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Note, Pack, Tier
from leads_kit.room import release
from leads_kit.store import Store
from leads_kit.text import Lang
from tests.world import doing, make_world

GOOD = "Nobody on Mill Street has waited longer than a week since spring"


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["ar1-headline"]


def told(pack: Pack, exercise: Exercise, lang: Lang = "en", **answer: str) -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang))).replace("\u00a0", " ")


def test_a_headline_has_a_hundred_and_twenty_signs_at_the_most(pack: Pack, exercise: Exercise) -> None:
    form = kind_of(exercise).form(exercise, pack.words)
    assert form.faults({"headline": "x" * 120}) == []
    (problem,) = form.faults({"headline": "x" * 121})
    assert (problem.word, problem.values["most"]) == ("form.too_long", 120)


def test_the_paper_is_dated_two_years_from_today(pack: Pack, exercise: Exercise) -> None:
    day = months_on(today(), 24)
    assert f"« {GOOD} » – à la une, le {pack.words.say('fr').date(day)} {day.year}." in told(
        pack, exercise, "fr", headline=GOOD
    )
    assert f"“{GOOD}” – a neighbour, {pack.words.say('en').date(day)}, {day.year}." in told(
        pack, exercise, headline=f"{GOOD}.", writer="a neighbour"
    )


def test_a_whole_headline_gets_no_hint_and_is_read_aloud(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, headline=GOOD)
    assert "Read it aloud once" in text
    assert "Suggestions only" not in text


@pytest.mark.parametrize(
    ("headline", "hint"),
    [
        ("Families are happier since spring", "something one could count"),
        ("Less than 3 days of delay since spring", "Who is better off"),
        ("No patient waits longer than a day", "says since when"),
        (
            "Sustainable excellence for 40 families since spring",
            "“Sustainable” and “excellence” could stand in any paper",
        ),
        ("Since spring no patient waits longer than a day or two at our door, not even in winter", "Which ten"),
    ],
)
def test_each_thing_that_is_missing_is_asked_for_and_only_that(
    pack: Pack, exercise: Exercise, headline: str, hint: str
) -> None:
    text = told(pack, exercise, headline=headline)
    hints = (
        "something one could count",
        "Who is better off",
        "says since when",
        "could stand in any paper",
        "Which ten",
    )
    assert hint in text
    assert [one for one in hints if one in text and one not in hint] == []
    assert "Read it aloud" not in text


def test_a_time_beside_the_headline_is_enough(pack: Pack, exercise: Exercise) -> None:
    without = told(pack, exercise, headline="No patient waits longer than a day", measure="days of waiting")
    assert "says since when" in without
    dated = told(pack, exercise, headline="No patient waits longer than a day", measure="days of waiting, by 2027")
    assert "says since when" not in dated


def test_what_can_be_counted_is_asked_for_todays_number_or_for_who_counts(pack: Pack, exercise: Exercise) -> None:
    assert "Without today’s number" in told(pack, exercise, measure="9 of 10 called back")
    assert "Who would count it" in told(pack, exercise, measure="calls answered")


def test_monday_gets_its_date(pack: Pack, exercise: Exercise) -> None:
    day = monday_after(today())
    text = told(pack, exercise, monday="call the desk.")
    assert f"“call the desk”: the next Monday is {pack.words.say('en').date(day)}" in text or "is tomorrow" in text
    assert ("tomorrow" in text) == ((day - today()).days == 1)


def test_what_is_open_is_named_and_a_whole_answer_has_nothing_open(pack: Pack, exercise: Exercise) -> None:
    assert "Left open, and that is fine: who writes it, what can be counted and Monday." in told(
        pack, exercise, headline=GOOD
    )
    whole = told(pack, exercise, headline=GOOD, writer="a", measure="b", monday="c")
    assert "Left open" not in whole


def test_all_of_it_is_private_and_the_headline_alone_may_be_offered(exercise: Exercise) -> None:
    kind = kind_of(exercise)
    private, shared = kind.parts(exercise)
    assert (private.tier, set(private.fields)) == (Tier.PRIVATE, {"headline", "writer", "measure", "monday"})
    assert (shared.tier, shared.offered, shared.unsigned) == (Tier.SHARED, True, True)
    body = kind.offer(exercise, {"headline": f" {GOOD} ", "writer": "me", "monday": "secret"})["shared"]
    assert kind.notes(exercise, "shared", body) == (Note("headline", GOOD),)
    assert kind.offer(exercise, {"headline": "  ", "writer": "me"}) == {}


def test_what_is_offered_reaches_the_console_without_a_name_and_what_is_not_stays_sealed(
    store: Store, pack: Pack
) -> None:
    world = make_world(store, doing(pack, "ar1-headline"), people=2, agenda="test")
    world.open("ar1-headline")
    world.answer(0, "ar1-headline", {"headline": GOOD, "writer": "a neighbour"}).offer("shared", True)
    world.answer(1, "ar1-headline", {"headline": "Mine alone"})
    world.close("ar1-headline")
    (said,) = release(store, world.room, world.pack, "ar1-headline", 1, "console").notes
    assert (said.note.text, said.by) == (GOOD, "")


def test_a_headline_comes_back_where_headlines_are_asked_for_again(exercise: Exercise) -> None:
    assert kind_of(exercise).gives(exercise, {"headline": GOOD, "monday": "x"}) == {"headline": (GOOD,)}
    assert kind_of(exercise).gives(exercise, {"monday": "x"}) == {}
