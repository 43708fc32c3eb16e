"""The studio's first page: the clients there are, and a form for a new one. The drawing is studio_first.js."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from leads_kit.analysis.colours import is_colour
from leads_kit.errors import LeadsError
from leads_kit.packs import clients
from leads_kit.packs.documents import BASE
from leads_kit.packs.drafts.base import CLIENT, Base
from leads_kit.packs.making import new_client
from leads_kit.packs.source import read
from leads_kit.text import LANGS, Say
from leads_kit.ui._widget import LeadsWidget, Message, worded
from leads_kit.ui.studio_asked import wording
from leads_kit.ui.studio_look import LOOKS, judged

FIRST_WORDS = (
    "studio.first.title", "studio.first.lead", "studio.first.choose", "studio.first.none", "studio.first.new",
    "studio.first.name", "studio.first.name_hint", "studio.first.id_hint", "studio.first.contact",
    "studio.first.contact_hint", "studio.first.make", "studio.first.needs_name", "studio.first.needs_lang",
    "studio.first.colour_hint", "studio.id", "studio.label.languages", "studio.label.terms", "studio.label.accent",
    "studio.colour", "studio.lang.en", "studio.lang.fr",
)  # fmt: skip
SHORT = 300


class FirstWidget(LeadsWidget):
    """`opens` is called with the client chosen or made."""

    def __init__(
        self, root: Path, say: Say, opens: Callable[[str], None], problem: str = "", again: bool = False
    ) -> None:
        self._root, self._say, self._opens = root, say, opens
        base = Base.read(root, "")
        self._sets = list(base.of("framework/terms.yaml"))
        # Who works in French has French first: in the form, and in the rooms of the clients made here.
        self._langs = sorted(LANGS, key=lambda lang: lang != say.lang)
        super().__init__(
            "studio_first.js", lang=say.lang, words=worded(say, FIRST_WORDS), langs=self._langs, clients=self._clients(),
            sets=[{"value": one, "label": self._set(one)} for one in self._sets], problem=problem, again=again,
            accent=base.of(CLIENT)["look"]["accent"], contrasts=[],
        )  # fmt: skip
        self.hears("choose", self._choose)
        self.hears("make", self._make)
        self.hears("judge", self._judge)

    def _set(self, name: str) -> str:
        word = f"studio.choice.{name}"
        return self._say(word) if word in self._say.words else name

    def _clients(self) -> list[dict[str, Any]]:
        """Each with its name, where its file can be read; the base is nobody's to change here."""
        return [{"id": id, "name": self._name(id)} for id in clients.names(self._root) if id != BASE]

    def _name(self, id: str) -> str:
        path = self._root / "clients" / id / CLIENT
        node = read(path, self._root, []) if path.is_file() else None
        plain = node.plain() if node else None
        told = plain.get("name") if isinstance(plain, dict) else None
        names = [str(told[lang]) for lang in (self._say.lang, *LANGS) if lang in told] if isinstance(told, dict) else []
        return names[0] if names else id

    def _choose(self, content: Message) -> bool:
        """Only a client that was offered."""
        client = content.get("client")
        if client not in [one["id"] for one in self.state["clients"]]:
            return False
        self._opens(str(client))
        return True

    def _judge(self, content: Message) -> bool:
        colour = content.get("colour")
        self.show(contrasts=judged(str(colour), LOOKS[0], self._say) if is_colour(colour) else [])
        return True

    def _make(self, content: Message) -> bool:
        id, name, contact = content.get("id"), content.get("name"), content.get("contact")
        langs, terms, accent = content.get("languages"), content.get("terms"), content.get("accent")
        shaped = isinstance(id, str) and len(id) <= SHORT and wording(name) and wording(contact)
        if not shaped or not isinstance(langs, list) or terms not in self._sets or not isinstance(accent, str):
            return False
        spoken = [lang for lang in self._langs if lang in langs]
        named, asked = _filled(name, spoken), _filled(contact, spoken)
        if not named:
            return False
        if accent and not is_colour(accent):
            self.show(problem=self._say("studio.not_a_colour"))
            return True
        return self._made(str(id), named, _given(spoken, str(terms), asked, accent, self.state["accent"]))

    def _made(self, id: str, name: dict[str, str], given: dict[str, Any]) -> bool:
        try:
            new_client(id, self._root, name, self._say, given)
        except LeadsError as error:
            self.show(problem=self._say.words.of(error, self._say.lang))
            return True
        except OSError as error:
            self.show(
                problem=self._say("errors.not_saved", file=str(error.filename or id), problem=error.strerror or "")
            )
            return True
        self._opens(id)
        return True


def _filled(told: Any, spoken: Sequence[str]) -> dict[str, str]:
    """A text in each language that is spoken; where one is empty, another's words."""
    words = {lang: str(told.get(lang) or "").strip() for lang in spoken}
    first = next((one for one in words.values() if one), "")
    return {lang: one or first for lang, one in words.items()} if first else {}


def _given(spoken: Sequence[str], terms: str, contact: dict[str, str], accent: str, usual: str) -> dict[str, Any]:
    """What of `client.yaml` differs from the base's."""
    given: dict[str, Any] = {"terms": terms}
    if list(spoken) != list(LANGS):
        given["languages"] = list(spoken)
    if contact:
        given["contact"] = contact
    if accent and accent.lower() != usual.lower():
        given["look"] = {"accent": accent}
    return given
