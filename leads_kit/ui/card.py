"""One exercise in the page: its title until it is reached, then its form, bound to an attempt. Commands down, traits up."""

from __future__ import annotations

import asyncio
from html import escape
from typing import Any

from ipywidgets import VBox

from leads_kit.attempt import Attempt
from leads_kit.errors import LeadsError
from leads_kit.form import Answer
from leads_kit.text import Say
from leads_kit.ui._widget import plain_layout
from leads_kit.ui.card_state import CardState
from leads_kit.ui.form import FormWidget
from leads_kit.ui.meet import listen
from leads_kit.ui.notice import plain
from leads_kit.ui.now import anchor

# A picture takes a kernel some forty milliseconds, and people type for minutes.
REST_SECONDS = 0.8


class Card(VBox):  # type: ignore[misc]
    """Watches its attempt; `refresh` after the room has moved, `close` when the page goes."""

    def __init__(self, attempt: Attempt, say: Say) -> None:
        super().__init__(layout=plain_layout())
        self.attempt, self._say = attempt, say
        self._form: FormWidget | None = None
        self._seen: tuple[Any, ...] = ()
        # While this page's own answer is being saved, what moves is its own doing and no news from elsewhere.
        self._own = False
        self._soon: asyncio.TimerHandle | None = None
        self._shows = CardState(attempt, say)
        attempt.observe(self._moved, "moved")
        self._moved()

    def refresh(self) -> None:
        """Read the attempt again: the step may have opened, closed or been shown, or another device saved."""
        self.attempt.refresh()

    def suggest(self) -> None:
        """Offer what this person's other answers give now, where it is more than the page has."""
        if self._form is not None:
            fresh = self._shows.suggestions()
            if fresh != self._form.state["suggestions"]:
                self._form.show(suggestions=fresh)

    def _moved(self, _change: Any = None) -> None:
        if self._own and self._form is not None and self._put_off():
            return
        self._draw()

    def _put_off(self) -> bool:
        """After one's own save what follows from it is drawn once typing rests; False where no loop can do that."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        if self._soon is not None:
            self._soon.cancel()
        self._soon = loop.call_later(REST_SECONDS, self._draw)
        return True

    def _draw(self) -> None:
        if self._soon is not None:
            self._soon.cancel()
            self._soon = None
        if not self.attempt.place.reached or self.attempt.place.seatless:
            self._form = None
            self.children = (plain(self._title()),)
        elif self._form is None:
            self._form = self._made()
            self.children = (self._form,)
        else:
            self._shown(self._form)

    def _title(self) -> str:
        exercise = self.attempt.exercise
        word = "now.table_first" if self.attempt.place.seatless else "now.to_come"
        title, note = escape(self._say.text(exercise.title)), escape(self._say(word))
        return f'<section class="card to-come" id="{anchor(exercise.id)}"><h2>{title}</h2><p class="meta">{note}</p></section>'

    def _made(self) -> FormWidget:
        attempt = self.attempt
        form = FormWidget(attempt.form, self._say, **self._shows.begun())
        form.on_answer(self._answered)
        form.on_finish(lambda: self._tap(attempt.finish))
        form.on_decline(lambda: self._tap(attempt.decline))
        form.on_resume(lambda: self._tap(attempt.resume))
        form.on_offer(lambda part, ticked: self._tap(lambda: attempt.offer(part, ticked)))
        listen(form, attempt, self._tap)
        self._seen = self._stand()
        return form

    def _stand(self) -> tuple[int, int, int | None]:
        """Which answer is on the page: its version, round and table."""
        place = self.attempt.place
        return self.attempt.n, place.round, place.table

    def _answered(self, answer: Answer, n: int, base: int) -> None:
        form = self._form
        if form is None:
            return
        self._own = True
        try:
            outcome = self.attempt.save(answer, n, base)
        except LeadsError as error:
            self._own = False
            form.refused(n, self._say.words.of(error, self._say.lang))
            self.refresh()
            return
        self._own = False
        self._seen = self._stand()
        if outcome.saved is None:
            form.theirs(outcome.theirs or {}, outcome.n)
            return
        problems = [{"field": one.field, "text": self._say(one.word, **one.values)} for one in outcome.problems]
        form.saved(outcome.saved, problems)
        form.remember(self.attempt.answer, self.attempt.n)

    def _shown(self, form: FormWidget) -> None:
        """Show the attempt as it is: a new round begins with the last answer; another device's save is told as such."""
        attempt, state = self.attempt, self._shows.now()
        before, now = self._seen, self._stand()
        self._seen = now
        if before[1:] != now[1:]:
            form.show(**state, answer=dict(attempt.answer), n=attempt.n)
            return
        form.show(**state)
        if before != now and not self._own:
            form.theirs(attempt.answer, attempt.n)

    def _tap(self, act: Any) -> None:
        try:
            act()
        except LeadsError as error:
            if self._form is not None:
                self._form.refused(self.attempt.n, self._say.words.of(error, self._say.lang))
            self.refresh()
