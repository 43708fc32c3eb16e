"""ipykernel's application in two halves: what needs no socket and no thread is done once, in the template."""

from __future__ import annotations

from typing import Any

from ipykernel.kernelapp import IPKernelApp
from IPython.core.application import BaseIPythonApplication

# A parent of 1 means: nobody to watch for, Linux does that; and nothing to print about Ctrl-C.
SETTINGS = ("--HistoryManager.enabled=False", "--IPKernelApp.parent_handle=1", "--log-level=ERROR")


class KernelApp(IPKernelApp):
    """`prepare` in the template, `boot` in a fork. Settings and profile are read between the two only once."""

    _prepared = False

    def prepare(self) -> None:
        BaseIPythonApplication.initialize(self, list(SETTINGS))  # type: ignore[no-untyped-call]
        self._prepared = True

    def boot(self, file: str) -> None:
        """Sockets, threads and shell, on this connection file."""
        self.connection_file = file
        self.initialize([])  # type: ignore[no-untyped-call]

    def parse_command_line(self, argv: Any = None) -> None:
        if not self._prepared:
            super().parse_command_line(argv)

    def init_profile_dir(self) -> None:
        if not self._prepared:
            super().init_profile_dir()  # type: ignore[no-untyped-call]

    def init_config_files(self) -> None:
        if not self._prepared:
            super().init_config_files()  # type: ignore[no-untyped-call]

    def load_config_file(self, *given: Any) -> None:
        if not self._prepared:
            super().load_config_file(*given)  # type: ignore[no-untyped-call]
