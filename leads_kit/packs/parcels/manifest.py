"""`manifest.json`: whose files these are, who hands them on and how, and what each must be."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.errors import PackBroken
from leads_kit.packs.source import Mark
from leads_kit.text import LANGS, printable

NAME = "manifest.json"
KIND, FORMAT = "leads-client", 1
KEYS = ("author", "checksum", "client", "created", "files", "format", "kit", "licence", "name", "parcel")
SHA256 = re.compile(r"[0-9a-f]{64}")
LONGEST = 300


@dataclass(frozen=True)
class File:
    """A file of the client's folder; `size` in bytes, `sha256` in hexadecimal."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, data: bytes) -> File:
        return cls(name, len(data), hashlib.sha256(data).hexdigest())


@dataclass(frozen=True)
class Manifest:
    """`client` is the id, `name` what it is called in its languages, `kit` the version of the kit that packed it."""

    client: str
    name: Mapping[str, str]
    author: str
    licence: str
    kit: str
    created: dt.date
    files: tuple[File, ...]

    def text(self) -> str:
        """As it is written: the same for the same content, with a checksum over all the rest."""
        told = {
            "parcel": KIND, "format": FORMAT, "client": self.client, "name": dict(self.name), "author": self.author,
            "licence": self.licence, "kit": self.kit, "created": self.created.isoformat(),
            "files": [vars(one) for one in self.files],
        }  # fmt: skip
        whole = {**told, "checksum": checksum(told)}
        return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def checksum(told: Mapping[str, Any]) -> str:
    """SHA-256 of a manifest without its checksum."""
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def manifest_of(data: bytes, mark: Mark) -> Manifest:
    """Reads one, trusting nothing in it. Raises PackBroken: no manifest of ours, a newer one, or one that was changed."""
    try:
        told = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise PackBroken([mark.fault("parcel_manifest")]) from error
    if not isinstance(told, dict) or told.get("parcel") != KIND or not _whole(told.get("format")):
        raise PackBroken([mark.fault("parcel_manifest")])
    if told["format"] > FORMAT:
        raise PackBroken([mark.fault("parcel_newer", found=told["format"], known=FORMAT)])
    if told["format"] != FORMAT or sorted(told) != sorted(KEYS) or not _well_formed(told):
        raise PackBroken([mark.fault("parcel_manifest")])
    if checksum({key: one for key, one in told.items() if key != "checksum"}) != told["checksum"]:
        raise PackBroken([mark.fault("parcel_changed", name=NAME)])
    files = tuple(File(**one) for one in told["files"])
    created = dt.date.fromisoformat(told["created"])
    return Manifest(
        told["client"], told["name"], told["author"], told["licence"], told["kit"], created, files
    )  # fmt: skip


def line(value: Any) -> bool:
    """Whether something is one line that may be printed anywhere: no control signs, not too long."""
    return isinstance(value, str) and len(value) <= LONGEST and printable(value) == value and not {*value} & {*"\n\t"}


def _well_formed(told: Mapping[str, Any]) -> bool:
    name, files = told["name"], told["files"]
    return (
        all(line(told[key]) for key in ("client", "author", "licence", "kit", "created", "checksum"))
        and isinstance(name, dict)
        and bool(name)
        and set(name) <= set(LANGS)
        and all(line(one) for one in name.values())
        and _is_date(told["created"])
        and isinstance(files, list)
        and all(_is_file(one) for one in files)
    )


def _is_file(one: Any) -> bool:
    if not isinstance(one, dict) or set(one) != {"name", "size", "sha256"}:
        return False
    return line(one["name"]) and _whole(one["size"]) and bool(SHA256.fullmatch(str(one["sha256"])))


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
