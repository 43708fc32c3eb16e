"""What every kernel needs, imported and done once: the kit, one chart, and what a kernel itself imports late.

What is imported here is shared by all kernels; what is not, each imports again for itself.
"""

from __future__ import annotations

import datetime as dt
import gc
import importlib
import sys
from pathlib import Path

from leads_kit.server.forking.gaps import fill
from leads_kit.server.forking.kernelapp import KernelApp

# Participants have no use for a debugger, which takes 14 MB and a tenth of a second of every kernel.
UNWANTED = ("debugpy",)
KERNEL = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "ipywidgets",
    "anywidget",
    # What a kernel imports only while it boots or runs its first cell.
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    "encodings.idna",
    "encodings.latin_1",
    "faulthandler",
    "ipykernel.debugger",
    "pdb",
    "psutil",
    "resource",
    "tornado.platform.asyncio",
    "tornado.queues",
)
KIT = (
    "leads_kit.workshop",
    "leads_kit.server.cells",
    "leads_kit.charts",
    "leads_kit.reports",
    "sqlalchemy.dialects.sqlite",
)


def preload() -> None:
    """Import everything, make one chart, and set it all apart from what kernels will collect."""
    gc.disable()
    for name in UNWANTED:
        sys.modules[name] = None  # type: ignore[assignment]  # its import fails, as of something not installed
    for name in (*KERNEL, *KIT):
        importlib.import_module(name)
    importlib.import_module("leads_kit.kinds").all_kinds()
    _one_chart()
    _one_sentence()
    KernelApp.instance().prepare()
    _set_apart()


def learn(file: str) -> None:
    """Read a room's copy of its pack, so that no kernel of that room has to."""
    packs = importlib.import_module("leads_kit.packs")
    packs.pack_from_json(Path(file).read_text("utf-8"))
    _set_apart()


def _one_chart() -> None:
    """Altair reads and checks its schema with the first chart; kernels find that done."""
    import altair as alt
    from altair.utils import schemapi

    # The tests check every chart against the schema; a participant's kernel need not do it once more at each save.
    schemapi.disable_debug_mode()
    alt.Chart({"values": [{"a": 1}]}).mark_point().encode(x="a:Q").to_dict()


def _one_sentence() -> None:
    """Babel reads what it knows of a language, five megabytes, with the first number, date or list of each."""
    text = importlib.import_module("leads_kit.text")
    for lang in text.LANGS:
        say = text.Words({}).say(lang)
        say.listed([say.number(0.5), say.date(dt.date(2026, 1, 2)), say.plural(2)])


def _set_apart() -> None:
    """A collection in a kernel would touch every object, and so copy every page that it shares with the template."""
    gc.collect()
    fill()
    gc.freeze()
