"""An override in words: its name, its place, its sides; and as a program reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from leads_kit.cli.compared import Pieces, Row, Side, pieces
from leads_kit.errors import PackBroken, UnknownSetting
from leads_kit.kinds import all_kinds
from leads_kit.packs.differences import BESIDE, CLIENT, SAMPLES, Difference, Steps, What, at
from leads_kit.packs.documents import SECTIONS
from leads_kit.packs.moved import Went
from leads_kit.packs.naming import kind_label, labelled
from leads_kit.packs.overlay import ORDER, near
from leads_kit.packs.seen import KIND
from leads_kit.packs.source import Mark
from leads_kit.packs.upgrade import Override, State, Upgrade, counts
from leads_kit.text import LANGS, Say, printable

STEP = " › "


def chosen(found: Upgrade, paths: Sequence[str]) -> list[Override]:
    """Those whose file, id or dotted place one of `paths` names; all without any. Raises PackBroken for one that names none."""
    known = [(one, _names(one.difference)) for one in found.overrides]
    faults = [
        Mark(found.client).fault(
            "no_such_path", path=path, near=near(path, {name for _, told in known for name in told})
        )
        for path in paths
        if not any(path in names for _, names in known)
    ]
    if faults:
        raise PackBroken(faults)
    return [one for one, names in known if not paths or names & set(paths)]


def _names(one: Difference) -> set[str]:
    steps = inside(one.path)
    return {one.file, one.own.mark.file, *(".".join(steps[:deep]) for deep in range(1, len(steps) + 1))}


def inside(path: Steps) -> Steps:
    """A path as people name it: an exercise's begins with its id."""
    return path[1:] if path[:1] and path[0] in SECTIONS and len(path) > 1 else path


def row(one: Override, found: Upgrade, say: Say) -> Row:
    """As it is printed: what stands as it was written has two sides, what hides a correction has three."""
    name, place = printable(name_of(one.difference, found, say)), printable(place_of(one.difference, say))
    base, own = _sides(one.difference, say)
    client = Side(found.client, own)
    if one.state is State.HIDES:
        langs = [lang for lang in LANGS if lang in own] or LANGS
        sides = (Side(say("diff.then"), _then(one, say, langs)), Side(say("diff.now"), base), client)
        return Row(name, place, sides)
    if one.state is State.LOST:
        then = Side(say("diff.then"), _then(one, say, [lang for lang in LANGS if lang in own] or LANGS))
        return Row(name, place, (then, client), printable(lost_said(one, say)), None)
    if one.difference.base is None:
        name = say("diff.new", name=name)
    return Row(name, place, (Side(say("diff.base"), base), client))


def place_of(one: Difference, say: Say) -> str:
    """How the command line calls a place, and its line in the client's file."""
    steps, line = inside(one.path), str(one.own.mark.line)
    if one.what in BESIDE:
        return one.file
    if one.path[:1] and one.path[0] in SECTIONS:
        return say("diff.line", path=".".join(steps), line=line)
    return say("diff.line_alone", line=line)


def name_of(one: Difference, found: Upgrade, say: Say) -> str:
    """A place in words: the exercise's title and what of it is meant."""
    steps = inside(one.path)
    if not steps:
        return say("diff.picture" if one.what is What.PICTURE else f"diff.{_whole(one)}")
    if steps[-1] == ORDER:
        return say("diff.order")
    if one.file == CLIENT:
        return labelled(steps, say)
    if one.path[0] not in SECTIONS or len(one.path) == 1:
        return ".".join(steps)
    told = _either(one, found, "title")
    named = told if isinstance(told, dict) else {}
    title = str(named.get(say.lang) or next(iter(named.values()), steps[0]))
    return STEP.join((title, _label(steps[1:], str(_either(one, found, KIND) or ""), say))) if steps[1:] else title


def _whole(one: Difference) -> str:
    if one.what is What.FILE:
        return "sample" if one.file.startswith(f"{SAMPLES}/") else "official"
    return "whole"


def _either(one: Difference, found: Upgrade, key: str) -> Any:
    """What the base says of an entry under a key, else the client."""
    nodes = (
        at(document, (*one.path[:2], key)) for document in (found.both.base.get(one.file), found.both.own.get(one.file))
    )
    return next((node.plain() for node in nodes if node), None)


def _label(path: Steps, kind: str, say: Say) -> str:
    """In plain words; as it is written where a kind has no such setting."""
    try:
        return labelled(path, say, kind)
    except UnknownSetting:
        return STEP.join(path)


def lost_said(one: Override, say: Say) -> str:
    """Why an override no longer applies, and where what it was made for may have gone."""
    if one.kinds:
        then, now = (kind_label(kind, say) if kind in all_kinds() else kind for kind in one.kinds)
        return say("diff.other_kind", then=then, now=now)
    found = "" if one.went is None and one.name else _went(one.went, say)
    return " ".join(part for part in (say("diff.name_gone", name=one.name) if one.name else "", found) if part)


def _went(went: Went | None, say: Say) -> str:
    if went is None:
        return say("diff.went_nowhere")
    return say(f"diff.went_{went.how.value}", file=went.file, path=".".join(inside(went.path)) or went.file)


def _sides(one: Difference, say: Say) -> tuple[Pieces, Pieces]:
    own, base = one.own.plain(), None if one.base is None else one.base.plain()
    if one.what is What.REMOVED:
        return _short(base), {"": say("diff.removed")}
    if base is None:
        return {}, {} if one.what in BESIDE else _short(own) if one.what is What.ADDED else pieces(own)
    langs = [lang for lang in LANGS if isinstance(own, dict) and lang in own] or LANGS
    return pieces(base, langs, own), pieces(own, langs, base)


def _short(value: Any) -> Pieces:
    """Something whole by its title, where it has one."""
    titled = value.get("title") if isinstance(value, dict) else None
    return {} if value is None else pieces(titled or value)


def _then(one: Override, say: Say, langs: Sequence[str]) -> Pieces:
    if one.then is None or one.then.get("absent"):
        return {"": say("diff.nothing_there")}
    now = one.difference.base.plain() if one.difference.base else None
    return pieces(one.then["value"], langs, now) if "value" in one.then else {"": say("diff.not_kept")}


def told_to_a_program(found: Upgrade, overrides: Sequence[Override], say: Say) -> dict[str, Any]:
    """What `leads diff --json` prints: every difference with both sides and places, how it stands, and how many of each."""
    return {
        "client": found.client,
        "differences": [_program(one, found, say) for one in overrides],
        "counts": {state.value: n for state, n in counts(overrides).items()},
    }


def _program(one: Override, found: Upgrade, say: Say) -> dict[str, Any]:
    told = one.difference
    return {
        "what": told.what.value,
        "file": told.file,
        "path": list(told.path),
        "name": name_of(told, found, say),
        "state": one.state.value,
        "base": None if told.base is None else {**asdict(told.base.mark), "value": told.base.plain()},
        "client": {**asdict(told.own.mark), "value": told.own.plain()},
        "then": one.then,
        "went": None if one.went is None else {**asdict(one.went), "path": list(one.went.path)},
        "said": lost_said(one, say) if one.state is State.LOST else "",
    }
