"""The sample forms: every type of field, with texts from sample.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from leads_kit.form import Choice, Day, Form, Grid, Group, Line, Option, Pairs, Paragraph, Rows, Scale, Tick
from leads_kit.text import Text

SAMPLE = Path(__file__).parent / "sample.yaml"


@cache
def texts(path: Path = SAMPLE) -> dict[str, Text]:
    read = YAML(typ="safe").load(path.read_text("utf-8"))
    return {key: Text(en=value["en"], fr=value["fr"]) for key, value in read.items()}


def stand() -> Form:
    t = texts()
    anchors = {1: t["anchor1"], 3: t["anchor3"], 5: t["anchor5"]}
    options = tuple(Option(key, t[f"pick_{key}"]) for key in "abcd")
    often = (Option("weekly", t["weekly"], t["weekly_help"]), Option("seldom", t["seldom"]))
    stand = Group(
        "stand",
        t["stand"],
        (
            Scale("partners", t["partners"], t["partners_help"], anchors=anchors, na=True),
            Scale("knowledge", t["knowledge"], anchors=anchors, na=True),
            Choice("picks", t["picks"], t["picks_help"], options=options, most=3),
        ),
        t["stand_intro"],
    )
    first = Group(
        "first",
        t["first"],
        (
            Line("step", t["step"], starter=t["starter"]),
            Paragraph("why", t["why"], most=200, optional=True),
            Day("when", t["when"]),
            Tick("remind", t["remind"], optional=True),
            Choice("often", t["often"], options=often, full_only=True),
        ),
    )
    row = (Line("name", t["name"], most=60), Choice("close", t["close"], options=often))
    people = Group(
        "people",
        t["people"],
        (
            Rows("contacts", t["contacts"], fields=row, most=4, add=t["add"]),
            Pairs("knows", t["knows"], rows="contacts"),
        ),
    )
    return Form((stand, first, people))


def helpers() -> Form:
    """Lists that fold and are offered names, scales of eleven and with signs, many short options, a grid over two lists."""
    t = texts()
    signed = {-2: t["worse"], 0: t["same"], 2: t["better"]}
    strong = tuple(Option(key, t[f"strong_{key}"]) for key in "abcdefghijkl")
    aim = Group(
        "aim",
        t["goal"],
        (
            Line("goal", t["goal"], suggest="goal", most=120),
            Scale("sure", t["sure"], low=0, high=10, anchors={0: t["sure0"], 5: t["sure5"], 10: t["sure10"]}),
            Scale("change", t["change"], low=-2, high=2, anchors=signed),
            Choice("strong", t["strong"], t["strong_help"], options=strong, most=4),
        ),
    )
    kinds = tuple(Option(key, t[f"need_{key}"]) for key in ("space", "care", "trust", "money", "say"))
    needs = Rows("needs", t["needs"], fields=(Choice("need", t["need"], options=kinds),), most=5, add=t["need_add"])
    stands = {-2: t["against"], 2: t["for"]}
    row = (
        Line("name", t["name"], most=60),
        Scale("reach", t["reach"], low=0, high=10),
        Scale("stance", t["stance"], low=-2, high=2, anchors=stands),
        Tick("written", t["written"], optional=True, full_only=True),
    )
    people = Rows("people", t["partner"], fields=row, most=8, add=t["partner_add"], suggest="people", short_most=3)
    anchors = {mark: t[f"help{mark}"] for mark in range(4)}
    grid = Grid("help", t["help"], rows="needs", columns="people", own=(Option("me", t["me"]),), anchors=anchors)
    return Form(
        (
            aim,
            Group("needs", t["needs_group"], (needs,)),
            Group("people", t["partners_group"], (people,)),
            Group("help", t["help_group"], (grid,)),
        )
    )
