"""SVG as drawings only: what is known to draw is let through, and everything else is a fault with its line."""

from __future__ import annotations

import re
from xml.parsers import expat

from leads_kit.errors import Fault
from leads_kit.packs.source import Mark

SVG = "http://www.w3.org/2000/svg"
# What drawing programs note down about their own work; browsers do nothing with it.
NOTES = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
)
DRAWS = {
    "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style", "path", "rect", "circle",
    "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient",
    "stop", "clipPath", "mask", "pattern", "marker", "image", "filter", "feBlend", "feColorMatrix",
    "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
    "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight",
    "feTile", "feTurbulence",
}  # fmt: skip
EMBEDDED = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=\s]*\Z")
# A backslash in CSS can spell any of these in a way that nobody reads.
STYLED = re.compile(r"@import|\\|image-set|expression\(|javascript:|url\((?!\s*['\"]?#)", re.IGNORECASE)
DOCTYPE = "-//W3C//DTD SVG"
ENCODINGS = (None, "utf-8", "us-ascii")
SPLIT = " "
STYLE = f"{SVG}{SPLIT}style"


def svg_faults(name: str, data: bytes) -> list[Fault]:
    """Why this SVG is not shown: not XML, or something in it that acts or points elsewhere. Nothing it names is fetched."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return [Mark(name).fault("not_utf8")]
    # Before anything is parsed: entities made of entities would grow while they are read.
    if b"<!ENTITY" in data:
        return [Mark(name).fault("picture_acts", what="<!ENTITY")]
    drawing = _Drawing(name)
    try:
        drawing.parser.Parse(data, True)
    except expat.ExpatError as error:
        return [*drawing.faults, Mark(name, error.lineno, error.offset + 1).fault("picture_unreadable", type="SVG")]
    return drawing.faults


class _Drawing:
    """One pass over an SVG, collecting faults."""

    def __init__(self, name: str) -> None:
        self.name, self.faults = name, list[Fault]()
        self.inside, self.text = list[str](), list[str]()
        self.parser = parser = expat.ParserCreate(namespace_separator=SPLIT)
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = lambda target, _: self._refuse(f"<?{target}")
        parser.StartElementHandler, parser.EndElementHandler = self._begins, self._ends
        parser.CharacterDataHandler = self.text.append

    def _refuse(self, what: str) -> None:
        mark = Mark(self.name, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.faults.append(mark.fault("picture_acts", what=what[:60]))

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding.lower() if encoding else None) not in ENCODINGS:
            self._refuse(f"encoding={encoding}")

    def _doctype(self, _name: str, _system: str | None, public: str | None, inside: bool) -> None:
        if inside or not (public or DOCTYPE).startswith(DOCTYPE):
            self._refuse("<!DOCTYPE")

    def _begins(self, element: str, given: dict[str, str]) -> None:
        space, _, tag = element.rpartition(SPLIT)
        misplaced = tag != "svg" if not self.inside else self.inside[-1] == STYLE
        if misplaced or space not in (SVG, *NOTES) or (space == SVG and tag not in DRAWS):
            self._refuse(f"<{tag}>")
        self.inside.append(element)
        self.text.clear()
        for key, value in given.items():
            self._attribute(space, tag, key, value)

    def _attribute(self, space: str, tag: str, key: str, value: str) -> None:
        of, _, name = key.rpartition(SPLIT)
        if of in NOTES or space in NOTES:
            return
        here = value.strip().startswith("#") or (tag == "image" and EMBEDDED.match(value.strip()))
        away = name.lower() in ("href", "src") and not here
        if away or name.lower().startswith("on") or name == "base" or STYLED.search(value):
            self._refuse(f"{name}={value}")

    def _ends(self, element: str) -> None:
        self.inside.pop()
        text = "".join(self.text)
        if element == STYLE and (found := STYLED.search(text)):
            self._refuse(text[found.start() :])
        self.text.clear()
