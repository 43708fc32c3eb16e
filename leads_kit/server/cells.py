"""All cells of a notebook in one request of the server's, as each request of its own costs a kernel a few milliseconds.

Each is run by IPython as always, in order; one that fails does not stop the next. After each, a mark says which it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from IPython import get_ipython
from IPython.display import display

MARK = "application/vnd.leads.ran+json"


def run_cells(cells: Sequence[tuple[str, str]]) -> None:
    """Run `(name, code)` of each; what they show is published as always."""
    shell = get_ipython()
    for name, code in cells:
        ran = shell.run_cell(code, store_history=False)
        error = ran.error_before_exec or ran.error_in_exec
        mark = {"cell": name, "failed": type(error).__name__ if error else ""}
        display({MARK: mark}, raw=True)  # type: ignore[no-untyped-call]
