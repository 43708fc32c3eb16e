"""How phones reach a room: its code, its address and the QR picture of it."""

from __future__ import annotations

from dataclasses import dataclass

import segno

from leads_kit.model import Room


@dataclass(frozen=True)
class Address:
    """`base` is the address of the server as phones see it, without a slash at the end."""

    base: str
    code: str

    @classmethod
    def of(cls, base: str, room: Room) -> Address:
        return cls(base.rstrip("/"), room.code)

    @property
    def join(self) -> str:
        return f"{self.base}/join/{self.code}"

    @property
    def wall(self) -> str:
        return f"{self.base}/wall/{self.code}"

    def state(self) -> dict[str, str]:
        """`{code, join, wall, qr}`; the QR code is an SVG as a data address, dark on white with its quiet zone."""
        picture = segno.make(self.join, error="m").svg_data_uri(border=2, dark="#111", light="#fff")
        return {"code": self.spaced, "join": self.join, "wall": self.wall, "qr": picture}

    @property
    def spaced(self) -> str:
        """The code as people read it aloud: in threes."""
        return " ".join(self.code[at : at + 3] for at in range(0, len(self.code), 3))
