"""The base of every widget: where its JavaScript comes from, its one `state`, and checked messages.

    class NowWidget(LeadsWidget):
        def __init__(self, say: Say, **state: Any) -> None:
            super().__init__("now.js", lang=say.lang, words=worded(say, NOW_WORDS), **state)
            self.hears("next", self._next)            # {kind: "next", …} from the browser

        def _next(self, content: Message) -> bool:    # False: not understood; counted in `ignored`
            ...

Python says `widget.show(key=value, …)`: what of the state changes, sent once, stamped with the server's time as
`state.now`. Only the changes are sent, as `news`, numbered; the loader puts them on the page's state and asks for the whole
where it missed one. The page reads `model.get("state")`, hears `change:state` and custom messages
(`widget.send({"kind": …})`), and sends custom messages only: no trait is writable from a browser.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import os
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets as t
from ipywidgets import Layout, register_comm_target

from leads_kit.model import Look
from leads_kit.text import Say
from leads_kit.ui import bundle
from leads_kit.ui.look import style

Message = Mapping[str, Any]
STATIC_ENV = "LEADS_STATIC"
LOOK_ENV = "LEADS_LOOK"
THEME = "theme.css"
WANTED_AT_MOST = 20
HALF = re.compile("[\ud800-\udfff]")


def assets() -> str:
    """The prefix under which a server serves our files (`/leads/static/<digest>`); empty: over the comm."""
    return os.environ.get(STATIC_ENV, "")


def wear(look: Look) -> None:
    """Have the widgets of this process bring their client's look, on pages that our server does not serve."""
    os.environ[LOOK_ENV] = style(look)


def worded(say: Say, ids: Iterable[str]) -> dict[str, str]:
    """The words a page needs, in its language, holes left open for the page to fill.

    An id that the catalogue has as `.one` and `.other` gives both. Raises KeyError for an unknown id.
    """
    found: dict[str, str] = {}
    for word in ids:
        for one in [word] if word in say.words else [f"{word}.one", f"{word}.other"]:
            found[one] = say.text(say.words[one])
    return found


class LeadsWidget(anywidget.AnyWidget):
    """One module of `leads_kit/ui` with a state.

    `writable` is what the server's filter lets a browser set: nothing.
    """

    writable: ClassVar[tuple[str, ...]] = ()

    _esm = t.Unicode().tag(sync=True)
    module = t.Unicode().tag(sync=True)
    source = t.Enum(("url", "comm")).tag(sync=True)
    base = t.Unicode().tag(sync=True)
    state = t.Dict().tag(sync=True)
    news = t.Dict().tag(sync=True)

    def __init__(self, module: str, *, static: str | None = None, **state: Any) -> None:
        """`static` is the address prefix of our files; None asks `assets()`, "" sends them over the comm."""
        prefix = assets() if static is None else static
        self.ignored = 0
        self._hears: dict[str, Callable[[Message], bool]] = {}
        super().__init__(
            _esm=_loader(),
            module=module,
            source="url" if prefix else "comm",
            base=f"{prefix.rstrip('/')}/" if prefix else _edition(),
            state=_stamped({**state, "at": 0}),
            layout=plain_layout(),
        )
        self.hears("want", self._want)
        self.hears("whole", self._whole)
        self.on_msg(self._heard)

    def show(self, **changes: Any) -> None:
        """Change what the page shows."""
        known = self.state
        news = {key: value for key, value in changes.items() if key not in known or known[key] != value}
        # In place: assigned, it would be sent whole, with the form and all the words in it, to each of two hundred pages.
        known.update(_stamped(news), at=known["at"] + 1)
        self.news = {**news, "now": known["now"], "at": known["at"]}

    def hears(self, kind: str, handler: Callable[[Message], bool]) -> None:
        """Call `handler` with every message of this kind; False from it: not understood."""
        self._hears[kind] = handler

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """A browser may set what is writable and nothing else."""
        super().set_state({key: value for key, value in sync_data.items() if key in self.writable})

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        content = well_formed(content)
        kind = content.get("kind") if isinstance(content, dict) else None
        handler = self._hears.get(kind) if isinstance(kind, str) else None
        if handler is None or not handler(content):
            self.ignored += 1

    def _whole(self, _content: Message) -> bool:
        self.send_state("state")
        return True

    def _want(self, content: Message) -> bool:
        names, files = content.get("files"), bundle.static_files()
        if not isinstance(names, list) or len(names) > WANTED_AT_MOST:
            return False
        if not all(isinstance(name, str) and name in files for name in names):
            return False
        self.send({"kind": "files", "files": {name: _text(name, files[name]) for name in names}})
        return True


def register_with(kernel: Any) -> None:
    """Have a kernel know widgets that were imported before there was one."""
    register_comm_target(kernel)


@functools.cache
def plain_layout() -> Layout:
    """One for all widgets of a page: each of its own would be one more widget to send, and says nothing."""
    return Layout()


def well_formed(content: Any) -> Any:
    """The same JSON value; half a character, which no store and no file can hold, becomes a question mark.

    JSON allows `"\\ud83e"` alone, and a page sends it where a script or a paste cut an emoji in two.
    """
    try:
        text = json.dumps(content, ensure_ascii=False)
    except RecursionError:  # nobody typed this; whoever hears it has limits of their own
        return content
    return json.loads(text.encode(errors="replace")) if HALF.search(text) else content


def _stamped(state: Mapping[str, Any]) -> dict[str, Any]:
    return {**state, "now": dt.datetime.now(dt.UTC).isoformat()}


def _edition() -> str:
    """A name for our files as this process sends them: a client's look makes them another set."""
    look = os.environ.get(LOOK_ENV, "")
    return f"{bundle.digest()}{zlib.crc32(look.encode()):08x}" if look else bundle.digest()


def _text(name: str, path: Path) -> str:
    return path.read_text("utf-8") + (os.environ.get(LOOK_ENV, "") if name == THEME else "")


@functools.cache
def _loader() -> str:
    return (Path(__file__).parent / "loader.js").read_text("utf-8")
