"""Claims about requests between tables: two to a table, one of four answers, and what the others may read of both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest

from leads_kit.attempt import Attempt
from leads_kit.delivery import Live
from leads_kit.kinds import kind_of
from leads_kit.model import Counts, Exercise, Note, Pack, Release, Said, Tier
from leads_kit.room import release, sit
from leads_kit.store import Store
from leads_kit.text import Lang, Text
from tests.world import World, doing, make_world

COUNTS = Counts(4, 4, 0, 4, 0)


@pytest.fixture
def asking(pack: Pack) -> Exercise:
    return pack.exercises["dc2-needs-of-you"]


@pytest.fixture
def examples(pack: Pack) -> Exercise:
    return pack.exercises["dc2-replies"]


@pytest.fixture
def replying(pack: Pack, examples: Exercise) -> Exercise:
    """The answering half at a table of which two things were asked."""
    return supplied(examples, pack, "Send your new hours", "Call us on the same day.")


def supplied(exercise: Exercise, pack: Pack, *requests: str) -> Exercise:
    """As table 2 has it, when table 1 asked this of it; what is empty is not released."""
    said = [Said(f"k{at}", Note(f"r{at}", text, "to-2", {"to": 2}), "table:1") for at, text in enumerate(requests)]
    return replace(exercise, supplied=kind_of(exercise).heard(exercise, said, 2, pack.words))


def sent(*rows: tuple[str, str]) -> dict[str, Any]:
    given = [{"id": f"r{at}", "to": to, "request": text} for at, (to, text) in enumerate(rows, 1)]
    return {"requests": [{key: value for key, value in row.items() if value} for row in given]}


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def notes(exercise: Exercise, body: dict[str, Any]) -> dict[str, Note]:
    (part,) = kind_of(exercise).parts(exercise)
    return {note.id: note for note in kind_of(exercise).notes(exercise, part.id, body)}


def released(exercise: Exercise, **answers: dict[str, Any]) -> Release:
    said = [Said(f"{by}:{id}", note, by) for by, body in answers.items() for id, note in notes(exercise, body).items()]
    return Release(exercise.id, 1, COUNTS, notes=tuple(said))


# Asking.


def test_a_third_request_to_one_table_is_refused_in_its_place(pack: Pack, asking: Exercise) -> None:
    form = kind_of(asking).form(asking, pack.words)
    assert form.faults(sent(("2", "a"), ("2", "b"), ("3", "c"))) == []
    (problem,) = form.faults(sent(("2", "a"), ("3", "b"), ("2", "c"), ("2", "d"), ("2", "e")))
    assert problem.field == "requests/r4/to"
    assert "Table 2 already has 2 requests" in pack.words.say("en")(problem.word, **problem.values)


def test_requests_without_a_table_are_not_counted_against_any(pack: Pack, asking: Exercise) -> None:
    form = kind_of(asking).form(asking, pack.words)
    assert form.faults(sent(("", "a"), ("", "b"), ("", "c"))) == []


def test_no_more_than_eight_requests_leave_a_table(pack: Pack, asking: Exercise) -> None:
    form = kind_of(asking).form(asking, pack.words)
    whole = [(str(1 + at // 2), "please") for at in range(9)]
    assert form.faults(sent(*whole[:8])) == []
    assert [one.word for one in form.faults(sent(*whole))] == ["form.too_many"]


def test_there_are_as_many_tables_to_ask_as_the_settings_say(pack: Pack, asking: Exercise) -> None:
    settings = asking.settings.model_copy(update={"most_tables": 3})
    few = replace(asking, settings=settings)
    assert kind_of(few).form(few, pack.words).faults(sent(("4", "a")))
    assert kind_of(asking).form(asking, pack.words).faults(sent(("8", "a"))) == []
    assert list(kind_of(few).headings(few, pack.words.say("fr"))) == ["to-1", "to-2", "to-3"]


def test_each_request_is_a_note_under_the_table_that_is_asked(pack: Pack, asking: Exercise) -> None:
    found = notes(asking, sent(("3", " Lend us your room. "), ("", "Proofread our page"), ("4", "  ")))
    assert found == {
        "r1": Note("r1", "Lend us your room.", "to-3", {"to": 3}),
        "r2": Note("r2", "Proofread our page"),
    }
    assert kind_of(asking).headings(asking, pack.words.say("fr"))["to-3"] == "À la table 3"


def test_what_each_table_is_asked_is_told_together_by_table(pack: Pack, asking: Exercise) -> None:
    text = told(pack, asking, sent(("5", "first"), ("2", "second."), ("5", "third")))
    assert text.index("You ask table 2: “second”.") < text.index("You ask table 5: “first” and “third”.")


def test_a_request_without_a_table_is_told_to_have_none(pack: Pack, asking: Exercise) -> None:
    assert "No table has been chosen for “a”" in told(pack, asking, sent(("", "a"), ("1", "b")))
    assert "No table has been chosen" not in told(pack, asking, sent(("1", "b")))


@pytest.mark.parametrize(
    "request_",
    ["call us by Monday", "dites-le-nous avant jeudi", "répondez aujourd’hui", "every two weeks", "open until 9:30",
     "au 1er, svp", "before the 3rd", "envoyez-le avant 16 h", "deux soirs en novembre"],
)  # fmt: skip
def test_a_request_that_says_by_when_is_noticed_in_both_languages(pack: Pack, asking: Exercise, request_: str) -> None:
    assert "It says by when" in told(pack, asking, sent(("1", request_)))


@pytest.mark.parametrize(
    "request_", ["support us more", "you may call us by phone", "cela a été dit", "appelez-moi", "send 2 people"]
)
def test_a_request_that_does_not_say_by_when_is_noticed_too(pack: Pack, asking: Exercise, request_: str) -> None:
    assert "does not say by when" in told(pack, asking, sent(("1", request_)))


def test_of_several_requests_those_with_a_day_are_counted(pack: Pack, asking: Exercise) -> None:
    some = sent(("1", "by Monday"), ("2", "call us"), ("3", "each week"))
    assert "2 of your 3 requests say by when" in told(pack, asking, some)
    assert "None of your 2 requests" in told(pack, asking, sent(("1", "call us"), ("2", "write to us")))
    assert "All 2 say by when" in told(pack, asking, sent(("1", "by Monday"), ("2", "by Friday")))


def test_a_long_request_is_told_its_length_and_a_short_one_is_not(pack: Pack, asking: Exercise) -> None:
    assert "has 30 words" in told(pack, asking, sent(("1", "word " * 30)))
    assert "words" not in told(pack, asking, sent(("1", "word " * 29)))


# Answering.


def test_what_the_room_supplied_is_what_is_answered(pack: Pack, replying: Exercise) -> None:
    form = kind_of(replying).form(replying, pack.words)
    titles = [group.title for group in form.groups]
    assert titles[0] == Text("Table 1: “Send your new hours”", "Table 1\u00a0: «\u00a0Send your new hours\u00a0»")
    assert [field.id for field in form.fields] == ["reply-r1", "why-r1", "reply-r2", "why-r2", "unasked"]
    assert [part.fields for part in kind_of(replying).parts(replying)] == [tuple(field.id for field in form.fields)]


def test_a_request_that_is_not_released_leaves_the_others_in_their_places(pack: Pack, examples: Exercise) -> None:
    one_hidden = supplied(examples, pack, "first", "", "third")
    fields = [field.id for field in kind_of(one_hidden).form(one_hidden, pack.words).fields]
    assert fields == ["reply-r1", "why-r1", "reply-r3", "why-r3", "unasked"]
    assert "Table 1: “third”" in told(pack, one_hidden, {"reply-r3": "yes"})
    assert [part.fields for part in kind_of(one_hidden).parts(one_hidden)] == [tuple(fields)]


def test_a_table_hears_what_was_asked_of_it_and_of_no_other(pack: Pack, examples: Exercise, asking: Exercise) -> None:
    assert kind_of(examples).hears(examples) == (asking.id,)
    assert kind_of(asking).hears(asking) == ()
    told = notes(asking, sent(("2", "Send your hours."), ("3", "Lend us your room"), ("", "Help")))
    said = [Said(id, note, by) for id, note in told.items() for by in ("table:4", "Heron")]
    kind = kind_of(examples)
    assert kind.heard(examples, said, 2, pack.words) == {
        "requests": (
            Text("Table 4: “Send your hours”", "Table 4\u00a0: «\u00a0Send your hours\u00a0»"),
            Text("Heron: “Send your hours”", "Heron\u00a0: «\u00a0Send your hours\u00a0»"),
        )
    }
    assert kind.heard(examples, said, 7, pack.words) == {"requests": ()}
    assert kind.heard(examples, said, None, pack.words) == {"requests": ()}


def test_alone_the_samples_are_answered_and_marked_as_examples(pack: Pack, examples: Exercise) -> None:
    groups = kind_of(examples).form(examples, pack.words).groups
    assert [group.title.en.startswith("Example: “") for group in groups] == [True, True, True, False]
    assert [group.title.fr.startswith("Exemple\u00a0: «") for group in groups] == [True, True, True, False]


def test_a_table_of_which_nothing_was_asked_is_told_so_and_may_offer_something(pack: Pack, examples: Exercise) -> None:
    nothing = supplied(examples, pack)
    (group,) = kind_of(nothing).form(nothing, pack.words).groups
    assert group.title.en == "Nothing has been asked of your table so far"
    assert [field.id for field in group.fields] == ["unasked"]
    assert "Nothing has been asked" in told(pack, nothing, {})
    assert "Nothing answered yet" in told(pack, examples, {})


def test_four_answers_and_no_fifth(pack: Pack, replying: Exercise) -> None:
    form = kind_of(replying).form(replying, pack.words)
    assert all(form.faults({"reply-r1": word}) == [] for word in ("yes", "no", "try", "unclear"))
    assert form.faults({"reply-r1": "maybe"})
    assert form.faults({"reply-r3": "yes"})


def test_an_answer_without_a_why_is_a_note_whose_heading_is_the_word(pack: Pack, replying: Exercise) -> None:
    found = notes(replying, {"reply-r1": "no", "reply-r2": "try", "why-r2": " from June on "})
    assert (found["r1"].text, found["r1"].about, found["r1"].values["reply"]) == ("", "no", "no")
    assert (found["r2"].text, found["r2"].about) == ("from June on", "try")
    headings = kind_of(replying).headings(replying, pack.words.say("en"))
    assert headings == {
        "yes": "✓ Yes", "no": "✗ No", "try": "◐ We will try", "unclear": "? Not clear", "unasked": "Offered unasked",
    }  # fmt: skip


def test_a_note_carries_the_request_that_the_room_supplied_and_never_an_example(
    replying: Exercise, examples: Exercise
) -> None:
    assert notes(replying, {"reply-r2": "yes"})["r2"].values["asked"]["en"] == "Table 1: “Call us on the same day”"
    assert "asked" not in notes(examples, {"reply-r2": "yes"})["r2"].values


def test_a_line_why_without_an_answer_waits_under_no_heading(pack: Pack, replying: Exercise) -> None:
    assert notes(replying, {"why-r1": "hm"}) == {"r1": Note("r1", "hm")}
    assert "You add: “hm”" in told(pack, replying, {"why-r1": "hm."})


def test_notes_stand_in_the_order_of_the_requests(examples: Exercise) -> None:
    body = {f"reply-r{at}": "yes" for at in (10, 2, 1)} | {"unasked": "a lift"}
    assert list(notes(examples, body)) == ["r1", "r2", "r10", "unasked"]


@pytest.mark.parametrize(
    ("word", "said"),
    [("yes", "say yes to this"), ("no", "A plain no is help too"), ("try", "a yes of it"), ("unclear", "other words")],
)
def test_each_answer_is_told_with_the_request_and_none_is_the_better_one(
    pack: Pack, replying: Exercise, word: str, said: str
) -> None:
    text = told(pack, replying, {"reply-r1": word})
    assert said in text
    assert "Table 1: “Send your new hours”" in text
    assert "1 request is still open" in text


def test_three_promises_are_worth_a_second_look_and_two_are_not(pack: Pack, examples: Exercise) -> None:
    three = {"reply-r1": "yes", "reply-r2": "try", "reply-r3": "yes"}
    assert "3 promises at one table" in told(pack, examples, three)
    assert "promises" not in told(pack, examples, three | {"reply-r3": "unclear"})


def test_nothing_answered_has_no_picture_and_an_offer_is_no_answer(pack: Pack, replying: Exercise) -> None:
    say = pack.words.say("en")
    assert kind_of(replying).own_picture(replying, {"why-r1": "hm", "unasked": "a lift"}, say) is None
    picture = kind_of(replying).own_picture(replying, {"reply-r2": "no", "why-r2": "we are two"}, say)
    assert picture is not None
    assert picture.sentence.replace("\u00a0", " ") == "Your table’s answers: 1 × No and 1 × Still open."
    assert picture.table.rows == (
        ("Table 1: “Send your new hours”", "Still open", "–"),
        ("Table 1: “Call us on the same day”", "✗ No", "we are two"),
    )


def test_a_room_sees_how_often_each_word_was_given_and_reads_each_answer(pack: Pack, replying: Exercise) -> None:
    release = released(
        replying,
        **{"table:2": {"reply-r1": "yes", "reply-r2": "unclear", "why-r2": "which day?"}},
        Heron={"reply-r1": "yes", "why-r1": "gladly", "unasked": "a lift"},
    )
    picture = kind_of(replying).room_picture(replying, release, pack.words.say("en"))
    assert picture is not None
    sentence = picture.sentence.replace("\u00a0", " ")
    assert sentence.startswith("3 answers so far: 2 × Yes and 1 × Not clear. One request wants other words")
    assert ("Table 2", "Table 1: “Call us on the same day”", "? Not clear", "which day?") in picture.table.rows
    assert [row[0] for row in picture.table.rows] == ["Table 2", "Table 2", "Heron"]


@pytest.mark.parametrize("state", ["waiting", "hidden"])
def test_what_waits_or_was_hidden_again_is_not_counted(
    pack: Pack, replying: Exercise, state: Literal["waiting", "hidden"]
) -> None:
    release = released(replying, two={"reply-r1": "yes", "reply-r2": "no"})
    one, other = release.notes
    say = pack.words.say("en")
    half = replace(release, notes=(one, replace(other, state=state)))
    picture = kind_of(replying).room_picture(replying, half, say)
    assert picture is not None
    assert len(picture.table.rows) == 1
    none = replace(release, notes=tuple(replace(note, state=state) for note in release.notes))
    assert kind_of(replying).room_picture(replying, none, say) is None


def test_what_was_not_released_or_is_no_answer_makes_no_picture(pack: Pack, replying: Exercise) -> None:
    say = pack.words.say("en")
    assert kind_of(replying).room_picture(replying, released(replying), say) is None
    assert kind_of(replying).room_picture(replying, released(replying, two={"unasked": "a lift"}), say) is None
    forged = Release(replying.id, 1, COUNTS, notes=(Said("x", Note("r1", "", "", {"reply": "maybe"}), "two"),))
    assert kind_of(replying).room_picture(replying, forged, say) is None


def test_both_halves_are_a_tables_and_shared_for_release_one_by_one(asking: Exercise, replying: Exercise) -> None:
    for exercise in (asking, replying):
        assert kind_of(exercise).unit == "table"
        assert [part.tier for part in kind_of(exercise).parts(exercise)] == [Tier.SHARED]
        assert kind_of(exercise).summary(exercise, [sent(("1", "a"))]) == ()


def test_a_request_goes_to_its_table_once_it_is_released_and_its_answer_comes_back_with_it(
    store: Store, pack: Pack
) -> None:
    world = make_world(store, doing(pack, "dc2-needs-of-you", "dc2-replies"), people=2, agenda="test")
    for seat, table in enumerate((1, 2)):
        sit(store, world.room, world.seats[seat][0].id, table)
    world.open("dc2-needs-of-you")
    world.answer(0, "dc2-needs-of-you", sent(("2", "Send your hours"), ("2", "Never released")))
    world.close("dc2-needs-of-you")
    world.desk.show(world.step("dc2-needs-of-you"))
    waiting = release(store, world.room, world.pack, "dc2-needs-of-you", 1, "console").notes
    world.desk.release_notes(
        world.step("dc2-needs-of-you"), [one.key for one in waiting if one.note.text == "Send your hours"]
    )

    world.open("dc2-replies")
    (asked,) = [at for at, one in enumerate(table_has(world, 1).supplied["requests"], 1) if one.en]
    assert [group.title.en for group in Attempt(table_has(world, 1), live(world, 1)).form.groups] == [
        "Table 1: “Send your hours”", "And unasked",
    ]  # fmt: skip
    assert table_has(world, 0).supplied == {"requests": ()}
    Attempt(table_has(world, 1), live(world, 1)).save({f"reply-r{asked}": "yes"}, 1)
    world.close("dc2-replies")
    (reply,) = release(store, world.room, world.pack, "dc2-replies", 1, "console").notes
    assert (reply.by, reply.note.about, reply.note.values["asked"]["en"]) == (
        "table:2", "yes", "Table 1: “Send your hours”",
    )  # fmt: skip


def live(world: World, seat: int) -> Live:
    who, secret = world.seats[seat]
    return Live(world.store, world.pack, world.room.id, who, secret, world.clock)


def table_has(world: World, seat: int) -> Exercise:
    return live(world, seat).exercise("dc2-replies")
