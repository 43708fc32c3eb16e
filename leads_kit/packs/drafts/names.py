"""What a client's files and the things in them may be called, and the line a new file begins with."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from leads_kit.errors import IdRefused, NotWritable
from leads_kit.packs.documents import FOLDERS
from leads_kit.packs.drafts.base import CLIENT
from leads_kit.packs.embedded import FOLDER as PICTURES
from leads_kit.packs.pictures import TYPES

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
FILE = re.compile(r"[A-Za-z0-9][\w.-]*\.yaml", re.ASCII)
MODELINE = "# yaml-language-server: $schema="
# What of a client's folder a draft holds.
HELD = (CLIENT, *(f"{part}/*.yaml" for part in FOLDERS), *(f"{PICTURES}/*{ending}" for ending in TYPES))


def check_file(file: str) -> None:
    """Raises NotWritable for a file that a client does not have."""
    part, _, name = file.rpartition("/")
    if file != CLIENT and (part not in FOLDERS or not FILE.fullmatch(name)):
        raise NotWritable(file=file)


def check_id(id: str, taken: bool) -> None:
    """Raises IdRefused."""
    if taken or not ID.fullmatch(id):
        raise IdRefused(id=id)


def modeline(file: str) -> str:
    """The comment by which editors find the schema of a file."""
    part = file.rpartition("/")[0]
    up = "../" * (len(Path(file).parts) + 1)
    return f"{MODELINE}{up}schema/{part or 'client'}.json\n"


def logo_file(given: str) -> str:
    """Where a client's logo stands, by the ending of the file it is given as."""
    ending = PurePosixPath(given.lower()).suffix
    return f"{PICTURES}/logo{'.jpg' if ending == '.jpeg' else ending}"
