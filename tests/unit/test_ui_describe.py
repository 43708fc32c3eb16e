"""Claims about a form described as plain JSON."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from leads_kit import form as forms
from leads_kit.form import Choice, Field, Form, Grid, Group, Line, Option, Pairs, Rows, Scale
from leads_kit.text import Text, Words
from leads_kit.ui import describe as module
from leads_kit.ui.describe import describe, describe_field

UI = Path(inspect.getfile(module)).parent
FIELD_TYPES = [
    one for one in vars(forms).values() if inspect.isclass(one) and issubclass(one, Field) and one is not Field
]
EN, FR = Words({}).say("en"), Words({}).say("fr")
FORM = Form(
    (
        Group(
            "all",
            Text("All", "Tout"),
            (
                Scale(
                    "mark",
                    Text("Mark", "Note"),
                    anchors={5: Text("high", "haut"), 1: Text("low", "bas")},
                    na=True,
                ),
                Choice(
                    "picks",
                    Text("Picks", "Choix"),
                    options=(Option("a", Text("A", "Â"), Text("first", "premier")),),
                    most=3,
                ),
                Rows(
                    "contacts",
                    Text("People", "Gens"),
                    fields=(Line("name", Text("Name", "Nom"), starter=Text("If", "Si"), suggest="goal"),),
                    suggest="people",
                    short_most=4,
                ),
                Pairs("knows", Text("Knows", "Connaît"), rows="contacts", full_only=True),
                Grid(
                    "helps",
                    Text("Helps", "Aide"),
                    rows="needs",
                    columns="contacts",
                    row_label="need",
                    own=(Option("me", Text("me", "moi")),),
                    low=-1,
                    high=1,
                    anchors={1: Text("helps", "aide"), -1: Text("hinders", "nuit")},
                ),
            ),
        ),
    )
)


@pytest.mark.parametrize("field_type", FIELD_TYPES, ids=lambda one: one.__name__)
def test_every_field_type_has_a_describer_and_a_drawer(field_type: type[Field]) -> None:
    drawers = re.search(r"export const drawers = \{(.*?)\};", (UI / "fields.js").read_text("utf-8"), re.DOTALL)
    assert drawers is not None
    assert field_type in describe_field.registry
    assert field_type.type in re.findall(r"\w+", drawers[1])


def test_a_field_type_without_a_describer_is_refused() -> None:
    class Drawing(Field):
        type = "drawing"

    with pytest.raises(NotImplementedError):
        describe(Form((Group("g", Text("", ""), (Drawing("d", Text("", "")),)),)), EN)


def test_a_description_is_in_one_language_and_in_the_form_s_order() -> None:
    mark, picks, contacts, knows, helps = describe(FORM, FR)["groups"][0]["fields"]
    assert mark["label"] == "Note"
    assert mark["anchors"] == [[1, "bas"], [5, "haut"]]
    assert mark["na"] is True
    assert picks["options"] == [{"id": "a", "label": "Â", "help": "premier"}]
    assert contacts["fields"][0]["starter"] == "Si"
    assert contacts["fields"][0]["help"] is None
    assert knows["rows"] == "contacts"
    assert knows["full_only"] is True
    assert helps["own"] == [{"id": "me", "label": "moi", "help": None}]
    assert helps["anchors"] == [[-1, "nuit"], [1, "aide"]]
    assert (helps["low"], helps["high"], helps["signs"]) == (-1, 1, [])
    assert (helps["rows"], helps["row_label"], helps["columns"], helps["column_label"]) == (
        "needs",
        "need",
        "contacts",
        "name",
    )


def test_signs_that_stand_for_marks_travel_in_their_order() -> None:
    signs = {2: Text("D", "R"), 1: Text("T", "I")}
    grid = Grid("who", Text("Who", "Qui"), rows="a", columns="b", low=1, high=2, signs=signs)
    (described,) = describe(Form((Group("all", Text("All", "Tout"), (grid,)),)), FR)["groups"][0]["fields"]
    assert described["signs"] == [[1, "I"], [2, "R"]]


def test_the_choices_that_a_menu_goes_by_travel_to_the_page() -> None:
    told = describe_field(Choice("best", Text("", ""), among=("a", "b")), EN)
    assert told["among"] == ["a", "b"]
    assert describe_field(Choice("best", Text("", "")), EN)["among"] == []


def test_what_may_be_offered_and_how_many_the_short_form_takes_travel_to_the_page() -> None:
    mark, _picks, contacts, *_ = describe(FORM, EN)["groups"][0]["fields"]
    assert (contacts["suggest"], contacts["short_most"], contacts["most"]) == ("people", 4, 12)
    assert contacts["fields"][0]["suggest"] == "goal"
    assert "suggest" not in mark
