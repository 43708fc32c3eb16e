"""Taking home: five files on demand. The drawing is take.js; what the files hold is made by whoever hands `make` over."""

from __future__ import annotations

import base64
from collections.abc import Callable

from leads_kit.errors import LeadsError
from leads_kit.text import Say
from leads_kit.ui._widget import LeadsWidget, Message, worded

FILES = ("html", "pdf", "markdown", "json", "ics")
NAMES = {
    "pdf": "my-workshop.pdf",
    "html": "my-workshop.html",
    "markdown": "my-workshop.md",
    "json": "my-workshop.json",
    "ics": "my-workshop.ics",
}
TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "markdown": "text/markdown",
    "json": "application/json",
    "ics": "text/calendar",
}
TAKE_WORDS = (
    "report.heading", "report.intro", "report.html", "report.pdf", "report.markdown", "report.json", "report.ics",
    "report.own_titles", "report.working",
)  # fmt: skip


class TakeWidget(LeadsWidget):
    """`make(file, own_titles)` gives one of FILES, text or bytes; it runs when somebody asks, with what is kept by then."""

    def __init__(self, make: Callable[[str, bool], str | bytes], say: Say) -> None:
        self._make, self._say = make, say
        super().__init__("take.js", lang=say.lang, words=worded(say, TAKE_WORDS), files=list(FILES))
        self.hears("take", self._take)

    def _take(self, content: Message) -> bool:
        file, own = content.get("file"), content.get("own_titles")
        if file not in FILES or not isinstance(own, bool):
            return False
        try:
            made = self._make(file, own)
        except LeadsError as error:
            self.send({"kind": "failed", "file": file, "text": self._say.words.of(error, self._say.lang)})
            return True
        except OSError:
            self.send({"kind": "failed", "file": file, "text": self._say("report.failed")})
            return True
        # Messages are JSON: bytes travel as base64.
        told = {"text": made} if isinstance(made, str) else {"base64": base64.b64encode(made).decode()}
        self.send({"kind": "taken", "file": file, "name": NAMES[file], "type": TYPES[file], **told})
        return True
