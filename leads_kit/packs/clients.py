"""A client's own file on the base client's, and what stands beside it in the client's folder: pictures, official wording.

One rule: a key that a client's `client.yaml` leaves out has the base client's value, so that a name and terms make a whole
client. Only the name is always the client's own. `terms` may be the name of a set, or words of one's own on top of one
(`like`; left out, the base client's set). A name in the file of official wording replaces the label of its domain or capability.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from leads_kit.analysis.colours import CARDS, is_colour, lightened
from leads_kit.errors import Fault
from leads_kit.model import Agenda, Capability, Client, Domain, Framework, Look
from leads_kit.packs.overlay import near
from leads_kit.packs.reader import Reader
from leads_kit.packs.source import NOTHING_DRAFTED, Drafted, Mark, Node, read
from leads_kit.text import LANGS, Lang, Text

FILE, OFFICIAL = "client.yaml", "official"
HELP_LINE, LIKE, LOOK, NAME, TERMS = "help_line", "like", "look", "name", "terms"
NEEDED = (NAME, "contact", "retention_days", "min_group", TERMS, "agenda", LOOK)
# A card of theme.css in the dark, and what text on it should have at the least (WCAG 2.2, AAA).
DARK_CARD, READABLE = CARDS[1], 7.0


def names(root: Path) -> list[str]:
    """Every client's folder."""
    return sorted(path.name for path in (root / "clients").glob("*") if path.is_dir())


def documents(
    folder: Path, root: Path, base: Path, faults: list[Fault], drafted: Drafted = NOTHING_DRAFTED
) -> dict[str, Node]:
    """The client's own file, completed from the base's, and its file of official wording where it names one."""
    file = folder / FILE
    own = read(file, root, faults, drafted) if file in drafted or file.exists() else None
    if own is None:
        if not faults:
            faults.append(Mark(folder.relative_to(root.parent).as_posix()).fault("missing_file", name=FILE))
        return {}
    completed = _on_base(own, read(base / FILE, root, []) if folder != base else None)
    return {"client": completed, **_official(completed, folder, root, faults)}


def _on_base(own: Node, base: Node | None) -> Node:
    if base is None or not isinstance(base.value, dict) or not isinstance(own.value, dict):
        return own
    whole = {key: node for key, node in base.value.items() if key != NAME} | own.value
    terms = whole.get(TERMS)
    if terms is not None and isinstance(terms.value, dict) and LIKE not in terms.value and TERMS in base.value:
        whole[TERMS] = Node({LIKE: base.value[TERMS]} | terms.value, terms.mark)
    return Node(whole, own.mark)


def official_of(own: Node | None) -> str:
    """The file of official wording that a client's own file names, or nothing."""
    named = own.value.get(OFFICIAL) if own is not None and isinstance(own.value, dict) else None
    return str(named.value) if named is not None else ""


def _official(own: Node, folder: Path, root: Path, faults: list[Fault]) -> dict[str, Node]:
    named = own.value.get(OFFICIAL) if isinstance(own.value, dict) else None
    if named is None:
        return {}
    name = Reader(faults, {}).string(named)
    # One file of this folder and no way out of it.
    if name and (Path(name).name != name or not (folder / name).is_file()):
        faults.append(named.mark.fault("missing_file", name=name))
        return {}
    found = read(folder / name, root, faults) if name else None
    return {OFFICIAL: found} if found else {}


def languages_of(own: Node, faults: list[Fault]) -> tuple[Lang, ...]:
    """The client's languages, the first of them the one a room has unless told."""
    reader = Reader(faults, {})
    given = reader.mapping(own).get("languages")
    if given is None:
        return LANGS
    named = [reader.one_of(one, LANGS, "unknown_language") for one in reader.listed(given)]
    found = tuple(dict.fromkeys(lang for name in named for lang in LANGS if lang == name))
    if not found and not faults:
        faults.append(given.mark.fault("no_language"))
    return found or LANGS


def terms_of(own: Node, sets: Node, languages: tuple[Lang, ...], faults: list[Fault]) -> dict[str, Text]:
    """The audience's words, and the organisation's help line."""
    reader = Reader(faults, {}, languages)
    given, known = reader.mapping(own), reader.mapping(sets)
    terms = given.get(TERMS)
    if terms is None:
        named = {}
    elif isinstance(terms.value, dict):
        named = _set(reader, terms.value.get(LIKE), known) | {k: one for k, one in terms.value.items() if k != LIKE}
    else:
        named = _set(reader, terms, known)
    if HELP_LINE in given:
        named = {**named, HELP_LINE: given[HELP_LINE]}
    return {name: reader.text(node) for name, node in named.items()}


def check_terms(own: Node, sets: Node, asked: Collection[str], faults: list[Fault]) -> None:
    """A word of the client's own that neither a set nor any text knows fills nothing: a fault."""
    quiet = Reader([], {})
    terms = quiet.mapping(own).get(TERMS)
    known = {LIKE, *asked, *(word for one in quiet.mapping(sets).values() for word in quiet.mapping(one))}
    for word, node in (quiet.mapping(terms) if terms and isinstance(terms.value, dict) else {}).items():
        if word not in known:
            faults.append(node.mark.fault("unused_term", name=word, near=near(word, known)))


def _set(reader: Reader, named: Node | None, known: Mapping[str, Node]) -> dict[str, Node]:
    """The words of a set. Of one that is not there, those of all: then no text that asks for them is a second fault."""
    name = reader.one_of(named, known, "unknown_terms")
    found = [known[name]] if name else list(known.values()) if named is not None else []
    return {word: node for one in found for word, node in reader.mapping(one).items()}


def client(reader: Reader, node: Node, name: str, agendas: Mapping[str, Agenda]) -> Client:
    given = reader.fields(node, NEEDED, ("languages", HELP_LINE, OFFICIAL))
    return Client(
        id=name,
        name=reader.text(given.get(NAME)),
        contact=reader.text(given.get("contact")),
        retention_days=reader.whole(given.get("retention_days"), 1),
        min_group=reader.whole(given.get("min_group"), 3),
        terms=reader.terms,
        agenda=reader.one_of(given.get("agenda"), agendas, "unknown_agenda"),
        look=_look(reader, given.get(LOOK)),
        languages=reader.languages,
        help_line=reader.terms.get(HELP_LINE),
    )


def _look(reader: Reader, node: Node | None) -> Look:
    given = reader.fields(node, ("accent",), ("accent_dark", "logo")) if node is not None else {}
    accent = _colour(reader, given.get("accent"))
    dark = _colour(reader, given["accent_dark"]) if "accent_dark" in given else lightened(accent, DARK_CARD, READABLE)
    return Look(accent, dark, reader.picture(given["logo"], given["logo"].value) if "logo" in given else "")


def _colour(reader: Reader, node: Node | None) -> str:
    if node is not None and is_colour(node.value):
        return str(node.value).lower()
    if node is not None:
        reader.faults.append(node.mark.fault("not_a_colour"))
    return "#000000"


def with_official(reader: Reader, framework: Framework, node: Node | None) -> Framework:
    """The framework in official wording, as far as the client's licence gives it; the licence stands beneath the notice."""
    if node is None:
        return framework
    given = reader.fields(node, ("licence", "names"))
    known = {*framework.capabilities, *(code(domain) for domain in framework.domains.values())}
    names: dict[str, Text] = {}
    for id, one in reader.mapping(given.get("names")).items():
        names[id] = reader.text(one)
        if id not in known:
            reader.faults.append(one.mark.fault("unknown_official", name=id, near=near(id, known)))
    licence = reader.text(given.get("licence"))
    notice = Text(f"{framework.notice.en} {licence.en}", f"{framework.notice.fr} {licence.fr}")
    domains = {id: _named(domain, names) for id, domain in framework.domains.items()}
    return replace(framework, notice=notice, domains=domains)


def code(domain: Domain) -> str:
    """What the ids of a domain's capabilities begin with, such as LS."""
    return domain.capabilities[0].id.rstrip("0123456789") if domain.capabilities else domain.id


def _named(domain: Domain, names: Mapping[str, Text]) -> Domain:
    made = tuple(_capability(one, names.get(one.id)) for one in domain.capabilities)
    return replace(domain, name=names.get(code(domain), domain.name), capabilities=made)


def _capability(one: Capability, name: Text | None) -> Capability:
    return replace(one, name=name, label=name, unconfirmed=False) if name else one
