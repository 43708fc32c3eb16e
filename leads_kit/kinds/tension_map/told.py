"""What a table hears about its map: its own lines, where its marks lean, and that both poles are needed. Never who is right."""

from __future__ import annotations

from leads_kit.kinds.tension_map.tension import Quarter, Tension
from leads_kit.text import Say

# From here on, of five, much of something is seen; up to there, little.
MUCH, LITTLE = 4, 2


def feedback(found: Tension, say: Say) -> tuple[str, ...]:
    if found.empty:
        return (*_signs(found, say), *_steps(found, say)) or (say("tension_map.feedback.nothing"),)
    return (
        *_kept(found, say),
        *_leans(found, say),
        say("tension_map.feedback.both"),
        *_signs(found, say),
        *_steps(found, say),
    )


def _kept(found: Tension, say: Say) -> list[str]:
    """What is worth keeping on either side, in the table's words; a side without a word is asked for."""
    good = [(pole, pole.good.lines) for pole in found.poles]
    if all(lines for _, lines in good):
        (a, a_lines), (b, b_lines) = good
        said = {"a": a.name, "b": b.name, "a_line": _quoted(a_lines[0]), "b_line": _quoted(b_lines[0])}
        return [say("tension_map.feedback.kept", **said)]
    for (pole, lines), other in zip(good, reversed(found.poles), strict=True):
        if lines:
            told = {"pole": pole.name, "line": _quoted(lines[0]), "other": other.name}
            return [say("tension_map.feedback.kept_one", **told)]
    return [
        say("tension_map.feedback.feared", pole=pole.name, line=_quoted(pole.much.lines[0]))
        for pole in found.poles
        if pole.much.lines
    ]


def _leans(found: Tension, say: Say) -> list[str]:
    """Which pole is leaned to now, what that costs and the way back, as the table itself described them."""
    if not found.marked:
        return [say("tension_map.feedback.unmarked")]
    if found.leaning is None:
        return [" ".join((say("tension_map.feedback.even"), *_alike(found, say)))]
    pole, other = found.leaning
    told = [say("tension_map.feedback.leans", pole=pole.name, seen=pole.seen, other=other.name, less=other.seen)]
    if pole.much.lines:
        told.append(say("tension_map.feedback.price", line=_quoted(pole.much.lines[0])))
    if other.good.lines:
        told.append(say("tension_map.feedback.back", other=other.name, line=_quoted(other.good.lines[0])))
    return [" ".join(told)]


def _alike(found: Tension, say: Say) -> list[str]:
    """Where both poles stand alike: much good and little too much, or the price of both."""
    good, much = [pole.good for pole in found.poles], [pole.much for pole in found.poles]
    if _all(good, at_least=MUCH) and _all(much, at_most=LITTLE):
        return [say("tension_map.feedback.both_good")]
    if _all(much, at_least=MUCH):
        return [say("tension_map.feedback.both_much")]
    return []


def _all(quarters: list[Quarter], at_least: int = 1, at_most: int = 5) -> bool:
    return all(quarter.mark is not None and at_least <= quarter.mark <= at_most for quarter in quarters)


def _signs(found: Tension, say: Say) -> list[str]:
    if not found.signs:
        return []
    return [say("tension_map.feedback.signs", n=len(found.signs), sign=_quoted(found.signs[0]))]


def _steps(found: Tension, say: Say) -> list[str]:
    given = [pole for pole in found.poles if pole.step]
    told = [say("tension_map.feedback.step", pole=pole.name, step=_quoted(pole.step)) for pole in given]
    if len(given) == 1:
        (other,) = (pole for pole in found.poles if not pole.step)
        told.append(say("tension_map.feedback.other_step", other=other.name))
    return told


def _quoted(line: str) -> str:
    """A line as it stands inside a sentence, which has a stop of its own."""
    return line.removesuffix(".")
