"""Where sentences go: results to stdout, faults and errors to stderr."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape

from leads_kit.errors import Fault
from leads_kit.text import Say, printable

err = Console(stderr=True, highlight=False, soft_wrap=True)
out = Console(highlight=False, soft_wrap=True)


def print_faults(faults: Iterable[Fault], say: Say, mark: str = "") -> None:
    """Each fault on a line of its own, as editors and terminals make it clickable; `mark` tells advice from faults."""
    for fault in faults:
        err.print(escape(f"{fault.file}:{fault.line}:{fault.column}: {mark}{fault_said(fault, say)}"))


def fault_said(fault: Fault, say: Say) -> str:
    """What is wrong, in one language; nothing that a file says moves the cursor."""
    return printable(say(fault.id, **fault.values))
