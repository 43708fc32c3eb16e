"""Keeps this process's template warm and of the present code, and a few kernels forked ahead of anyone who asks."""

from __future__ import annotations

import atexit
import functools
import secrets
import threading
import time
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jupyter_client.connect import KernelConnectionInfo, write_connection_file

from leads_kit.server.forking.handle import CannotFork, Forked, TemplateHandle
from leads_kit.server.forking.linux import can_fork

BOOT_SECONDS = 20.0
AGAIN_SECONDS = 30.0


@dataclass(frozen=True)
class Spare:
    """A kernel that has booted and is nobody's yet, and where it listens."""

    forked: Forked
    listens: KernelConnectionInfo
    made_of: int


class Nursery:
    """Safe from any thread. Where a template died or the kit's code changed, the next fork comes from a new one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._template: TemplateHandle | None = None
        self._retired: list[TemplateHandle] = []
        self._spares: deque[Spare] = deque()
        self._lessons: list[Path] = []
        self._failed: float | None = None

    def warm(self) -> TemplateHandle:
        """The template, started where there is none to fork from. Raises CannotFork."""
        if not can_fork():
            raise CannotFork
        with self._lock:
            made_of = fingerprint()
            now = self._template
            if now is None or not now.alive or now.made_of != made_of:
                now = self._replaced(made_of)
            self._bury()
            return now

    def learn(self, files: Iterable[Path]) -> None:
        """Copies of packs that every template is to have read, this one and those after it. Raises CannotFork."""
        new = [file for file in files if file not in self._lessons]
        self._lessons += new
        template, known = self._template, self.warm()
        for file in new if template is known else ():
            known.learn(file)

    def fork(self, file: Path, env: Mapping[str, str], cwd: str | None) -> Forked:
        """A kernel on this connection file, with this environment. Raises CannotFork."""
        forked = self.warm().fork(file)
        if not forked.become(env, cwd):
            forked.close()
            raise CannotFork
        return forked

    def take(self, env: Mapping[str, str], cwd: str | None) -> Spare | None:
        """A kernel that has booted already, now with this environment; None where there is none."""
        made_of = fingerprint()
        while self._spares:
            spare = self._spares.popleft()
            if spare.made_of == made_of and spare.forked.become(env, cwd):
                return spare
            spare.forked.close()
        return None

    def fork_ahead(self, folder: Path) -> None:
        """One more kernel for whoever comes next; its sockets lie in `folder`. Raises CannotFork."""
        name, key = folder / f"spare-{secrets.token_hex(8)}", secrets.token_hex(32).encode()
        file, listens = write_connection_file(str(name), transport="ipc", ip=f"{name}-ipc", key=key)
        template = self.warm()
        forked = template.fork(Path(file))
        booted = forked.booted(BOOT_SECONDS)
        Path(file).unlink(missing_ok=True)  # it has been read, and its key is a secret
        if not booted:
            forked.close()
            raise CannotFork
        listens["key"] = key  # type: ignore[typeddict-item]  # the file has letters, a manager compares bytes
        self._spares.append(Spare(forked, listens, template.made_of))

    @property
    def ready(self) -> bool:
        """Whether there is a warm template now, or none can be had and ordinary kernels serve."""
        return self._hopeless() or (self._template is not None and self._template.alive)

    @property
    def spares(self) -> int:
        """How many wait for somebody."""
        return len(self._spares)

    def close(self) -> None:
        """End the templates, and with them every kernel."""
        with self._lock:
            for template in [*self._retired, *([self._template] if self._template else [])]:
                template.end()
            self._template, self._retired = None, []
            while self._spares:
                self._spares.popleft().forked.close()

    def _replaced(self, made_of: int) -> TemplateHandle:
        """A new template, which has read all that the last one had. Raises CannotFork."""
        if self._hopeless():
            raise CannotFork
        try:
            new = TemplateHandle(made_of)
            for file in self._lessons:
                new.learn(file)
        except CannotFork:
            self._failed = time.monotonic()
            raise
        self._retired += [self._template] if self._template else []
        self._template = new
        return new

    def _hopeless(self) -> bool:
        """A template that just failed to start would fail again, and make everybody wait for it."""
        return self._failed is not None and time.monotonic() - self._failed < AGAIN_SECONDS

    def _bury(self) -> None:
        """End retired templates once their last kernel is gone."""
        for one in [one for one in self._retired if one.idle or not one.alive]:
            one.end()
            self._retired.remove(one)


@functools.cache
def nursery() -> Nursery:
    """This process's own; it ends with it."""
    made = Nursery()
    atexit.register(made.close)
    return made


def fingerprint() -> int:
    """Changes with any file of the kit's code, a second later at most."""
    return _fingerprint(int(time.monotonic()))


@functools.lru_cache(maxsize=1)
def _fingerprint(_second: int) -> int:
    root = Path(__file__).parents[2]
    return hash(tuple((str(path), path.stat().st_mtime_ns) for path in sorted(root.rglob("*.py"))))
