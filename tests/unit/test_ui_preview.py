"""Claims about the preview of one exercise: the participant's own card, what may be chosen, and a page that follows the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leads_kit.model import Pack
from leads_kit.ui.card import Card
from leads_kit.ui.preview import Preview
from leads_kit.workshop.watched import Watched
from tests.studio_fixture import copied


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = copied(tmp_path)
    (data / "clients/north/exercises").mkdir()
    return data


@pytest.fixture
def page(pack: Pack) -> Iterator[Preview]:
    preview = Preview(pack.words.say("en"))
    yield preview
    preview.close()


def shown(page: Preview) -> dict[str, Any]:
    """The state of the form on the page."""
    [card] = page.children[1].children
    assert isinstance(card, Card)
    state: dict[str, Any] = card.children[0].state
    return state


def choose(page: Preview, what: str, value: Any) -> int:
    """What a browser asks for; how much was not understood."""
    page.bar._handle_custom_msg({"kind": "choose", "what": what, "value": value}, [])
    return page.bar.ignored


def write(data: Path, text: str) -> None:
    (data / "clients/north/exercises/dc-wheel.yaml").write_text(text, "utf-8")


def test_it_is_the_participants_card_in_the_language_and_form_asked_for(page: Preview, pack: Pack) -> None:
    page.show(pack, "dc-wheel", "fr", short=True)
    assert shown(page)["title"] == pack.exercises["dc-wheel"].title.fr
    assert (shown(page)["length"], shown(page)["answer"]) == ("short", {})
    page.show(pack, "dc-wheel", "en", short=False)
    assert shown(page)["title"] == pack.exercises["dc-wheel"].title.en
    assert shown(page)["length"] == "full"


def test_an_example_is_offered_only_where_there_is_one(page: Preview, pack: Pack) -> None:
    page.show(pack, "dc-wheel", "en")
    assert choose(page, "answer", "typical") == 1
    assert shown(page)["answer"] == {}
    page.show(pack, "dc-wheel", "en", typical={"en": {"now-DC1": 4}})
    assert choose(page, "answer", "typical") == 1
    assert shown(page)["answer"] == {"now-DC1": 4}
    choose(page, "answer", "empty")
    assert shown(page)["answer"] == {}


@pytest.mark.parametrize("value", ["de", "", None, ["en"], {"a": 1}])
def test_what_is_not_on_offer_is_not_done(page: Preview, pack: Pack, value: Any) -> None:
    page.show(pack, "dc-wheel", "en")
    assert choose(page, "lang", value) == 1
    assert shown(page)["lang"] == "en"


def test_an_activity_is_told_without_a_form_and_an_unknown_id_is_refused(page: Preview, pack: Pack) -> None:
    page.show(pack, "triads", "en")
    [told] = page.children[1].children
    assert pack.activities["triads"].instruction.en.split("“")[0] in told.value
    assert "answer" not in [one["what"] for one in page.bar.state["choices"]]
    with pytest.raises(KeyError):
        page.show(pack, "triad", "en")


def test_a_saved_change_is_drawn_and_a_fault_stands_above_the_last_that_was_good(data: Path, pack: Pack) -> None:
    watched = Watched("north", "dc-wheel", pack.words.say("en"), data)
    assert not watched.look()
    write(data, "exercises: {dc-wheel: {title: {en: Ours, fr: À nous}}}\n")
    assert watched.look()
    assert shown(watched.page)["title"] == "Ours"
    write(data, "exercises:\n  dc-wheel: {titel: {en: Theirs, fr: À eux}}\n")
    watched.look()
    [fault] = watched.page.bar.state["faults"]
    assert fault["place"] == "data/clients/north/exercises/dc-wheel.yaml:2"
    assert "title" in fault["said"]
    assert watched.page.bar.state["stale"]
    assert shown(watched.page)["title"] == "Ours"
    write(data, "exercises: {dc-wheel: {title: {en: Mended, fr: Réparé}}}\n")
    watched.look()
    assert watched.page.bar.state["faults"] == []
    assert shown(watched.page)["title"] == "Mended"
    watched.page.close()


def test_a_page_that_opens_on_a_broken_pack_says_so_and_shows_the_exercise_once_it_is_mended(
    data: Path, pack: Pack
) -> None:
    write(data, "exercises: [\n")
    watched = Watched("north", "dc-wheel", pack.words.say("fr"), data)
    assert watched.page.children[1].children == ()
    assert not watched.page.bar.state["stale"]
    assert len(watched.page.bar.state["faults"]) == 1
    (data / "clients/north/exercises/dc-wheel.yaml").unlink()
    watched.look()
    assert shown(watched.page)["lang"] == "fr"
    watched.page.close()


def test_an_exercise_that_is_not_there_is_a_sentence_with_the_one_meant(data: Path, pack: Pack) -> None:
    watched = Watched("north", "dc-weel", pack.words.say("en"), data)
    [fault] = watched.page.bar.state["faults"]
    assert "dc-wheel" in fault["said"]
    watched.page.close()
