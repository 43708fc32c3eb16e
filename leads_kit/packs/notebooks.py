"""Notebooks carry the pack's words: cells tagged `text:ID` are filled, in memory for a seat, in the files for the base."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from leads_kit.errors import UnknownText
from leads_kit.model import Pack
from leads_kit.packs.documents import data_root
from leads_kit.packs.loader import load_pack
from leads_kit.packs.overlay import near
from leads_kit.text import Lang

TAG = "text:"


def fill(notebook: dict[str, Any], pack: Pack, lang: Lang) -> dict[str, Any]:
    """A copy whose tagged cells say the pack's words in one language. Raises UnknownText."""
    filled = copy.deepcopy(notebook)
    for cell in filled["cells"]:
        if cell["cell_type"] == "markdown":
            for tag in cell.get("metadata", {}).get("tags", []):
                if tag.startswith(TAG):
                    cell["source"] = _said(pack, tag.removeprefix(TAG), lang)
    return filled


def shipped(root: Path | None = None) -> list[Path]:
    """The notebooks of the kit, beside its data."""
    return sorted(((root or data_root()).parent / "notebooks").rglob("*.ipynb"))


def refreshed(path: Path, pack: Pack) -> str:
    """The text of a notebook's file as it should be: base words in English, no outputs, a stable layout."""
    notebook = fill(json.loads(path.read_text("utf-8")), pack, "en")
    for cell in notebook["cells"]:
        source = cell["source"]
        whole = source if isinstance(source, str) else "".join(source)
        cell["source"] = whole.splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def stale_notebooks(root: Path | None = None) -> list[Path]:
    """Notebooks whose files do not say what the base pack says."""
    pack = load_pack(root=root)
    return [path for path in shipped(root) if path.read_text("utf-8") != refreshed(path, pack)]


def write_notebooks(root: Path | None = None) -> list[Path]:
    """Refresh them; the ones that changed."""
    pack, stale = load_pack(root=root), stale_notebooks(root)
    for path in stale:
        path.write_text(refreshed(path, pack), "utf-8")
    return stale


def _said(pack: Pack, id: str, lang: Lang) -> str:
    if id not in pack.prose:
        raise UnknownText(text=id, near=near(id, pack.prose))
    return pack.prose[id].of(lang)
