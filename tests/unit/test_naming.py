"""Every setting has plain words in both languages, for coaches who never saw its key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from leads_kit.errors import UnknownSetting
from leads_kit.kinds import all_kinds
from leads_kit.packs import load_words
from leads_kit.packs.drafts.values import Value, Where
from leads_kit.packs.naming import english_label, kind_label, label_words, setting_label, settings_in
from leads_kit.text import LANGS, Lang, Words
from leads_kit.ui.studio_view import shown_value

MOST_SIGNS = 60
WORDS = load_words()
EVERYWHERE = [(kind, path) for kind in all_kinds() for path in settings_in(kind)]


def last(kind: str, path: tuple[str, ...], lang: Lang) -> str:
    """The label of the last key alone."""
    said, outer = (setting_label(kind, one, WORDS.say(lang)) for one in (path, path[:-1]))
    return said.removeprefix(f"{outer} › ") if outer else said


@pytest.mark.parametrize("lang", LANGS)
def test_every_setting_at_every_depth_has_a_short_label_without_its_key(lang: Lang) -> None:
    labels = [last(kind, path, lang) for kind, path in EVERYWHERE if path[-1] != "*"]
    assert [one for one in labels if "_" in one or not 0 < len(one) <= MOST_SIGNS or one.endswith(".")] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_label_begins_with_a_capital_or_a_number(lang: Lang) -> None:
    labels = {last(kind, path, lang) for kind, path in EVERYWHERE if path[-1] != "*"}
    assert [one for one in labels if not (one[0].isupper() or one[0] in "−+" or one[0].isdigit())] == []


@pytest.mark.parametrize("lang", LANGS)
def test_two_settings_side_by_side_never_have_the_same_label(lang: Lang) -> None:
    seen: dict[tuple[str, tuple[str, ...], str], str] = {}
    twice = []
    for kind, path in EVERYWHERE:
        place = (kind, path[:-1], last(kind, path, lang))
        if place in seen:
            twice.append((kind, path, seen[place]))
        seen[place] = path[-1]
    assert twice == []


def test_no_label_is_left_over() -> None:
    asked = {word for kind, path in EVERYWHERE for word in used(kind, path)}
    assert {word for word in WORDS.texts if word.startswith("setting.")} - asked == set()


def used(kind: str, path: tuple[str, ...]) -> Iterator[str]:
    found = [word for word in label_words(kind, path) if word in WORDS]
    yield from found[:1]


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_has_a_name_of_its_own(lang: Lang) -> None:
    names = [kind_label(kind, WORDS.say(lang)) for kind in all_kinds()]
    assert len(set(names)) == len(names)
    assert {word for word in WORDS.texts if word.startswith("setting_kind.")} == {
        f"setting_kind.{kind}" for kind in all_kinds()
    }


def test_what_a_client_may_name_is_said_as_it_is_and_a_place_by_its_number() -> None:
    assert english_label("plan_page", ("sections", "whom", "title")) == "Sections of the plan › whom › Title"
    assert (
        english_label("climate", ("pairs", "0", "asks"))
        == "Pairs that may lie apart › 1 › The question that is then asked"
    )
    assert english_label("journey", ("feeling_anchors", "-2")) == "Marks in words for “How it feels” › −2"


def test_a_name_may_mean_something_else_in_one_kind_and_inside_another_setting() -> None:
    assert english_label("partners", ("goal",)) == "Question about the goal"
    assert english_label("goal_scaling", ("goal",)) == "Field for a goal"
    assert english_label("goal_scaling", ("most",)) == "Most goals"
    assert english_label("goal_scaling", ("levels", "most")).endswith("+2: the most one dares")


def test_a_help_is_called_after_what_it_helps_with_in_both_languages() -> None:
    path = ("contacts_help",)
    assert english_label("network", path) == "Help under “Question about the contacts”"
    assert setting_label("network", path, WORDS.say("fr")) == "Aide sous «\u00a0Question sur les contacts\u00a0»"


def test_the_studio_calls_what_stands_inside_a_value_by_its_label_and_a_slip_as_it_was_typed() -> None:
    where = Where("exercises/eo4-climate.yaml", ("exercises", "eo4-climate", "settings", "pairs"))
    pairs = [{"high": "speak", "lwo": "mistakes"}]
    shown = shown_value(Value(where, pairs, None, "data"), WORDS.say("en"), [], {}, "climate")
    assert [one["label"] for one in shown["leaves"]] == ["1 › The statement with the high mark", "1 › lwo"]


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("netwrok", ("goal",)),
        ("network", ("gaol",)),
        ("network", ("goal", "en")),
        ("causal_loops", ("layers", "evnt")),
        ("climate", ("pairs", "first")),
    ],
)
def test_a_setting_that_no_kind_has_is_refused(kind: str, path: tuple[str, ...]) -> None:
    with pytest.raises(UnknownSetting) as refused:
        english_label(kind, path)
    assert refused.value.values == {"kind": kind, "setting": ".".join(path)}


def test_a_setting_whose_label_was_forgotten_is_noticed() -> None:
    without = Words({word: text for word, text in WORDS.texts.items() if word != "setting.network.contacts"})
    with pytest.raises(KeyError, match=r"setting\.contacts"):
        setting_label("network", ("contacts_help",), without.say("en"))
