"""A client of the shipped data in a folder of its own: its files are written, everything else is borrowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from leads_kit.errors import Fault
from leads_kit.packs import data_root, load_words
from leads_kit.packs.checks import check
from leads_kit.packs.seen import remember
from leads_kit.text import Lang

WORDS = load_words()
BORROWED = ("framework", "exercises", "agendas", "prose", "words")
NAMED = 'name: {en: "Acme", fr: "Acmé"}\n'


def data_with(folder: Path, files: Mapping[str, str], client: str = "acme") -> Path:
    """A data root with this client; without a `client.yaml` it says its name alone."""
    root = folder / "data"
    (root / "clients").mkdir(parents=True, exist_ok=True)
    for part in BORROWED:
        if not (root / part).exists():
            (root / part).symlink_to(data_root() / part)
    if not (root / "clients/base").exists():
        (root / "clients/base").symlink_to(data_root() / "clients/base")
    for name, text in {"client.yaml": NAMED, **files}.items():
        path = root / "clients" / client / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def looked_after(folder: Path, files: Mapping[str, str]) -> Path:
    """The same of a client who has what the base says written down, as the studio and `leads diff` do."""
    root = data_with(folder, files)
    remember("acme", root)
    return root


def told(faults: Iterable[Fault], lang: Lang = "en", client: str = "acme") -> list[str]:
    """Faults or advice as they are printed, without the path to the client's folder."""
    say, folder = WORDS.say(lang), f"data/clients/{client}/"
    return [f"{one.file.removeprefix(folder)}:{one.line}:{one.column}: {say(one.id, **one.values)}" for one in faults]


def faults_of(root: Path) -> list[str]:
    """The faults of the client, in English."""
    return told(check("acme", root).faults)


def advice_of(root: Path) -> list[str]:
    """Its advice, likewise."""
    return told(check("acme", root).advice)
