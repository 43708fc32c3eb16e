"""Pictures of a client: plain drawings and photographs, kept in the page itself, with nothing in them that acts."""

from __future__ import annotations

import struct
from base64 import b64encode
from collections.abc import Iterator
from pathlib import PurePosixPath

from leads_kit.errors import Fault
from leads_kit.packs.source import Mark
from leads_kit.packs.svg import svg_faults

TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}
# A picture travels inside pages, to every phone in the room.
LARGEST = 500_000
MOST_PIXELS = 4000
PNG = b"\x89PNG\r\n\x1a\n"
PNG_HEAD = struct.Struct(">II")
PNG_END = b"IEND"
JPEG = b"\xff\xd8\xff"
JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
Size = tuple[int, int]


def picture_faults(name: str, data: bytes) -> list[Fault]:
    """What keeps a file from being shown as a picture: nothing, or faults that name the file `name`.

    Scripts, references to other hosts and pictures of enormous size are refused, as is a file that is not what its name says.
    """
    mark, ending = Mark(name), PurePosixPath(name).suffix
    if ending not in TYPES:
        return [mark.fault("picture_type", known=", ".join(TYPES))]
    if len(data) > LARGEST:
        return [mark.fault("picture_too_large", most=LARGEST // 1000)]
    if ending == ".svg":
        return svg_faults(name, data)
    size = _png_size(data) if ending == ".png" else _jpeg_size(data)
    if size is None:
        return [mark.fault("picture_unreadable", type=ending[1:].upper())]
    return [] if min(size) > 0 and max(size) <= MOST_PIXELS else [mark.fault("picture_pixels", most=MOST_PIXELS)]


def data_uri(name: str, data: bytes) -> str:
    """A picture as an address that holds all of it. `name` ends in one of `TYPES`; checked by `picture_faults` before."""
    return f"data:{TYPES[PurePosixPath(name).suffix]};base64,{b64encode(data).decode('ascii')}"


def _png_size(data: bytes) -> Size | None:
    """Width and height of a whole PNG, with nothing behind its end (PNG specification, 5.3 and 11.2.2); otherwise None."""
    if not data.startswith(PNG):
        return None
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1] != (PNG_END, len(data)):
        return None
    return PNG_HEAD.unpack_from(data, len(PNG) + 8)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The kind of each chunk and where it ends."""
    at = len(PNG)
    while at + 12 <= len(data):
        kind = data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4])
        yield kind, at
        if kind == PNG_END:
            return


def _jpeg_size(data: bytes) -> Size | None:
    """Width and height as the first frame of a JPEG says them (ITU T.81, B.2.2); otherwise None."""
    if not data.startswith(JPEG):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in JPEG_FRAMES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None
