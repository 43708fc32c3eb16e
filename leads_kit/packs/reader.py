"""Nodes into typed values, collecting every fault on the way: what is missing, misspelt, untranslated or of the wrong type."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from leads_kit.errors import Fault
from leads_kit.packs.overlay import near
from leads_kit.packs.source import Node
from leads_kit.text import LANGS, PICTURE, Lang, Text

NOTHING = Text("", "")
SAME_WORDS_AT_MOST, LARGEST_NUMBER = 3, 1_000_000


class Reader:
    """Reads one pack. `terms` fill holes in every text; a hole that nothing fills is a fault, unless it is allowed."""

    def __init__(
        self,
        faults: list[Fault],
        terms: Mapping[str, Text],
        languages: tuple[Lang, ...] = LANGS,
        pictures: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`languages` are those that every text must have; it is then told in these alone. `pictures` are data URIs by name."""
        self.faults, self.terms, self.languages, self.pictures = faults, terms, languages, pictures
        self.asked: set[str] = set()

    def fields(self, node: Node, needed: Collection[str], allowed: Collection[str] = ()) -> dict[str, Node]:
        """A mapping with exactly these keys; faults for the others."""
        if not isinstance(node.value, dict):
            self.faults.append(node.mark.fault("not_a_mapping"))
            return {}
        known = [*needed, *allowed]
        for key, one in node.value.items():
            if key not in known:
                self.faults.append(one.mark.fault("unknown_key", key=key, near=near(key, known)))
        for key in needed:
            if key not in node.value:
                self.faults.append(node.mark.fault("missing_key", key=key))
        return {key: one for key, one in node.value.items() if key in known}

    def mapping(self, node: Node | None) -> dict[str, Node]:
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            self.faults.append(node.mark.fault("not_a_mapping"))
            return {}
        return node.value

    def listed(self, node: Node | None) -> list[Node]:
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.faults.append(node.mark.fault("not_a_list"))
            return []
        return node.value

    def whole(self, node: Node | None, low: int = 0) -> int:
        if node is None:
            return low
        if not isinstance(node.value, int) or isinstance(node.value, bool) or node.value < low:
            self.faults.append(node.mark.fault("not_a_number", low=low))
            return low
        return self._sized(node, node.value)

    def _sized(self, node: Node, value: int) -> int:
        """No number of a workshop is larger; one that is would not fit on any page."""
        if abs(value) > LARGEST_NUMBER:
            self.faults.append(node.mark.fault("number_too_large", most=LARGEST_NUMBER))
            return LARGEST_NUMBER
        return value

    def string(self, node: Node | None) -> str:
        if node is None:
            return ""
        if not isinstance(node.value, str) or not node.value.strip():
            self.faults.append(node.mark.fault("not_a_word"))
            return ""
        return node.value

    def flag(self, node: Node | None) -> bool:
        if node is None:
            return False
        if not isinstance(node.value, bool):
            self.faults.append(node.mark.fault("not_a_flag"))
        return node.value is True

    def text(self, node: Node | None, holes: Collection[str] | None = (), pictures: bool = False) -> Text:
        """The client's languages, filled; of a single one both sides say the same. `holes` are filled later by the page; None
        allows any, but the same in both. `pictures` may stand only where a page draws them.
        """
        if node is None:
            return NOTHING
        given = self.fields(node, self.languages, LANGS)
        if any(not isinstance(one.value, str) or not one.value.strip() for one in given.values()) or not given:
            self.faults.append(node.mark.fault("not_a_text"))
            return NOTHING
        plain = {lang: str(one.value) for lang, one in given.items() if lang in self.languages}
        whole = Text(plain.get("en", plain.get("fr", "")), plain.get("fr", plain.get("en", "")))
        self._check_translation(whole, node)
        self.asked |= whole.holes()
        filled = whole.fill(self.terms)
        self._check_holes(filled, node, holes)
        return Text(*(self._pictured(filled.of(lang), given.get(lang, node), pictures) for lang in LANGS))

    def picture(self, node: Node, name: Any) -> str:
        """The data URI of a picture of the client's; a fault where there is none of this name."""
        if not isinstance(name, str):
            self.faults.append(node.mark.fault("not_a_word"))
            return ""
        if name not in self.pictures:
            self.faults.append(node.mark.fault("unknown_picture", name=name, near=near(name, self.pictures)))
        return self.pictures.get(name, "")

    def one_of(self, node: Node | None, known: Collection[str], fault: str) -> str:
        """A name that must exist; otherwise a fault with the one probably meant."""
        name = self.string(node)
        if name and node is not None and name not in known:
            self.faults.append(node.mark.fault(fault, name=name, near=near(name, known)))
            return ""
        return name

    def with_texts(self, node: Node) -> Any:
        """Plain data for a kind's settings, in which every mapping of exactly the languages is a Text."""
        match node.value:
            case dict() if node.value and set(node.value) <= set(LANGS):
                return self.text(node)
            case dict():
                return {key: self.with_texts(one) for key, one in node.value.items()}
            case list():
                return [self.with_texts(one) for one in node.value]
            case int() if not isinstance(node.value, bool):
                return self._sized(node, node.value)
        return node.value

    def _pictured(self, text: str, node: Node, allowed: bool) -> str:
        """Pictures named as `![what it shows](pictures/x.png)` become themselves."""
        for alt, name in PICTURE.findall(text):
            if not allowed:
                self.faults.append(node.mark.fault("picture_not_here"))
            elif not alt.strip():
                self.faults.append(node.mark.fault("picture_without_words", name=name))
        return PICTURE.sub(lambda m: f"![{m[1]}]({self.picture(node, m[2])})", text) if allowed else text

    def _check_translation(self, text: Text, node: Node) -> None:
        if len(self.languages) > 1 and text.en == text.fr and len(text.en.split()) > SAME_WORDS_AT_MOST:
            self.faults.append(node.mark.fault("untranslated"))

    def _check_holes(self, text: Text, node: Node, holes: Collection[str] | None) -> None:
        left = text.holes()
        if holes is None:
            if Text(text.en, text.en).holes() != Text(text.fr, text.fr).holes():
                self.faults.append(node.mark.fault("holes_differ"))
            return
        for hole in sorted(left - set(holes)):
            self.faults.append(node.mark.fault("unknown_hole", hole=hole, near=near(hole, [*self.terms, *holes])))
