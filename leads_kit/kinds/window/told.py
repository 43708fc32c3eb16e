"""What a person hears and sees of their own window. No field is the better one, and no word is the last one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from leads_kit import charts
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.window.seen import Window
from leads_kit.model import Table
from leads_kit.text import Say, Text

# From so many peers on who say the same, something I did not choose is worth asking about first.
SEVERAL = 2
MOST_QUOTED, QUOTED = 7, 5
Names = Mapping[str, Text]


def feedback(window: Window, names: Names, say: Say) -> tuple[str, ...]:
    if not window.own and not window.peers:
        return (say("window.feedback.nothing"),)
    own = [say("window.feedback.own", words=_quoted(window.own, names, say))] if window.own else []
    if not window.peers:
        return (*own, say("window.feedback.alone"))
    if not window.own:
        return (*_heard(window, names, say), say("window.feedback.own_first"))
    if not window.enough:
        return (*own, *_heard(window, names, say), *_hidden(window, names, say), say("window.feedback.few"))
    return (*own, *_fields(window, names, say), *_noticed(window, names, say), _ask(window, names, say))


def own_picture(window: Window, names: Names, say: Say) -> Picture | None:
    """Four fields, or with few peers three: what others see is then one field, and no number is told."""
    if not window.own or not window.peers:
        return None
    sentence = _drawn(window, say)
    panes = [[_pane(field, _fields_of(window)[field], window, names, say) for field in row] for row in _rows(window)]
    panes[-1].append(charts.Pane(say("window.field.open"), (), say("window.left", n=_left(window, names))))
    legend = say("window.legend" if window.enough else "window.legend.few")
    return Picture(charts.panes(panes, legend, sentence), sentence, _table(window, names, say))


def _heard(window: Window, names: Names, say: Say) -> list[str]:
    """All that peers said, in one: with few of them not parted by what I chose myself."""
    words = _quoted(window.counts, names, say)
    people = _people((peer.name for peer in window.peers), say)
    return [say("window.feedback.heard", words=words, people=people, n=len(window.peers))]


def _hidden(window: Window, names: Names, say: Say) -> list[str]:
    return [say("window.feedback.hidden", words=_quoted(window.hidden, names, say))] if window.hidden else []


def _fields(window: Window, names: Names, say: Say) -> list[str]:
    """The three fields that have words; a field without any is told as well, since that says something."""
    arena, blind = (_quoted(words, names, say) for words in (window.arena, window.blind))
    return [
        say("window.feedback.arena", words=arena) if arena else say("window.feedback.no_arena"),
        say("window.feedback.blind", words=blind) if blind else say("window.feedback.no_blind"),
        *_hidden(window, names, say),
    ]


def _noticed(window: Window, names: Names, say: Say) -> list[str]:
    """What nobody typed: which word most of them share, and whether I had it too."""
    word, count = next(iter(window.counts.items()))
    alike = [one for one, number in window.counts.items() if number == count]
    if count < SEVERAL:
        return [say("window.noticed.scattered", n=len(window.peers))]
    if len(alike) > 1:
        return [say("window.noticed.often", words=_quoted(alike, names, say), count=count, of=len(window.peers))]
    side = "shared" if word in window.own else "unseen"
    return [say(f"window.noticed.{side}", said=names[word], count=count, of=len(window.peers))]


def _ask(window: Window, names: Names, say: Say) -> str:
    """One question worth asking, and whom: about what several see and I do not, else what only I see, else what all see."""
    if window.blind and window.counts[window.blind[0]] >= SEVERAL:
        word = window.blind[0]
        return say("window.ask.unseen", said=names[word], people=_people((one.name for one in window.of(word)), say))
    if window.hidden:
        return say("window.ask.hidden", said=names[window.hidden[0]])
    word = (*window.blind, *window.arena)[0]
    return say("window.ask.seen", said=names[word], people=_people((one.name for one in window.of(word)), say))


def _people(given: Iterable[str], say: Say) -> list[str]:
    """Peers by what they were called; whoever has no name yet is somebody."""
    told = list(dict.fromkeys(given))
    named = [name for name in told if name]
    return named if len(named) == len(told) else [*named, say("window.somebody")]


def _quoted(words: Iterable[str], names: Names, say: Say) -> list[str]:
    """As many words as a sentence bears, and how many more there are. The picture has them all."""
    told = [say("window.quoted", said=names[word]) for word in words]
    return told if len(told) <= MOST_QUOTED else [*told[:QUOTED], say("window.more", n=len(told) - QUOTED)]


def _fields_of(window: Window) -> dict[str, Sequence[str]]:
    return {
        "arena": window.arena,
        "blind": window.blind,
        "seen": tuple(window.counts),
        "hidden": window.hidden,
    }


def _rows(window: Window) -> tuple[tuple[str, ...], ...]:
    """The fields from the top; the open one stands last in any case."""
    return (("arena", "blind") if window.enough else ("seen",), ("hidden",))


def _pane(field: str, words: Sequence[str], window: Window, names: Names, say: Say) -> charts.Pane:
    weighed = tuple(
        charts.Weighed(say.text(names[word]), window.counts.get(word, 0) if window.enough else 0) for word in words
    )
    return charts.Pane(say(f"window.field.{field}"), weighed, "" if words else say("window.none"))


def _left(window: Window, names: Names) -> int:
    """How many words of the list nobody chose."""
    return len(set(names) - {*window.own, *window.counts})


def _drawn(window: Window, say: Say) -> str:
    if not window.enough:
        told = {"seen": len(window.counts), "hidden": len(window.hidden)}
        return say("window.drawn.few", n=len(window.peers), **told)
    counts = {"arena": len(window.arena), "blind": len(window.blind), "hidden": len(window.hidden)}
    return say("window.drawn", n=len(window.own), peers=len(window.peers), **counts)


def _table(window: Window, names: Names, say: Say) -> Table:
    """A row for each word somebody chose; with few peers neither whose it is too nor a number."""
    columns = ("word", "field", *(("peers",) if window.enough else ()))
    fields = [(field, word) for row in _rows(window) for field in row for word in _fields_of(window)[field]]
    rows = [
        (
            say.text(names[word]),
            say(f"window.field.{field}"),
            *((say.number(window.counts.get(word, 0)),) if window.enough else ()),
        )
        for field, word in fields
    ]
    return Table(tuple(say(f"window.{name}") for name in columns), tuple(rows))
