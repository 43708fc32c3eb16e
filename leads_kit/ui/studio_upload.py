"""A picture that a page sends in parts, because one message has room for less."""

from __future__ import annotations

import base64
import binascii

from leads_kit.packs.pictures import LARGEST
from leads_kit.ui._widget import Message

NAME_AT_MOST = 200


class Upload:
    """The parts so far, and one byte more than a picture may have, which says that it is too large."""

    def __init__(self) -> None:
        self._data = b""

    def take(self, content: Message) -> tuple[str, bytes | None] | None:
        """The file's name, and its bytes once the last part is here; None for what is no part of a picture."""
        name, part = content.get("name"), content.get("part")
        if not isinstance(name, str) or not isinstance(part, str) or len(name) > NAME_AT_MOST:
            return None
        try:
            data = base64.b64decode(part, validate=True)
        except binascii.Error:
            return None
        self._data = ((b"" if content.get("first") is True else self._data) + data)[: LARGEST + 1]
        if content.get("last") is not True:
            return name, None
        whole, self._data = self._data, b""
        return name, whole
