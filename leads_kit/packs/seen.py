"""What the base said when a client last looked: `seen.json` beside the client's files, never read by the loader.

Kept for each override: the base's value under it, or that there was none. Only so is a later correction told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault, PackBroken
from leads_kit.packs.differences import BESIDE, CLIENT, Difference, Sides, at, differences_of, leaf, sides
from leads_kit.packs.source import Mark, Node

FILE = "seen.json"
FORMAT = 1
KIND = "kind"
ABSENT: dict[str, Any] = {"absent": True}
# By file, then by path (RFC 6901): {"value": …}, {"digest": …} of something larger that was removed, or {"absent": true}.
Seen = dict[str, dict[str, dict[str, Any]]]
Places = Collection[tuple[str, str]]


def remember(client: str, root: Path) -> None:
    """Write down what the base says now under every override that has no entry yet; entries without an override go.

    Raises PackBroken when a file of either side, or `seen.json`, cannot be read.
    """
    _write(client, root, remembered(client, root))


def accept(client: str, root: Path, paths: Places | None = None) -> None:
    """The coach has looked: the base's present value stands for these `(file, pointer)`, or for all. Raises as `remember`."""
    both = sides(client, root)
    found = differences_of(both, root)
    now = _now(found, both)
    # What hits nothing keeps what the base once said: it is the only trace of where the value has gone.
    gone = {(one.file, pointer(one.path)) for one in found if one.hits_nothing}
    taken = {(file, path) for file, entries in now.items() for path in entries} if paths is None else set(paths)
    _write(client, root, _joined(now, seen_of(client, root), gone, taken))


def remembered(client: str, root: Path) -> Seen:
    """What `remember` would write."""
    both = sides(client, root)
    found = differences_of(both, root)
    gone = {(one.file, pointer(one.path)) for one in found if one.hits_nothing}
    return _joined(_now(found, both), seen_of(client, root), gone)


def seen_of(client: str, root: Path) -> Seen:
    """What is kept for a client; nothing is no fault. Raises PackBroken when the file cannot be read."""
    path = root / "clients" / client / FILE
    mark = Mark(path.relative_to(root.parent).as_posix())
    faults: list[Fault] = []
    try:
        seen = read_seen(path.read_text("utf-8"), mark, faults)
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise PackBroken([mark.fault("seen_broken")]) from error
    if faults:
        raise PackBroken(faults)
    return seen


def read_seen(text: str, mark: Mark, faults: list[Fault]) -> Seen:
    """The file's text as entries; nothing, with a fault added, where it is none of ours."""
    try:
        told = json.loads(text)
    except json.JSONDecodeError as error:
        faults.append(Mark(mark.file, error.lineno, error.colno).fault("seen_broken"))
        return {}
    except (ValueError, RecursionError):
        told = None
    if not _well_formed(told):
        faults.append(mark.fault("seen_broken"))
        return {}
    return told["seen"]  # type: ignore[no-any-return]


def pointer(path: tuple[str, ...]) -> str:
    """A path as one word (RFC 6901)."""
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in path)


def entry(node: Node | None) -> dict[str, Any]:
    """What is kept of a value of the base."""
    if node is None:
        return dict(ABSENT)
    plain = node.plain()
    if leaf(node):
        return {"value": plain}
    told = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    return {"digest": hashlib.sha256(told.encode()).hexdigest()}


def _now(found: list[Difference], both: Sides) -> Seen:
    """The entries that today's overrides ask for. A client's own file and pictures lie over nothing."""
    now: Seen = {}
    for one in found:
        if one.file == CLIENT or one.what in BESIDE:
            continue
        now.setdefault(one.file, {})[pointer(one.path)] = entry(one.base)
        # A setting that the client adds is meant for a kind, too.
        kind = at(both.base.get(one.file), (*one.path[:2], KIND))
        if one.path[:1] == ("exercises",) and len(one.path) > 2 and kind:
            now[one.file].setdefault(pointer((*one.path[:2], KIND)), entry(kind))
    return now


def _joined(now: Seen, kept: Seen, gone: Places, taken: Places = frozenset()) -> Seen:
    """Entries as they were, new ones for overrides without and for those `taken`. One that hits nothing gets none, for nobody
    knows what was there.

    Where the base lost something whole that a client had changed in places, what is kept of those places stays; where it has
    by now what only the client had, there was nothing in any of it.
    """
    joined: Seen = {}
    for file, entries in now.items():
        before = kept.get(file, {})
        absent = {path for path, one in before.items() if one == ABSENT}
        told: dict[str, dict[str, Any]] = {}
        for path, one in entries.items():
            if (file, path) in gone or (path in before and (file, path) not in taken):
                told |= {path: before[path]} if path in before else {}
            else:
                told[path] = dict(ABSENT) if below(path, absent) and (file, path) not in taken else one
        added = {path for path, one in entries.items() if one == ABSENT and (file, path) not in taken}
        told |= {path: one for path, one in before.items() if below(path, added)}
        if told:
            joined[file] = dict(sorted(told.items()))
    return dict(sorted(joined.items()))


def below(path: str, above: Collection[str]) -> bool:
    """Whether a pointer leads into what one of these points at."""
    steps = path.split("/")
    return any("/".join(steps[:deep]) in above for deep in range(1, len(steps)))


def _well_formed(told: Any) -> bool:
    if not isinstance(told, Mapping) or told.get("format") != FORMAT or not isinstance(told.get("seen"), Mapping):
        return False
    entries = [one for one in told["seen"].values() if isinstance(one, Mapping)]
    return len(entries) == len(told["seen"]) and all(isinstance(one, Mapping) for e in entries for one in e.values())


def text_of(seen: Seen) -> str:
    """The file as it is written: sorted, without places of any machine."""
    return json.dumps({"format": FORMAT, "seen": seen}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _write(client: str, root: Path, seen: Seen) -> None:
    """Whole or not at all; untouched where nothing changes, and no file where there is nothing to keep."""
    path = root / "clients" / client / FILE
    text = text_of(seen)
    if (path.read_text("utf-8") if path.exists() else text_of({})) == text:
        return
    beside = path.with_name(f".{FILE}.new")
    beside.write_text(text, "utf-8", newline="\n")
    beside.replace(path)
