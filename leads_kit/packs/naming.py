"""What the keys of a pack's files are called, in words that a coach knows: beside fields, in schemas, in new files.

Words stand in data/words/settings.yaml: `setting.NAME` for a key of that name, `setting.KIND.NAME` where a kind means something
of its own by it. Keys that belong to another one (`x_help`, `most_x`) are named after it.
"""

from __future__ import annotations

from leads_kit.text import Say

ENDINGS = ("help", "starter", "anchors", "intro", "title")
BEGINNINGS = ("most", "short", "add")
WORD, PATTERN = "setting", "setting.of"


def setting_label(kind: str, path: tuple[str, ...], say: Say) -> str:
    """The name of what stands at a path of an entry of a kind, such as `("settings", "poles", "ask")`; the keys of mappings
    whose keys are a coach's own stay as they are."""
    keys = path[1:] if path[0] == "settings" and len(path) > 1 else path
    return " › ".join(_named(kind, key, say) for key in keys)


def _named(kind: str, key: str, say: Say) -> str:
    for word in (f"{WORD}.{kind}.{key}", f"{WORD}.{key}"):
        if word in say.words:
            return say(word)
    first, _, rest = key.partition("_")
    start, _, last = key.rpartition("_")
    if first in BEGINNINGS and rest:
        return say(f"{PATTERN}.{first}", name=_inside(kind, rest, say))
    if last in ENDINGS and start:
        return say(f"{PATTERN}.{last}", name=_inside(kind, start, say))
    return key.replace("_", " ")


def _inside(kind: str, key: str, say: Say) -> str:
    """A name in the middle of another one begins small; a name such as “I” is no word of ours."""
    name = _named(kind, key, say)
    return name[:1].lower() + name[1:]
