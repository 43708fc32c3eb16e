"""Claims that hold for every kind, tried on its examples (tests/examples/<kind>.yaml) in both languages.

A kind with two sorts of exercises has examples of each: <kind>-<sort>.yaml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import vl_convert

from leads_kit.kinds import Picture, all_kinds, kind_of
from leads_kit.model import Pack, Tier
from leads_kit.text import LANGS, Lang
from tests.cases import EXAMPLES, Example, body_of, example, group_bodies, many, released, said

TAPS = 40
HOLE = re.compile(r"\{[a-z_]+\}")
KINDS = sorted(all_kinds())
each_kind = pytest.mark.parametrize("kind", sorted({*KINDS, *(path.stem for path in EXAMPLES.glob("*-*.yaml"))}))
each_lang = pytest.mark.parametrize("lang", LANGS)
# Drawing takes a second each. French words are the longer ones; the English drawings go with the long tests.
each_drawn = pytest.mark.parametrize("lang", ["fr", pytest.param("en", marks=pytest.mark.full)])


def kept(shown: Example, answer: Mapping[str, Any], pack: Pack) -> dict[str, Any]:
    return kind_of(shown.exercise).form(shown.exercise, pack.words).kept(answer)


def given(shown: Example, pack: Pack) -> dict[str, dict[str, Any]]:
    """Every answer of the examples as it would be kept, and none at all."""
    told = {"nothing": {}, **shown.answers, **shown.hostile}
    return {name: kept(shown, answer, pack) for name, answer in told.items()}


def texts_of(value: Any) -> Iterator[str]:
    """Everything a person typed or chose, at any depth."""
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from texts_of(one)
        case dict():
            for one in value.values():
                yield from texts_of(one)


def drawn(picture: Picture) -> str:
    return vl_convert.vegalite_to_svg(picture.spec, vl_version="6.4")


def assert_whole(picture: Picture) -> str:
    """A picture says something, has a table of even rows, and can be drawn: as what is returned."""
    assert picture.sentence.strip()
    assert picture.spec["description"] == picture.sentence
    assert picture.table.rows
    assert {len(row) for row in picture.table.rows} == {len(picture.table.columns)}
    svg = drawn(picture)
    assert "<svg" in svg
    return svg


@each_kind
def test_every_field_belongs_to_exactly_one_part(kind: str, pack: Pack) -> None:
    shown = example(kind, pack)
    made = kind_of(shown.exercise)
    fields = sorted(one.id for one in made.form(shown.exercise, pack.words).fields)
    parts = made.parts(shown.exercise)
    assert sorted(field for part in parts for field in part.fields) == fields
    assert len({part.id for part in parts}) == len(parts)
    assert all(not part.fields for part in parts if part.offered)


@each_kind
def test_examples_can_be_kept_and_what_no_honest_page_sends_is_refused(kind: str, pack: Pack) -> None:
    shown = example(kind, pack)
    form = kind_of(shown.exercise).form(shown.exercise, pack.words)
    assert {name: form.faults(answer) for name, answer in shown.answers.items() if form.faults(answer)} == {}
    assert form.faults(shown.hostile["fault"])
    assert all(not form.faults(answer) for answer in given(shown, pack).values())


@each_kind
def test_the_short_form_has_something_to_ask_on_every_card(kind: str, pack: Pack) -> None:
    shown = example(kind, pack)
    groups = kind_of(shown.exercise).form(shown.exercise, pack.words).groups
    assert all(any(not field.full_only for field in group.fields) for group in groups)


@each_kind
def test_the_short_form_takes_at_most_forty_taps(kind: str, pack: Pack) -> None:
    shown = example(kind, pack)
    form, answer = kind_of(shown.exercise).form(shown.exercise, pack.words), shown.answers[shown.short]
    assert form.gaps(answer, short=True) == []
    assert form.taps(answer, short=True) <= TAPS


@each_kind
def test_notes_hold_what_was_typed_into_shared_parts_and_nothing_else(kind: str, pack: Pack) -> None:
    shown = example(kind, pack)
    made = kind_of(shown.exercise)
    shared = {part.id: part for part in made.parts(shown.exercise) if part.tier is Tier.SHARED}
    for answer in [*given(shown, pack).values(), *many(shown.exercise, 12)]:
        for id, part in shared.items():
            body = body_of(shown.exercise, part, answer)
            notes = made.notes(shown.exercise, id, body)
            assert len({note.id for note in notes}) == len(notes)
            assert [
                note.text for note in notes if note.text.strip() not in ["", *(one.strip() for one in texts_of(body))]
            ] == []
            # What was only chosen, such as one of four answers, stands in the values of a note without a text.
            assert all(note.text.strip() or note.values for note in notes)
            for lang in LANGS:
                headings = made.headings(shown.exercise, pack.words.say(lang))
                assert {note.about for note in notes} <= {"", *headings}
    if shared:
        assert any(said(shown.exercise, many(shown.exercise, 12)))


@each_kind
def test_what_later_exercises_may_offer_was_typed_here(kind: str, pack: Pack) -> None:
    shown = example(kind, pack)
    for answer in given(shown, pack).values():
        given_on = kind_of(shown.exercise).gives(shown.exercise, answer)
        typed = {text.strip() for text in texts_of(answer)}
        assert {one for names in given_on.values() for one in names} <= typed


@each_kind
@each_lang
def test_what_a_room_must_supply_has_suggestions(kind: str, lang: Lang, pack: Pack) -> None:
    shown = example(kind, pack)
    for ask in kind_of(shown.exercise).asks(shown.exercise):
        assert ask.label.of(lang)
        assert len(ask.suggestions) >= ask.least


@each_kind
@each_lang
def test_feedback_quotes_the_persons_own_answer(kind: str, lang: Lang, pack: Pack) -> None:
    shown = example(kind, pack)
    assert shown.quotes
    for name, quotes in shown.quotes.items():
        told = " ".join(kind_of(shown.exercise).feedback(shown.exercise, shown.answers[name], pack.words.say(lang)))
        assert [quote for quote in quotes[lang] if quote not in told] == []


@each_kind
@each_lang
def test_feedback_has_finished_sentences_for_any_answer(kind: str, lang: Lang, pack: Pack) -> None:
    shown = example(kind, pack)
    for answer in given(shown, pack).values():
        told = kind_of(shown.exercise).feedback(shown.exercise, answer, pack.words.say(lang))
        typed = " ".join(texts_of(answer))
        assert told
        assert all(sentence.strip() for sentence in told)
        assert [hole for hole in HOLE.findall(" ".join(told)) if hole not in typed] == []
        assert "nan" not in " ".join(told).lower().split()


@each_kind
@each_drawn
def test_a_persons_own_picture_is_whole_or_there_is_none(kind: str, lang: Lang, pack: Pack) -> None:
    shown = example(kind, pack)
    for answer in given(shown, pack).values():
        picture = kind_of(shown.exercise).own_picture(shown.exercise, answer, pack.words.say(lang))
        if picture is not None:
            svg = assert_whole(picture).lower()
            assert "<script" not in svg
            assert "<img" not in svg


@each_kind
def test_no_answer_has_no_picture(kind: str, pack: Pack) -> None:
    shown = example(kind, pack)
    assert kind_of(shown.exercise).own_picture(shown.exercise, {}, pack.words.say("en")) is None


@each_kind
@pytest.mark.parametrize("count", [0, 1, 12, 30])
def test_what_a_room_sums_up_counts_people_and_holds_no_word_of_theirs(kind: str, count: int, pack: Pack) -> None:
    shown = example(kind, pack)
    answers = many(shown.exercise, count)
    bodies = group_bodies(shown.exercise, answers)
    figures = kind_of(shown.exercise).summary(shown.exercise, bodies)
    for figure in figures:
        assert len(figure.classes) == len(figure.counts)
        assert 0 < figure.n <= len(bodies)
        assert figure.multiple or sum(figure.counts) == figure.n
    told = json.dumps([[figure.id, *figure.classes] for figure in figures])
    fields = {
        field
        for part in kind_of(shown.exercise).parts(shown.exercise)
        if part.tier is Tier.PRIVATE
        for field in part.fields
    }
    typed = {text for answer in answers for field in fields for text in texts_of(answer.get(field)) if len(text) > 3}
    assert not [text for text in typed if text in told]


@each_kind
@each_drawn
@pytest.mark.parametrize("count", [0, 1, 5, 12, 30])
def test_a_room_sees_a_whole_picture_or_none(kind: str, lang: Lang, count: int, pack: Pack) -> None:
    shown = example(kind, pack)
    release = released(shown.exercise, many(shown.exercise, count))
    picture = kind_of(shown.exercise).room_picture(shown.exercise, release, pack.words.say(lang))
    assert (picture is None) == (not release.figures) or release.notes
    if picture is not None:
        assert_whole(picture)
        assert HOLE.findall(json.dumps([picture.spec, picture.sentence, picture.table.rows])) == []


@each_kind
@each_lang
def test_what_may_be_offered_can_be_previewed_in_words(kind: str, lang: Lang, pack: Pack) -> None:
    shown = example(kind, pack)
    made, say = kind_of(shown.exercise), pack.words.say(lang)
    offered = {part.id for part in made.parts(shown.exercise) if part.offered}
    for answer in [*given(shown, pack).values(), *many(shown.exercise, 12)]:
        bodies = made.offer(shown.exercise, answer)
        assert bodies.keys() <= offered
        assert all(say(f"{shown.exercise.kind}.offer.{part}") for part in bodies)
        for part, body in bodies.items():
            told = made.preview(shown.exercise, part, body, say)
            assert told
            assert all(sentence.strip() for sentence in told)


@each_kind
@each_lang
def test_what_goes_to_the_calendar_has_a_neutral_title(kind: str, lang: Lang, pack: Pack) -> None:
    shown = example(kind, pack)
    for answer in given(shown, pack).values():
        for dated in kind_of(shown.exercise).calendar(shown.exercise, answer, pack.words.say(lang)):
            assert dated.title in list(texts_of(answer))
            assert not [text for text in texts_of(answer) if text in dated.neutral]


@pytest.mark.parametrize("prefix", KINDS)
def test_french_sentences_follow_the_typography_of_quebec(prefix: str, pack: Pack) -> None:
    told = {word: text.fr for word, text in pack.words.texts.items() if word.startswith(f"{prefix}.")}
    assert told
    wrong = re.compile(r"[^\u202f][;!?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»|'")
    assert {word: text for word, text in told.items() if wrong.search(text)} == {}
