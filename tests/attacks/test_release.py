"""Somebody who sees everything that `room.release` ever gave to anybody tries to find out what a few people said."""

from __future__ import annotations

import ast
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import leads_kit
from leads_kit.errors import GroupFixed, GroupTooSmall
from leads_kit.kinds import all_kinds, kind_of
from leads_kit.model import Figure, Pack, Progress, Release, Response, StepState, Tier
from leads_kit.packs import load_pack, load_samples
from leads_kit.room import Viewer, counts, release
from leads_kit.store import Store
from tests.world import START, WHEEL, World, make_world

CODE = Path(leads_kit.__file__).parent
VIEWERS: tuple[Viewer, ...] = get_args(Viewer)
EXERCISES = sorted(load_pack().exercises)
ASKED = ("now-DC1", "now-DC2")
CLASSES = {1: ("1", "1-2"), 2: ("2", "1-2"), 3: ("3", "3"), 4: ("4", "4-5"), 5: ("5", "4-5")}
# One store for all examples: every example has a room of its own in it.
SLOW: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}
number = itertools.count()


@dataclass
class Truth:
    """What really happened: per round who gave which answer in time, and everything that anybody was shown."""

    world: World
    given: dict[int, dict[str, dict[str, Any]]]
    shown: dict[tuple[int, str], Release]


marks = st.sampled_from([1, 2, 3, 4, 5, 3, 4, "na", None])
answers = st.fixed_dictionaries(dict.fromkeys(ASKED, marks)) | st.sampled_from(["pass", "absent"])
few = st.dictionaries(st.integers(0, 17), answers, max_size=3)
base = st.dictionaries(st.integers(0, 17), answers, min_size=6)
# The first round is anything; the next are nearly the same people, or others altogether.
meetings = st.tuples(base, st.lists(few | base, max_size=3))


def play(
    store: Store, pack: Pack, min_group: int, first: Mapping[int, Any], later: Sequence[Mapping[int, Any]]
) -> Truth:
    """One room through its rounds; each round starts from what people said in the last one."""
    world = make_world(store, pack, min_group=min_group, people=18, name=f"attack {next(number)}")
    truth, said = Truth(world, {}, {}), dict(first)
    for change in [{}, *later]:
        said |= change
        opened = world.open("dc-wheel")
        truth.given[opened.round] = {}
        for seat, answer in said.items():
            _say(truth, seat, answer)
        watch(truth)
        world.close("dc-wheel")
        watch(truth)
        world.desk.show(world.step("dc-wheel"))
        watch(truth)
    return truth


def _say(truth: Truth, seat: int, answer: Any) -> None:
    world, step = truth.world, truth.world.step("dc-wheel")
    who = world.seats[seat][0].id
    where = Response(world.room.id, who, "dc-wheel", step.round, "ratings", Tier.GROUP, 1, START, body=WHEEL)
    if answer == "absent":
        return
    if answer == "pass":
        world.store.save(where, only_if_open=step)
        world.store.save(replace(where, part="progress", body=Progress.PASSED.value), only_if_open=step)
        return
    truth.given[step.round][who] = dict(answer)
    world.store.save(replace(where, body=answer), only_if_open=step)


def watch(truth: Truth) -> None:
    """Look at every round with every viewer's eyes; what was shown once never looks different again."""
    world = truth.world
    current = world.step("dc-wheel")
    for round_, viewer in itertools.product(truth.given, VIEWERS):
        seen = release(world.store, world.room, world.pack, "dc-wheel", round_, viewer)
        if round_ == current.round and current.state is StepState.OPEN:
            assert (seen.figures, seen.withheld, seen.n, seen.left_out) == ((), {}, 0, 0)
        elif seen.figures or seen.withheld:
            assert truth.shown.setdefault((round_, viewer), seen) == seen


def figures(truth: Truth) -> Iterator[tuple[int, Figure, frozenset[str]]]:
    """Every figure that anybody was shown, and who is in it: the store's own note, which views never get."""
    noted = dict(truth.world.store.releases(truth.world.room.id, "dc-wheel"))
    for (round_, _), seen in truth.shown.items():
        for figure in seen.figures:
            yield round_, figure, frozenset(noted[round_]["groups"][figure.id]["people"])


@settings(max_examples=40, **SLOW)
@given(st.integers(3, 7), meetings)
def test_whoever_sees_every_figure_of_every_round_learns_nothing_about_fewer_than_the_minimum(
    store: Store, pack: Pack, min_group: int, played: tuple[Any, Any]
) -> None:
    attack(play(store, pack, min_group, *played), min_group)


@pytest.mark.full
@settings(max_examples=600, **SLOW)
@given(st.integers(3, 7), meetings)
def test_nor_does_anybody_who_is_very_patient(
    store: Store, pack: Pack, min_group: int, played: tuple[Any, Any]
) -> None:
    attack(play(store, pack, min_group, *played), min_group)


def attack(truth: Truth, min_group: int) -> None:
    """Three claims: figures are true and of enough people; people share all their figures with enough others, so that
    every sum and difference of figures is one over whole blocks of them; and nobody is named.
    """
    for round_, figure, people in figures(truth):
        true_and_large_enough(truth, round_, figure, people, min_group)
    for asked in ASKED:
        where: dict[str, set[int]] = {}
        for round_, _, people in (one for one in figures(truth) if one[1].id == asked):
            for seat in people:
                where.setdefault(seat, set()).add(round_)
        blocks = Counter(frozenset(rounds) for rounds in where.values())
        assert all(many >= min_group for many in blocks.values())
    told = repr(truth.shown)
    assert not [seat for seat, _ in truth.world.seats if seat.id in told or seat.pseudonym in told]


def true_and_large_enough(truth: Truth, round_: int, figure: Figure, people: frozenset[str], min_group: int) -> None:
    """The store's note of who is in a figure is checked against what they really said, so it can be believed."""
    assert figure.n == len(people) >= min_group
    fine = len(figure.classes) == 5
    assert figure.n >= 8 or not fine
    counted = Counter(CLASSES[truth.given[round_][seat][figure.id]][0 if fine else 1] for seat in people)
    assert dict(zip(figure.classes, figure.counts, strict=True)) == {name: counted[name] for name in figure.classes}
    assert max(figure.counts) < figure.n


# ---- single attempts, each told as it would be tried ----


def wheel(world: World, seats: Sequence[int], marks: Sequence[int]) -> None:
    for seat, mark in zip(seats, marks, strict=True):
        world.answer(seat, "dc-wheel", WHEEL | {"now-DC1": mark})


def one_round(world: World, seats: Sequence[int], marks: Sequence[int], viewer: Viewer = "console") -> Release:
    opened = world.open("dc-wheel")
    wheel(world, seats, marks)
    world.close("dc-wheel")
    return release(world.store, world.room, world.pack, "dc-wheel", opened.round, viewer)


def of(seen: Release, figure: str) -> Figure:
    return next(one for one in seen.figures if one.id == figure)


def test_four_answers_of_five_needed_give_counts_and_no_figure(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6)
    seen = one_round(world, range(4), [1, 2, 4, 5])
    assert seen.figures == ()
    assert seen.withheld == {"*": "disclosure.too_few"}
    assert seen.counts.finished == 4


def test_a_latecomer_in_the_next_round_stays_out_of_its_figures(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=10)
    first = one_round(world, range(9), [1, 2, 2, 3, 3, 4, 4, 4, 5])
    second = one_round(world, range(10), [1, 2, 2, 3, 3, 4, 4, 4, 5, 1])
    assert of(second, "now-DC1") == of(first, "now-DC1")
    assert (second.n, second.left_out) == (10, 1)


def test_one_who_is_gone_takes_others_out_or_the_whole_figure(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=12)
    assert of(one_round(world, range(12), [1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5]), "now-DC1").n == 12
    second = one_round(world, range(11), [1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5])
    assert "now-DC1" in second.withheld or of(second, "now-DC1").n == 7
    small = make_world(store, pack, people=6, name="small")
    one_round(small, range(6), [1, 2, 3, 4, 5, 5])
    third = one_round(small, range(5), [1, 2, 3, 4, 5])
    assert third.figures == ()
    assert third.withheld["*"] == "disclosure.too_alike"


def test_one_who_says_not_observed_in_one_round_only_is_not_seen_in_the_difference(store: Store, pack: Pack) -> None:
    """The same six people answer both rounds; only the figure of one capability gains or loses a person."""
    world = make_world(store, pack, people=7)
    first = world.open("dc-wheel")
    marks = [1, 2, 3, 4, 5, 5]
    for seat, mark in enumerate(marks):
        world.answer(seat, "dc-wheel", {"now-DC1": "na" if seat == 5 else mark, "now-DC2": mark})
    world.close("dc-wheel")
    before = release(store, world.room, pack, "dc-wheel", first.round, "console")
    assert (of(before, "now-DC1").n, of(before, "now-DC2").n) == (5, 6)
    world.open("dc-wheel")
    for seat, mark in enumerate(marks):
        world.answer(seat, "dc-wheel", {"now-DC1": mark, "now-DC2": "na" if seat == 0 else mark})
    world.close("dc-wheel")
    after = release(store, world.room, pack, "dc-wheel", first.round + 1, "console")
    assert of(after, "now-DC1").n == 5
    assert after.withheld == {"now-DC2": "disclosure.too_alike"}


def test_late_saves_and_withdrawals_never_move_a_frozen_figure(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=7)
    before = one_round(world, range(6), [1, 2, 3, 4, 5, 5])
    late = Response(world.room.id, world.seats[6][0].id, "dc-wheel", 1, "ratings", Tier.GROUP, 1, START, body=WHEEL)
    store.save(late)
    store.save(replace(late, seat=world.seats[0][0].id, n=99, body=None))
    assert release(store, world.room, pack, "dc-wheel", 1, "console") == before


def offers(world: World, seats: Sequence[int]) -> None:
    exercise = world.pack.exercises["dc1-network"]
    answers = [one.answers["dc1-network"] for one in load_samples().values()]
    told = [answer for answer in answers if kind_of(exercise).offer(exercise, answer)]
    for seat, answer in zip(seats, itertools.cycle(told), strict=False):
        world.answer(seat, "dc1-network", answer).offer("classes", True)


def test_what_was_offered_counts_and_what_was_taken_back_before_closing_does_not(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=8)
    world.open("dc1-network")
    offers(world, range(8))
    for seat in (0, 1):
        world.attempt(seat, "dc1-network").offer("classes", False)
    world.close("dc1-network")
    seen = release(store, world.room, pack, "dc1-network", 1, "console")
    assert seen.n == 6
    assert all(figure.n == 6 for figure in seen.figures)


def test_taking_back_after_closing_leaves_the_picture_and_goes_out_of_every_later_one(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=8)
    world.open("dc1-network")
    offers(world, range(8))
    world.close("dc1-network")
    before = release(store, world.room, pack, "dc1-network", 1, "console")
    world.attempt(0, "dc1-network").offer("classes", False)
    assert release(store, world.room, pack, "dc1-network", 1, "console") == before
    world.open("dc1-network")
    world.close("dc1-network")
    assert release(store, world.room, pack, "dc1-network", 2, "console").n == 0


def test_a_private_part_never_reaches_a_figure_even_where_it_lies_there_unlocked(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6)
    step = world.open("dc1-network")
    for seat, _ in world.seats:
        body = {"size": "many" if seat.id < "8" else "few", "bridging": "high"}
        store.save(Response(world.room.id, seat.id, "dc1-network", step.round, "map", Tier.GROUP, 1, START, body=body))
    world.close("dc1-network")
    seen = release(store, world.room, pack, "dc1-network", 1, "console")
    assert (seen.figures, seen.n) == ((), 0)


def test_an_exercise_that_is_all_private_gives_counts_and_nothing_else(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6)
    world.open("dc-first-five")
    for seat in range(6):
        world.answer(seat, "dc-first-five", {"person": "someone", "brings": "calm"})
    world.desk.show(world.close("dc-first-five"))
    for viewer in VIEWERS:
        seen = release(store, world.room, pack, "dc-first-five", 1, viewer)
        assert (seen.figures, seen.withheld, seen.n) == ((), {}, 0)
        assert seen.counts.finished == 6


def test_who_would_rather_not_is_in_no_figure_whatever_was_typed_before(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6)
    world.open("dc-wheel")
    wheel(world, range(6), [1, 2, 3, 4, 5, 5])
    world.attempt(5, "dc-wheel").decline()
    world.close("dc-wheel")
    assert of(release(store, world.room, pack, "dc-wheel", 1, "console"), "now-DC1").n == 5


@pytest.mark.parametrize(
    ("moves", "sees"),
    [
        ((), ""),
        (("close",), "console"),
        (("close", "show"), "console wall seat"),
        (("close", "show", "hide"), "console"),
    ],
)
def test_each_viewer_sees_figures_only_where_the_step_stands_for_them(
    store: Store, pack: Pack, moves: Sequence[str], sees: str
) -> None:
    world = make_world(store, pack, people=6)
    world.open("dc-wheel")
    wheel(world, range(6), [1, 2, 3, 4, 5, 5])
    for move in moves:
        getattr(world.desk, move)(world.step("dc-wheel"))
    seen = {viewer: release(store, world.room, pack, "dc-wheel", 1, viewer) for viewer in VIEWERS}
    assert [viewer for viewer in VIEWERS if seen[viewer].figures] == sees.split()


def test_while_a_new_round_is_open_the_last_one_stays_with_the_console(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6)
    one_round(world, range(6), [1, 2, 3, 4, 5, 5])
    world.desk.show(world.step("dc-wheel"))
    world.open("dc-wheel")
    told = {viewer: bool(release(store, world.room, pack, "dc-wheel", 1, viewer).figures) for viewer in VIEWERS}
    assert told == {"console": True, "wall": False, "seat": False}


def test_the_minimum_is_never_lowered_once_people_answer_under_it(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=4)
    with pytest.raises(GroupTooSmall):
        world.desk.settle(2)
    one_round(world, range(4), [1, 2, 4, 5])
    with pytest.raises(GroupFixed):
        world.desk.settle(3)
    assert release(store, world.room, pack, "dc-wheel", 1, "console").figures == ()


def test_an_invented_seat_put_into_a_real_room_by_hand_counts_for_nothing(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=5)
    world.open("dc-wheel")
    wheel(world, range(5), [1, 2, 3, 4, 5])
    store.change_seat(world.room.id, world.seats[4][0].id, sample=True)
    world.close("dc-wheel")
    seen = release(store, world.room, pack, "dc-wheel", 1, "console")
    assert (seen.figures, seen.n) == ((), 4)
    assert counts(store, world.room, None, world.clock()).seats == 4


def test_of_an_exercise_that_the_pack_does_not_have_nothing_is_told(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6)
    seen = release(store, world.room, pack, "no-such", 1, "console")
    assert (seen.figures, seen.counts.finished) == ((), 0)


# ---- what all of this rests on ----


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_every_kind_adds_people_up(pack: Pack, exercise_id: str) -> None:
    """Who is in a figure is read from summaries of one answer each: that is right only while kinds do nothing but add."""
    exercise = pack.exercises[exercise_id]
    kind = kind_of(exercise)
    bodies = [_group_body(pack, exercise_id, one.answers[exercise_id]) for one in load_samples().values()]
    alone: Counter[tuple[str, str]] = Counter()
    people: Counter[str] = Counter()
    for body in bodies:
        for figure in kind.summary(exercise, [body]):
            assert figure.n == 1
            people[figure.id] += 1
            alone.update({(figure.id, name): n for name, n in zip(figure.classes, figure.counts, strict=True)})
    for figure in kind.summary(exercise, bodies):
        assert figure.counts == tuple(alone[figure.id, name] for name in figure.classes)
        assert figure.multiple or figure.n == people[figure.id]


def _group_body(pack: Pack, exercise_id: str, answer: Mapping[str, Any]) -> dict[str, Any]:
    exercise = pack.exercises[exercise_id]
    body: dict[str, Any] = {}
    for part in kind_of(exercise).parts(exercise):
        if part.tier is Tier.GROUP:
            body |= kind_of(exercise).offer(exercise, answer).get(part.id, {}) if part.offered else dict(answer)
    return body


def test_every_kind_is_among_those_that_were_added_up(pack: Pack) -> None:
    assert {pack.exercises[id].kind for id in EXERCISES} == set(all_kinds())


def calls(name: str) -> dict[str, int]:
    """How often each module of the kit uses an attribute of this name."""
    found: Counter[str] = Counter()
    for file in CODE.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        found[str(file.relative_to(CODE))] += sum(
            isinstance(node, ast.Attribute) and node.attr == name for node in ast.walk(tree)
        )
    return {file: n for file, n in found.items() if n}


def test_only_the_freezing_of_a_round_reads_what_many_people_said() -> None:
    assert calls("bodies") == {"room/freezing.py": 1, "room/notes.py": 1}
    assert calls("releases") == {"room/freezing.py": 1}


def test_only_release_reads_what_was_frozen() -> None:
    found = set()
    for file in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "release" and "store" in ast.unparse(node.value):
                found.add(str(file.relative_to(CODE)))
    assert found == {"room/release.py"}


def test_only_a_persons_own_attempt_and_what_they_take_home_read_one_persons_answer() -> None:
    store_answer = set()
    for file in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "answer" and ast.unparse(node.value).endswith("store"):
                store_answer.add(str(file.relative_to(CODE)))
    assert store_answer == {"attempt/own.py"}
