"""Many plain HTTP requests at once on lines that stay open, as a crowd or an attacker sends them."""

from __future__ import annotations

import asyncio
import time
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Told:
    """One answer. `seconds` is how long it took."""

    status: int
    headers: Mapping[str, str]
    text: str
    seconds: float


@dataclass
class Line:
    """One connection to 127.0.0.1, kept open, with the cookies that came over it."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    _ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] = field(init=False)

    async def get(self, path: str) -> Told:
        return await self.ask(f"GET {path}", "")

    async def post(self, path: str, form: Mapping[str, str]) -> Told:
        return await self.ask(f"POST {path}", urllib.parse.urlencode(form))

    async def ask(self, what: str, body: str) -> Told:
        began = time.monotonic()
        reader, writer = self._ends
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        writer.write(
            f"{what} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {cookie}\r\nContent-Length: {len(body)}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}".encode()
        )
        status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
        named = [line.split(": ", 1) for line in lines]
        headers = {name.lower(): value for name, value in named}
        for given in (value for name, value in named if name.lower() == "set-cookie"):
            name, _, value = given.split(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        text = (await reader.readexactly(int(headers.get("content-length", "0")))).decode()
        return Told(int(status.split()[1]), headers, text, time.monotonic() - began)

    async def __aenter__(self) -> Line:
        self._ends = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ends[1].close()
        await self._ends[1].wait_closed()
