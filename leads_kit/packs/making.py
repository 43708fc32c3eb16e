"""New files for a coach: a client's folder, an exercise, an agenda. Each says in comments what else it may hold.

Nothing that exists is overwritten. The words of the comments come with `say`, in the coach's language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leads_kit.errors import IdRefused, PackBroken
from leads_kit.kinds import all_kinds
from leads_kit.packs import clients
from leads_kit.packs.drafts.base import CLIENT, Base, spoken
from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.names import check_id, logo_file, modeline
from leads_kit.packs.drafts.rendered import entries, inline
from leads_kit.packs.drafts.values import choices_of
from leads_kit.packs.drafts.written import plain
from leads_kit.packs.naming import setting_label
from leads_kit.packs.pictures import picture_faults
from leads_kit.text import LANGS, Say

# In the order in which a coach thinks of them; each has words in data/words/making.yaml.
KEYS = (
    "name",
    "languages",
    "contact",
    "help_line",
    "retention_days",
    "min_group",
    "terms",
    "look",
    "agenda",
    "official",
)
OFFICIAL = "official.yaml"
ACTIVITY = "activity"
LINE_WIDTH = 110


def id_of(title: str) -> str:
    """A title as an id: small letters without accents, digits, dashes; empty where nothing of it is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")


def new_client(
    id: str,
    root: Path,
    name: Mapping[str, str],
    say: Say,
    given: Mapping[str, Any] | None = None,
    logo: Path | None = None,
) -> list[Path]:
    """A folder with a `client.yaml` and, where there is one, the logo. `given` has values of other keys of `client.yaml`.

    Raises IdRefused for an id that is none or is taken, PackBroken for a picture that cannot be a logo.
    """
    check_id(id, id in clients.names(root))
    base, told = Base.read(root, id).of(CLIENT), {"name": dict(name), **(given or {})}
    pictures = {}
    if logo is not None:
        picture = logo_file(logo.name)
        pictures = {picture: _picture(picture, logo)}
        told["look"] = {**told.get("look", base["look"]), "logo": picture}
    told = spoken(told, told.get("languages", LANGS))
    folder = root / "clients" / id
    text = modeline(CLIENT) + _client_text(told, base, say)
    return [_write(folder / name, data) for name, data in {CLIENT: text.encode(), **pictures}.items()]


def new_exercise(client: str, root: Path, kind: str, id: str, title: Mapping[str, str], say: Say) -> Path:
    """An exercise of a kind (or `activity`) in a file of its own: an example to write over, and what else it may say.

    Raises PackBroken for an unknown client, IdRefused, NothingThere for an unknown kind.
    """
    draft = Draft.open(client, root)
    draft.add(id, kind, title)
    file = f"exercises/{id}.yaml"
    [(section, entry)] = plain(draft.text_of(file)).items()
    made = entry[id]
    lines = [f"{section}:", f"  {id}:"]
    for key, value in made.items():
        if key != "settings":
            lines += _told(key, value, say(f"studio.label.{key}"), 4)
    if kind != ACTIVITY:
        lines += ["    settings:", *_settings(kind, made.get("settings", {}), say)]
    head = _comment(say("making.exercise.head", kind=kind, client=client), 0)
    return _write(root / "clients" / client / file, (modeline(file) + "\n".join([*head, *lines]) + "\n").encode())


def new_agenda(client: str, root: Path, id: str, say: Say, like: str | None = None) -> Path:
    """An agenda of the client's own: a copy of another one, or one step to begin with. Raises as `new_exercise`."""
    draft = Draft.open(client, root)
    draft.new_agenda(id, like)
    file = f"agendas/{id}.yaml"
    head = "\n".join(_comment(say("making.agenda.head", id=id, client=client), 0))
    text = draft.text_of(file).removeprefix(modeline(file))
    return _write(root / "clients" / client / file, f"{modeline(file)}{head}\n{text}".encode())


def _client_text(told: Mapping[str, Any], base: Mapping[str, Any], say: Say) -> str:
    lines = _comment(say("making.client.head"), 0)
    shown = {**base, "languages": list(LANGS), "official": OFFICIAL}
    for key in KEYS:
        lines += ["", *_comment(say(f"making.client.{key}"), 0)]
        lines += [f"{key}: {inline(told[key])}"] if key in told else [f"# {key}: {inline(shown[key])}"]
    return "\n".join(lines) + "\n"


def _settings(kind: str, made: Mapping[str, Any], say: Say) -> list[str]:
    """Each setting of a kind: what it is, then the example's value, or, as a comment, the key that may be set."""
    lines: list[str] = []
    for name, field in all_kinds()[kind].settings.model_fields.items():
        label = setting_label(kind, (name,), say)
        choices = choices_of(field.annotation)
        told = say("making.choices", label=label, choices=", ".join(choices)) if choices else label
        if name in made:
            lines += _told(name, made[name], told, 6)
        else:
            lines += [*_comment(told, 6), f"      # {name}:{_default(field.default)}"]
    return lines


def _default(value: Any) -> str:
    return f" {inline(value)}" if isinstance(value, str | int | float | bool) else ""


def _told(key: str, value: Any, told: str, indent: int) -> list[str]:
    return [*_comment(told, indent), *entries({key: value}, indent)]


def _comment(text: str, indent: int) -> list[str]:
    """Comment lines no wider than a screen."""
    lines, words = [""], text.split(" ")
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) + indent > LINE_WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip(" ")
    return [" " * indent + "# " + line for line in lines]


def _picture(name: str, file: Path) -> bytes:
    data = file.read_bytes()
    faults = picture_faults(name, data)
    if faults:
        raise PackBroken(faults)
    return data


def _write(path: Path, data: bytes) -> Path:
    """Whole, and only where nothing is yet. Raises IdRefused where another got there first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise IdRefused(id=path.stem) from error
    return path
