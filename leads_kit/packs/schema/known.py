"""What the base says that a client's files may name: ids of exercises and agendas, sets of terms, capabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leads_kit.packs.clients import code
from leads_kit.packs.documents import BASE, documents_of
from leads_kit.packs.loader import load_pack, load_words
from leads_kit.packs.naming import BETWEEN, Keys, kind_label, setting_label
from leads_kit.packs.schema.parts import Schema, told
from leads_kit.packs.schema.types import Named
from leads_kit.text import Say


@dataclass(frozen=True)
class Known:
    """`kinds` by exercise id; `titles` in English of exercises and activities; `terms` of the sets by name."""

    kinds: Mapping[str, str]
    activities: tuple[str, ...]
    titles: Mapping[str, str]
    agendas: tuple[str, ...]
    capabilities: tuple[str, ...]
    domains: tuple[str, ...]
    prose: tuple[str, ...]
    consent: tuple[str, ...]
    terms: Mapping[str, Mapping[str, Any]]
    say: Say

    @classmethod
    def of_base(cls, root: Path) -> Known:
        """Raises PackBroken."""
        pack = load_pack(BASE, root)
        return cls(
            kinds={id: one.kind for id, one in pack.exercises.items()},
            activities=tuple(pack.activities),
            titles={id: one.title.en for id, one in pack.exercises.items()}
            | {id: one.title.en for id, one in pack.activities.items()},
            agendas=tuple(pack.agendas),
            capabilities=tuple(pack.framework.capabilities),
            domains=tuple(code(one) for one in pack.framework.domains.values()),
            prose=tuple(pack.prose),
            consent=tuple(pack.consent),
            terms=documents_of(BASE, root)["framework/terms.yaml"].plain(),
            say=load_words(root).say("en"),
        )

    def described(self, sort: str, **properties: Schema) -> Schema:
        """Properties with what `data/words/schema.yaml` says about each."""
        return {name: told(self.say(f"schema.{sort}.{name}"), one) for name, one in properties.items()}

    def titled(self, id: str, schema: Schema) -> Schema:
        return told(self.titles[id], schema)

    def settings_of(self, kind: str) -> Named:
        """How the settings of a kind are called in plain words; what lies around one is seen where it stands."""

        def named(path: Keys) -> str:
            label = setting_label(kind, path, self.say).rpartition(BETWEEN)[2]
            return "" if label == path[-1] else label

        return named

    def kind(self, kind: str) -> str:
        return kind_label(kind, self.say)
