"""From the merged documents to the nouns of a pack; every fault found on the way, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leads_kit.kinds import Kind
from leads_kit.model import (
    Activity,
    Agenda,
    AgendaStep,
    Capability,
    Domain,
    Exercise,
    Framework,
)
from leads_kit.packs import misfits
from leads_kit.packs.overlay import near
from leads_kit.packs.reader import Reader
from leads_kit.packs.source import Mark, Node

ANCHORED = ("1", "3", "5")


def framework(reader: Reader, node: Node) -> Framework:
    given = reader.fields(node, ("version", "notice", "domains"))
    domains = {name: _domain(reader, one, name) for name, one in reader.mapping(given.get("domains")).items()}
    return Framework(reader.string(given.get("version")), reader.text(given.get("notice")), domains)


def _domain(reader: Reader, node: Node, name: str) -> Domain:
    given = reader.fields(node, ("name", "description", "capabilities"))
    capabilities = reader.mapping(given.get("capabilities"))
    made = tuple(_capability(reader, one, id, name) for id, one in capabilities.items())
    return Domain(name, reader.text(given.get("name")), reader.text(given.get("description")), made)


def _capability(reader: Reader, node: Node, id: str, domain: str) -> Capability:
    given = reader.fields(node, ("name", "label", "description", "anchors"), ("unconfirmed",))
    anchors = reader.fields(given["anchors"], ANCHORED) if "anchors" in given else {}
    return Capability(
        id=id,
        domain=domain,
        name=reader.text(given.get("name")),
        label=reader.text(given.get("label")),
        description=reader.text(given.get("description")),
        anchors={int(at): reader.text(one) for at, one in anchors.items()},
        unconfirmed=reader.flag(given.get("unconfirmed")),
    )


def exercise(
    reader: Reader, node: Node, id: str, kinds: Mapping[str, Kind], capabilities: Mapping[str, Capability]
) -> Exercise | None:
    given = reader.fields(node, ("kind", "title", "intro", "minutes"), ("capabilities", "settings", "source"))
    kind = reader.one_of(given.get("kind"), kinds, "unknown_kind")
    names = [reader.one_of(one, capabilities, "unknown_capability") for one in reader.listed(given.get("capabilities"))]
    settings = misfits.settings(reader, given.get("settings"), node, kinds[kind].settings) if kind else None
    title, intro, minutes = (
        reader.text(given.get("title")),
        reader.text(given.get("intro"), pictures=True),
        reader.whole(given.get("minutes"), 1),
    )
    source = reader.text(given["source"]) if "source" in given else None
    if settings is None:
        return None
    return Exercise(
        id, kind, title, intro, minutes, tuple(capabilities[name] for name in names if name), settings, source
    )


def check_heard(reader: Reader, asked: Mapping[str, Node], made: Iterable[Exercise], kinds: Mapping[str, Kind]) -> None:
    """An exercise that answers the notes of another must name one that exists."""
    for one in made:
        for name in kinds[one.kind].hears(one):
            if name not in asked:
                found = [node for _, node in asked[one.id].walk() if node.value == name]
                place = (found or [asked[one.id]])[0].mark
                reader.faults.append(place.fault("unknown_step", name=name, near=near(name, asked)))


def activity(reader: Reader, node: Node, id: str) -> Activity:
    before = len(reader.faults)
    given = reader.fields(node, ("title", "instruction", "minutes"), ("roles", "size", "turns"))
    minutes = reader.whole(given.get("minutes"), 1)
    turns = tuple(reader.whole(one, 1) for one in reader.listed(given.get("turns")))
    if sum(turns) > minutes and len(reader.faults) == before:
        place = _whose(node, given, "turns", "minutes")
        reader.faults.append(place.fault("turns_too_long", sum=sum(turns), minutes=minutes))
    return Activity(
        id=id,
        title=reader.text(given.get("title")),
        instruction=reader.text(given.get("instruction"), pictures=True),
        minutes=minutes,
        roles=tuple(reader.text(one) for one in reader.listed(given.get("roles"))),
        size=reader.whole(given.get("size")),
        turns=turns,
    )


def agenda(reader: Reader, node: Node, id: str, known: Mapping[str, object]) -> Agenda:
    """Steps and slack fill the minutes. A file may leave those out, as the copies that older rooms keep do."""
    before = len(reader.faults)
    given = reader.fields(node, ("title", "steps"), ("minutes", "slack", "spares"))
    steps = _steps(reader, given.get("steps"), known, ("meeting",))
    spares = _steps(reader, given.get("spares"), known)
    slack = reader.whole(given.get("slack"))
    filled = sum(step.minutes for _, step in steps) + slack
    minutes = reader.whole(given["minutes"], 1) if "minutes" in given else filled
    # A misspelt step has its own fault; that its minutes are then missing would be a second sentence about it.
    if minutes != filled and len(reader.faults) == before:
        place = _whose(node, given, "minutes", "steps", "slack")
        reader.faults.append(place.fault("minutes_differ", sum=filled, minutes=minutes))
    _all_new(
        reader, [(_whose_step(node, given, mark), spare) for mark, spare in spares], {one.does for _, one in steps}
    )
    return Agenda(
        id=id,
        title=reader.text(given.get("title")),
        steps=tuple(step for _, step in steps),
        minutes=minutes,
        slack=slack,
        spares=tuple(spare for _, spare in spares),
    )


def _whose(node: Node, given: Mapping[str, Node], *keys: str) -> Mark:
    """Of values that do not go together, the first that stands in the file that was written last: the client's, if any."""
    marks = [given[key].mark for key in keys if key in given]
    return next((mark for mark in marks if mark.file == node.mark.file), marks[0])


def _whose_step(node: Node, given: Mapping[str, Node], spare: Mark) -> Mark:
    """A spare's own place, or that of the steps where they alone are the client's."""
    return spare if spare.file == node.mark.file else _whose(node, given, "steps", "spares")


def _steps(
    reader: Reader, node: Node | None, known: Mapping[str, object], more: tuple[str, ...] = ()
) -> list[tuple[Mark, AgendaStep]]:
    return [(one.mark, _step(reader, one, known, more)) for one in reader.listed(node)]


def _all_new(reader: Reader, spares: list[tuple[Mark, AgendaStep]], taken: set[str]) -> None:
    for mark, spare in spares:
        if spare.does in taken:
            reader.faults.append(mark.fault("spare_taken", name=spare.does))
        taken = taken | {spare.does}


def _step(reader: Reader, node: Node, known: Mapping[str, object], more: tuple[str, ...]) -> AgendaStep:
    """A step, or a spare, which takes a step's place and begins no meeting."""
    given = reader.fields(node, ("does", "minutes", "notes", "question"), more)
    return AgendaStep(
        does=reader.one_of(given.get("does"), known, "unknown_step"),
        minutes=reader.whole(given.get("minutes"), 1),
        notes=reader.text(given.get("notes")),
        question=reader.text(given.get("question")),
        meeting=reader.text(given["meeting"]) if "meeting" in given else None,
    )
