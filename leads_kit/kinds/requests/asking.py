"""The first half: requests to other tables, what their authors hear about them, and what others may read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.form import Answer, Choice, Form, Group, Line, Option, Problem, Rows
from leads_kit.kinds.requests.settings import Settings
from leads_kit.model import Note, Part, Tier
from leads_kit.text import LANGS, Say, Text, Words, folded

REQUESTS = "requests"
PART = Part(REQUESTS, Tier.SHARED, (REQUESTS,))
MOST, SHORT_MOST = 8, 4
# From here on a request is long: it would not be said in one breath.
LONG = 30
DATED = re.compile(r"\d(st|nd|rd|th|er)\b|\d\s?(h|[ap]\.?m)\b|\d[:/-]\d", re.IGNORECASE)


@dataclass(frozen=True)
class Addressed(Rows):
    """Requests in rows, `most_each` at most to one table."""

    most_each: int = 2

    def faults(self, value: Any, path: str) -> list[Problem]:
        found = super().faults(value, path)
        if found:
            return found
        sent: Counter[str] = Counter()
        for row in value:
            sent[row.get("to") or ""] += 1
            if row.get("to") and sent[row["to"]] == self.most_each + 1:
                told = {"table": row["to"], "most": self.most_each}
                found.append(Problem(f"{path}/{row['id']}/to", "requests.too_many", told))
        return found


def form(settings: Settings, words: Words) -> Form:
    tables = tuple(Option(str(at), numbered(words["requests.table"], at)) for at in range(1, settings.most_tables + 1))
    fields = (
        Choice("to", words["requests.to"], options=tables),
        Line("request", settings.line, starter=settings.starter),
    )
    requests = Addressed(
        REQUESTS,
        settings.question,
        help=settings.help,
        fields=fields,
        most=MOST,
        add=words["requests.add"],
        short_most=SHORT_MOST,
        most_each=settings.most_each,
    )
    return Form((Group(REQUESTS, settings.question, (requests,)),))


def feedback(answer: Answer, say: Say) -> tuple[str, ...]:
    rows = _rows(answer)
    if not rows:
        return (say("requests.asking.nothing"),)
    return (*_sent(rows, say), *_nobody(rows, say), _when(rows, say), *_long(rows, say))


def notes(body: Answer) -> tuple[Note, ...]:
    """A request for each row that has words; one without a table stands under no heading."""
    return tuple(
        Note(row["id"], _words_of(row), f"to-{row['to']}", {"to": int(row["to"])})
        if row.get("to")
        else Note(row["id"], _words_of(row))
        for row in _rows(body)
    )


def headings(settings: Settings, say: Say) -> Mapping[str, str]:
    return {f"to-{at}": say("requests.to_table", table=at) for at in range(1, settings.most_tables + 1)}


def numbered(text: Text, table: int) -> Text:
    return text.fill({"table": Text(str(table), str(table))})


def quoted(request: str) -> str:
    """A request as it stands inside a sentence, which has a stop of its own."""
    return request.strip().removesuffix(".")


def _rows(answer: Answer) -> list[Mapping[str, Any]]:
    return [row for row in answer.get(REQUESTS) or [] if _words_of(row)]


def _words_of(row: Mapping[str, Any]) -> str:
    return str(row.get("request") or "").strip()


def _sent(rows: Iterable[Mapping[str, Any]], say: Say) -> list[str]:
    """What each table is asked, tables by number."""
    to: dict[int, list[str]] = {}
    for row in rows:
        if row.get("to"):
            to.setdefault(int(row["to"]), []).append(_words_of(row))
    return [say("requests.asking.to", table=table, requests=_quoted(told, say)) for table, told in sorted(to.items())]


def _nobody(rows: Iterable[Mapping[str, Any]], say: Say) -> list[str]:
    told = [_words_of(row) for row in rows if not row.get("to")]
    return [say("requests.asking.nobody", n=len(told), requests=_quoted(told, say))] if told else []


def _quoted(requests: Iterable[str], say: Say) -> list[str]:
    return [say("requests.quoted", request=quoted(one)) for one in requests]


def _when(rows: Iterable[Mapping[str, Any]], say: Say) -> str:
    """How many requests say by when: something that nobody typed, and that makes answering easier."""
    known = frozenset(word for lang in LANGS for word in _tokens(say.words["requests.when"].of(lang)))
    dated = [_dated(_words_of(row), known) for row in rows]
    if all(dated):
        return say("requests.asking.when.all", n=len(dated))
    if not any(dated):
        return say("requests.asking.when.none", n=len(dated))
    return say("requests.asking.when.some", with_day=sum(dated), n=len(dated))


def _dated(request: str, known: frozenset[str]) -> bool:
    found = _tokens(request)
    return bool(DATED.search(request)) or bool(known & {*found, *(word.removesuffix("s") for word in found)})


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))


def _long(rows: Iterable[Mapping[str, Any]], say: Say) -> list[str]:
    longest = max(len(_words_of(row).split()) for row in rows)
    return [say("requests.asking.long", n=longest)] if longest >= LONG else []
