"""What the base says, as plain data, and how a client's value differs from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault, NothingThere, PackBroken
from leads_kit.packs.documents import BASE, FOLDERS
from leads_kit.packs.drafts.rendered import is_text
from leads_kit.packs.drafts.values import Where
from leads_kit.packs.drafts.written import at
from leads_kit.packs.source import read
from leads_kit.text import LANGS

CLIENT = "client.yaml"


@dataclass(frozen=True)
class Base:
    """Plain files by their name under the root; of `client.yaml` what a client takes from it that says nothing."""

    files: Mapping[str, Any]

    @classmethod
    def read(cls, root: Path, client: str) -> Base:
        """Raises PackBroken."""
        faults: list[Fault] = []
        paths = {f"{part}/{path.name}": path for part in FOLDERS for path in sorted((root / part).glob("*.yaml"))}
        nodes = {name: read(path, root, faults) for name, path in paths.items()}
        own = read(root / "clients" / BASE / CLIENT, root, faults)
        if faults:
            raise PackBroken(faults)
        shared = own.plain() if own and client != BASE else {}
        files = {name: node.plain() for name, node in nodes.items() if node}
        own_file = {"languages": list(LANGS), **{name: one for name, one in shared.items() if name != "name"}}
        return cls({**files, CLIENT: own_file})

    def of(self, file: str) -> dict[str, Any]:
        """What a file of this name says in the base."""
        told = self.files.get(file, {})
        return told if isinstance(told, dict) else {}

    def at(self, where: Where) -> Any:
        return at(self.of(where.file), where.path)

    def example(self, kind: str) -> dict[str, Any]:
        """The first exercise of a kind, or for `activity` the first activity, without its title. Raises NothingThere."""
        section = "activities" if kind == "activity" else "exercises"
        for name, told in self.files.items():
            if name.startswith("exercises/"):
                for one in (told.get(section) or {}).values():
                    if kind in ("activity", one.get("kind")):
                        return {key: value for key, value in one.items() if key != "source"}
        raise NothingThere(id=kind)


def differences(base: Any, value: Any) -> tuple[bool, Any]:
    """Whether two values are the same, and what has to be written over the one to say the other (RFC 7396)."""
    if not isinstance(base, dict) or not isinstance(value, dict):
        return base == value, value
    # A language that a client does not speak is not taken away from the base's text.
    written = {} if is_text(base) else {name: None for name in base if name not in value}
    for name, one in value.items():
        same, told = differences(base[name], one) if name in base else (False, one)
        if not same:
            written[name] = told
    return not written, written


def spoken(value: Any, languages: Collection[str]) -> Any:
    """A value whose texts have only these languages."""
    match value:
        case dict():
            kept = value if not is_text(value) else {name: one for name, one in value.items() if name in languages}
            return {name: spoken(one, languages) for name, one in kept.items()}
        case list():
            return [spoken(one, languages) for one in value]
    return value
