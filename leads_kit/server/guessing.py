"""Wrong codes, wherever one is typed: counted by network, and past a number of them answered later and with a 429."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from tornado.web import RequestHandler

from leads_kit.errors import LeadsError, LimitReached, TooManyGuesses, UnknownCode
from leads_kit.server.desk import Desk
from leads_kit.server.limits import Wrong


class Guarded(RequestHandler):
    """A handler to which codes are brought. `guesses` are its errors that say that one was wrong."""

    guesses: ClassVar[tuple[type[LeadsError], ...]] = (UnknownCode,)
    desk: Desk
    _later: asyncio.TimerHandle | None = None

    def send_error(self, status_code: int = 500, **kwargs: Any) -> None:
        """As ever; for a wrong code from a network that has sent many, one sentence after a while. Nobody else waits."""
        if not isinstance(error_of(kwargs), self.guesses):
            super().send_error(status_code, **kwargs)
            return
        wrong = self.desk.guesses.wrong(self._address)
        if wrong.retry:
            self.desk.counters["guesses_limited"] += 1
            limited = TooManyGuesses(seconds=wrong.retry)
            kwargs["exc_info"] = (TooManyGuesses, limited, None)
        if wrong.delay:
            self._hold(wrong, status_code, kwargs)
        else:
            super().send_error(status_code, **kwargs)

    def on_connection_close(self) -> None:
        """Whoever waited has hung up."""
        super().on_connection_close()
        if self._later is not None:
            self._later.cancel()
            self._let_go()

    def retry_after(self, error: BaseException | None) -> None:
        """Tell programs what the sentence tells people."""
        if isinstance(error, LimitReached):
            self.set_header("Retry-After", str(error.values["seconds"]))

    def _hold(self, wrong: Wrong, status_code: int, kwargs: dict[str, Any]) -> None:
        def answer() -> None:
            self._let_go()
            RequestHandler.send_error(self, status_code, **kwargs)

        self._later = asyncio.get_running_loop().call_later(wrong.delay, answer)

    def _let_go(self) -> None:
        self._later = None
        self.desk.guesses.answered(self._address)

    @property
    def _address(self) -> str:
        return self.request.remote_ip or ""


def error_of(kwargs: dict[str, Any]) -> BaseException | None:
    """What `send_error` and `write_error` were called about."""
    error: BaseException | None = kwargs.get("exc_info", (None, None, None))[1]
    return error
