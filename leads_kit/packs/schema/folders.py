"""The schema of every other sort of file: a client's own, agendas, prose, words, the framework, official wording, samples."""

from __future__ import annotations

from leads_kit.packs import build, clients
from leads_kit.packs.schema.known import Known
from leads_kit.packs.schema.parts import (
    ID,
    WORD,
    Schema,
    listed,
    nothing_else,
    or_null,
    ordered,
    ref,
    suggested,
    whole_number,
)
from leads_kit.text import LANGS

TEXT = ref("text")
# Dotted, as `dc.opening` and `errors.no_seat` are.
DOTTED = r"^[a-z0-9_-]+(\.[A-Za-z0-9_-]+)+$"


def client_schema(known: Known) -> Schema:
    """A client's own file. Its name is all it must say."""
    like = {"enum": list(known.terms)}
    words = {word: TEXT for one in known.terms.values() for word in one}
    own = {"type": "object", "properties": {clients.LIKE: like, **words}, "additionalProperties": TEXT}
    colour = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}
    look = known.described("look", accent=colour, accent_dark=colour, logo={"type": "string", "pattern": "^pictures/"})
    asked = known.described(
        "client",
        name=TEXT,
        contact=TEXT,
        help_line=TEXT,
        languages={**listed({"enum": list(LANGS)}), "minItems": 1},
        terms={"anyOf": [like, own]},
        look={**nothing_else(look), "required": ["accent"]},
        agenda=suggested(known.agendas),
        min_group=whole_number(3),
        retention_days=whole_number(1),
        official={"type": "string", "pattern": r"^[^/\\]+\.yaml$"},
    )
    return {**nothing_else(asked), "required": [clients.NAME]}


def agendas_schema(known: Known) -> Schema:
    """An agenda, or what a client says otherwise about one: its steps then stand in place of all of the base's."""
    step = known.described(
        "step",
        does=suggested([*known.kinds, *known.activities]),
        minutes=whole_number(1),
        notes=TEXT,
        question=TEXT,
    )
    whole = {"required": list(step)}
    meeting = known.described("step", meeting=TEXT)
    asked = known.described(
        "agenda",
        title=TEXT,
        minutes=whole_number(1),
        slack=or_null(whole_number(0)),
        steps=listed(nothing_else({**step, **meeting}) | whole),
        spares=or_null(listed(nothing_else(step) | whole)),
    )
    return nothing_else(asked)


def prose_schema(known: Known) -> Schema:
    """What notebooks carry, by id; and the words of consent with their version."""
    consent = known.described(
        "consent",
        version={"type": "string"},
        texts=ordered({name: or_null(TEXT) for name in known.consent}, or_null(TEXT)),
    )
    return ordered({**consent, **{id: or_null(TEXT) for id in known.prose}}, False) | {
        "patternProperties": {DOTTED: or_null(TEXT)}
    }


def words_schema(_known: Known) -> Schema:
    """The kit's own sentences by id."""
    return ordered({}, False) | {"patternProperties": {DOTTED: or_null(TEXT)}}


def framework_schema(known: Known) -> Schema:
    """The framework, and beside it the sets of terms."""
    capability = known.described(
        "capability",
        name=TEXT,
        label=TEXT,
        description=TEXT,
        anchors=nothing_else(dict.fromkeys(build.ANCHORED, TEXT)),
        unconfirmed={"type": "boolean"},
    )
    domain = known.described(
        "domain", name=TEXT, description=TEXT, capabilities=ordered({}, or_null(nothing_else(capability)))
    )
    asked = known.described(
        "framework", version={"type": "string"}, notice=TEXT, domains=ordered({}, or_null(nothing_else(domain)))
    )
    return ordered(asked, {"type": "object", "additionalProperties": or_null(TEXT)})


def official_schema(known: Known) -> Schema:
    """A client's licensed wording of names."""
    names = nothing_else(dict.fromkeys((*known.domains, *known.capabilities), TEXT))
    return {**nothing_else(known.described("official", licence=TEXT, names=names)), "required": ["licence", "names"]}


def samples_schema(known: Known) -> Schema:
    """The invented participants, or what they answer to one exercise."""
    by_seat = {"type": "object", "propertyNames": {"pattern": ID}}
    seat = known.described("seat", lang={"enum": list(LANGS)}, first_name=WORD)
    asked = known.described(
        "samples",
        seats={**by_seat, "additionalProperties": or_null(nothing_else(seat) | {"required": list(seat)})},
        answers={**by_seat, "additionalProperties": or_null({"type": "object"})},
        offers={**by_seat, "additionalProperties": or_null(listed({"type": "string"}))},
    )
    return nothing_else(asked)
