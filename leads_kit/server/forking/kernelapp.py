"""ipykernel's application in two halves: what needs no socket and no thread is done once, in the template."""

from __future__ import annotations

import sys
from typing import Any, ClassVar
from unittest.mock import patch

from ipykernel import ipkernel
from ipykernel.compiler import XCachingCompiler
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.application import BaseIPythonApplication

# A parent of 1 means: nobody to watch for, Linux does that; and nothing to print about Ctrl-C.
SETTINGS = ("--HistoryManager.enabled=False", "--IPKernelApp.parent_handle=1", "--log-level=ERROR")


class FirstHalf(BaseIPythonApplication):
    """Settings, profile and log, which IPKernelApp asks of its base before anything else: once is enough."""

    prepared = False

    def initialize(self, argv: Any = None) -> None:
        if not self.prepared:
            super().initialize(argv)  # type: ignore[no-untyped-call]


class KernelApp(IPKernelApp, FirstHalf):
    """`prepare` in the template, `boot` in a fork."""

    def prepare(self) -> None:
        """Settings, and the shell: the kernel that asks for the one shell of its process then finds it."""
        FirstHalf.initialize(self, list(SETTINGS))
        made = {"parent": self, "profile_dir": self.profile_dir, "compiler_class": XCachingCompiler}
        self.shell = ZMQInteractiveShell.instance(**made)
        super().init_code()  # type: ignore[no-untyped-call]
        self.prepared = True

    def init_code(self) -> None:
        """Done in the template."""

    def boot(self, file: str) -> None:
        """Sockets, threads and kernel, on this connection file."""
        self.connection_file = file
        with patch.object(ipkernel, "sys", NoModules()):
            self.initialize([])  # type: ignore[no-untyped-call]
        shell: Any = self.shell
        shell.parent = shell.kernel = self.kernel


class NoModules:
    """`sys` without its modules: a new kernel looks at every one, for a debugger that it has not got, and so copies
    six megabytes that it shares with the template."""

    modules: ClassVar[dict[str, Any]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)
